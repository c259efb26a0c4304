package theme

import (
	"html/template"
	"io"
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

// leftToRight marks up what is written from left to right in every language and never breaks across lines: telephone numbers,
// times, e-mail and web addresses. Times joined by a word of a script from right to left, as Persian does (8:30 تا 12:15), follow the word:
// from left to right they would read as if they ended before they began.
func leftToRight(text string) template.HTML {
	var out strings.Builder
	putLeftToRight(&out, text)
	return template.HTML(out.String())
}

func putLeftToRight(out io.StringWriter, text string) {
	dir := "ltr"
	if strings.ContainsFunc(text, rightToLeft) {
		dir = "rtl"
	}
	if strings.ContainsAny(text, "<>&'\"\x00") {
		text = template.HTMLEscapeString(text)
	}
	for _, part := range [...]string{`<bdi dir="`, dir, `" class="nowrap">`, text, `</bdi>`} {
		out.WriteString(part) // to memory, which does not fail
	}
}

// rightToLeft reports whether a letter belongs to a script that is written from right to left. The first is the Hebrew alef, after all letters
// of Europe.
func rightToLeft(r rune) bool {
	return r >= 'א' && unicode.IsLetter(r) && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
