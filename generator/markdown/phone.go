package markdown

import (
	"strings"
	"unicode/utf8"
)

// maxDigits is more than any phone number has; longer rows of digits are not followed to their end.
const maxDigits = 20

// phoneAt reads a phone number: +49 541 123-0, 0049 541 123, 0541 / 123 456, (0541) 123456, 116 117. A number needs 7 digits
// at least (area codes have 3 to 6 with the leading 0, the shortest switchboards 3 to 4 more) and 15 at most (ITU-T E.164).
// 110 and 112 alone are not told from any other number.
func phoneAt(b []byte, i int) token {
	if _, digit := digitBefore(b, lastNonSpace(b, i)); digit && b[i] != '+' {
		return token{} // the middle of a longer number: 1203 0456 7890
	}
	p := phoneReader{b: b, at: i}
	if byteAt(b, i) == '+' {
		p.digits = append(p.digits, '+')
		p.at++
	}
	p.read()
	number := string(p.digits)
	if !isPhone(number) || p.end == 0 {
		return token{}
	}
	if r, _ := utf8.DecodeRune(b[p.end:]); r == '%' || r == '€' || wordAt(b, p.end) != "" {
		return token{}
	}
	return token{kind: tokenPhone, from: i, to: p.end, digits: number}
}

func lastNonSpace(b []byte, i int) int {
	for i > 0 && b[i-1] == ' ' {
		i--
	}
	return i
}

// phoneReader collects the digits of a number across what people write between them.
type phoneReader struct {
	b      []byte
	at     int
	digits []byte
	end    int // behind the last digit, or the bracket that closes an area code
}

func (p *phoneReader) read() {
	for p.group() {
		p.end = p.at
		if len(p.digits) > maxDigits || !p.separator() {
			return
		}
	}
}

// group reads digits, or an area code in brackets, unless they are the start of a time, a date or an amount.
func (p *phoneReader) group() bool {
	at, before := p.at, len(p.digits)
	bracket := byteAt(p.b, at) == '('
	if bracket {
		at++
		if before == 0 && byteAt(p.b, at) == '+' {
			p.digits = append(p.digits, '+')
			at++
		}
	}
	first := len(p.digits)
	for {
		d, size := digitAt(p.b, at)
		if size == 0 {
			break
		}
		p.digits = append(p.digits, d)
		at += size
	}
	next := byteAt(p.b, at)
	_, more := digitAt(p.b, at+1)
	if len(p.digits) == first || bracket && next != ')' || more > 0 && (next == ':' || next == '.' || next == ',') {
		p.digits = p.digits[:before]
		return false
	}
	if bracket {
		at++
		// +49 (0)541: the 0 is only dialled inside the country.
		if before > 0 && p.digits[0] == '+' && string(p.digits[before:]) == "0" {
			p.digits = p.digits[:before]
		}
	}
	p.at = at
	return true
}

// separator skips what stands between two groups: a blank, a hyphen, a slash; " / " only behind the area code, where it does
// not part two numbers.
func (p *phoneReader) separator() bool {
	at := skipSpace(p.b, p.at)
	switch {
	case byteAt(p.b, at) == '/' && len(p.digits) <= 6:
		at = skipSpace(p.b, at+1)
	case at == p.at && byteAt(p.b, at) == '-':
		at++
	case at == p.at && strings.HasPrefix(string(p.b[at:min(at+3, len(p.b))]), "\u2011"):
		at += 3
	case at == p.at:
		if p.b[at-1] != ')' && byteAt(p.b, at) != '(' {
			return false
		}
	}
	p.at = at
	return true
}

// isPhone judges the digits: an international number, a national one with its leading 0, or one of the European 116 numbers.
func isPhone(number string) bool {
	n := len(number)
	switch {
	case strings.HasPrefix(number, "+"):
		return n >= 9 && n <= 16 && number[1] != '0'
	case strings.HasPrefix(number, "00"):
		return n >= 11 && n <= 17 && number[2] != '0'
	case strings.HasPrefix(number, "0"):
		return n >= 7 && n <= 14
	}
	return n == 6 && strings.HasPrefix(number, "116") && number[3] <= '1'
}

// dial is the number as a phone wants it.
func dial(number, prefix string) string {
	switch {
	case strings.HasPrefix(number, "00"):
		return "+" + number[2:]
	case strings.HasPrefix(number, "0") && prefix != "":
		return prefix + number[1:]
	}
	return number
}
