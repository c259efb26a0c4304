package pdf

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

// headings is a script for the headings of the page, in order. Chromium makes the outline of the lines they are broken into: it joins the
// last word of a line with the first of the next, and has the words of Arabic in the order in which they stand from left to right.
const headings = `Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6"), heading => heading.textContent)`

var titleOf = regexp.MustCompile(`^\s*<</Title (\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>)`)

// outlineTitles are the objects of the outline with the titles that the headings of the page have, by number. Headings that are not printed
// have no entry; an entry that is made of the letters of no heading stays as it is.
func outlineTitles(f *objects, headings []string) map[int][]byte {
	mended := map[int][]byte{}
	of := make([][]rune, len(headings))
	for i, heading := range headings {
		of[i] = letters(heading)
	}
	for _, n := range f.outline() {
		body, err := f.object(n)
		if err != nil {
			break
		}
		at := titleOf.FindSubmatchIndex(body)
		if at == nil {
			continue
		}
		written := letters(textOf(body[at[2]:at[3]]))
		i := slices.IndexFunc(of, func(heading []rune) bool { return slices.Equal(heading, written) })
		if i < 0 {
			continue
		}
		title := strings.Join(strings.Fields(headings[i]), " ")
		headings, of = headings[i+1:], of[i+1:]
		mended[n] = fmt.Appendf(nil, "<</Title %s%s", pdfText(title), strings.TrimSpace(string(body[at[3]:])))
	}
	return mended
}

// outline are the numbers of the objects of the outline, in the order in which it is read.
func (f *objects) outline() []int {
	root, err := f.follow(f.trailer, "Root")
	if err != nil {
		return nil
	}
	top, err := f.follow(root, "Outlines")
	if err != nil {
		return nil
	}
	var order []int
	seen := map[int]bool{}
	var read func(above []byte)
	read = func(above []byte) {
		for n := f.refers(above, "First"); n > 0 && !seen[n]; {
			seen[n] = true
			body, err := f.object(n)
			if err != nil {
				return
			}
			order = append(order, n)
			read(body)
			n = f.refers(body, "Next")
		}
	}
	read(top)
	return order
}

// letters are those of a text in an order of their own, without the blanks and marks of direction between them.
func letters(text string) []rune {
	var list []rune
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			list = append(list, r)
		}
	}
	slices.Sort(list)
	return list
}

// textOf reads a text string (7.9.2.2): UTF-16 as hex digits, or characters in brackets.
func textOf(written []byte) string {
	if written[0] == '(' {
		return regexp.MustCompile(`\\(.)`).ReplaceAllString(string(written[1:len(written)-1]), "$1")
	}
	var units []uint16
	for digits := written[1 : len(written)-1]; len(digits) >= 4; digits = digits[4:] {
		var unit uint16
		if _, err := fmt.Sscanf(string(digits[:4]), "%04X", &unit); err != nil {
			return ""
		}
		units = append(units, unit)
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}

// pdfText writes a text string in UTF-16.
func pdfText(text string) string {
	digits := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(text)) {
		digits = binary.BigEndian.AppendUint16(digits, unit)
	}
	return fmt.Sprintf("<%X>", digits)
}
