package main

import (
	"fmt"
	"slices"
	"strconv"
)

// shares are how many of a hundred offers are of a type, as in the sample county.
func shares() []struct {
	folder string
	share  int
} {
	return []struct {
		folder string
		share  int
	}{{"courses", 45}, {"internships", 22}, {"support", 14}, {"events", 5}, {"transport", 14}}
}

// draft is an offer before its facts are known: others can refer to it.
type draft struct {
	*author
	folder, id string
	title      Text
	venue      *Record
}

// offers makes all offers. Their titles come first, so that each can lead to any other.
func (c *Corpus) offers(n int) {
	drafts := make([]*draft, n)
	byFolder := map[string][]*draft{}
	for i := range drafts {
		d := c.draft(i)
		drafts[i] = d
		byFolder[d.folder] = append(byFolder[d.folder], d)
	}
	place := map[*draft]int{}
	for _, list := range byFolder {
		for i, d := range list {
			place[d] = i
		}
	}
	for _, d := range drafts {
		list := byFolder[d.folder]
		c.offer(d, list[:place[d]], list[place[d]+1:], byFolder["courses"])
	}
}

// draft mixes the types evenly, so that any first so many offers have their shares.
func (c *Corpus) draft(i int) *draft {
	d := &draft{author: c.author("offers " + strconv.Itoa(i))}
	at := i * 37 % 100
	for _, s := range shares() {
		if at -= s.share; at < 0 {
			d.folder = s.folder
			break
		}
	}
	d.venue = one(d.author, c.venues)
	d.title = d.phrase(2, 4).behind(" " + d.venue.Fields.get("city").(string))
	d.id = slug(d.title[0], 50) + "-" + strconv.Itoa(i)
	return d
}

// offer makes one offer. It may require those before it and lead to those behind it, so that no chain closes to a ring.
func (c *Corpus) offer(d *draft, before, behind, courses []*draft) {
	a := d.author
	m := Map{{"title", d.title}, {"summary", a.summary()}}
	if a.chance(1, 10) {
		m.add("keywords", a.phrases(3))
	}
	c.checked(a, &m)
	provider := one(a, c.bodies)
	m.add("organization", Plain(provider.ID))
	m.add("contacts", plains(one(a, c.offices).ID))
	m.add("topics", c.topics(a, d.folder))
	if a.chance(9, 10) {
		m.add("audiences", c.draw(a, "audiences", a.between(1, 2)))
	}
	atVenue := d.folder != "transport" && a.chance(9, 10)
	if atVenue {
		m.add("venue", Plain(d.venue.ID))
	} else {
		m.add("places", plains(d.venue.Places...))
	}
	c.money(a, &m, d.folder)
	if a.chance(1, 4) {
		m.add("languages_spoken", c.spoken(a))
	}
	c.who(a, &m)
	c.booking(a, &m, provider)
	if a.chance(1, 8) {
		m.add("documents", a.phrases(a.between(2, 3)))
	}
	link := "contacts/" + one(a, c.offices).ID
	if len(before) > 0 {
		link = d.folder + "/" + one(a, before).id
		if a.chance(1, 6) {
			m.add("related", List{Plain(d.folder + "/" + one(a, before).id)})
		}
	}
	switch d.folder {
	case "courses":
		c.course(a, &m, before, behind)
	case "internships":
		c.internship(a, &m, courses)
	case "support":
		m.add("kind", c.draw(a, "support-kinds", 1)[0])
		if a.chance(8, 14) {
			m.add("hours", List{c.hours(a)})
		}
	case "events":
		day := epoch().Add(a.between(30, 400)).String()
		m.add("start", Plain(day+" 15:00"))
		m.add("end", Plain(day+" 18:30"))
	case "transport":
		c.transport(a, &m, d)
	}
	r := c.add(d.folder, d.id, m, a.body(link))
	r.Places = d.venue.Places
}

// checked says when and by whom a record was last looked at.
func (c *Corpus) checked(a *author, m *Map) {
	m.add("last_verified", Plain(epoch().Add(-a.between(0, 40)).String()))
	m.add("verified_by", a.pens[0].phrase(2))
}

// draw takes n terms of a vocabulary.
func (c *Corpus) draw(a *author, vocabulary string, n int) List {
	return plains(some(a, c.terms[vocabulary].IDs(), n)...)
}

// topics takes one to three topics, half of them those that most offers of the type have.
func (c *Corpus) topics(a *author, folder string) List {
	usual := map[string][]string{"courses": {"language", "work"}, "internships": {"internship", "training"}, "support": {"family", "school"}, "events": {"training"}, "transport": {"mobility"}}
	ids := some(a, c.terms["topics"].IDs(), a.between(1, 2))
	if first := one(a, usual[folder]); a.chance(2, 3) && !slices.Contains(ids, first) {
		ids = append(ids[:len(ids)-1], first)
	}
	return plains(ids...)
}

func (c *Corpus) spoken(a *author) List {
	return plains(append([]string{"de"}, some(a, []string{"en", "ar", "uk", "tr", "fr", "ru", "fa"}, a.between(1, 3))...)...)
}

func (c *Corpus) money(a *author, m *Map, folder string) {
	switch {
	case a.chance(45, 100):
		m.add("free", Plain("yes"))
	case a.chance(80, 100) && folder != "internships":
		amount := Plain(fmt.Sprintf("%d.%02d", a.between(1, 240), one(a, []int{0, 0, 29, 50, 90})))
		m.add("prices", List{Flow{{"id", Plain("beitrag")}, {"amount", amount}, {"per", one(a, []Plain{"once", "unit", "month", "trip"})}, {"note", a.phrase(3, 7)}}})
		if a.chance(16, 46) {
			m.add("free_for", Map{{"circles", c.draw(a, "circles", 2)}, {"note", a.sentence(6, 12)}})
		}
	}
	if a.chance(1, 2) {
		m.add("funding", c.draw(a, "funding", 1))
	}
}

// who says for whom an offer is.
func (c *Corpus) who(a *author, m *Map) {
	if a.chance(1, 7) {
		m.add("age", Flow{{"min", a.between(14, 18)}, {"max", a.between(25, 65)}})
	}
	if a.chance(1, 8) {
		m.add("childcare", Map{{"kind", one(a, []Plain{"on_site", "nearby", "on_request", "none"})}, {"note", a.sentence(4, 9)}})
	}
	switch {
	case a.chance(1, 3):
		m.add("admission", Map{{"open", Plain("true")}})
	case a.chance(9, 10):
		m.add("admission", Map{
			{"statuses", c.draw(a, "statuses", a.between(3, 8))}, {"proof", c.draw(a, "proofs", 1)}, {"note", a.sentence(8, 16)},
			{"source_url", "https://gesetze.example.org/" + strconv.Itoa(a.between(1, 99))}, {"as_of", Plain("2026-10-01")},
		})
	}
}

func (c *Corpus) booking(a *author, m *Map, provider *Record) {
	switch {
	case a.chance(1, 4):
		m.add("booking", Map{{"via", Plain("office")}})
	case a.chance(9, 10):
		m.add("booking", Map{
			{"via", Plain("provider")}, {"url", fmt.Sprintf("https://%s.example.org/%d", provider.ID, a.between(100, 999))},
			{"phone", phone(a)}, {"email", fmt.Sprintf("kurse@%s.example.org", provider.ID)},
		})
	}
}

func (c *Corpus) internship(a *author, m *Map, courses []*draft) {
	m.add("kind", c.draw(a, "internship-kinds", 1)[0])
	m.add("occupations", c.draw(a, "occupations", 1))
	m.add("tasks", a.sentence(8, 14))
	m.add("duration", Flow{{"min", a.between(1, 4)}, {"max", a.between(4, 36)}, {"unit", one(a, []Plain{"weeks", "months"})}})
	start := epoch().Add(a.between(40, 400))
	if a.chance(1, 2) {
		m.add("start", Plain(start.String()))
		m.add("apply_by", Plain(start.Add(-14).String()))
	} else {
		m.add("start", Plain("flexible"))
	}
	m.add("hours_per_week", a.between(20, 39))
	if a.chance(1, 4) {
		m.add("shifts", Plain("yes"))
	}
	if a.chance(9, 22) {
		m.add("pay", Map{{"amount", Plain(strconv.Itoa(a.between(300, 1200)) + ".00")}, {"per", Plain("month")}, {"note", a.phrase(4, 8)}})
	}
	m.add("language_level", one(a, []Plain{"a2", "b1", "b2"}))
	m.add("openings", Flow{{"number", a.between(1, 6)}, {"as_of", Plain(epoch().String())}})
	m.add("mentor", Plain("yes"))
	m.add("work_permit", one(a, []Plain{"yes", "no", "ask"}))
	if len(courses) > 0 && a.chance(5, 22) {
		m.add("alongside", plains(one(a, courses).id))
	}
}

func (c *Corpus) transport(a *author, m *Map, d *draft) {
	m.add("mode", c.draw(a, "transport-modes", 1)[0])
	if a.chance(1, 2) {
		city := d.venue.Fields.get("city").(string)
		times := func(minute int) List {
			var list List
			for hour := 6; hour < 20; hour += 2 {
				list = append(list, Plain(fmt.Sprintf("%02d:%02d", hour, minute)))
			}
			return list
		}
		m.add("lines", List{strconv.Itoa(a.between(100, 999))})
		m.add("stops", List{city + ", Bahnhof", city + ", Markt"})
		m.add("departures", List{Map{
			{"id", Plain("hin")}, {"to", a.same(city + ", Markt")}, {"days", plains(weekdays()...)},
			{"calls", List{Flow{{"stop", city + ", Bahnhof"}, {"at", times(5)}}, Flow{{"stop", city + ", Markt"}, {"at", times(40)}}}},
		}})
	}
	m.add("tickets", c.draw(a, "tickets", 2))
	m.add("wheelchair", one(a, []Plain{"yes", "no", "unknown"}))
	m.add("bikes", one(a, []Plain{"yes", "no", "unknown"}))
}
