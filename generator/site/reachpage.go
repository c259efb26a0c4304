package site

import (
	"slices"
	"strings"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/locale"
	"mappe/generator/reach"
)

// reachPage tells from every place how to get to an offer in time and home again.
func reachPage(v *view, entry catalog.Entry) *ReachPage {
	base := entry.Base()
	title := v.words(base.Title)
	heading := v.t("reach.title", "offer", v.isolate(title.Text))
	offer := v.ownLink(title.Text, address.Record(v.code, base.Folder(), base.ID))
	offer.Words = title
	p := &ReachPage{Page: v.base(v.own(heading), v.own(heading), append(v.trail(entry), offer)...), Offer: offer, Intro: v.t("reach.choose"), Until: v.Reach.Valid.To.String()}
	p.Valid = v.t("reach.valid", "from", v.shortDay(v.Reach.Valid.From), "until", v.shortDay(v.Reach.Valid.To), "feeds", v.loc.List(isolatedAll(v.Reach.Feeds)))
	order := v.originsInOrder()
	for _, o := range order {
		place := v.originOf(o)
		p.Places = append(p.Places, Link{Words: v.words(place.Title), Href: fragmentOf(place)})
	}
	used := &usedLines{lines: map[int32]bool{}}
	first := map[string]bool{}
	for _, visit := range v.connections(entry) {
		p.Hours = append(p.Hours, v.reachHours(visit, order, used, first))
	}
	section := func(s Section) {
		if len(s.Facts)+len(s.Groups) > 0 {
			p.Sections = append(p.Sections, s)
		}
	}
	section(v.usedSection(used))
	section(v.askSection())
	return p
}

func isolatedAll(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = locale.Isolate(name)
	}
	return list
}

// originsInOrder are the places people set out from, by name in the page's language.
func (v *view) originsInOrder() []int {
	var places []catalog.Entry
	at := map[catalog.Entry]int{}
	for o := range v.Reach.Origins {
		if place := v.originOf(o); place != nil {
			places = append(places, place)
			at[place] = o
		}
	}
	order := make([]int, len(places))
	for i, place := range v.ordered(places) {
		order[i] = at[place]
	}
	return order
}

func (v *view) reachHours(visit *reach.Visit, order []int, used *usedLines, first map[string]bool) ReachHours {
	h := ReachHours{Caption: v.t("reach.hours_dates", "times", v.isolate(v.loc.ClockRange(visit.From, visit.To)), "n", len(visit.Dates))}
	if visit.Beyond > 0 {
		h.Note = v.t("reach.beyond", "n", visit.Beyond, "date", v.shortDay(v.Reach.Valid.To))
	}
	for _, o := range order {
		row := v.reachRow(visit, o, used)
		if !first[row.From] {
			row.ID, first[row.From] = row.From, true
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}

// reachRow tells one place: three times at once, the rest for whoever opens it.
func (v *view) reachRow(visit *reach.Visit, o int, used *usedLines) ReachRow {
	place, a := v.originOf(o), &visit.Answers[o]
	row := ReachRow{From: string(fragmentOf(place)[1:]), Place: v.words(place.Title)}
	switch a.Class {
	case reach.Local:
		row.Told = v.t("reach.local")
		return row
	case reach.None:
		row.Told = v.t("reach.none")
		return row
	case reach.OneWay:
		row.Told = v.t("reach.no_way_back")
		if !a.There.Found() {
			row.Told = v.t("reach.no_way_there")
		}
	case reach.OnCall:
		row.Badge = v.t("reach.on_call")
	}
	if a.There.Found() {
		row.Leave, row.Arrive = v.clock(a.There.Departure), v.clock(a.There.Arrival)
		row.Ways = append(row.Ways, v.reachWay(v.t("reach.there"), &a.There, used))
	}
	if a.Back.Found() {
		row.Home = v.clock(a.Back.Arrival)
		row.Ways = append(row.Ways, v.reachWay(v.t("reach.back"), &a.Back, used))
	}
	row.Brief = strings.Join(v.briefly(visit, a), " · ")
	row.Notes = v.reachNotes(visit, a, o)
	return row
}

// briefly says how long it takes, how often one changes, and on which dates.
func (v *view) briefly(visit *reach.Visit, a *reach.Answer) []string {
	var list []string
	if a.There.Found() {
		changes := v.t("reach.no_change")
		if n := a.There.Changes(); n > 0 {
			changes = v.t("reach.changes", "n", n)
		}
		list = append(list, v.t("reach.minutes", "n", a.There.Minutes()), changes)
	}
	if a.Class == reach.OneWay {
		return list
	}
	return append(list, v.reachDates(visit, a)...)
}

// reachDates says on how many dates one gets there and back, and on which not.
func (v *view) reachDates(visit *reach.Visit, a *reach.Answer) []string {
	if len(visit.Dates) == 1 {
		return nil
	}
	if a.Works == len(visit.Dates) {
		return []string{v.t("reach.all_dates", "n", a.Works)}
	}
	list := []string{v.t("reach.some_dates", "works", a.Works, "n", len(visit.Dates))}
	except := visit.Exceptions(a, v.Catalogue)
	switch {
	case except.SchoolHolidays:
		list = append(list, v.t("reach.not_in_holidays"))
	case len(except.Weekdays) > 0:
		list = append(list, v.t("reach.not", "list", v.weekdays(except.Weekdays, locale.Wide)))
	default:
		var spans []string
		for _, span := range except.Spans {
			words := v.loc.DateRange(span.From, span.To, locale.Long)
			if span.Holidays != nil {
				words = v.t("reach.span_holidays", "dates", words, "name", v.isolate(v.words(span.Holidays.Name).Text))
			}
			spans = append(spans, words)
		}
		if except.More > 0 {
			spans = append(spans, v.t("reach.more_dates", "n", except.More))
		}
		list = append(list, v.t("reach.not", "list", v.loc.List(spans)))
	}
	return list
}

func (v *view) reachWay(heading string, w *reach.Way, used *usedLines) ReachWay {
	way := ReachWay{Heading: heading}
	for i := range w.Legs {
		leg := &w.Legs[i]
		out := ReachLeg{Departure: v.clock(int(leg.Departure)), Arrival: v.clock(int(leg.Arrival)), From: v.stopName(leg.From), To: v.stopName(leg.To)}
		switch {
		case leg.Walk:
			if out.Note = v.t("reach.walk", "n", int(leg.Arrival-leg.Departure)); leg.Arrival == leg.Departure {
				continue
			}
		default:
			out.Line = v.lineName(leg.Line)
			used.add(leg)
			var notes []string
			if leg.OnCall {
				notes = append(notes, v.t("reach.on_call"))
			}
			if leg.About {
				notes = append(notes, v.t("reach.about"))
			}
			if leg.Every > 0 {
				notes = append(notes, v.t("reach.every", "n", int(leg.Every)))
			}
			out.Note = strings.Join(notes, ", ")
		}
		way.Legs = append(way.Legs, out)
	}
	return way
}

func (v *view) stopName(stop int32) string {
	if stop < 0 {
		return ""
	}
	return v.Reach.Stops[stop].Name
}

// lineName is what stands on the bus, or the name of the record one rides by.
func (v *view) lineName(line int32) string {
	l := &v.Reach.Lines[line]
	if l.Name != "" {
		return l.Name
	}
	for _, record := range v.transportOf(line) {
		return v.words(record.Title).Text
	}
	return v.t("reach.on_call")
}

// transportOf are the records about a line that have a page.
func (v *view) transportOf(line int32) []*catalog.Transport {
	var list []*catalog.Transport
	for _, id := range v.Reach.Lines[line].Transport {
		if record, ok := v.Catalogue.Find("transport", id).(*catalog.Transport); ok && v.hasPage(record) {
			list = append(list, record)
		}
	}
	return list
}

// usedLines are the lines and rules of booking that a page's ways use.
type usedLines struct {
	lines map[int32]bool
	order []int32
}

func (u *usedLines) add(leg *reach.Leg) {
	if !u.lines[leg.Line] {
		u.lines[leg.Line] = true
		u.order = append(u.order, leg.Line)
	}
}

// usedSection leads to the records of the lines used, with the tickets that are valid there.
func (v *view) usedSection(used *usedLines) Section {
	section := Section{ID: "lines", Heading: v.t("section.reach_lines")}
	seen := map[*catalog.Transport]bool{}
	var records []catalog.Entry
	for _, line := range used.order {
		for _, record := range v.transportOf(line) {
			if !seen[record] {
				seen[record] = true
				records = append(records, record)
			}
		}
	}
	for _, entry := range v.ordered(records) {
		record := entry.(*catalog.Transport)
		group := Group{Heading: v.link(record)}
		if len(record.Tickets) > 0 {
			group.Lines = append(group.Lines, Line{Words: v.own(v.t("reach.tickets", "list", v.labels(v.terms(record.Tickets))))})
		}
		section.Groups = append(section.Groups, group)
	}
	return section
}

// askSection names whom to ask about buses and trains, since what was not found may be there all the same.
func (v *view) askSection() Section {
	r := rows{v: v}
	topic := v.Catalogue.Vocabulary("topics").Find("mobility")
	for _, answer := range v.whoAnswers(nil, topic) {
		if v.hasPage(answer.Contact) {
			r.addAll("ask", v.contactValues(answer.Contact))
			break
		}
	}
	if contact := v.Catalogue.Settings.Publisher.Contact.To; len(r.facts) == 0 && contact != nil {
		r.addAll("ask", v.contactValues(contact))
	}
	return Section{ID: "ask", Heading: v.t("section.reach_ask"), Intro: v.own(v.t("reach.not_found")), Facts: r.facts}
}

// ticketsOn are the tickets that are valid on all lines of some ways; none where some line's are not known.
func (v *view) ticketsOn(ways ...*reach.Way) []*catalog.Term {
	var common []*catalog.Term
	begun := false
	for _, w := range ways {
		for i := range w.Legs {
			if w.Legs[i].Walk {
				continue
			}
			var here []*catalog.Term
			for _, record := range v.transportOf(w.Legs[i].Line) {
				here = append(here, record.Tickets...)
			}
			if !begun {
				common, begun = slices.Clone(here), true
				continue
			}
			common = slices.DeleteFunc(common, func(t *catalog.Term) bool { return !slices.Contains(here, t) })
		}
	}
	return common
}
