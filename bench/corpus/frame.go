package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// placeTable is the places of a real county.
//
//go:embed places.txt
var placeTable string

// place is a line of the table.
type place struct {
	id, name, kind, parent, ags, population, postalCode string
	lat, lon                                            float64
}

const county = "landkreis-osnabrueck"

func places() []place {
	var list []place
	for line := range strings.Lines(placeTable) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if strings.HasPrefix(line, "#") || len(cells) != 9 {
			continue
		}
		p := place{id: cells[0], name: cells[1], kind: cells[2], parent: cells[3], ags: cells[4], population: cells[7], postalCode: cells[8]}
		p.lat, _ = strconv.ParseFloat(cells[5], 64)
		p.lon, _ = strconv.ParseFloat(cells[6], 64)
		list = append(list, p)
	}
	return list
}

// frame makes what offers refer to: places, venues, organizations, contacts, pages and glossary, as many as the sample county
// has and, slowly, more with the number of offers.
func (c *Corpus) frame(offers int) {
	for _, p := range c.places {
		c.addPlace(p)
	}
	for i := range 57 + offers/40 {
		c.addVenue(i)
	}
	for i := range 12 + offers/50 {
		c.addOrganization(i)
	}
	for i := range len(c.municipalities()) + 12 + offers/50 {
		c.addContact(i)
	}
	c.addPages()
	for i := range 10 {
		a := c.author("glossary " + strconv.Itoa(i))
		title := a.write(functionWords+50+i*20, func(p pen, rank int) string { return p.capital(p.words[rank]) })
		c.add("glossary", slug(title[0], 40)+"-"+strconv.Itoa(i), Map{{"title", title}, {"summary", a.summary()}}, a.note(30, 60))
	}
}

func (c *Corpus) municipalities() []place {
	var list []place
	for _, p := range c.places {
		if p.kind == "municipality" {
			list = append(list, p)
		}
	}
	return list
}

func (c *Corpus) addPlace(p place) {
	a := c.author("places " + p.id)
	m := Map{{"title", a.same(p.name)}, {"summary", a.summary()}, {"kind", Plain(p.kind)}}
	if p.parent != "" {
		m.add("parent", Plain(p.parent))
	}
	if p.ags != "" {
		m.add("ags", p.ags)
	}
	m.add("lat", degrees(p.lat))
	m.add("lon", degrees(p.lon))
	if p.population != "" {
		m.add("population", Plain(p.population))
	}
	if p.postalCode != "" {
		m.add("postal_codes", List{p.postalCode})
	}
	if p.kind == "municipality" {
		m.add("stops", List{p.name + ", Bahnhof", p.name + ", Markt"})
	}
	c.add("places", p.id, m, nil)
}

func degrees(n float64) Plain { return Plain(strconv.FormatFloat(n, 'f', 4, 64)) }

func (c *Corpus) addVenue(i int) {
	a := c.author("venues " + strconv.Itoa(i))
	p := one(a, c.municipalities())
	title := a.phrase(2, 3)
	id := slug(title[0], 40) + "-" + strconv.Itoa(i)
	m := Map{
		{"title", title.behind(" " + p.name)},
		{"street", a.pens[0].phrase(1) + "weg " + strconv.Itoa(a.between(1, 90))},
		{"postal_code", p.postalCode}, {"city", p.name}, {"place", Plain(p.id)},
		{"lat", degrees(p.lat + a.Float64()/50)}, {"lon", degrees(p.lon + a.Float64()/50)},
		{"stop", p.name + ", Bahnhof"}, {"wheelchair", one(a, []Plain{"yes", "yes", "no", "unknown"})},
		{"directions", a.sentence(6, 12)},
	}
	r := c.add("venues", id, m, nil)
	r.Places = c.around(p.id)
	c.venues = append(c.venues, r)
}

func (c *Corpus) addOrganization(i int) {
	a := c.author("organizations " + strconv.Itoa(i))
	id, title := "landkreis", a.same("Landkreis Osnabrück")
	if i > 0 {
		title = a.phrase(2, 4)
		id = slug(title[0], 40) + "-" + strconv.Itoa(i)
	}
	m := Map{{"title", title}, {"summary", a.summary()}}
	c.checked(a, &m)
	m.add("kind", c.draw(a, "organization-kinds", 1))
	m.add("url", fmt.Sprintf("https://%s.example.org/", id))
	m.add("email", fmt.Sprintf("info@%s.example.org", id))
	m.add("phone", phone(a))
	m.add("venue", Plain(one(a, c.venues).ID))
	c.bodies = append(c.bodies, c.add("organizations", id, m, a.note(40, 60)))
}

// addContact makes an office. The first answers for whatever nobody else does, the next for topics in the whole county, then one a
// municipality; all others for their offers only.
func (c *Corpus) addContact(i int) {
	a := c.author("contacts " + strconv.Itoa(i))
	id, title, organization := "buergertelefon", a.phrase(2, 3), c.bodies[0]
	if i > 0 {
		id, organization = slug(title[0], 40)+"-"+strconv.Itoa(i), one(a, c.bodies)
	}
	m := Map{{"title", title}, {"summary", a.summary()}}
	c.checked(a, &m)
	m.add("role", a.phrase(4, 8))
	m.add("organization", Plain(organization.ID))
	m.add("phone", phone(a))
	m.add("email", fmt.Sprintf("%s@%s.example.org", slug(title[0], 10), organization.ID))
	m.add("venue", Plain(one(a, c.venues).ID))
	m.add("hours", List{c.hours(a)})
	m.add("languages_spoken", c.spoken(a))
	towns := c.municipalities()
	switch {
	case i == 0:
		m.add("responsible", List{Flow{{"places", plains(county)}}})
	case i < 12:
		m.add("responsible", List{Flow{{"places", plains(county)}, {"topics", c.draw(a, "topics", 3)}}})
	case i < 12+len(towns):
		m.add("responsible", List{Flow{{"places", plains(towns[i-12].id)}, {"topics", c.draw(a, "topics", 5)}}, Flow{{"places", plains(towns[i-12].id)}}})
	}
	c.offices = append(c.offices, c.add("contacts", id, m, a.note(20, 50)))
}

// hours are office hours.
func (c *Corpus) hours(a *author) Map {
	m := Map{{"id", Plain("buero")}, {"times", List{
		Flow{{"days", plains(some(a, weekdays(), 3)...)}, {"from", Plain("09:00")}, {"to", Plain("12:00")}},
		Flow{{"days", plains(some(a, weekdays(), 1)...)}, {"from", Plain("14:00")}, {"to", Plain("17:30")}},
	}}}
	if a.chance(1, 4) {
		m.add("by_appointment", Plain("yes"))
	}
	m.add("note", a.sentence(5, 10))
	return m
}

// phone draws one of the numbers that the Bundesnetzagentur keeps for fiction.
func phone(a *author) string {
	return one(a, []string{"030 23125-", "040 66969-", "069 90009-", "0221 4710-", "089 99998-"}) + strconv.Itoa(a.between(100, 999))
}

// addPages makes the pages that a public body must have, and three in the menu.
func (c *Corpus) addPages() {
	for i, id := range []string{"impressum", "datenschutz", "barrierefreiheit", "erste-schritte", "arbeit", "schule"} {
		a := c.author("pages " + id)
		m := Map{{"title", a.phrase(1, 3)}, {"summary", a.summary()}}
		c.checked(a, &m)
		m.add("menu", []Plain{"footer", "main"}[i/3])
		m.add("order", i+1)
		if id == "barrierefreiheit" {
			m.add("statement", Map{{"method", "EN 301 549"}, {"date", Plain(epoch().String())}, {"exceptions", a.phrases(2)}, {"enforcement_url", "https://schlichtung.example.org/"}})
		}
		c.add("pages", id, m, a.body("contacts/buergertelefon"))
	}
}
