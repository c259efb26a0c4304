package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// alsoSpoken are languages without a table that people in the region speak, or that offers are in.
func alsoSpoken() []string {
	return strings.Fields("az be bn bs ca cs da el et fi gsg gu ha he hi hu hy id ig ja ka kk km ko ky lo lt lv mk ml mn ms my nb ne nl om pa pt rom rw sd si sk sl sn " +
		"sv sw ta te tg th tk tt ug ur uz wo yi yo zh zza de-simple kmr prs")
}

// named returns the codes of all languages that the tables name, sorted.
func named() []string {
	return slices.Sorted(slices.Values(append(languages(), alsoSpoken()...)))
}

// nameEntry returns a language's script, its own names and its names for the others.
func nameEntry(s *source, code string) (entry, error) {
	script, err := likelyScript(s, code)
	if err != nil {
		return nil, err
	}
	e := entry{{"script", script}}
	for _, name := range []struct{ field, in string }{{"self", code}, {"german", "de"}, {"english", "en"}} {
		names, err := s.names(name.in)
		if err != nil {
			return nil, err
		}
		e = append(e, field{name.field, capitalised(nameOf(names, name.in, code), code)})
	}
	names, err := s.names(code)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, other := range named() {
		all = append(all, nameOf(names, code, other))
	}
	text, err := joinTexts(all...)
	return append(e, field{"languages", text}), err
}

// likelyScript returns the script that a language is most often written in.
func likelyScript(s *source, code string) (string, error) {
	file, err := s.read("cldr-core", "supplemental", "likelySubtags.json")
	if err != nil {
		return "", err
	}
	language, _, _ := strings.Cut(code, "-")
	subtags := strings.Split(file.text("supplemental/likelySubtags/"+language), "-")
	if len(subtags) != 3 {
		return "", fmt.Errorf("no likely script of %s in CLDR", language)
	}
	return subtags[1], nil
}

func (s *source) names(code string) (node, error) {
	return s.main("cldr-localenames-full", code, "languages.json", "localeDisplayNames/languages")
}

// nameOf returns what a language is called: "Kurdish (Kurmanji)" where CLDR tells a core from an extension, else the name
// meant for menus, else the plain one.
func nameOf(names node, in, code string) string {
	if name := betterName(in, code); name != "" {
		return name
	}
	switch code {
	case "kmr":
		code = "ku"
	case "prs":
		code = "fa-AF"
	}
	core, extension := names.text(code+"-menu-core"), names.text(code+"-menu-extension")
	if core != "" && extension != "" && !strings.Contains(core, extension) {
		return core + " (" + extension + ")"
	}
	for _, key := range []string{code + "-alt-menu", code} {
		if name := names.text(key); name != "" {
			return name
		}
	}
	return ""
}

// capitalised writes a name as it begins a line; the Turkish i has the capital İ.
func capitalised(name, language string) string {
	_, size := utf8.DecodeRuneInString(name)
	if language == "tr" {
		return strings.ToUpperSpecial(unicode.TurkishCase, name[:size]) + name[size:]
	}
	return strings.ToUpper(name[:size]) + name[size:]
}
