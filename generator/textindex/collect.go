package textindex

import "strings"

// The strength of a word in a document is a number of four bits: 8 for a word of the title, the rest the sum of what the other
// fields give, up to 7. In the second tier it is how often the word occurs, up to 3.
const (
	titleStrength = 8
	otherStrength = 7
	partStrength  = 5 // of a part of a compound in the title
	mostInBody    = 3
)

// strengths are what a word counts in a field.
func strengths() [Body]uint8 {
	return [Body]uint8{Title: titleStrength, Keywords: 7, Vocabulary: 3, Place: 3, Organization: 2, Summary: 2}
}

// word is a folded word of one language.
type word struct {
	folded string
	shown  string // as most texts write it, in small letters
	lang   *lexicon
	stop   bool
	weak   bool
	place  bool     // occurs as a place
	parts  [2]int32 // of a compound: two words, or -1
}

// seen is where a word was seen last, kept apart from the rest of it because every occurrence looks here.
type seen struct {
	last     int32 // twice the document's number (from 1) if its core had the word, one more if its second tier had
	strength uint8 // there
	stop     bool  // as the word has it
}

// lexicon holds the words of one language.
type lexicon struct {
	*language
	written spellingTable
	folded  map[string]int32 // a folded word: its number
}

// postings are the words of documents, in the order of the documents' numbers.
type postings struct {
	hits []uint32 // word<<4 | strength
	ends []int    // where each document's hits end
}

// collector reads texts into postings. A word is analysed once however often it occurs.
type collector struct {
	*alphabet
	folder    folder
	lexicons  []*lexicon // in the order they were first needed
	byLang    map[string]*lexicon
	words     []word
	seen      []seen // for each word
	touched   []int32
	core      postings
	body      postings
	titles    []uint8 // how many words the titles of a document have: the first title low, the second high
	strengths [Body]uint8
}

func newCollector() *collector {
	return &collector{alphabet: &alphabet{}, folder: newFolder(), byLang: map[string]*lexicon{}, strengths: strengths()}
}

func (c *collector) lexicon(lang string) *lexicon {
	if known := c.byLang[lang]; known != nil {
		return known
	}
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	known := c.byLang[base]
	if known == nil {
		known = &lexicon{language: newLanguage(base, c.folder), written: newSpellingTable(), folded: map[string]int32{}}
		c.byLang[base] = known
		c.lexicons = append(c.lexicons, known)
	}
	c.byLang[lang] = known
	return known
}

// joiners are what may stand between two words that others write as one, in the languages met so far.
func (c *collector) joiners() []string {
	joiners := []string{}
	for _, l := range c.lexicons {
		joiners = append(joiners, l.joiners...)
	}
	return joiners
}

// read returns the number of a word as it is written, or -1.
func (c *collector) read(l *lexicon, written string) int32 {
	hash := spellingHash(written)
	s := l.written.find(hash)
	if s == nil {
		s = l.written.add(spelling{hash: hash, word: c.word(l, c.folder.fold(written))}, lowered(written))
	}
	s.count++
	return s.word
}

// word returns the number of a folded word, which may be new.
func (c *collector) word(l *lexicon, folded string) int32 {
	if folded == "" {
		return -1
	}
	if number, known := l.folded[folded]; known {
		return number
	}
	number := int32(len(c.words))
	l.folded[folded] = number
	c.words = append(c.words, word{folded: folded, lang: l, stop: l.stop[folded], weak: l.weak[folded], parts: [2]int32{-1, -1}})
	c.seen = append(c.seen, seen{stop: l.stop[folded]})
	return number
}

// makeRoom sees to it that what the documents hold is hardly copied as it grows. For each word that is noted they have ten bytes of text in English,
// eighteen in Ukrainian.
func (c *collector) makeRoom(documents []*Document) {
	core, body := 0, 0
	for _, d := range documents {
		for i := range d.Texts {
			if d.Texts[i].Field == Body {
				body += len(d.Texts[i].Text)
			} else {
				core += len(d.Texts[i].Text)
			}
		}
	}
	c.core.hits, c.body.hits = make([]uint32, 0, core/10), make([]uint32, 0, body/10)
}

// document reads the texts of the next document.
func (c *collector) document(d *Document) {
	number := int32(len(c.core.ends)) + 1
	titles, read := uint8(0), 0
	for i := range d.Texts {
		text := &d.Texts[i]
		if text.Field == Body {
			continue
		}
		length := c.text(text, number, false)
		if text.Field == Title && length == 0 {
			length = c.text(text, number, true)
		}
		if text.Field == Title && read < 2 {
			titles |= uint8(min(length, 15)) << (4 * read)
			read++
		}
	}
	c.titles = append(c.titles, titles)
	c.flush(&c.core)
	for i := range d.Texts {
		if d.Texts[i].Field == Body {
			c.bodyText(&d.Texts[i], number)
		}
	}
	c.flush(&c.body)
}

// text reads a text of the core and returns how many different words it holds. Words that carry no meaning are left out, but in
// titles that are made of nothing else.
func (c *collector) text(t *Text, document int32, stopToo bool) (length int) {
	l := c.lexicon(t.Lang)
	before := ""
	c.alphabet.words(t.Text, func(written string, hyphen bool) {
		w := c.read(l, written)
		if w >= 0 && (!c.seen[w].stop || stopToo) {
			if t.Field == Place {
				c.words[w].place = true
			}
			if c.mark(w, t.Field, document) {
				length++
			}
		}
		if hyphen && len(l.joiners) > 0 {
			if w := c.read(l, before+written); w >= 0 {
				c.mark(w, t.Field, document)
			}
		}
		before = written
	})
	return length
}

// mark notes that a word occurs in a field of a document and tells whether it is new there.
func (c *collector) mark(w int32, field Field, document int32) bool {
	s := &c.seen[w]
	first := s.last != 2*document
	if first {
		s.last, s.strength = 2*document, 0
		c.touched = append(c.touched, w)
	}
	had := s.strength
	if field == Title {
		s.strength = had | titleStrength
		return had&titleStrength == 0
	}
	s.strength = had&titleStrength | min(had&otherStrength+c.strengths[field], otherStrength)
	return first
}

// bodyText reads a text of the second tier, which leaves out what the core has of the document.
func (c *collector) bodyText(t *Text, document int32) {
	l := c.lexicon(t.Lang)
	c.alphabet.words(t.Text, func(written string, _ bool) {
		w := c.read(l, written)
		if w < 0 {
			return
		}
		s := &c.seen[w]
		if s.stop || s.last == 2*document {
			return
		}
		if s.last != 2*document+1 {
			s.last, s.strength = 2*document+1, 0
			c.touched = append(c.touched, w)
		}
		s.strength = min(s.strength+1, mostInBody)
	})
}

func (c *collector) flush(p *postings) {
	for _, w := range c.touched {
		p.hits = append(p.hits, uint32(w)<<4|uint32(c.seen[w].strength))
	}
	p.ends = append(p.ends, len(p.hits))
	c.touched = c.touched[:0]
}

// choose gives every word the spelling that most texts use.
func (c *collector) choose() {
	most := make([]uint32, len(c.words))
	for _, l := range c.lexicons {
		for i, s := range l.written.spellings {
			if s.word < 0 {
				continue
			}
			lower := l.written.lower[i]
			if w := &c.words[s.word]; s.count > most[s.word] || s.count == most[s.word] && lower < w.shown {
				w.shown, most[s.word] = lower, s.count
			}
		}
	}
	for i := range c.words {
		if c.words[i].shown == "" {
			c.words[i].shown = c.words[i].folded
		}
	}
}
