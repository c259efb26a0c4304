package site

import (
	"cmp"
	"html/template"
	"slices"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/reach"
)

// connections are the visits to an offer of which the timetable still tells, none where it does not.
func (s *Site) connections(entry catalog.Entry) []*reach.Visit {
	if s.Reach == nil || s.Reach.Valid.To < s.Today {
		return nil
	}
	return s.Reach.Offers[entry.Base().Key()]
}

// isConnected reports whether an offer has a page that says how to get there.
func (s *Site) isConnected(entry catalog.Entry) bool { return len(s.connections(entry)) > 0 }

// mainPlaces is how many places an offer's own page names; a page of its own has all of them.
const mainPlaces = 3

// reached tells how to get to an offer, and leads there from where it says where that is.
func (v *view) reached(p *RecordPage, entry catalog.Entry) {
	section := v.reachSection(entry)
	if section.ID == "" {
		return
	}
	v.section(p, section)
	base := entry.Base()
	ways := linkValue(v.ownLink(v.t("section.reach"), address.Reach(v.code, base.Folder(), base.ID)))
	ways.Until = section.Until
	for _, told := range [][]Fact{p.Brief, p.Facts} {
		if i := slices.IndexFunc(told, func(f Fact) bool { return f.Name == "where" }); i >= 0 {
			told[i].Values = append(slices.Clip(told[i].Values), ways)
			return
		}
	}
}

// reachSection tells from the nearest towns when to leave for an offer and when one is home, and leads to the page with all places.
func (v *view) reachSection(entry catalog.Entry) Section {
	visits := v.connections(entry)
	if len(visits) == 0 {
		return Section{}
	}
	visit, base := visits[0], entry.Base()
	section := Section{ID: "reach", Heading: v.t("section.reach"), Until: v.Reach.Valid.To.String(),
		More: v.ownLink(v.t("reach.all"), address.Reach(v.code, base.Folder(), base.ID))}
	for _, o := range v.nearTowns(visit) {
		section.Facts = append(section.Facts, Fact{Name: "from", Label: v.words(v.originOf(o).Title).Text, Values: []Value{v.note(v.reachTimes(&visit.Answers[o]))}})
	}
	section.Intro = v.own(v.t("reach.hours", "times", v.isolate(v.loc.ClockRange(visit.From, visit.To))))
	if len(section.Facts) == 0 {
		section.Intro = v.own(v.t("reach.see_all"))
	}
	return section
}

// reachTimes are the three times a reader looks for.
func (v *view) reachTimes(a *reach.Answer) string {
	return v.t("reach.times", "leave", v.clock(a.There.Departure), "arrive", v.clock(a.There.Arrival), "home", v.clock(a.Back.Arrival))
}

// clock writes minutes from midnight as a time of day.
func (v *view) clock(minutes int) string { return v.loc.Clock(reach.Clock(minutes)) }

// fragmentOf is how a place is named after #.
func fragmentOf(p *catalog.Place) template.URL { return template.URL("#from-" + p.ID) }

// originOf is the place of an origin by its index; places may have gone since the timetable was asked.
func (v *view) originOf(o int) *catalog.Place {
	place, _ := v.Catalogue.Find("places", v.Reach.Origins[o]).(*catalog.Place)
	return place
}

// nearTowns are the largest of the places that are quickest by bus and train, the quickest first.
func (v *view) nearTowns(visit *reach.Visit) []int {
	var found []int
	for o := range visit.Answers {
		a := &visit.Answers[o]
		if a.Class == reach.Regular && a.Back.Found() && 2*a.Works >= len(visit.Dates) && v.originOf(o) != nil {
			found = append(found, o)
		}
	}
	quickest := func(a, b int) int {
		return cmp.Or(cmp.Compare(visit.Answers[a].Minutes(), visit.Answers[b].Minutes()), cmp.Compare(a, b))
	}
	slices.SortFunc(found, quickest)
	found = found[:min(len(found), 3*mainPlaces)]
	people := func(o int) int {
		if n := v.originOf(o).Population; n != nil {
			return *n
		}
		return 0
	}
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(-cmp.Compare(people(a), people(b)), quickest(a, b)) })
	found = found[:min(len(found), mainPlaces)]
	slices.SortFunc(found, quickest)
	return found
}

// mostFromHere is how many offers a place's page lists that are reached from there.
const mostFromHere = 24

// reachFrom lists what one gets to from a place by bus and train and home again, the quickest first.
func (v *view) reachFrom(p *catalog.Place) Section {
	type reached struct {
		entry  catalog.Entry
		answer *reach.Answer
	}
	var found []reached
	for _, entry := range v.Catalogue.Entries {
		if !v.isConnected(entry) || !v.isListed(entry) || !v.hasPage(entry) {
			continue
		}
		visit, answer := v.Reach.Best(p.ID, entry.Base().Key())
		if answer != nil && (answer.Class == reach.Regular || answer.Class == reach.OnCall) && answer.Back.Found() && 2*answer.Works >= len(visit.Dates) {
			found = append(found, reached{entry, answer})
		}
	}
	if len(found) == 0 {
		return Section{}
	}
	slices.SortStableFunc(found, func(a, b reached) int {
		return cmp.Or(-cmp.Compare(a.answer.Class, b.answer.Class), cmp.Compare(a.answer.Minutes(), b.answer.Minutes()))
	})
	section := Section{ID: "reach", Heading: v.t("section.reach_from"), Until: v.Reach.Valid.To.String(), Intro: v.own(v.t("reach.valid_until", "date", v.shortDay(v.Reach.Valid.To)))}
	table := &Table{Caption: v.t("reach.from_here", "place", v.isolate(v.words(p.Title).Text))}
	for _, r := range found[:min(len(found), mostFromHere)] {
		base := r.entry.Base()
		link := Link{Words: v.words(base.Title), Href: v.to(address.Reach(v.code, base.Folder(), base.ID)) + fragmentOf(p)}
		times := v.reachTimes(r.answer)
		if r.answer.Class == reach.OnCall {
			times += " · " + v.t("reach.on_call")
		}
		table.Rows = append(table.Rows, Row{Heading: link, Cells: []Value{v.note(times)}})
	}
	section.Table = table
	return section
}
