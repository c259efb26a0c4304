// Package date holds the calendar as the catalogue uses it: days without a clock, times of day without a day,
// and the two together, all in the site's own time zone.
//
// The way through the files: date.go is the day, clock.go the time of day, moment.go both, ranges.go spans of days,
// parse.go what editors may write.
package date

import "time"

// Date is a calendar day, counted in days from 1970-01-01. The zero value means "no date"; no catalogue reaches
// back to the day it would otherwise stand for.
type Date int32

const secondsPerDay = 24 * 60 * 60

// New returns the day of the Gregorian calendar; a day past the month's end runs on into the next, as in time.Date.
func New(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// Of returns the calendar day of t in t's own time zone.
func Of(t time.Time) Date { return New(t.Year(), t.Month(), t.Day()) }

// Time returns midnight UTC of the day, for the standard library's arithmetic.
func (d Date) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// IsZero reports that no date is given.
func (d Date) IsZero() bool { return d == 0 }

// Year returns the year of the Gregorian calendar.
func (d Date) Year() int { return d.Time().Year() }

// Month returns the month.
func (d Date) Month() time.Month { return d.Time().Month() }

// Day returns the day of the month, from 1.
func (d Date) Day() int { return d.Time().Day() }

// Weekday returns the day of the week. 1970-01-01 was a Thursday.
func (d Date) Weekday() time.Weekday { return time.Weekday(((int(d)+4)%7 + 7) % 7) }

// Add returns the day that many days later, or earlier for a negative number.
func (d Date) Add(days int) Date { return d + Date(days) }

// AddMonths returns the same day of the month that many months later, or that month's last day where it has no such day.
func (d Date) AddMonths(months int) Date {
	first := New(d.Year(), d.Month()+time.Month(months), 1)
	return min(first+Date(d.Day()-1), New(first.Year(), first.Month()+1, 1)-1)
}

// Monday returns the first day of the week the day lies in (ISO 8601 weeks).
func (d Date) Monday() Date { return d - Date((int(d.Weekday())+6)%7) }

// String writes the day as ISO 8601, 2027-02-15, or nothing where there is no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}
