package theme

import (
	"html/template"

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
// times, e-mail and web addresses.
func leftToRight(text string) template.HTML {
	return template.HTML(`<bdi dir="ltr" class="nowrap">` + template.HTMLEscapeString(text) + `</bdi>`)
}
