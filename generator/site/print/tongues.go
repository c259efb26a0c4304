package print

import (
	"mappe/generator/catalog"
	"mappe/generator/locale"
	"mappe/generator/site"
)

// tongues are the two languages of a folder: German, which the offices speak, and the reader's own.
type tongues struct {
	german, own *site.View
	// alone says that both are one.
	alone bool
}

// tongues are German and the page's language. A site without German has its default language on the left.
func (p *planner) tongues(v *site.View) *tongues {
	lang, found := p.Catalogue.Languages.Find("de")
	if !found {
		lang = p.Catalogue.Default
	}
	return &tongues{german: v.In(lang), own: v, alone: lang == v.Lang()}
}

// say is a text of the interface in both languages.
func (t *tongues) say(key string) Pair {
	return t.pair(t.german.Own(t.german.T(key)), t.own.Own(t.own.T(key)))
}

// sayWith is a text of the interface with a name in it.
func (t *tongues) sayWith(key, placeholder string, name catalog.Text) Pair {
	in := func(v *site.View) site.Words { return v.Own(v.T(key, placeholder, locale.Isolate(v.Words(name).Text))) }
	return t.pair(in(t.german), in(t.own))
}

// text is a record's text in both languages.
func (t *tongues) text(text catalog.Text) Pair {
	return t.pair(t.german.Words(text), t.own.Words(text))
}

// list is a list of texts in both languages; the languages may have a different number of them.
func (t *tongues) list(texts catalog.Texts) []Pair {
	german, own := t.german.ListOf(texts), t.own.ListOf(texts)
	pairs := make([]Pair, max(len(german), len(own)))
	for i := range pairs {
		var g, o site.Words
		if i < len(german) {
			g = german[i]
		}
		if i < len(own) {
			o = own[i]
		}
		pairs[i] = t.pair(g, o)
	}
	return pairs
}

// pair puts words in both languages beside each other. What there is in one language only stands there once.
func (t *tongues) pair(german, own site.Words) Pair {
	german, own = marked(t.german, german), marked(t.own, own)
	if t.alone || own.Text == german.Text {
		own = site.Words{}
	}
	return Pair{german, own}
}

// marked are words that say their language in any case: on a page of two languages nothing is a matter of course.
func marked(v *site.View, w site.Words) site.Words {
	if w.Lang == "" {
		w.Lang, w.Dir = v.Code(), v.Locale().Dir()
	}
	return w
}
