package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mappe/generator/build"
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/schema"
)

// cheatSheetName is the file beside content/ that lists what editors look up: ids, terms and patterns.
const cheatSheetName = "CHEATSHEET.md"

// staleCheatSheet returns the cheat sheet as it should be, nil where there is none or nothing to change. While a record cannot be
// read, it stays as it is, so that no id goes missing for a typing error.
func (a *app) staleCheatSheet(cmd *cobra.Command) ([]byte, error) {
	old, err := os.ReadFile(filepath.Join(a.common.source, cheatSheetName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the cheat sheet: %w", err)
	}
	var o build.Options
	a.fill(&o)
	o.Progress = nil
	ready, err := build.Load(cmd.Context(), o)
	if err != nil {
		return nil, err
	}
	defer ready.Close()
	if c := ready.Catalogue; c == nil || len(c.Entries) < len(c.Tree.Records) {
		return nil, nil
	}
	sheet := cheatSheet(ready.Catalogue)
	if bytes.Equal(bytes.ReplaceAll(old, []byte("\r\n"), []byte("\n")), sheet) {
		return nil, nil
	}
	return sheet, nil
}

// cheatSheet writes the ids, terms and patterns of a catalogue, in German where that is the site's default language.
func cheatSheet(c *catalog.Catalogue) []byte {
	lang := diag.English
	if strings.HasPrefix(c.Languages[c.Default].Code, "de") {
		lang = diag.German
	}
	s := &sheet{Catalogue: c, lang: lang, table: schema.New()}
	s.line("# Spickzettel", "# Cheat sheet")
	s.line("Diese Datei schreibt `mappe fmt`; was hier von Hand geändert wird, geht verloren.", "`mappe fmt` writes this file; changes made here by hand are lost.")
	s.patterns()
	s.records()
	s.vocabularies()
	return bytes.TrimLeft(s.out.Bytes(), "\n")
}

type sheet struct {
	*catalog.Catalogue
	table *schema.Table
	lang  diag.Lang
	out   bytes.Buffer
}

// line writes a paragraph.
func (s *sheet) line(de, en string) {
	fmt.Fprintf(&s.out, "\n%s\n", diag.Text{DE: de, EN: en}.In(s.lang))
}

func (s *sheet) patterns() {
	s.line("## Muster zum Kopieren", "## Patterns to copy")
	s.line("Tage `mo tu we th fr sa su` (oder `mo di mi do fr sa so`), Daten `2027-02-15`, Zeiten `08:30`, Beträge `12.50`, Ja und Nein `true` und `false`. Texte mit Doppelpunkt, Nummern und Telefonnummern stehen in Anführungszeichen.",
		"Days `mo tu we th fr sa su`, dates `2027-02-15`, times `08:30`, amounts `12.50`, yes and no `true` and `false`. Texts with a colon, numbers of things and telephone numbers stand in quotes.")
	for _, row := range []struct{ folder, key string }{
		{"courses", "sessions"}, {"courses", "prices"}, {"courses", "free_for"}, {"courses", "admission"}, {"courses", "booking"}, {"courses", "level"},
		{"contacts", "hours"}, {"contacts", "responsible"}, {"courses", "image"}, {"transport", "departures"}, {"pathways", "steps"},
	} {
		rt := s.table.Type(row.folder)
		for _, f := range s.table.FieldsOf(rt) {
			if f.Key == row.key {
				fmt.Fprintf(&s.out, "\n### %s\n\n```yaml\n%s\n```\n", f.Label.In(s.lang), strings.Join(pattern(s.table, &f), "\n"))
			}
		}
	}
}

func (s *sheet) records() {
	s.line("## Kennungen", "## Ids")
	for i := range s.table.Types {
		rt := &s.table.Types[i]
		opened := false
		for _, e := range s.Entries {
			r := e.Base()
			if r.Folder() != rt.Folder {
				continue
			}
			if !opened {
				fmt.Fprintf(&s.out, "\n### %s: `%s`\n\n", rt.Label.In(s.lang), rt.Folder)
				opened = true
			}
			fmt.Fprintf(&s.out, "- `%s` %s\n", r.ID, r.Title.In(s.Default))
		}
	}
}

func (s *sheet) vocabularies() {
	s.line("## Begriffe", "## Terms")
	for _, name := range s.table.Vocabularies() {
		v := s.Vocabulary(name)
		if v == nil || len(v.Terms) == 0 {
			continue
		}
		fmt.Fprintf(&s.out, "\n### `%s`\n\n", name)
		for _, term := range v.Terms {
			label, _ := term.Label.Best(s.Chain(s.Default))
			fmt.Fprintf(&s.out, "- `%s` %s\n", term.ID, label)
		}
	}
}
