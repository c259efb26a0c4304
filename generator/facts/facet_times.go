package facts

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
)

func (f *Facets) timesOfDay() Facet {
	ids := []string{Morning, Afternoon, Evening, FullDay, Weekend}
	return f.words("time", ids, func(e catalog.Entry) []string {
		if next := f.next(e); next != nil {
			return TimesOfDay(Slots(next))
		}
		return nil
	}).called("time.")
}

func (f *Facets) paces() Facet {
	return f.words("pace", []string{FullTime, PartTime}, func(e catalog.Entry) []string {
		if course, ok := e.(*catalog.Course); ok {
			return []string{Pace(course, NextSession(course, f.today), f.catalogue.Calendar)}
		}
		return nil
	}).called("pace.")
}

// called takes the names of the terms from messages that begin otherwise than the facet's own.
func (f Facet) called(prefix string) Facet {
	for i := range f.Terms {
		f.Terms[i].Message = prefix + f.Terms[i].ID
	}
	return f
}

func (f *Facets) besideWork() Facet {
	return f.words("beside_work", []string{"yes"}, func(e catalog.Entry) []string {
		if course, ok := e.(*catalog.Course); ok {
			if fits, _, _ := FitsBesideWork(course, NextSession(course, f.today), f.catalogue.Calendar); fits {
				return []string{"yes"}
			}
		}
		return nil
	})
}

// starts narrows by when one can begin. Who can begin at once can begin within four weeks too.
func (f *Facets) starts() Facet {
	return f.words("start", []string{"now", "weeks", "months", "rolling"}, func(e catalog.Entry) (words []string) {
		if f.rolling(e) {
			words = append(words, "rolling")
		}
		day, known := StartOf(e, f.today)
		if !known {
			return words
		}
		if day <= f.today {
			words = append(words, "now")
		}
		if day <= f.today.Add(28) {
			words = append(words, "weeks")
		}
		if day <= f.today.AddMonths(3) {
			words = append(words, "months")
		}
		return words
	})
}

// rolling reports that one can begin at any time.
func (f *Facets) rolling(e catalog.Entry) bool {
	switch e := e.(type) {
	case *catalog.Course:
		next := NextSession(e, f.today)
		return next != nil && next.Rolling
	case *catalog.Internship:
		return e.Start.Word == "flexible" && !f.tooLate(e)
	}
	return false
}

func (f *Facets) tooLate(e *catalog.Internship) bool {
	return !e.ApplyBy.IsZero() && e.ApplyBy < f.today
}

// StartOf returns the day on which somebody who asks today could begin, and whether there is one: of a course that of its next session, of a
// placement one can still apply for and of an event that is not past their own. Today is the first such day. What is always there, such as
// an advice centre, does not begin.
func StartOf(e catalog.Entry, today date.Date) (day date.Date, known bool) {
	switch e := e.(type) {
	case *catalog.Course:
		if next := NextSession(e, today); next != nil {
			day = entryDay(next, today)
		}
	case *catalog.Internship:
		switch {
		case !e.ApplyBy.IsZero() && e.ApplyBy < today:
			return 0, false
		case e.Start.Word == "flexible":
			return today, true
		}
		day = e.Start.Date
	case *catalog.Event:
		if PastEvent(e, today) {
			return 0, false
		}
		day = e.Start.Date
	}
	return max(day, today), !day.IsZero()
}

// SeatsOf is what may be said today of the places in an event, a placement or a course's next session.
func SeatsOf(e catalog.Entry, freshness catalog.Freshness, today date.Date) SeatState {
	switch e := e.(type) {
	case *catalog.Course:
		if next := NextSession(e, today); next != nil {
			return SeatsTold(next.Seats, today, freshness)
		}
	case *catalog.Event:
		return SeatsTold(e.Seats, today, freshness)
	case *catalog.Internship:
		if e.Openings != nil {
			return SeatsTold(&catalog.Seats{Free: e.Openings.Number, AsOf: e.Openings.AsOf}, today, freshness)
		}
	}
	return SeatState{}
}
