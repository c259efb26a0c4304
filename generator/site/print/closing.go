package print

import (
	"regexp"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/site"
)

// indexes say in which offers each place and each organization occurs.
func (p *planner) indexes(v *site.View, o *overview, sections []Section) []Index {
	places, organizations := newIndex(v), newIndex(v)
	entries := o.records()
	each(sections, func(e Entry) {
		entry := entries[e.ID]
		where, online := facts.TakesPlaceIn(entry, p.Tree())
		for _, place := range where {
			places.add(v.Words(place.Title), e)
		}
		if online {
			places.add(v.Own(v.T("mode.online")), e)
		}
		if offer := entry.Base().AsOffer(); offer != nil && offer.Organization.To != nil {
			organizations.add(v.Words(offer.Organization.To.Title), e)
		}
	})
	var list []Index
	for _, index := range []struct {
		id, heading string
		*indexMaker
	}{{"places", v.T("print.index_places"), places}, {"organizations", v.T("print.index_organizations"), organizations}} {
		if terms := index.sorted(); len(terms) > 0 {
			list = append(list, Index{ID: index.id, Heading: index.heading, Terms: terms})
		}
	}
	return list
}

// indexMaker gathers the terms of an index.
type indexMaker struct {
	v     *site.View
	terms []IndexTerm
	at    map[string]int
}

func newIndex(v *site.View) *indexMaker { return &indexMaker{v: v, at: map[string]int{}} }

func (m *indexMaker) add(words site.Words, e Entry) {
	i, known := m.at[words.Text]
	if !known {
		i = len(m.terms)
		m.at[words.Text] = i
		m.terms = append(m.terms, IndexTerm{Words: words})
	}
	m.terms[i].Numbers = append(m.terms[i].Numbers, IndexNumber{e.Number, anchor(e.ID)})
}

func (m *indexMaker) sorted() []IndexTerm {
	locale.SortBy(m.v.Locale(), m.terms, func(t IndexTerm) string { return t.Words.Text })
	return m.terms
}

// abbreviation is an entry of the glossary that has one, and where it stands as a whole word.
type abbreviation struct {
	entry *catalog.Glossary
	found *regexp.Regexp
}

func (p *planner) findAbbreviations() []abbreviation {
	var list []abbreviation
	for _, entry := range p.Catalogue.Glossary {
		if entry.Abbreviation == "" || !p.HasPage(entry) {
			continue
		}
		whole := regexp.MustCompile(`(?:^|[^\pL\pN])` + regexp.QuoteMeta(entry.Abbreviation) + `(?:$|[^\pL\pN])`)
		list = append(list, abbreviation{entry, whole})
	}
	return list
}

// abbreviationsIn returns the abbreviations that an offer's words use, by their place in the glossary.
func (p *planner) abbreviationsIn(v *site.View, o *Offer) []int {
	return site.Once(&p.made(v).abbreviations, o.ID, func() []int { return p.findIn(o) })
}

func (p *planner) findIn(o *Offer) []int {
	var all strings.Builder
	for _, text := range []string{o.Title.Text, o.Type, o.Summary.Text} {
		all.WriteString(text + "\n")
	}
	for _, f := range o.Facts {
		all.WriteString(f.Label + "\n")
		for _, value := range f.Values {
			all.WriteString(value.Text + "\n")
		}
	}
	text := all.String()
	var found []int
	for i, a := range p.glossary {
		if strings.Contains(text, a.entry.Abbreviation) && a.found.MatchString(text) {
			found = append(found, i)
		}
	}
	return found
}

// explained are abbreviations by their place in the glossary, in the order of the page's language.
func (p *planner) explained(v *site.View, used map[int]bool) []GlossaryEntry {
	var list []GlossaryEntry
	for i, a := range p.glossary {
		if used[i] {
			list = append(list, GlossaryEntry{a.entry.Abbreviation, v.Words(a.entry.Title), v.Words(a.entry.Summary)})
		}
	}
	locale.SortBy(v.Locale(), list, func(e GlossaryEntry) string { return e.Abbreviation })
	return list
}

// offices are those whom one can ask about an overview's offers: each once, in the order of the page's language.
func (p *planner) offices(v *site.View, o *overview) []site.Card {
	var contacts []catalog.Entry
	add := func(contact *catalog.Contact) {
		if contact != nil && p.HasPage(contact) && !slices.Contains(contacts, catalog.Entry(contact)) {
			contacts = append(contacts, contact)
		}
	}
	for _, b := range o.blocks {
		for _, e := range b.entries {
			offer := e.Base().AsOffer()
			if offer == nil {
				continue
			}
			for _, ref := range offer.Contacts {
				add(ref.To)
			}
		}
	}
	cards := make([]site.Card, len(contacts))
	for i, contact := range v.Ordered(contacts) {
		cards[i] = site.Once(&p.made(v).cards, contact, func() site.Card { return officeCard(v, contact) })
	}
	return cards
}

// officeCard is an office with all its numbers.
func officeCard(v *site.View, contact catalog.Entry) site.Card {
	card := v.Card(contact)
	card.Facts = nil
	for _, f := range v.Facts(contact) {
		switch f.Name {
		case "phone", "mobile", "email", "where":
			card.Facts = append(card.Facts, site.Fact{Name: f.Name, Label: f.Label, Values: paperValues(f.Name, f.Values)})
		}
	}
	return card
}
