package date

import (
	"strings"
	"time"
)

// Parse reads a day as editors write it: 2027-02-15, or 15.02.2027 (15.2.2027 too). It reports false for anything else
// and for days that no calendar has, such as 30 February.
func Parse(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	year, month, day, ok := 0, 0, 0, false
	if strings.Contains(s, ".") {
		day, month, year, ok = threeNumbers(s, '.')
		ok = ok && len(s)-strings.LastIndexByte(s, '.') == 5
	} else {
		year, month, day, ok = threeNumbers(s, '-')
		ok = ok && len(s) == len("2027-02-15")
	}
	if !ok || year < 1900 || year > 9999 {
		return 0, false
	}
	d := New(year, time.Month(month), day)
	if d.Month() != time.Month(month) || d.Day() != day {
		return 0, false
	}
	return d, true
}

// ParseClock reads a time of day, 8:30 or 08:30, up to 24:00.
func ParseClock(s string) (Clock, bool) {
	hours, minutes, found := strings.Cut(strings.TrimSpace(s), ":")
	h, hok := number(hours, 2)
	m, mok := number(minutes, 2)
	if !found || !hok || !mok || len(minutes) != 2 || m > 59 || h > 24 || h == 24 && m > 0 {
		return 0, false
	}
	return NewClock(h, m), true
}

// ParseMoment reads a day, or a day and a time of day with white space (or a T) between them: 2027-03-01 17:00.
func ParseMoment(s string) (Moment, bool) {
	s = strings.TrimSpace(s)
	cut := strings.IndexAny(s, " \tT")
	if cut < 0 {
		d, ok := Parse(s)
		return Moment{Date: d}, ok
	}
	d, dok := Parse(s[:cut])
	c, cok := ParseClock(s[cut+1:])
	return Moment{Date: d, Clock: c}, dok && cok
}

// ParseRange reads a day, or two with two dots between them: 2027-03-01..2027-03-05. It reports false where the second lies before the first.
func ParseRange(s string) (Range, bool) {
	first, second, both := strings.Cut(s, "..")
	from, ok := Parse(first)
	if !ok || !both {
		return Range{From: from, To: from}, ok
	}
	to, ok := Parse(second)
	return Range{From: from, To: to}, ok && from <= to
}

func threeNumbers(s string, separator byte) (first, second, third int, ok bool) {
	a, rest, _ := strings.Cut(s, string(separator))
	b, c, _ := strings.Cut(rest, string(separator))
	first, ok1 := number(a, 4)
	second, ok2 := number(b, 2)
	third, ok3 := number(c, 4)
	return first, second, third, ok1 && ok2 && ok3
}

// number reads one to digits decimal digits, without a sign.
func number(s string, digits int) (int, bool) {
	if s == "" || len(s) > digits {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
