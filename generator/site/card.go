package site

import (
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// sharedCard tells a record as card does by what is told once for the language, of which only the links are the page's own. So its badges and
// the values of its facts must not be changed; more badges and facts can be added, which then are the card's own.
func (v *view) sharedCard(entry catalog.Entry) Card {
	card := *v.toldCard(entry)
	card.Title = v.linked(card.Title)
	card.Facts = append(v.room.facts.take(len(card.Facts)), card.Facts...)
	for i := range card.Facts {
		card.Facts[i].Values = v.linkedValues(card.Facts[i].Values)
	}
	return card
}

// toldCard is what a record's card tells in the page's language, with links of no page.
func (v *view) toldCard(entry catalog.Entry) *Card {
	return v.told().cards.once(v, entry, func(v *view, entry catalog.Entry) *Card {
		card := v.ofNoPage().card(entry)
		card.Badges = slices.Clip(card.Badges)
		return &card
	})
}

// linkedValues are values of no page as the page has them.
func (v *view) linkedValues(values []Value) []Value {
	if !slices.ContainsFunc(values, func(value Value) bool { return value.Kind == "link" }) {
		return values
	}
	list := v.room.values.take(len(values))
	for _, value := range values {
		list = append(list, v.linkedValue(value))
	}
	return list
}

// linkedValue is a value of no page as the page has it.
func (v *view) linkedValue(value Value) Value {
	if value.Kind == "link" && value.Href != "" && !value.External {
		value.Href = v.to(string(value.Href))
	}
	return value
}

// card tells a record in a list: its title, what it is, and the few facts that decide whether to read on.
func (v *view) card(entry catalog.Entry) Card {
	if course, ok := entry.(*catalog.Course); ok {
		return v.cardOf(course, v.sessionsOf(course).next)
	}
	return v.cardOf(entry, nil)
}

// cardOf tells a record; of a course it tells this session, or that there is none.
func (v *view) cardOf(entry catalog.Entry, session *catalog.Session) Card {
	base := entry.Base()
	card := Card{
		Record:  base.Key(),
		Title:   v.newLink(entry),
		Type:    v.t("kind." + base.Folder()),
		Summary: v.words(base.Summary),
		Until:   base.PublishUntil.String(),
	}
	if kind := facts.KindOf(entry); kind != nil {
		card.Type = v.term(kind).Text
	}
	if offer := base.AsOffer(); offer != nil && offer.LinkOut && offer.Booking != nil && offer.Booking.URL != "" {
		card.Title = outside(card.Title.Words, offer.Booking.URL)
	}
	switch e := entry.(type) {
	case *catalog.Course:
		v.courseCard(&card, e, session)
	case *catalog.Internship:
		v.internshipCard(&card, e)
	case *catalog.Event:
		card.fact(v, "when", v.moments(e.Start, e.End))
		card.place(v, e)
		card.Until = v.lastDay(e).String()
	case *catalog.Contact:
		card.Summary = v.words(e.Role)
		if e.Phone != "" {
			card.fact(v, "phone", v.phone(e.Phone))
		}
	case *catalog.Support, *catalog.Transport:
		card.place(v, entry)
	}
	v.lifeBadges(&card, base)
	return card
}

// fact adds a fact to a card unless it says nothing.
func (c *Card) fact(v *view, name string, value Value) { c.factOf(v, name, v.only(value)) }

// factOf adds a fact of several values to a card; those that say nothing are left out.
func (c *Card) factOf(v *view, name string, values []Value) {
	if f, said := v.fact(name, values); said {
		c.Facts = append(c.Facts, f)
	}
}

func (c *Card) badge(v *view, name string, values ...any) {
	c.Badges = append(c.Badges, Badge{name, v.t("badge."+name, values...)})
}

func (c *Card) place(v *view, entry catalog.Entry) {
	c.factOf(v, "where", v.placeNames(entry))
}

func (v *view) lifeBadges(card *Card, r *catalog.Record) {
	if v.Drafts && facts.LifeOf(r, v.Today) == facts.Draft {
		card.badge(v, "draft")
	}
	if facts.FreshnessOf(r, v.Catalogue.Settings.Freshness, v.Today) == facts.AskFirst && !r.LastVerified.IsZero() {
		card.badge(v, "ask_first")
	}
}

func (v *view) courseCard(card *Card, c *catalog.Course, session *catalog.Session) {
	card.Facts = make([]Fact, 0, 5) // all that are told below
	if session == nil {
		card.fact(v, "next_start", v.note(v.t("session.no_date")))
	} else {
		effective := &v.session(c, session).Session
		if v.isRunning(effective) {
			card.fact(v, "running", v.note(v.sessionStart(effective)))
		} else {
			card.fact(v, "next_start", v.note(v.sessionStart(effective)))
		}
		card.factOf(v, "time", v.timesOfDay(effective))
		v.seatBadge(card, effective)
		if last := facts.LastEntry(session); !last.IsZero() && len(c.Sessions) == 1 {
			card.Until = last.String()
		}
	}
	card.place(v, c)
	if c.Level != nil {
		card.fact(v, "level", v.note(v.levels(c.Level)))
	}
	if len(c.InstructionLanguages) > 0 {
		card.fact(v, "taught_in", v.note(v.languageNames(c.InstructionLanguages)))
	}
}

func (v *view) seatBadge(card *Card, s *catalog.Session) {
	switch told := facts.SeatsTold(s.Seats, v.Today, v.Catalogue.Settings.Freshness); told.Kind {
	case facts.SeatsFull, facts.SeatsWaiting:
		card.badge(v, "full")
	case facts.SeatsFree:
		card.badge(v, "free_seats", "n", told.Free)
	}
}

func (v *view) internshipCard(card *Card, e *catalog.Internship) {
	card.Facts = make([]Fact, 0, 5)
	card.place(v, e)
	card.fact(v, "duration", v.note(v.duration(e.Duration)))
	card.fact(v, "start", v.note(v.dateOrWord(e.Start)))
	if !e.ApplyBy.IsZero() {
		card.fact(v, "apply_by", Value{Kind: "text", Words: v.own(v.loc.Date(e.ApplyBy, locale.Long)), Until: e.ApplyBy.String()})
		card.Until = e.ApplyBy.String()
	}
	if e.LanguageLevel != nil {
		card.fact(v, "language_level", v.note(v.term(e.LanguageLevel).Text))
	}
}
