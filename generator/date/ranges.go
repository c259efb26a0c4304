package date

import (
	"slices"
	"sort"
)

// Range is a span of days that includes both ends. A single day has From equal to To.
type Range struct {
	From, To Date
}

// Contains reports whether the day lies in the range.
func (r Range) Contains(d Date) bool { return r.From <= d && d <= r.To }

// Days returns how many days the range holds, none where it ends before it starts.
func (r Range) Days() int { return max(0, int(r.To-r.From)+1) }

// String writes the range as 2027-03-01..2027-03-05, a single day alone.
func (r Range) String() string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + ".." + r.To.String()
}

// Calendar knows a region's public holidays and school holidays.
type Calendar struct {
	public []Date  // sorted
	school []Range // sorted by From
}

// NewCalendar returns the calendar of these holidays, in any order.
func NewCalendar(public []Date, school []Range) *Calendar {
	c := &Calendar{public: slices.Clone(public), school: slices.Clone(school)}
	slices.Sort(c.public)
	sort.Slice(c.school, func(i, j int) bool { return c.school[i].From < c.school[j].From })
	return c
}

// IsPublicHoliday reports whether the day is a public holiday.
func (c *Calendar) IsPublicHoliday(d Date) bool {
	_, found := slices.BinarySearch(c.public, d)
	return found
}

// IsSchoolHoliday reports whether the day lies in the school holidays.
func (c *Calendar) IsSchoolHoliday(d Date) bool {
	for _, r := range c.school {
		if r.From > d {
			return false
		}
		if r.Contains(d) {
			return true
		}
	}
	return false
}

// HasPublicHolidays reports whether the calendar names any public holiday of the year, so that its other days can be trusted to be none.
func (c *Calendar) HasPublicHolidays(year int) bool {
	i, _ := slices.BinarySearch(c.public, New(year, 1, 1))
	return i < len(c.public) && c.public[i].Year() == year
}

// HasSchoolHolidays reports whether the calendar names any school holidays that touch the year.
func (c *Calendar) HasSchoolHolidays(year int) bool {
	return slices.ContainsFunc(c.school, func(r Range) bool { return r.From.Year() <= year && year <= r.To.Year() })
}
