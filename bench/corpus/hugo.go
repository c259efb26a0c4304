package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// hugoTheme is a small theme with our page kinds: home, paged lists, lists by place and topic, records.
//
//go:embed all:hugo
var hugoTheme embed.FS

// writeHugo writes the corpus as a Hugo site. Hugo knows no facts shared by languages, so every language's file holds all of them.
// Places and topics are taxonomies; venues, which have no page, and the labels of terms are data files.
func (c *Corpus) writeHugo(put sink) error {
	if err := put("hugo.yaml", c.hugoSettings()); err != nil {
		return err
	}
	if err := copyTheme(put); err != nil {
		return err
	}
	for lang, code := range c.Languages {
		if err := c.writeHugoLanguage(put, lang, code); err != nil {
			return err
		}
	}
	return nil
}

func copyTheme(put sink) error {
	return fs.WalkDir(hugoTheme, "hugo", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := hugoTheme.ReadFile(path)
		if err != nil {
			return err
		}
		return put(strings.TrimPrefix(path, "hugo/"), data)
	})
}

// hugoSettings keeps Hugo from work that we have none of: feeds, redirects from page/1, a folder for each page.
func (c *Corpus) hugoSettings() []byte {
	var perLanguage Map
	for i, code := range c.Languages {
		direction := Plain("ltr")
		if code == "ar" {
			direction = "rtl"
		}
		perLanguage.add(code, Map{{"label", languageName(code)}, {"locale", Plain(code)}, {"direction", direction}, {"weight", i + 1}, {"title", siteTitle()[i]}})
	}
	m := Map{
		{"baseURL", "https://angebote.example.org/"},
		{"defaultContentLanguage", Plain("de")},
		{"defaultContentLanguageInSubdir", Plain("true")},
		{"enableRobotsTXT", Plain("true")},
		{"uglyURLs", Plain("true")},
		{"disableKinds", plains("rss")},
		{"pagination", Map{{"pagerSize", 30}, {"disableAliases", Plain("true")}}},
		{"taxonomies", Map{{"topic", Plain("topics")}, {"place", Plain("places")}}},
		{"minify", Map{{"minifyOutput", Plain("true")}}},
		{"languages", perLanguage},
	}
	var b bytes.Buffer
	writeYAML(&b, m, 0, 0)
	return b.Bytes()
}

func languageName(code string) string {
	return map[string]string{"de": "Deutsch", "en": "English", "ar": "العربية", "uk": "Українська", "tr": "Türkçe", "fr": "Français"}[code]
}

func (c *Corpus) writeHugoLanguage(put sink, lang int, code string) error {
	venues := Map{}
	for _, r := range c.Records {
		if r.Folder == "venues" {
			venues.add(r.ID, r.Fields)
			continue
		}
		path, data := r.hugo(lang, code)
		if err := put(path, data); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	writeYAML(&b, venues, lang, 0)
	if err := put("data/venues/"+code+".yaml", b.Bytes()); err != nil {
		return err
	}
	if err := c.writeTerms(put, lang, code); err != nil {
		return err
	}
	return c.writeSections(put, lang, code)
}

// writeTerms writes the labels of all terms, and a page for each topic.
func (c *Corpus) writeTerms(put sink, lang int, code string) error {
	all := Map{}
	for _, name := range c.vocabularies() {
		terms := Map{}
		for _, term := range c.terms[name].Terms {
			terms.add(term.ID, c.label(term, lang))
		}
		all.add(name, terms)
	}
	var b bytes.Buffer
	writeYAML(&b, all, lang, 0)
	if err := put("data/terms/"+code+".yaml", b.Bytes()); err != nil {
		return err
	}
	for _, term := range c.terms["topics"].Terms {
		page := fmt.Sprintf("---\ntitle: %s\n---\n", quoted(c.label(term, lang), false))
		if err := put("content/topics/"+term.ID+"/_index."+code+".md", []byte(page)); err != nil {
			return err
		}
	}
	return nil
}

// vocabularies are the names of all vocabularies in order.
func (c *Corpus) vocabularies() []string {
	var names []string
	for name := range c.terms {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// writeSections gives the lists their names, from the theme's own texts.
func (c *Corpus) writeSections(put sink, lang int, code string) error {
	texts, err := hugoTheme.ReadFile("hugo/i18n/" + code + ".yaml")
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(texts)) {
		key, title, _ := strings.Cut(strings.TrimSpace(line), ": ")
		section := slices.ContainsFunc(c.Records, func(r *Record) bool { return r.Folder == key && key != "pages" })
		if !section && key != "topics" {
			continue
		}
		if err := put("content/"+key+"/_index."+code+".md", []byte("---\ntitle: "+title+"\n---\n")); err != nil {
			return err
		}
	}
	return nil
}

// hugo writes a record in one language; what Hugo has no name for is a parameter.
func (r *Record) hugo(lang int, code string) (string, []byte) {
	front := Map{{"title", r.Fields.get("title")}}
	if len(r.Places) > 0 {
		front.add("places", plains(r.Places...))
	}
	if topics := r.Fields.get("topics"); topics != nil {
		front.add("topics", topics)
	}
	params := Map{}
	for _, f := range r.Fields {
		if moment, ok := f.Value.(Plain); ok && r.Folder == "events" && len(moment) == len("2027-03-01 17:00") {
			f.Value = moment + ":00" // Hugo wants seconds
		}
		if f.Key != "title" && f.Key != "topics" && f.Key != "places" {
			params = append(params, f)
		}
	}
	front.add("params", params)
	var b bytes.Buffer
	b.WriteString("---\n")
	writeYAML(&b, front, lang, 0)
	b.WriteString("---\n")
	writeMarkdown(&b, r.Body, lang, func(key string) string { return "/" + key })
	if r.Folder == "places" {
		return "content/" + r.Key() + "/_index." + code + ".md", b.Bytes()
	}
	return "content/" + r.Key() + "." + code + ".md", b.Bytes()
}
