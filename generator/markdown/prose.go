package markdown

import (
	"unicode"
	"unicode/utf8"
)

// prose writes words. On the way it turns e-mail addresses and phone numbers into links, isolates times, and notes the
// facts; all in one pass that looks twice only at digits, plus signs, brackets and at signs, and knows afterwards whether there was
// anything that HTML would take for its own.
func (c *compiler) prose(from, to int) {
	b := c.src[from:to]
	if c.silent {
		c.html = appendText(c.html, b)
		return
	}
	done, marked := 0, false
	for i := 0; ; {
		for i < len(b) && !c.stops[b[i]] {
			i++
		}
		if i >= len(b) {
			break
		}
		switch ch := b[i]; {
		case ch == '\\':
			marked = true
			if i++; i < len(b) && (b[i] == '+' || b[i] == '(' || b[i] == '@') {
				i++ // such a sign is meant as it stands, and begins nothing
			}
			continue
		case ch == arabic, ch == persian:
			if _, size := digitAt(b, i); size == 0 {
				i++
				continue
			}
		default:
			marked = marked || isMarked(ch)
			if !begins(ch) {
				i++
				continue
			}
		}
		t := tokenAt(b, done, i)
		switch t.kind {
		case tokenNone:
			i += max(t.to-i, 1)
			continue
		case tokenDate, tokenPrice:
			kind := FactDate
			if t.kind == tokenPrice {
				kind = FactPrice
			}
			c.fact(kind, b, from, t)
		case tokenTime:
			if c.source.RightToLeft {
				c.plainText(b[done:t.from], marked)
				c.isolated(b[t.from:t.to])
				done = t.to
			}
		case tokenMail:
			c.plainText(b[done:t.from], marked)
			c.address(from, b, t, target{kind: Mail, target: c.stays.words.Keep(b[t.from:t.to])})
			done = t.to
		case tokenPhone:
			c.fact(FactPhone, b, from, t)
			c.plainText(b[done:t.from], marked)
			c.address(from, b, t, target{kind: Phone, target: dial(t.digits, c.dialPrefix)})
			done = t.to
		}
		i = t.to
	}
	c.plainText(b[done:], marked)
}

// newStops has the signs at which prose looks twice; all others stand for themselves.
func newStops() (stops [256]bool) {
	for ch := range byte('@' + 1) {
		stops[ch] = isMarked(ch) || begins(ch)
	}
	stops['\\'], stops[arabic], stops[persian] = true, true, true
	return stops
}

// begins reports whether a number or an address may begin at a sign of ASCII, or go through it.
func begins(c byte) bool { return '0' <= c && c <= '9' || c == '+' || c == '(' || c == '@' }

// isMarked reports whether a sign of ASCII is not written as it stands (appendText).
func isMarked(c byte) bool { return c < ' ' || c == '&' || c == '<' || c == '>' || c == '\\' }

// plainText writes words of which nothing is a link. Where none of them is marked they are written as they are.
func (c *compiler) plainText(b []byte, marked bool) {
	start := len(c.html)
	if marked {
		c.html = appendText(c.html, b)
	} else {
		c.html = append(c.html, b...)
	}
	c.explainable(start)
}

func (c *compiler) address(base int, b []byte, t token, to target) {
	if c.inLink {
		c.isolated(b[t.from:t.to])
		return
	}
	c.bareLink(c.at(base+t.from), to, b[t.from:t.to])
}

func (c *compiler) fact(kind FactKind, b []byte, base int, t token) {
	c.found.Facts = append(c.found.Facts, Fact{Position: c.at(base + t.from), Kind: kind, Text: c.stays.words.Keep(b[t.from:t.to])})
}

// token is a number or an address found in prose.
type token struct {
	kind     tokenKind
	from, to int
	// digits is a phone number in Latin digits, with + if it is written so.
	digits string
}

type tokenKind uint8

const (
	tokenNone tokenKind = iota // to may still say how far there is nothing
	tokenTime
	tokenDate
	tokenPrice
	tokenPhone
	tokenMail
)

// tokenAt looks at one place of b, a digit or a sign that begins something. Nothing before done may be taken.
func tokenAt(b []byte, done, i int) token {
	switch {
	case b[i] == '@':
		return mailAt(b, done, i)
	case b[i] == '+', b[i] == '(':
		if apart(b, i) {
			return phoneAt(b, i)
		}
		return token{to: i + 1}
	}
	if apart(b, i) {
		if t := timeAt(b, i); t.kind != tokenNone {
			return t
		}
		if t := dateAt(b, done, i); t.kind != tokenNone {
			return t
		}
		if t := priceAt(b, done, i); t.kind != tokenNone {
			return t
		}
		if t := phoneAt(b, i); t.kind != tokenNone {
			return t
		}
	}
	return token{to: endOfNumber(b, i)}
}

// apart reports whether a number may begin here: not inside a word, and not behind a sign that belongs to a number before.
func apart(b []byte, i int) bool {
	before, size := utf8.DecodeLastRune(b[:i])
	if size == 0 {
		return true
	}
	if unicode.IsLetter(before) || unicode.IsDigit(before) || before == '_' || before == '=' || before == '&' {
		return false
	}
	switch before {
	case '.', ',', ':', '/', '-', '+':
		_, digit := digitBefore(b, i-size)
		return !digit
	}
	return true
}

// endOfNumber skips a number that is nothing special, with all that hangs on it, so that no part of it is taken for something.
func endOfNumber(b []byte, i int) int {
	for i < len(b) {
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case unicode.IsDigit(r), unicode.IsLetter(r):
			i += size
		case r == '.' || r == ',' || r == ':' || r == '/' || r == '-':
			if _, next := digitAt(b, i+size); next == 0 {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

// mailAt reads an e-mail address around an at sign.
func mailAt(b []byte, done, at int) token {
	from := at
	for from > done && isMailName(b[from-1]) {
		from--
	}
	for from < at && (b[from] == '.' || b[from] == '-') {
		from++
	}
	to, dot := at+1, 0
	for to < len(b) {
		r, size := utf8.DecodeRune(b[to:])
		if r == '.' {
			if b[to-1] == '.' || to == at+1 {
				break
			}
			dot = to
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' {
			break
		}
		to += size
	}
	for to > at+1 && (b[to-1] == '.' || b[to-1] == '-') {
		to--
	}
	if dot >= to { // the full stop ended the sentence
		dot = lastDot(b, at, to)
	}
	if from == at || dot <= at+1 || to-dot < 3 {
		return token{to: at + 1}
	}
	return token{kind: tokenMail, from: from, to: to}
}

func lastDot(b []byte, at, to int) int {
	for i := to - 1; i > at; i-- {
		if b[i] == '.' {
			return i
		}
	}
	return 0
}

func isMailName(b byte) bool {
	return isWordByte(b) || b == '.' || b == '_' || b == '-' || b == '+' || b == '%'
}
