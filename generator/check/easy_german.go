package check

import (
	"maps"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/easygerman"
)

// codeEasyGerman opens the codes of what breaks the rules of Leichte Sprache: easy-german-long-word.
const codeEasyGerman = "easy-german-"

func easyGermanCodes() []string {
	var codes []string
	for _, rule := range easygerman.Rules() {
		codes = append(codes, codeEasyGerman+string(rule))
	}
	return codes
}

// easyGerman finds what breaks the rules of Leichte Sprache in the texts of a record in it. A matter of style, so an info; one a text and
// rule, which says how often. Keywords are not read but searched for, and hold the words undivided on purpose.
func easyGerman(r *report, e catalog.Entry) {
	for lang, language := range r.Languages {
		if !easygerman.Is(language.Code) || e.Base().File(catalog.Lang(lang)) == nil {
			continue
		}
		for _, text := range r.TextsOf(e, catalog.Lang(lang)) {
			switch {
			case strings.HasPrefix(text.Path, "keywords"), strings.HasPrefix(text.Path, "also"), strings.HasPrefix(text.Path, "extra"):
			case text.Path == "body":
				r.easyBody(e, catalog.Lang(lang))
			default:
				for _, breach := range r.easyBreaches(text.Words) {
					r.in(e, catalog.Lang(lang), text.Path, breach.problem())
				}
			}
		}
	}
}

// LooksForWords reports whether rules look for words in the long texts of a language, by its BCP 47 code, as they are written; all others are
// content with what is parsed.
func LooksForWords(code string) bool { return easygerman.Is(code) }

// easyBody looks at a long text, and finds the lines of what it finds by looking for the words as they are written.
func (r *report) easyBody(e catalog.Entry, lang catalog.Lang) {
	doc := r.prose.Doc(e.Base(), lang)
	if doc == nil {
		return
	}
	source := e.Base().Body.In(lang)
	for _, breach := range r.easyBreaches(doc.PlainText()) {
		line, column := r.prose.Place(e.Base(), lang, offsetOf(source, breach.Passage))
		r.inBody(e, lang, line, column, breach.problem())
	}
}

// offsetOf is where a passage begins in the text as it is written, in which there may be marks between its words: the first place where its
// first words stand, as many of them as do.
func offsetOf(source, passage string) int {
	words := strings.Fields(passage)
	for n := min(len(words), 4); n > 0; n-- {
		if at := strings.Index(source, strings.Join(words[:n], " ")); at >= 0 {
			return at
		}
	}
	return 0
}

// easyBreach is what breaks one rule in a text: the first passage, and how many there are.
type easyBreach struct {
	easygerman.Breach
	times int
}

func (r *report) easyBreaches(text string) []easyBreach {
	var found []easyBreach
	at := map[easygerman.Rule]int{}
	for _, breach := range easygerman.Find(text, r.isName) {
		if i, known := at[breach.Rule]; known {
			found[i].times++
			continue
		}
		at[breach.Rule] = len(found)
		found = append(found, easyBreach{breach, 1})
	}
	return found
}

// easyTerms looks at the labels and descriptions of the site's own vocabularies.
func easyTerms(r *report) {
	for lang, language := range r.Languages {
		if !easygerman.Is(language.Code) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(r.Vocabularies)) {
			v := r.Vocabularies[name]
			if v.Path == "" {
				continue
			}
			for _, term := range v.Terms {
				for _, breach := range r.easyBreaches(term.Label.In(catalog.Lang(lang)) + "\n" + term.Description.In(catalog.Lang(lang))) {
					p := breach.problem()
					p.message = diag.Text{DE: name + ", " + term.ID + ": " + p.message.DE, EN: name + ", " + term.ID + ": " + p.message.EN}
					r.place(v.Path, term.Position(), p)
				}
			}
		}
	}
}

// isName reports whether a word stands in the name of a place, a venue or an organization, which nobody may divide.
func (s *survey) isName(word string) bool { return s.names[word] }

// namesOf collects the words of such names, for sites that have a language in which it matters.
func namesOf(c *catalog.Catalogue) map[string]bool {
	names := map[string]bool{}
	if !slices.ContainsFunc(c.Languages, func(l catalog.Language) bool { return easygerman.Is(l.Code) }) {
		return names
	}
	add := func(text string) {
		for _, word := range easygerman.Words(text) {
			names[word] = true
		}
	}
	for _, place := range c.Places {
		add(place.Title.In(c.Default))
		add(strings.Join(place.Also.In(c.Default), " "))
	}
	for _, venue := range c.Venues {
		add(venue.Title.In(c.Default))
		add(venue.Street + " " + venue.City)
	}
	for _, organization := range c.Organizations {
		add(organization.Title.In(c.Default))
	}
	return names
}

// problem says what breaks the rule and what to write instead.
func (b easyBreach) problem() problem {
	message, hint := b.words()
	if b.times > 1 {
		more := diag.Textf(" So %d-mal in diesem Text.", " So %d times in this text.", b.times)
		message = diag.Text{DE: message.DE + more.DE, EN: message.EN + more.EN}
	}
	return problem{diag.Info, codeEasyGerman + string(b.Rule), message, hint}
}

// words are the cause and the cure.
func (b easyBreach) words() (message, hint diag.Text) {
	switch b.Rule {
	case easygerman.LongSentence:
		return diag.Textf("Für Leichte Sprache ist dieser Satz lang (%d Wörter): „%s“", "For Easy German this sentence is long (%d words): “%s”", b.Words, b.Passage),
			diag.Textf("Machen Sie mehrere Sätze daraus, jeden mit höchstens %d Wörtern und auf einer eigenen Zeile.", "Make several sentences of it, each of at most %d words and on a line of its own.", easygerman.MostWords)
	case easygerman.SeveralStatements:
		return diag.Textf("In Leichter Sprache sagt ein Satz nur eine Sache; dieser sagt mehrere: „%s“", "In Easy German a sentence says one thing; this one says several: “%s”", b.Passage),
			diag.Textf("Machen Sie aus jeder Aussage einen eigenen Satz, ohne weil, dass, wenn oder der/die/das.", "Make a sentence of each statement, without weil, dass, wenn or der/die/das.")
	case easygerman.LongWord:
		return diag.Textf("„%s“ ist für Leichte Sprache ein langes Wort.", "“%s” is a long word for Easy German.", b.Passage),
			diag.Textf("Teilen Sie es mit einem Mittelpunkt (Integrations·kurs) oder Bindestrich, oder nehmen Sie ein kürzeres. Ungeteilt gehört es zu keywords, damit man es findet.", "Divide it by a middle dot (Integrations·kurs) or a hyphen, or take a shorter one. Undivided it belongs in keywords, so that it is found.")
	case easygerman.Abbreviation:
		return diag.Textf("„%s“ ist eine Abkürzung; Leichte Sprache hat keine.", "“%s” is an abbreviation; Easy German has none.", b.Passage),
			diag.Textf("Schreiben Sie das Wort aus: zum Beispiel, oder, Stunde, Telefon.", "Write the word in full: zum Beispiel, oder, Stunde, Telefon.")
	case easygerman.NumberInWords:
		return diag.Textf("„%s“ ist eine Zahl in Worten; in Leichter Sprache stehen Ziffern.", "“%s” is a number in words; Easy German has digits.", b.Passage),
			diag.Textf("Schreiben Sie Ziffern: 3 Tage.", "Write digits: 3 Tage.")
	case easygerman.Sign:
		return diag.Textf("„%s“: Klammern und Zeichen wie %%, § und / liest in Leichter Sprache nicht jeder.", "“%s”: not everybody who needs Easy German can read brackets and signs such as %%, § and /.", b.Passage),
			diag.Textf("Sagen Sie es mit Worten, in einem eigenen Satz: Das heißt auch …", "Say it in words, in a sentence of its own: Das heißt auch …")
	case easygerman.Passive:
		return diag.Textf("In Leichter Sprache steht, wer etwas tut; hier steht es nicht: „%s“", "Easy German says who does something; this does not: “%s”", b.Passage),
			diag.Textf("Schreiben Sie, wer es tut: Wir rufen Sie an, statt: Sie werden angerufen.", "Write who does it: Wir rufen Sie an, instead of: Sie werden angerufen.")
	case easygerman.Subjunctive:
		return diag.Textf("„%s“ ist eine Möglichkeitsform (Konjunktiv); die ist für Leichte Sprache schwer.", "“%s” is a subjunctive, which is hard for Easy German.", b.Passage),
			diag.Textf("Schreiben Sie, was ist: Sie können, vielleicht.", "Write what is: Sie können, vielleicht.")
	default: // easygerman.Genitive
		return diag.Textf("„%s“ ist ein Genitiv; der ist für Leichte Sprache schwer.", "“%s” is a genitive, which is hard for Easy German.", b.Passage),
			diag.Textf("Nehmen Sie von: das Haus von dem Lehrer, statt: das Haus des Lehrers.", "Use von: das Haus von dem Lehrer, instead of: das Haus des Lehrers.")
	}
}
