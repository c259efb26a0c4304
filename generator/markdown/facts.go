package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// The first bytes of Arabic and of Persian digits, which other letters have too.
const (
	arabic  = 0xD9
	persian = 0xDB
)

// digitAt reads a digit, Latin (1), Arabic (١) or Persian (۱), and the bytes it takes; 0 bytes if there is none.
func digitAt(b []byte, i int) (digit byte, size int) {
	if i >= len(b) {
		return 0, 0
	}
	if b[i] >= '0' && b[i] <= '9' {
		return b[i], 1
	}
	if i+1 < len(b) {
		if b[i] == arabic && b[i+1] >= 0xA0 && b[i+1] <= 0xA9 {
			return '0' + b[i+1] - 0xA0, 2
		}
		if b[i] == persian && b[i+1] >= 0xB0 && b[i+1] <= 0xB9 {
			return '0' + b[i+1] - 0xB0, 2
		}
	}
	return 0, 0
}

func digitBefore(b []byte, i int) (digit byte, ok bool) {
	if i >= 1 {
		if d, size := digitAt(b[:i], i-1); size == 1 {
			return d, true
		}
	}
	if i >= 2 {
		if d, size := digitAt(b[:i], i-2); size == 2 {
			return d, true
		}
	}
	return 0, false
}

// numberAt reads up to limit digits; more of them are no number of that kind.
func numberAt(b []byte, i, limit int) (value, digits, end int) {
	for {
		d, size := digitAt(b, i)
		if size == 0 {
			return value, digits, i
		}
		if digits == limit {
			return 0, 0, i
		}
		value, digits, i = value*10+int(d-'0'), digits+1, i+size
	}
}

func byteAt(b []byte, i int) byte {
	if i < len(b) {
		return b[i]
	}
	return 0
}

// skipSpace skips one blank, also the kind that does not break.
func skipSpace(b []byte, i int) int {
	switch {
	case byteAt(b, i) == ' ':
		return i + 1
	case bytes.HasPrefix(b[min(i, len(b)):], []byte("\u00a0")):
		return i + 2
	case bytes.HasPrefix(b[min(i, len(b)):], []byte("\u202f")):
		return i + 3
	}
	return i
}

// timeAt reads 8:30 or 08:30.
func timeAt(b []byte, i int) token {
	hour, digits, end := numberAt(b, i, 2)
	if digits == 0 || hour > 24 || byteAt(b, end) != ':' {
		return token{}
	}
	minute, digits, end := numberAt(b, end+1, 2)
	if digits != 2 || minute > 59 || byteAt(b, end) == ':' {
		return token{}
	}
	return token{kind: tokenTime, from: i, to: end}
}

// dateAt reads 2027-02-15, 15.02.2027, 15.2., 15/02/2027, 15. Februar 2027, 15 February, February 15, and the same in Arabic.
func dateAt(b []byte, done, i int) token {
	first, digits, end := numberAt(b, i, 4)
	if digits == 4 {
		return isoDateAt(b, i, end)
	}
	if digits == 0 || digits == 3 || first < 1 || first > 31 {
		return token{}
	}
	if from := monthBefore(b, done, i); from >= 0 {
		return token{kind: tokenDate, from: from, to: withYear(b, end)}
	}
	sep := byteAt(b, end)
	if to := monthAt(b, i, end, sep); to > 0 {
		return token{kind: tokenDate, from: i, to: withYear(b, to)}
	}
	if sep != '.' && sep != '/' {
		return token{}
	}
	next := end + 1
	if sep == '.' {
		next = skipSpace(b, next)
	}
	month, digits, end := numberAt(b, next, 2)
	if digits == 0 || month < 1 || month > 12 || byteAt(b, end) != sep {
		return token{}
	}
	year := end + 1
	if sep == '.' {
		year = skipSpace(b, year)
	}
	value, digits, to := numberAt(b, year, 4)
	switch {
	case digits == 4 && value >= 1900 || digits == 2 && year == end+1:
		return token{kind: tokenDate, from: i, to: to}
	case sep == '.':
		if _, more := digitAt(b, end+1); more == 0 { // 1.2.3 is no date
			return token{kind: tokenDate, from: i, to: end + 1}
		}
	}
	return token{}
}

func isoDateAt(b []byte, from, end int) token {
	if byteAt(b, end) != '-' {
		return token{}
	}
	month, digits, end := numberAt(b, end+1, 2)
	if digits != 2 || month < 1 || month > 12 || byteAt(b, end) != '-' {
		return token{}
	}
	day, digits, end := numberAt(b, end+1, 2)
	if digits != 2 || day < 1 || day > 31 {
		return token{}
	}
	return token{kind: tokenDate, from: from, to: end}
}

// monthAt reads the name of a month behind a day: "15. Februar", "15th February", "15 فبراير". It returns its end, or 0.
func monthAt(b []byte, day, end int, sep byte) int {
	if sep == '.' {
		end++
	} else if word := wordAt(b, end); word == "st" || word == "nd" || word == "rd" || word == "th" {
		end += 2
	}
	start := skipSpace(b, end)
	if start == end && sep != '.' {
		return 0
	}
	word := wordAt(b, start)
	if day == start || !isMonth(word) {
		return 0
	}
	return start + len(word)
}

// monthBefore finds where "February" begins if it stands right before a day.
func monthBefore(b []byte, done, day int) int {
	end := day
	if end > done && b[end-1] == ' ' {
		end--
	}
	from := end
	for from > done && b[from-1] < 0x80 && unicode.IsLetter(rune(b[from-1])) {
		from--
	}
	if end == day || !isMonth(string(b[from:end])) {
		return -1
	}
	return from
}

// withYear adds a year that follows a day and a month, after a comma or not.
func withYear(b []byte, end int) int {
	next := end
	if byteAt(b, next) == ',' || byteAt(b, next) == '.' {
		next++
	}
	year, digits, to := numberAt(b, skipSpace(b, next), 4)
	if digits == 4 && year >= 1900 && year < 2200 {
		return to
	}
	return end
}

func wordAt(b []byte, i int) string {
	end := i
	for end < len(b) {
		r, size := utf8.DecodeRune(b[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		end += size
	}
	return string(b[min(i, end):end])
}

// isMonth knows the months in German, English and Arabic (of Egypt and of the Levant), with capitals, since "may" is no month.
func isMonth(word string) bool {
	switch word {
	case "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
		"January", "February", "March", "May", "June", "July", "October", "December",
		"Jan", "Feb", "Mär", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Okt", "Oct", "Nov", "Dez", "Dec",
		"يناير", "فبراير", "مارس", "أبريل", "ابريل", "مايو", "يونيو", "يوليو", "أغسطس", "اغسطس", "سبتمبر", "أكتوبر", "اكتوبر", "نوفمبر", "ديسمبر",
		"كانون", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين":
		return true
	}
	return false
}

// priceAt reads a number that has a currency before or behind it: 12,50 €, 12 Euro, €12.50, EUR 1.200,-, ١٢ يورو.
func priceAt(b []byte, done, i int) token {
	end := i
	for end < len(b) {
		if _, size := digitAt(b, end); size > 0 {
			end += size
			continue
		}
		r, size := utf8.DecodeRune(b[end:])
		if r != '.' && r != ',' && r != '٫' && r != '٬' {
			break
		}
		if _, next := digitAt(b, end+size); next == 0 {
			break
		}
		end += size
	}
	for _, even := range []string{",-", ",–"} {
		if bytes.HasPrefix(b[end:], []byte(even)) {
			end += len(even)
		}
	}
	next := skipSpace(b, end)
	if bytes.HasPrefix(b[next:], []byte("€")) {
		return token{kind: tokenPrice, from: i, to: next + len("€")}
	}
	switch word := wordAt(b, next); word {
	case "Euro", "EUR", "euro", "euros", "Euros", "Cent", "cents", "cent", "يورو":
		return token{kind: tokenPrice, from: i, to: next + len(word)}
	}
	before := b[done:i]
	if trimmed := bytes.TrimRight(before, " \u00a0"); len(before)-len(trimmed) <= 2 {
		for _, sign := range []string{"€", "EUR"} {
			if bytes.HasSuffix(trimmed, []byte(sign)) {
				return token{kind: tokenPrice, from: done + len(trimmed) - len(sign), to: end}
			}
		}
	}
	return token{}
}
