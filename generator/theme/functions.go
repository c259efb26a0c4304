package theme

import (
	"html/template"
	"strings"
	"unicode"

	"mappe/generator/locale"
)

// functions are what templates may call besides the few that Go's templates have. They own the isolation of what runs in another
// direction than the text around it.
func functions(messages *locale.Messages, options map[string]string) template.FuncMap {
	return template.FuncMap{
		"t":      func(key string, args ...any) string { return messages.Text(key, isolated(args)...) },
		"ltr":    leftToRight,
		"option": func(name string) string { return options[name] },
	}
}

// isolated wraps the texts among a message's arguments so that a name in one direction leaves the words around it in theirs.
func isolated(args []any) []any {
	for i := 1; i < len(args); i += 2 {
		if text, ok := args[i].(string); ok {
			args[i] = locale.Isolate(text)
		}
	}
	return args
}

// leftToRight marks up what is written from left to right in every language and does not break across lines, unless it is longer than one:
// telephone numbers, times, e-mail and web addresses. Times joined by a word of a script from right to left, as Persian does (8:30 تا 12:15), follow the word:
// from left to right they would read as if they ended before they began.
func leftToRight(text string) template.HTML {
	return template.HTML(appendLeftToRight(nil, text))
}

func appendLeftToRight(out []byte, text string) []byte {
	dir := "ltr"
	if hasRightToLeft(text) {
		dir = "rtl"
	}
	out = append(out, `<bdi dir="`...)
	out = append(out, dir...)
	out = append(out, `" class="nowrap">`...)
	out = appendDivisible(out, text)
	return append(out, `</bdi>`...)
}

// short is how many bytes of an address have room in a line of any phone, with letters half as large again.
const short = 16

// appendDivisible escapes a text and, if it is an address that may be longer than a phone is wide, marks where it may go on in the next line: behind
// a slash, a hyphen and the sign of a mail address, before all other signs, so that none looks like the end of a sentence (The Chicago Manual of Style, 7.46).
func appendDivisible(out []byte, text string) []byte {
	escaped := template.HTMLEscapeString(text)
	if len(text) <= short || strings.Contains(text, " ") || !strings.Contains(text, ".") || !strings.ContainsFunc(text, unicode.IsLetter) {
		return append(out, escaped...)
	}
	for i := range len(escaped) {
		switch c := escaped[i]; c {
		case '.', '?', '&', '=', '_':
			if i > 0 {
				out = append(out, "<wbr>"...)
			}
			out = append(out, c)
		case '/', '-', '@':
			out = append(out, c)
			if i+1 < len(escaped) && escaped[i+1] != '/' {
				out = append(out, "<wbr>"...)
			}
		default:
			out = append(out, c)
		}
	}
	return out
}

// hasRightToLeft reports whether a text has letters of a script that is written from right to left. All of these begin with a byte that few
// other texts have.
func hasRightToLeft(text string) bool {
	for i := range len(text) {
		if text[i] >= firstOfHebrew {
			return strings.ContainsFunc(text[i:], rightToLeft)
		}
	}
	return false
}

// firstOfHebrew is the first byte of the alef in UTF-8; later letters have the same one or a higher one.
const firstOfHebrew = 0xD7

// rightToLeft reports whether a letter belongs to a script that is written from right to left. The first is the Hebrew alef, after all letters
// of Europe.
func rightToLeft(r rune) bool {
	return r >= 'א' && unicode.IsLetter(r) && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
