package locale

import (
	"strconv"
	"strings"
	"time"

	"mappe/generator/date"
)

// pattern is a CLDR date pattern (UTS #35, part 4) cut into its parts.
type pattern []part

// part is a text, or a field of a moment.
type part struct {
	text string // of a text
	// field is CLDR's letter: y M L d E c H m; 0 for a text. width is how often it was repeated.
	field byte
	width int
	// second says that the field is that of the range's second moment.
	second bool
}

// moment is what patterns can tell of a day and a time of day.
type moment struct {
	year, month, day, weekday, hour, minute int
}

func momentOfDay(d date.Date) moment {
	year, month, day := d.Time().Date()
	return moment{year: year, month: int(month), day: day, weekday: int(d.Weekday())}
}

func momentOfClock(c date.Clock) moment { return moment{hour: c.Hour(), minute: c.Minute()} }

// calendar holds the names of months and days, by form and width.
type calendar struct {
	months, monthsAlone [widths][12]string
	days, daysAlone     [widths][7]string
}

// Width is how long a name is.
type Width uint8

// The widths of names: "Montag" and "Mo".
const (
	Wide Width = iota
	Abbreviated

	widths = iota
)

func newCalendar(t *table) (c calendar) {
	months, monthsAlone := strings.Split(t.months, separator), strings.Split(t.monthsAlone, separator)
	days, daysAlone := strings.Split(t.days, separator), strings.Split(t.daysAlone, separator)
	for width := range widths {
		copy(c.months[width][:], months[width*12:])
		copy(c.monthsAlone[width][:], monthsAlone[width*12:])
		copy(c.days[width][:], days[width*7:])
		copy(c.daysAlone[width][:], daysAlone[width*7:])
	}
	return c
}

// parsePattern reads a pattern. The first field that comes a second time begins the second half of a range; that is how
// CLDR writes its interval patterns.
func parsePattern(s string) pattern {
	var parts pattern
	seen, second := map[byte]bool{}, false
	for s != "" {
		if !isLetter(s[0]) {
			text, rest := literal(s)
			parts = append(parts, part{text: text})
			s = rest
			continue
		}
		p := part{field: s[0], width: len(s) - len(strings.TrimLeft(s, s[:1]))}
		second = second || seen[kind(p.field)]
		seen[kind(p.field)] = true
		p.second = second
		parts = append(parts, p)
		s = s[p.width:]
	}
	return parts
}

// literal cuts the text off the front of a pattern, with quotes removed: letters stand between apostrophes, two of which are one.
func literal(s string) (text, rest string) {
	var b strings.Builder
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			b.WriteByte('\'')
			i++
		case s[i] == '\'':
			quoted = !quoted
		case !quoted && isLetter(s[i]):
			return b.String(), s[i:]
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// kind tells forms of one field by one letter: L is a month that stands alone, c such a day of the week.
func kind(field byte) byte {
	switch field {
	case 'L':
		return 'M'
	case 'c':
		return 'E'
	}
	return field
}

// format writes the pattern with the fields of one moment, or of two for a range.
func (p pattern) format(c *calendar, from, to moment) string {
	return string(p.append(make([]byte, 0, 64), c, from, to))
}

func (p pattern) append(b []byte, c *calendar, from, to moment) []byte {
	for _, part := range p {
		m := from
		if part.second {
			m = to
		}
		b = part.append(b, c, m)
	}
	return b
}

func (p part) append(b []byte, c *calendar, m moment) []byte {
	switch p.field {
	case 0:
		return append(b, p.text...)
	case 'y':
		return appendNumber(b, m.year, p.width)
	case 'M', 'L':
		return p.appendMonth(b, c, m.month)
	case 'd':
		return appendNumber(b, m.day, p.width)
	case 'E':
		return append(b, c.days[widthOf(p.width)][m.weekday]...)
	case 'c':
		return append(b, c.daysAlone[widthOf(p.width)][m.weekday]...)
	case 'H':
		return appendNumber(b, m.hour, p.width)
	case 'm':
		return appendNumber(b, m.minute, p.width)
	}
	return b
}

func (p part) appendMonth(b []byte, c *calendar, month int) []byte {
	if p.width < 3 {
		return appendNumber(b, month, p.width)
	}
	if p.field == 'L' {
		return append(b, c.monthsAlone[widthOf(p.width)][month-1]...)
	}
	return append(b, c.months[widthOf(p.width)][month-1]...)
}

// widthOf reads a repeated letter as CLDR means it: four are the wide name, fewer the abbreviated one.
func widthOf(letters int) Width {
	if letters >= 4 {
		return Wide
	}
	return Abbreviated
}

// appendNumber writes a number with at least so many digits.
func appendNumber(b []byte, n, digits int) []byte {
	if digits == 2 && 0 <= n && n < 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// Month returns the month's name as it stands alone.
func (l *Locale) Month(m time.Month, width Width) string {
	if m < time.January || m > time.December || width >= widths {
		return ""
	}
	return l.calendar.monthsAlone[width][m-1]
}

// Weekday returns the day's name as it stands alone.
func (l *Locale) Weekday(d time.Weekday, width Width) string {
	if d < time.Sunday || d > time.Saturday || width >= widths {
		return ""
	}
	return l.calendar.daysAlone[width][d]
}
