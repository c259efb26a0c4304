package site

import (
	"slices"
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

func TestSessionsAreKnownOnceForAllLanguages(t *testing.T) {
	s := planned(t, "")
	c := s.Catalogue.Find("courses", "a1-adorf").(*catalog.Course)
	next := s.sessionsOf(c).next
	if next == nil || s.session(c, next).Session.ID != next.ID || s.session(c, nil).Session.ID != "" {
		t.Fatalf("the next session is %v, what is known of it %q, of none %q", next, s.session(c, next).Session.ID, s.session(c, nil).Session.ID)
	}
	modelOf[*RecordPage](t, s, "de/courses/a1-adorf.html")
	first, steps, drawn := s.session(c, next), s.session(c, next).after.Load(), s.session(c, next).drawn.Load()
	modelOf[*RecordPage](t, s, "ar/courses/a1-adorf.html")
	if again := s.session(c, next); again != first || steps == nil || again.after.Load() != steps || drawn == nil || again.drawn.Load() != drawn {
		t.Error("another language finds it out anew")
	}
}

// TestTheLadderTellsTheNextStart lists courses of a level by their names in another order than by their days: one has begun, one starts late, one soon.
func TestTheLadderTellsTheNextStart(t *testing.T) {
	s := planned(t, `
-- content/courses/a-late.yaml --
title: A
kind: language
level: {to: b2}
sessions: [{id: x, start: 2027-05-03, end: 2027-06-30}]
-- content/courses/b-soon.yaml --
title: B
kind: language
level: {to: b2}
sessions: [{id: x, start: 2027-02-01, end: 2027-03-30}]
-- content/courses/c-begun.yaml --
title: C
kind: language
level: {to: b2}
sessions: [{id: x, start: 2026-11-02, end: 2027-03-30, rolling: true}]
-- content/courses/d-never.yaml --
title: D
kind: language
level: {to: b2}
`)
	v := s.view(Planned{Lang: s.Catalogue.Default})
	var courses []catalog.Entry
	var numbers []int32
	for _, id := range []string{"a-late", "b-soon", "c-begun", "d-never"} {
		course := s.Catalogue.Find("courses", id)
		courses, numbers = append(courses, course), append(numbers, numberOf(course))
	}
	same(t, "the next start", v.nextStart(numbers), v.shortDay(date.New(2027, 2, 1)))
	same(t, "where none starts", v.nextStart(numbers[2:]), "")
	if got, want := v.first(courses, 2), s.ordered(v.lang, courses)[:2]; !slices.Equal(got, want) {
		t.Errorf("the first two are %v, want %v", got, want)
	}
	if got := v.first(courses, 0); len(got) != 0 {
		t.Errorf("the first none are %v", got)
	}
}

func TestMonthsOfTheSameFirstDayHaveTheirOwnLength(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, dated+"{id: a, start: 2027-02-01, end: 2027-03-30, times: [{days: [mo]}]}\n"), "de/courses/a1-adorf.html")
	months := p.Sections[0].Runs[0].Calendar.Months
	same(t, "February", months[0].Days, "M1 5h68M1 15h68M1 25h68M1 35h68")
	same(t, "March", months[1].Days, "M1 5h68M1 15h68M1 25h68M1 35h68M1 45h28")
}
