package site

import (
	"cmp"

	"mappe/generator/catalog"
)

// contactPage tells an office: how to reach it, when, in which languages, what it answers for and who takes over.
func contactPage(v *view, c *catalog.Contact) *RecordPage {
	p := v.record(c)
	role := v.words(c.Role)
	if p.Summary.Text == "" && role.Text != "" {
		p.Summary, p.Description = role, described(role)
	}
	p.Call = v.callLink(contactPhone(c))
	p.Facts = v.contactFacts(c)
	v.section(p, v.answersFor(c))
	v.section(p, v.handsOver(c))
	v.section(p, v.offersSection(v.shelved().byContact[c]))
	return p
}

func (v *view) contactFacts(c *catalog.Contact) []Fact {
	r := rows{v: v}
	if !c.Summary.IsZero() {
		r.add("role", v.said(v.words(c.Role)))
	}
	r.add("person", v.person(c))
	if c.Phone != "" {
		r.add("phone", v.phone(c.Phone))
	}
	if c.Mobile != "" {
		r.add("mobile", v.phone(c.Mobile))
	}
	if c.Email != "" {
		r.add("email", emailValue(c.Email))
	}
	if c.URL != "" {
		r.add("web", web(c.URL))
	}
	r.add("messenger", v.said(v.foreign(c.Messenger)))
	v.hoursRow(&r, c.Hours, c.Closed)
	r.addAll("where", v.address(c.Venue))
	v.languagesRow(&r, c.LanguagesSpoken, c.Interpreter)
	if c.Organization.To != nil {
		r.add("organization", linkValue(v.link(c.Organization.To)))
	}
	if substitute := c.Substitute.To; substitute != nil && v.hasPage(substitute) {
		r.addAll("substitute", v.contactValues(substitute))
	}
	return r.facts
}

// person is the name of whoever works there. It is told only with a consent that holds today, and hides itself when that runs out.
func (v *view) person(c *catalog.Contact) Value {
	consent := c.Consent
	if consent == nil || consent.Date.IsZero() || consent.Date > v.Today || !consent.Until.IsZero() && consent.Until < v.Today {
		return Value{}
	}
	value := v.said(v.foreign(c.Person))
	value.Until = consent.Until.String()
	return value
}

// answersFor tells what an office answers for, a group for each of its responsibilities.
func (v *view) answersFor(c *catalog.Contact) Section {
	section := Section{ID: "responsible", Heading: v.t("section.responsible")}
	linked := map[*catalog.Term]bool{}
	for i := range c.Responsible {
		row := &c.Responsible[i]
		group := Group{}
		add := func(label, text string) {
			if text != "" {
				group.Lines = append(group.Lines, Line{Words: v.own(label), Value: v.note(text)})
			}
		}
		add(v.t("fact.topics"), cmp.Or(v.labels(v.terms(row.Topics)), v.t("contact.all_topics")))
		add(v.t("fact.places"), cmp.Or(v.join(v.placeWords(row.Places)), v.countyName()))
		add(v.t("fact.audiences"), v.labels(v.terms(row.Audiences)))
		add(v.t("fact.circles"), v.labels(v.terms(row.Circles)))
		section.Groups = append(section.Groups, group)
		for _, topic := range row.Topics {
			if !linked[topic] {
				linked[topic] = true
				section.Links = append(section.Links, v.topicLink(topic))
			}
		}
	}
	return section
}

func (v *view) countyName() string {
	if v.Catalogue.County == nil {
		return ""
	}
	return v.words(v.Catalogue.County.Title).Text
}

// handsOver tells who takes over when a person's legal circle changes.
func (v *view) handsOver(c *catalog.Contact) Section {
	section := Section{ID: "hands-over", Heading: v.t("section.hands_over")}
	for i := range c.HandsOverTo {
		to := &c.HandsOverTo[i]
		if to.Contact.To == nil {
			continue
		}
		group := Group{Heading: v.link(to.Contact.To)}
		if to.Circle != nil {
			group.Lines = append(group.Lines, Line{Words: v.own(v.t("contact.after_change")), Value: v.said(v.term(to.Circle))})
		}
		if number := contactPhone(to.Contact.To); number != "" {
			group.Lines = append(group.Lines, Line{Words: v.own(v.t("fact.phone")), Value: v.phone(number)})
		}
		if !to.Note.IsZero() {
			group.Lines = append(group.Lines, Line{Words: v.words(to.Note)})
		}
		section.Groups = append(section.Groups, group)
	}
	return section
}

// offersSection shows the offers of an office or an organization: the first as cards, the rest as links, since no list is narrowed to them.
func (v *view) offersSection(offers []catalog.Entry) Section {
	ordered := v.ordered(offers)
	shown := min(len(ordered), perSection)
	return Section{ID: "offers", Heading: v.t("section.offers"), Cards: cards(v, ordered[:shown]), Links: v.links(ordered[shown:])}
}
