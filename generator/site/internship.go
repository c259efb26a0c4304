package site

import "mappe/generator/catalog"

// internshipPage tells a placement, a training place or a job in the order people ask.
func internshipPage(v *view, e *catalog.Internship) *RecordPage {
	p := v.record(e)
	v.callFirst(p, &e.Offer, e.Booking)
	p.Facts = v.internshipFacts(e)
	v.brief(p, e)
	if tasks := v.words(e.Tasks); tasks.Text != "" {
		v.section(p, Section{ID: "tasks", Heading: v.t("section.tasks"), Intro: tasks})
	}
	v.reached(p, e)
	var courses []catalog.Entry
	for _, ref := range e.Alongside {
		if ref.To != nil {
			courses = append(courses, ref.To)
		}
	}
	v.section(p, Section{ID: "alongside", Heading: v.t("section.alongside"), Cards: cards(v, courses)})
	v.related(p, &e.Offer)
	return p
}

func (v *view) internshipFacts(e *catalog.Internship) []Fact {
	r := rows{v: v}
	r.addAll("occupation", v.values("text", v.terms(e.Occupations)))
	r.add("start", v.note(v.internshipStart(e)))
	r.add("duration", v.note(v.duration(e.Duration)))
	r.addAll("times", v.workingHours(e))
	v.whereRow(&r, e, e.Venue, "")
	r.addAll("pay", v.pay(e.Pay))
	if e.LanguageLevel != nil {
		r.add("language_level", v.said(v.term(e.LanguageLevel)))
	}
	v.who(&r, &e.Offer, e.Admission)
	if e.WorkPermit != "" {
		r.add("work_permit", v.note(v.t("work_permit."+e.WorkPermit)))
	}
	if e.Openings != nil && e.Openings.Number != nil {
		r.add("openings", v.note(v.t("internship.openings", "n", *e.Openings.Number, "date", v.shortDay(e.Openings.AsOf))))
	}
	if !e.ApplyBy.IsZero() {
		r.add("apply_by", Value{Kind: "text", Words: v.own(v.day(e.ApplyBy)), Until: e.ApplyBy.String()})
	}
	r.addAll("mentor", v.mentor(e.Mentor))
	if e.LeadsToTraining {
		r.add("leads_to_training", v.note(v.t("internship.leads_to_training")))
	}
	v.closingRows(&r, &e.Offer, e.Booking, e.Childcare)
	return r.facts
}

func (v *view) internshipStart(e *catalog.Internship) string {
	if !e.Start.Date.IsZero() && !e.End.IsZero() {
		return v.dates(e.Start.Date, e.End)
	}
	return v.dateOrWord(e.Start)
}

func (v *view) workingHours(e *catalog.Internship) []Value {
	list := v.slotRows(e.Times)
	if e.HoursPerWeek != nil {
		list = append(list, v.note(v.t("internship.hours_per_week", "hours", v.loc.Decimal(int64(*e.HoursPerWeek*100+0.5)))))
	}
	if e.Shifts {
		list = append(list, v.note(v.t("internship.shifts")))
	}
	return list
}

func (v *view) pay(p *catalog.Pay) []Value {
	if p == nil {
		return nil
	}
	list := v.room.values.about(4)
	switch {
	case p.Amount != nil && *p.Amount > 0:
		list = append(list, v.note(v.t("price."+p.Per, "amount", v.loc.Money(int64(*p.Amount)))))
	case p.Amount != nil:
		list = append(list, v.note(v.t("pay.none")))
	}
	if !p.Note.IsZero() {
		list = append(list, Value{Kind: "note", Words: v.words(p.Note)})
	}
	return list
}

func (v *view) mentor(m *catalog.Mentor) []Value {
	if m == nil {
		return nil
	}
	list := v.room.values.about(4)
	if m.Contact.To != nil {
		list = append(list, v.contactValues(m.Contact.To)...)
	} else {
		list = append(list, v.note(v.t("internship.mentor")))
	}
	if len(m.Languages) > 0 {
		list = append(list, v.note(v.t("internship.mentor_languages", "list", v.languageNames(m.Languages))))
	}
	return list
}
