package reach

import (
	"slices"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Exceptions are the dates on which an answer does not hold, as people would say them: "not in the school holidays", "not on Fridays", "not 12
// to 23 October (autumn holidays)". At most one of the three is filled in.
type Exceptions struct {
	// SchoolHolidays says that it is all dates in school holidays and no others, and more than one of the holidays.
	SchoolHolidays bool
	// Weekdays says that it is all dates on these days of the week and no others.
	Weekdays []time.Weekday
	Spans    []Span
	// More is how many dates there are besides the spans.
	More int
}

// Span is dates that follow each other among the visit's.
type Span struct {
	date.Range
	// Holidays are the school holidays it lies in, nil for none.
	Holidays *catalog.SchoolHolidays
}

// mostSpans is how many spans are told one by one.
const mostSpans = 3

// Exceptions sorts the dates on which an answer does not hold.
func (v *Visit) Exceptions(a *Answer, c *catalog.Catalogue) Exceptions {
	if len(a.Not) == 0 || len(a.Not) == len(v.Dates) {
		return Exceptions{}
	}
	inHolidays := func(day date.Date) bool { return c.Calendar.IsSchoolHoliday(day) }
	if v.isAll(a.Not, inHolidays) && holidaysOf(c, date.Range{From: a.Not[0], To: a.Not[len(a.Not)-1]}) == nil {
		return Exceptions{SchoolHolidays: true}
	}
	var weekdays []time.Weekday
	for _, day := range a.Not {
		if !slices.Contains(weekdays, day.Weekday()) {
			weekdays = append(weekdays, day.Weekday())
		}
	}
	if len(a.Not) > 1 && v.isAll(a.Not, func(day date.Date) bool { return slices.Contains(weekdays, day.Weekday()) }) {
		slices.SortFunc(weekdays, func(a, b time.Weekday) int { return int((a+6)%7) - int((b+6)%7) })
		return Exceptions{Weekdays: weekdays}
	}
	return v.spans(a.Not, c)
}

// isAll reports whether some of the dates are those for which a rule holds.
func (v *Visit) isAll(some []date.Date, rule func(date.Date) bool) bool {
	n := 0
	for _, day := range v.Dates {
		if rule(day) {
			n++
		}
	}
	return n == len(some) && !slices.ContainsFunc(some, func(day date.Date) bool { return !rule(day) })
}

func (v *Visit) spans(not []date.Date, c *catalog.Catalogue) (e Exceptions) {
	for i := 0; i < len(not); {
		at, _ := slices.BinarySearch(v.Dates, not[i])
		n := 1
		for i+n < len(not) && at+n < len(v.Dates) && v.Dates[at+n] == not[i+n] {
			n++
		}
		if len(e.Spans) == mostSpans {
			e.More += n
		} else {
			span := date.Range{From: not[i], To: not[i+n-1]}
			e.Spans = append(e.Spans, Span{span, holidaysOf(c, span)})
		}
		i += n
	}
	return e
}

// holidaysOf returns the school holidays that hold a span whole, nil for none.
func holidaysOf(c *catalog.Catalogue, span date.Range) *catalog.SchoolHolidays {
	i := slices.IndexFunc(c.Holidays.School, func(h catalog.SchoolHolidays) bool { return h.From <= span.From && span.To <= h.To })
	if i < 0 {
		return nil
	}
	return &c.Holidays.School[i]
}
