package theme

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"mappe/generator/diag"
	"mappe/generator/locale"
)

// referenceLanguage is the language whose messages are complete by definition.
const referenceLanguage = "de"

// readMessages builds, for each language, the chain its texts are looked up in: the language, its primary subtag, then German
// for varieties of German, English and at last German for all others. At each step the site's own texts come first.
func (l *loader) readMessages(t *Theme, languages []string) error {
	t.messages = map[string]*locale.Messages{}
	reference, err := l.parsed(referenceLanguage)
	if err != nil {
		return err
	}
	for _, lang := range languages {
		var parsed [][]*locale.Messages
		for _, code := range chainOf(lang) {
			files, err := l.parsed(code)
			if err != nil {
				return err
			}
			parsed = append(parsed, files)
		}
		l.checkComplete(lang, parsed, reference)
		t.messages[lang] = joined(lang, parsed)
	}
	return nil
}

// chainOf returns the languages that answer for one, itself first.
func chainOf(lang string) []string {
	primary, _, _ := strings.Cut(lang, "-")
	chain := []string{lang, primary}
	if primary != "de" {
		chain = append(chain, "en")
	}
	return slices.Compact(append(chain, "de"))
}

// parsed returns the messages of exactly this language, the site's own before the program's. What is wrong with them checkMessages tells. They
// are read once, since nearly all languages fall back to the same.
func (l *loader) parsed(code string) ([]*locale.Messages, error) {
	if known, found := l.messages[code]; found {
		return known, nil
	}
	files, err := l.layers.all("messages/" + code + ".yaml")
	if err != nil {
		return nil, err
	}
	var all []*locale.Messages
	for _, f := range files {
		m, _ := locale.ParseMessages(code, f.data)
		all = append(all, m)
	}
	if l.messages == nil {
		l.messages = map[string][]*locale.Messages{}
	}
	l.messages[code] = all
	return all, nil
}

// joined links messages so that each falls back to the next. The first, empty, keeps the language where it has no file.
func joined(lang string, steps [][]*locale.Messages) *locale.Messages {
	first, _ := locale.ParseMessages(lang, nil)
	all := append([]*locale.Messages{first}, slices.Concat(steps...)...)
	chain := all[len(all)-1]
	for i := len(all) - 2; i >= 0; i-- {
		chain = all[i].WithFallback(chain)
	}
	return chain
}

// checkComplete tells which texts a language lacks, so that readers see them in another.
func (l *loader) checkComplete(lang string, steps [][]*locale.Messages, reference []*locale.Messages) {
	var own []*locale.Messages // of the language or what it is a variety of
	for i, code := range chainOf(lang) {
		if code == lang || strings.HasPrefix(lang, code+"-") {
			own = append(own, steps[i]...)
		}
	}
	var missing []string
	for _, key := range reference[len(reference)-1].Keys() {
		if !slices.ContainsFunc(own, func(m *locale.Messages) bool { return m.Has(key) }) {
			missing = append(missing, key)
		}
	}
	path := l.layers[0].dir + "/messages/" + lang + ".yaml"
	switch {
	case len(own) == 0:
		l.report(l.setting("languages", lang), diag.Warning, "message-missing",
			diag.Textf("Für die Sprache %s gibt es keine Texte der Oberfläche; es erscheinen die einer anderen Sprache.", "There are no interface texts in the language %s; those of another language are shown.", lang),
			diag.Textf("Legen Sie %s an.", "Make the file %s.", path))
	case len(missing) > 0:
		l.report(place{file: path}, diag.Warning, "message-missing",
			diag.Textf("In der Sprache %s fehlen %d Texte der Oberfläche: %s.", "In the language %s %d interface texts are missing: %s.", lang, len(missing), shortList(missing)),
			diag.Text{})
	}
}

// shortList names the first of many.
func shortList(words []string) string {
	const most = 5
	if len(words) > most {
		return strings.Join(words[:most], ", ") + ", …"
	}
	return strings.Join(words, ", ")
}

// checkMessages tells what is wrong with the site's own files of messages, of whatever language.
func (l *loader) checkMessages(*Theme, []string) error {
	reference, err := l.parsed(referenceLanguage)
	if err != nil {
		return err
	}
	files, err := l.layers[:1].read("messages", ".yaml")
	if err != nil {
		return err
	}
	for _, f := range files {
		m, err := locale.ParseMessages(f.name, f.data)
		findings := m.Check()
		if invalid := (*locale.InvalidMessages)(nil); errors.As(err, &invalid) {
			findings = append(findings, invalid.Findings...)
		}
		findings = append(findings, l.against(m, reference[len(reference)-1])...)
		for _, finding := range findings {
			finding.File = f.path
			l.findings = append(l.findings, finding)
		}
	}
	return nil
}

// against compares the site's own messages with the program's. What is missing other layers have; what the program does not know
// may be for a template of the site's own.
func (l *loader) against(own, reference *locale.Messages) []diag.Finding {
	var findings []diag.Finding
	for _, finding := range own.CheckAgainst(reference) {
		switch {
		case finding.Code == "message-missing", l.isAsked(finding):
			continue
		case finding.Code == "message-unused":
			finding.Severity = diag.Warning
		}
		findings = append(findings, finding)
	}
	return findings
}

// isAsked reports whether a finding about a text that the program does not know is about one that a template asks for.
func (l *loader) isAsked(finding diag.Finding) bool {
	for key := range l.asked {
		if finding.Code == "message-unused" && strings.Contains(finding.Message.EN, strconv.Quote(key)) {
			return true
		}
	}
	return false
}
