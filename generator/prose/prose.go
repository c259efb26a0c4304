// Package prose keeps the long texts of a catalogue parsed, so that checks and pages share them and each is parsed once.
//
// The way through the files: prose.go is the texts, terms.go the glossary's words that are explained in them.
package prose

import (
	"context"
	"io/fs"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"mappe/generator/catalog"
	"mappe/generator/locale"
	"mappe/generator/markdown"
	"mappe/generator/workers"
)

// Prose are the long texts of a catalogue. Each is parsed when it is first asked for, and kept: the rules parse them on all
// cores, and whoever makes pages finds them ready, so that each text is parsed once a build.
//
// What is kept is no tree but the text's finished HTML with its holes: little more than the text itself, which takes 0.1 ms to parse
// (check.BenchmarkProse). 60,000 texts are some 130 MB kept, or 6 CPU seconds if they were parsed again for their pages.
//
// A text that has not changed since the one before is taken over from it: the same file and the same words, at the same
// place, written in the same direction, in a site with the same dialling prefix, make the same Doc.
type Prose struct {
	catalogue   *catalog.Catalogue
	converters  []*markdown.Converter    // by Lang, so that the texts of one lie together and their memory is free once they are let go of
	rightToLeft []bool                   // by Lang
	bodies      [][]atomic.Pointer[body] // by Lang, and by the numbers of records
	gone        body                     // stands for what has been let go of
	before      map[string]*body         // by path, until all texts are parsed
	dialPrefix  string
	terms       []func() *markdown.Terms // by Lang
	finished    []atomic.Bool            // by Lang
}

// body is one text as it was parsed.
type body struct {
	text        string
	from        origin
	rightToLeft bool
	doc         markdown.Doc
}

// origin is where in its file a text begins: the line, and how far all its lines are indented.
type origin struct {
	line, indent int
}

// New prepares the long texts of a catalogue. before are those of the build before, nil where there was none.
func New(c *catalog.Catalogue, before *Prose) *Prose {
	p := &Prose{
		catalogue:  c,
		bodies:     make([][]atomic.Pointer[body], len(c.Languages)),
		before:     map[string]*body{},
		dialPrefix: c.Settings.DialPrefix,
		finished:   make([]atomic.Bool, len(c.Languages)),
	}
	for i, language := range c.Languages {
		p.bodies[i] = make([]atomic.Pointer[body], len(c.Entries))
		p.converters = append(p.converters, markdown.New(c.Settings.DialPrefix))
		p.rightToLeft = append(p.rightToLeft, locale.New(language.Code).Dir() == locale.RightToLeft)
		p.terms = append(p.terms, sync.OnceValue(func() *markdown.Terms { return glossary(c, catalog.Lang(i)) }))
	}
	if before != nil && before.dialPrefix == p.dialPrefix {
		before.keep(p.before)
	}
	return p
}

// keep collects what has been parsed by the path of its file.
func (p *Prose) keep(byPath map[string]*body) {
	for lang := range p.bodies {
		for i, e := range p.catalogue.Entries {
			if parsed := p.bodies[lang][i].Load(); parsed != nil {
				byPath[e.Base().File(catalog.Lang(lang)).Path] = parsed
			}
		}
	}
}

// ParseAll parses all texts on so many cores. Rules that look at every text would otherwise come to the same one at the same time, and
// both parse it. settled says in which languages nobody asks for the texts as their authors wrote them once they are parsed, nil in none: those
// are let go of, which halves what the texts of a large county take. Nothing of the catalogue can be read again then.
//
// Those of a language lie in one piece, since whatever lies by itself costs the collector a look each time; what stays longer than its language
// lies by itself all the same, or it would hold the others. A text that is taken over is copied, so that no build holds the piece of the one before.
func (p *Prose) ParseAll(ctx context.Context, jobs int, settled func(catalog.Lang) bool) {
	entries, together := p.catalogue.Entries, make([][]body, len(p.bodies))
	for lang := range together {
		together[lang] = make([]body, len(entries))
	}
	_ = workers.Each(ctx, jobs, len(entries), func() func(int) error { // fails only where ctx is cancelled
		return func(i int) error {
			for lang := range p.catalogue.Languages {
				record, lang, room := entries[i].Base(), catalog.Lang(lang), &together[lang][i]
				if outlasts(record) {
					room = &body{}
				}
				if parsed := p.body(record, lang, room); parsed != nil && settled != nil && settled(lang) {
					parsed.text = ""
					record.Body.Settle(lang)
				}
			}
			return nil
		}
	})
	p.before = nil
}

// Settle lets go of all but what pages are made from, once all findings are known, the texts as their authors wrote them included: what is left
// of a few languages would hold the memory of all that were read with it. Nobody may look at a text meanwhile.
func (p *Prose) Settle() {
	for lang, bodies := range p.bodies {
		for i, e := range p.catalogue.Entries {
			if parsed := bodies[i].Load(); parsed != nil {
				*parsed = body{doc: parsed.doc.Settled()}
				e.Base().Body.Settle(catalog.Lang(lang))
			}
		}
	}
}

// outlasts reports whether a record is shown when its language is finished: notices stand on the pages of search too, which are made after all others.
func outlasts(record *catalog.Record) bool { return record.Folder() == "notices" }

// Finish is told that all pages of a language have been made. Texts that no other page shows are let go of: those of a language, once all that
// fall back to it are finished as well, but for what outlasts them. A text that has been let go of is no Doc any more.
func (p *Prose) Finish(lang catalog.Lang) {
	p.finished[lang].Store(true)
	unfinished := map[catalog.Lang]bool{}
	for i, language := range p.catalogue.Languages {
		for _, shown := range language.Chain {
			unfinished[shown] = unfinished[shown] || !p.finished[i].Load()
		}
	}
	for shown, bodies := range p.bodies {
		for i, e := range p.catalogue.Entries {
			if !unfinished[catalog.Lang(shown)] && !outlasts(e.Base()) {
				bodies[i].Store(&p.gone)
			}
		}
	}
}

// Forget has a record's texts read again, after it has been read anew.
func (p *Prose) Forget(record *catalog.Record) {
	for _, bodies := range p.bodies {
		bodies[record.Number].Store(nil)
	}
}

// Doc returns a record's long text in a language, nil where it has none there. It may be asked from several goroutines.
func (p *Prose) Doc(record *catalog.Record, lang catalog.Lang) *markdown.Doc {
	if parsed := p.body(record, lang, nil); parsed != nil {
		return &parsed.doc
	}
	return nil
}

// body returns a text, nil where there is none, and parses it into a room where it is asked for the first time, nil for one of its own.
func (p *Prose) body(record *catalog.Record, lang catalog.Lang, room *body) *body {
	if parsed := p.bodies[lang][record.Number].Load(); parsed == &p.gone {
		return nil
	} else if parsed != nil {
		return parsed
	}
	text, file := record.Body.In(lang), record.File(lang)
	if text == "" || file == nil {
		return nil
	}
	if room == nil {
		room = &body{}
	}
	from, known := p.origin(file), p.before[file.Path]
	if known != nil && known.text == text && known.from == from && known.rightToLeft == p.rightToLeft[lang] {
		*room = *known
	} else {
		*room = body{text, from, p.rightToLeft[lang], p.converters[lang].Parse(markdown.Source{
			File: file.Path, Text: text, Line: from.line, Indent: from.indent, RightToLeft: p.rightToLeft[lang],
		})}
	}
	p.bodies[lang][record.Number].Store(room) // two goroutines at once make the same
	return room
}

// Place returns where in its file a byte of a record's long text stands.
func (p *Prose) Place(record *catalog.Record, lang catalog.Lang, offset int) (line, column int) {
	from := p.origin(record.File(lang))
	before := record.Body.In(lang)[:offset]
	last := before[strings.LastIndexByte(before, '\n')+1:]
	return from.line + strings.Count(before, "\n"), from.indent + utf8.RuneCountInString(last) + 1
}

// origin says where a body begins. Below the fields of a Markdown file that is known; a text among the fields of
// another file begins on the next line, indented, if it is written behind | or >, and else right there.
func (p *Prose) origin(file *catalog.File) origin {
	at := file.At("body")
	if path.Ext(file.Path) == ".md" && at.Column == 1 {
		return origin{line: at.Line}
	}
	src, err := fs.ReadFile(p.catalogue.Tree.FS, file.Path)
	lines := strings.Split(string(src), "\n")
	if err != nil || at.Line >= len(lines) {
		return origin{at.Line, at.Column - 1}
	}
	here := []rune(lines[at.Line-1])
	if at.Column > len(here) || !strings.ContainsRune("|>", here[at.Column-1]) {
		return origin{at.Line, at.Column - 1}
	}
	for i, line := range lines[at.Line:] {
		if text := strings.TrimLeft(line, " "); strings.TrimSpace(text) != "" {
			return origin{at.Line + 1 + i, utf8.RuneCountInString(line) - utf8.RuneCountInString(text)}
		} else if i > 100 {
			break
		}
	}
	return origin{line: at.Line + 1}
}
