package reach

import (
	"slices"
	"testing"
	"time"

	"mappe/generator/date"
)

// visitOn is a visit every Monday to Friday of some weeks from 2027-03-01 on, and an answer that does not hold on some of its dates.
func visitOn(weeks int, not func(date.Date) bool) (*Visit, *Answer) {
	v, a := &Visit{}, &Answer{}
	for day := date.New(2027, 3, 1); day < date.New(2027, 3, 1).Add(7*weeks); day++ {
		if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
			continue
		}
		v.Dates = append(v.Dates, day)
		if not(day) {
			a.Not = append(a.Not, day)
		}
	}
	return v, a
}

func TestExceptionsAreToldInFewWords(t *testing.T) {
	c := load(t, files(t))
	holidays := c.Calendar.IsSchoolHoliday
	t.Run("none", func(t *testing.T) {
		v, a := visitOn(4, func(date.Date) bool { return false })
		if e := v.Exceptions(a, c); e.SchoolHolidays || len(e.Weekdays)+len(e.Spans) > 0 {
			t.Errorf("%+v", e)
		}
	})
	t.Run("one holidays by their name", func(t *testing.T) {
		v, a := visitOn(6, holidays)
		e := v.Exceptions(a, c)
		if len(e.Spans) != 1 || e.Spans[0].String() != "2027-03-22..2027-04-02" || e.Spans[0].Holidays.Name.In(0) != "Osterferien" {
			t.Errorf("%+v", e)
		}
	})
	t.Run("several holidays as a rule", func(t *testing.T) {
		v, a := visitOn(12, holidays)
		if e := v.Exceptions(a, c); !e.SchoolHolidays || len(e.Spans) > 0 {
			t.Errorf("%+v", e)
		}
	})
	t.Run("a weekday as a rule", func(t *testing.T) {
		v, a := visitOn(4, func(d date.Date) bool { return d.Weekday() == time.Friday || d.Weekday() == time.Monday })
		if e := v.Exceptions(a, c); !slices.Equal(e.Weekdays, []time.Weekday{time.Monday, time.Friday}) || len(e.Spans) > 0 {
			t.Errorf("%+v", e)
		}
	})
	t.Run("days that follow each other among the dates", func(t *testing.T) {
		v, a := visitOn(2, func(d date.Date) bool { return d == date.New(2027, 3, 5) || d == date.New(2027, 3, 8) })
		if e := v.Exceptions(a, c); len(e.Spans) != 1 || e.Spans[0].String() != "2027-03-05..2027-03-08" || e.Spans[0].Holidays != nil {
			t.Errorf("%+v", e)
		}
	})
	t.Run("many are counted", func(t *testing.T) {
		v, a := visitOn(4, func(d date.Date) bool {
			return d.Weekday() == time.Wednesday && d < date.New(2027, 3, 24) || d.Day() == 5 || d.Day() == 12
		})
		if e := v.Exceptions(a, c); len(e.Spans) != mostSpans || e.More != 2 {
			t.Errorf("%+v", e)
		}
	})
}
