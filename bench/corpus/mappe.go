package main

import (
	"bytes"
	"strings"
)

// writeMappe writes the corpus as content of our own: the default language's file with the facts, a file with texts alone for
// each other language.
func (c *Corpus) writeMappe(put sink) error {
	if err := put("content/site.yaml", c.settings()); err != nil {
		return err
	}
	if err := put("content/timetables/holidays.yaml", c.holidays()); err != nil {
		return err
	}
	if err := c.writeMessages(put); err != nil {
		return err
	}
	for _, r := range c.Records {
		for lang, code := range c.Languages {
			path, data := r.mappe(lang, code)
			if err := put(path, data); err != nil {
				return err
			}
		}
	}
	return nil
}

// mappe writes a record in one language: places and venues as fields alone, everything else as a text with fields in front.
func (r *Record) mappe(lang int, code string) (string, []byte) {
	fields := r.Fields
	if lang > 0 {
		fields, _ = onlyTexts(fields).(Map)
	}
	var b bytes.Buffer
	if r.Body == nil {
		writeYAML(&b, fields, lang, 0)
		return "content/" + r.Key() + "." + code + ".yaml", b.Bytes()
	}
	b.WriteString("---\n")
	writeYAML(&b, fields, lang, 0)
	b.WriteString("---\n")
	writeMarkdown(&b, r.Body, lang, func(key string) string { return "record:" + key })
	return "content/" + r.Key() + "/index." + code + ".md", b.Bytes()
}

// inline is a text in all languages on one line, as settings have it.
func (c *Corpus) inline(text Text) Flow {
	var m Flow
	for i, code := range c.Languages {
		m = append(m, Field{code, text[i]})
	}
	return m
}

// siteTitle is the name of the site in all languages there are.
func siteTitle() Text {
	return Text{"Angebote im Muster", "Sample offers", "عروض نموذجية", "Зразкові пропозиції", "Örnek teklifler", "Offres d’exemple"}
}

// settings is site.yaml. Records do not age, so that a corpus has no findings next year either; of what is published beside pages and
// search, all is off, as comparable programs have none of it.
func (c *Corpus) settings() []byte {
	off := Plain("false")
	m := Map{
		{"format", 1},
		{"title", c.inline(siteTitle())},
		{"base_url", "https://angebote.example.org/"},
		{"default_language", Plain("de")},
		{"languages", plains(c.Languages...)},
		{"county", Plain(county)},
		{"publisher", Flow{{"organization", Plain("landkreis")}, {"contact", Plain("buergertelefon")}}},
		{"legal", Flow{{"imprint", Plain("impressum")}, {"privacy", Plain("datenschutz")}, {"accessibility", Plain("barrierefreiheit")}, {"barrier_report", Plain("buergertelefon")}, {"land", Plain("ni")}}},
		{"freshness", Flow{{"warn_days", 3650}, {"expire_days", 3650}, {"seats_days", 14}, {"site_days", 14}}},
		{"outputs", Flow{{"search", Plain("true")}, {"print", off}, {"short", off}, {"reach", off}, {"data", off}}},
	}
	var b bytes.Buffer
	writeYAML(&b, m, 0, 0)
	return b.Bytes()
}

func (c *Corpus) holidays() []byte {
	var public, school List
	for _, day := range publicDays() {
		public = append(public, Plain(day.String()))
	}
	for _, holiday := range schoolDays() {
		school = append(school, Map{{"name", c.inline(holidayNames()[holiday.name])}, {"from", Plain(holiday.days.From.String())}, {"to", Plain(holiday.days.To.String())}})
	}
	var b bytes.Buffer
	writeYAML(&b, Map{{"public", public}, {"school", school}}, 0, 0)
	return []byte(strings.TrimSpace(b.String()) + "\n")
}
