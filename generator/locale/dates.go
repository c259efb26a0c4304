package locale

import (
	"strings"

	"mappe/generator/date"
)

// Style is how much of a day is written.
type Style uint8

// The styles of days, with the German 15 February 2027.
const (
	Full            Style = iota // Montag, 15. Februar 2027
	Long                         // 15. Februar 2027
	Medium                       // 15.02.2027; most languages have a short name for the month here, which no reader takes for a day
	WeekdayDayMonth              // Montag, 15. Februar
	DayMonth                     // 15. Februar
	YearMonth                    // Februar 2027

	styles = iota
)

// rangePatterns are the patterns of one style for two days that differ in the day, the month or the year. An empty one means
// that each day is written in full.
type rangePatterns [3]pattern

func parseRangePatterns(s string) (r rangePatterns) {
	for i, p := range strings.Split(s, separator) {
		r[i] = parsePattern(p)
	}
	return r
}

// Date writes a day, and nothing where there is none.
func (l *Locale) Date(d date.Date, style Style) string {
	var buffer [64]byte
	return string(l.AppendDate(buffer[:0], d, style))
}

// AppendDate appends what Date returns.
func (l *Locale) AppendDate(to []byte, d date.Date, style Style) []byte {
	if d.IsZero() || style >= styles {
		return to
	}
	m := momentOfDay(d)
	return l.dates[style].append(to, &l.calendar, m, m)
}

// DateRange writes two days as a range that says once what they have in common: "15.–20. Februar 2027". A style without
// the year adds it where the years differ. A missing end leaves the other day alone, an unknown style writes nothing.
func (l *Locale) DateRange(from, to date.Date, style Style) string {
	switch {
	case style >= styles:
		return ""
	case from.IsZero() || from == to:
		return l.Date(to, style)
	case to.IsZero():
		return l.Date(from, style)
	}
	first, last := momentOfDay(from), momentOfDay(to)
	style = withYear(style, first.year != last.year)
	if style == YearMonth && first.year == last.year && first.month == last.month {
		return l.Date(from, style)
	}
	if p := l.ranges[style][difference(first, last)]; len(p) > 0 {
		return p.format(&l.calendar, first, last)
	}
	return l.Span(l.Date(from, style), l.Date(to, style))
}

// withYear returns the style that says the year too, if that is needed.
func withYear(style Style, needed bool) Style {
	switch {
	case needed && style == DayMonth:
		return Long
	case needed && style == WeekdayDayMonth:
		return Full
	}
	return style
}

// difference returns which pattern two days need: 0 for days of one month, 1 for months of one year, 2 for two years.
func difference(a, b moment) int {
	switch {
	case a.year != b.year:
		return 2
	case a.month != b.month:
		return 1
	}
	return 0
}

// Clock writes a time of day, and nothing where there is none. Words such as the German "Uhr" are the messages' business.
func (l *Locale) Clock(c date.Clock) string {
	if c.IsZero() {
		return ""
	}
	m := momentOfClock(c)
	return l.clock.format(&l.calendar, m, m)
}

// ClockRange writes a span of time, "17:00–19:30". A missing end leaves the other time alone.
func (l *Locale) ClockRange(from, to date.Clock) string {
	switch {
	case from.IsZero() || from == to:
		return l.Clock(to)
	case to.IsZero():
		return l.Clock(from)
	}
	return l.clocks.format(&l.calendar, momentOfClock(from), momentOfClock(to))
}

// Span joins any two ends of a range that are texts already, such as two days of the week or two levels: "Montag – Freitag".
func (l *Locale) Span(from, to string) string {
	return l.span.before + from + l.span.between + to + l.span.after
}
