package site

import (
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// money tells what an offer costs. What is not said is unknown, never free.
func (v *view) money(o *catalog.Offer) []Value {
	price := facts.PriceOf(o)
	list := v.room.values.about(4)
	if o.Free && price.State == facts.PriceFree {
		list = append(list, v.note(v.t("price.free")))
	}
	for i := range o.Prices {
		list = append(list, v.amount(&o.Prices[i])...)
	}
	if o.FreeFor != nil {
		list = append(list, v.freeFor(o.FreeFor)...)
	}
	if len(o.Funding) > 0 {
		list = append(list, v.note(v.t("price.funding", "list", v.labels(v.terms(o.Funding)))))
	}
	if len(list) == 0 {
		list = append(list, v.note(v.t("price.unknown")))
	}
	return list
}

func (v *view) amount(p *catalog.Price) []Value {
	list := v.room.values.about(4)
	if p.Amount != nil && *p.Amount > 0 {
		key := "price." + p.Per
		if p.Extra {
			key = "price.extra_" + p.Per
		}
		list = append(list, v.note(v.t(key, "amount", v.loc.Money(int64(*p.Amount)))))
	} else if p.Amount != nil {
		list = append(list, v.note(v.t("price.free")))
	}
	for _, text := range []catalog.Text{p.For, p.Note} {
		if !text.IsZero() {
			list = append(list, Value{Kind: "note", Words: v.words(text)})
		}
	}
	return list
}

func (v *view) freeFor(f *catalog.FreeFor) []Value {
	list := v.room.values.about(4)
	if who := append(v.terms(f.Statuses), v.terms(f.Circles)...); len(who) > 0 {
		list = append(list, v.note(v.t("price.free_for", "list", v.labels(who))))
	}
	if !f.Note.IsZero() {
		list = append(list, Value{Kind: "note", Words: v.words(f.Note)})
	}
	return list
}

// join lists words in the page's language.
func (v *view) join(words []Words) string { return v.loc.List(v.isolated(words)) }

// labels lists what terms are called, which may begin with a capital that a sentence would not have.
func (v *view) labels(words []Words) string { return v.loc.Labels(v.isolated(words)) }

// isolated are words for one line. Those of another direction are isolated, so that the line keeps its order.
func (v *view) isolated(words []Words) []string {
	texts := v.room.texts.take(len(words))
	for _, w := range words {
		if w.Dir != "" && w.Dir != v.loc.Dir() {
			w.Text = v.isolate(w.Text)
		}
		texts = append(texts, w.Text)
	}
	return texts
}

// who tells who may come: the people it is meant for, their age, where they live, their papers.
func (v *view) who(r *rows, o *catalog.Offer, a *catalog.Admission) {
	list := v.room.values.about(8)
	if len(o.Audiences) > 0 {
		key := "who.audiences"
		if o.AudiencesOnly {
			key = "who.audiences_only"
		}
		list = append(list, v.note(v.t(key, "list", v.labels(v.terms(o.Audiences)))))
	}
	if age := v.ages(o.Age); age != "" {
		list = append(list, v.note(age))
	}
	if len(o.Places) > 0 {
		names := v.room.words.take(len(o.Places))
		for _, place := range o.Places {
			if place.To != nil {
				names = append(names, v.words(place.To.Title))
			}
		}
		list = append(list, v.note(v.t("who.residents", "list", v.join(names))))
	}
	r.addAll("who", v.papers(list, a))
}

func (v *view) ages(a *catalog.AgeRange) string {
	switch {
	case a == nil:
		return ""
	case a.Min != nil && a.Max != nil:
		return v.t("who.age_range", "range", v.loc.Span(v.loc.Number(*a.Min), v.loc.Number(*a.Max)))
	case a.Min != nil:
		return v.t("who.age_from", "n", *a.Min)
	case a.Max != nil:
		return v.t("who.age_to", "n", *a.Max)
	}
	return ""
}

// papers adds to a list what residence status or legal responsibility is asked for. It is never advice: it names its source and its date, and
// says that one had better ask.
func (v *view) papers(list []Value, a *catalog.Admission) []Value {
	state := v.admission(a)
	if a == nil {
		return append(list, v.note(v.t("admission.unknown")))
	}
	switch {
	case a.Open:
		list = append(list, v.note(v.t("admission.open")))
	case len(a.Statuses)+len(a.Circles)+len(a.NotFor) == 0:
		list = append(list, v.note(v.t("admission.unknown")))
	}
	list = v.papersList(list, "admission.statuses", a.Statuses)
	list = v.papersList(list, "admission.circles", a.Circles)
	list = v.papersList(list, "admission.not_for", a.NotFor)
	list = v.papersList(list, "admission.proof", a.Proof)
	if !a.Note.IsZero() {
		list = append(list, Value{Kind: "note", Words: v.words(a.Note)})
	}
	if state.MayHaveChanged && !a.Open {
		list = append(list, Value{Kind: "note", Words: v.own(v.t("admission.may_have_changed"))})
	}
	if a.SourceURL != "" {
		link := outside(v.own(v.t("admission.source", "date", v.shortDay(a.AsOf))), a.SourceURL)
		list = append(list, linkValue(link))
	}
	return list
}

func (v *view) papersList(list []Value, key string, terms []*catalog.Term) []Value {
	if len(terms) == 0 {
		return list
	}
	return append(list, v.note(v.t(key, "list", v.labels(v.terms(terms)))))
}

// closingRows are what every offer tells after its own facts: what to bring, how to register, whom to ask, what is spoken, and what
// and whom it belongs to.
func (v *view) closingRows(r *rows, o *catalog.Offer, booking *catalog.Booking, childcare *catalog.Childcare) {
	v.childcareRow(r, childcare)
	r.addAll("documents", v.values("text", v.listOf(o.Documents)))
	v.register(r, booking)
	v.ask(r, o)
	v.languagesRow(r, o.LanguagesSpoken, o.Interpreter)
	v.topicsRow(r, o)
	if o.Organization.To != nil {
		r.add("organization", linkValue(v.link(o.Organization.To)))
	}
}

// languagesRow tells which languages are spoken where the offer is, and whether somebody interprets.
func (v *view) languagesRow(r *rows, spoken []string, interpreter bool) {
	list := v.room.values.about(4)
	if len(spoken) > 0 {
		list = append(list, v.note(v.languageNames(spoken)))
	}
	if interpreter {
		list = append(list, v.note(v.t("language.interpreter")))
	}
	r.addAll("languages_spoken", list)
}

// childcareRow tells who looks after the children meanwhile.
func (v *view) childcareRow(r *rows, c *catalog.Childcare) {
	if c == nil || c.Kind == "" {
		return
	}
	text := v.t("childcare." + c.Kind)
	if c.Places != nil {
		text = v.t("childcare.with_places", "kind", text, "n", *c.Places)
	}
	list := []Value{v.note(text)}
	if !c.Note.IsZero() {
		list = append(list, Value{Kind: "note", Words: v.words(c.Note)})
	}
	r.addAll("childcare", list)
}

// register tells how to register.
func (v *view) register(r *rows, b *catalog.Booking) {
	if b == nil {
		return
	}
	list := v.room.values.about(4)
	if b.Contact.To != nil && v.hasPage(b.Contact.To) {
		list = append(list, linkValue(v.link(b.Contact.To)))
	} else if b.Via == "office" {
		link := v.ownLink(v.t("booking.office"), v.code+"/contacts/find.html")
		list = append(list, linkValue(link))
	}
	if b.Phone != "" {
		list = append(list, v.phone(b.Phone))
	}
	if b.Email != "" {
		list = append(list, emailValue(b.Email))
	}
	if b.URL != "" {
		list = append(list, web(b.URL))
	}
	if !b.Note.IsZero() {
		list = append(list, Value{Kind: "note", Words: v.words(b.Note)})
	}
	r.addAll("register", list)
}

// ask tells whom to ask: the offer's contacts, else its organization.
func (v *view) ask(r *rows, o *catalog.Offer) {
	list := v.room.values.about(4)
	for contact := range v.published(o.Contacts) {
		list = append(list, v.contactValues(contact)...)
	}
	if org := o.Organization.To; len(list) == 0 && org != nil {
		if org.Phone != "" {
			list = append(list, v.phone(org.Phone))
		}
		if org.Email != "" {
			list = append(list, emailValue(org.Email))
		}
	}
	r.addAll("ask", list)
}

// topicsRow leads to everything else for the offer's topics.
func (v *view) topicsRow(r *rows, o *catalog.Offer) {
	list := v.room.values.about(4)
	for _, topic := range o.Topics {
		list = append(list, linkValue(v.topicLink(topic)))
	}
	r.addAll("topics", list)
}

// whereRow tells where an offer takes place: its venue's address, or its places.
func (v *view) whereRow(r *rows, entry catalog.Entry, where *catalog.Where, room string) {
	list := append(v.room.values.about(8), v.address(where)...)
	if room != "" {
		list = append(list, v.note(v.t("address.room", "room", v.isolate(room))))
	}
	if len(list) == 0 || where == nil || where.Place.To != nil {
		list = append(list, v.placeNames(entry)...)
	}
	r.addAll("where", list)
}
