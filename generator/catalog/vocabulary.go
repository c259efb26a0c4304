package catalog

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/yamldoc"
)

// ownVocabularies are the vocabularies of sites that leave one out.
//
//go:embed vocabulary/*.yaml
var ownVocabularies embed.FS

// Vocabulary is a controlled list of terms.
type Vocabulary struct {
	Name string
	// Path is the site's file, empty for the program's own vocabulary.
	Path string
	// Terms are in the vocabulary's order, children wherever it puts them.
	Terms []*Term

	byID map[string]*Term
}

// Find returns a term by its id, nil where there is none.
func (v *Vocabulary) Find(id string) *Term {
	if v == nil {
		return nil
	}
	return v.byID[id]
}

// IDs returns the ids of all terms in order.
func (v *Vocabulary) IDs() []string {
	ids := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		ids[i] = t.ID
	}
	return ids
}

// ByLabel returns the term that is called so in any language, nil where there is none: what somebody writes who does not know the ids.
func (v *Vocabulary) ByLabel(words string) *Term {
	for _, t := range v.Terms {
		for _, label := range t.Label.words {
			if label != "" && strings.EqualFold(label, words) {
				return t
			}
		}
		for _, list := range t.Synonyms.lists {
			if slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, words) }) {
				return t
			}
		}
	}
	return nil
}

// termEntry is an entry of a vocabulary's file as it is decoded.
type termEntry struct {
	ID          string
	Label       Text
	Description Text
	Synonyms    Texts
	Parent      string
	Order       *int
	SourceURL   string
	AsOf        date.Date
}

// loadVocabularies reads the site's vocabularies, and the program's own for those the site leaves out.
func (l *loader) loadVocabularies() error {
	l.vocabularies = map[string]*Vocabulary{}
	for _, name := range l.plans.table.Vocabularies() {
		file, own := l.tree.Vocabularies[name]
		source := l.tree.FS
		if !own {
			file, source = "vocabulary/"+name+".yaml", ownVocabularies
		}
		src, err := fs.ReadFile(source, file)
		if err != nil {
			return fmt.Errorf("reading the vocabulary %s: %w", name, err)
		}
		vocabulary, findings := l.vocabulary(name, file, src)
		if own {
			vocabulary.Path = file
			l.findings = append(l.findings, findings...)
		} else if diag.CountOf(findings).Errors > 0 {
			return fmt.Errorf("the program's own vocabulary %s: %s", name, findings[0].Message.EN)
		}
		l.vocabularies[name] = vocabulary
	}
	return nil
}

func (l *loader) vocabulary(name, file string, src []byte) (*Vocabulary, []diag.Finding) {
	v := &Vocabulary{Name: name, byID: map[string]*Term{}}
	list, findings := yamldoc.ParseList(file, src)
	if list == nil {
		return v, findings
	}
	d := l.decoder(name, file, l.defaultLang)
	parents := map[*Term]*yaml.Node{}
	parentIDs, order := map[*Term]string{}, map[*Term]int{}
	for i, node := range list.Content {
		var entry termEntry
		if !d.isMap(node, &fieldPlan{Field: schema.Field{Key: name}, group: l.plans.term}) {
			continue
		}
		d.group(node, l.plans.term, valueFor(&entry), itemName(node, i))
		if entry.ID == "" {
			continue
		}
		if v.byID[entry.ID] != nil {
			d.find(valueOf(node, "id"), diag.Error, "id-twice", diag.Textf("Den Begriff „%s“ gibt es zweimal.", "The term “%s” is there twice.", entry.ID), diag.Textf("Geben Sie jedem Begriff eine eigene Kennung.", "Give each term an id of its own."))
			continue
		}
		t := &Term{Vocabulary: name, ID: entry.ID, Label: entry.Label, Description: entry.Description, Synonyms: entry.Synonyms, SourceURL: entry.SourceURL, AsOf: entry.AsOf, at: Position{node.Line, node.Column}}
		v.byID[t.ID] = t
		v.Terms = append(v.Terms, t)
		order[t] = len(list.Content) + i
		if entry.Order != nil {
			order[t] = *entry.Order
		}
		if entry.Parent != "" {
			parents[t], parentIDs[t] = valueOf(node, "parent"), entry.Parent
		}
	}
	for _, t := range v.Terms {
		if node := parents[t]; node != nil {
			t.Parent = v.byID[parentIDs[t]]
			if t.Parent == nil {
				d.unknownTerm(node, &fieldPlan{Field: schema.Field{Key: "parent"}}, parentIDs[t], v)
			}
		}
	}
	cutRings(d, v.Terms, parents)
	sort.SliceStable(v.Terms, func(i, j int) bool { return order[v.Terms[i]] < order[v.Terms[j]] })
	for i, t := range v.Terms {
		t.Rank = i
	}
	return v, append(findings, d.findings...)
}

// cutRings takes terms out of rings of parents, so that whoever climbs up arrives.
func cutRings(d *decoder, terms []*Term, parents map[*Term]*yaml.Node) {
	for _, t := range terms {
		steps := 0
		for above := t.Parent; above != nil; above = above.Parent {
			if steps++; above != t && steps <= len(terms) {
				continue
			}
			if above == t {
				d.find(parents[t], diag.Error, "ring", diag.Textf("Der Begriff „%s“ liegt über Umwege unter sich selbst.", "The term “%s” lies below itself by a detour.", t.ID), diag.Textf("Ändern oder entfernen Sie parent.", "Change or remove parent."))
				t.Parent = nil
			}
			break
		}
	}
}

// SortTerms orders terms by their vocabularies' order.
func SortTerms(terms []*Term) {
	sort.SliceStable(terms, func(i, j int) bool {
		if terms[i].Vocabulary != terms[j].Vocabulary {
			return terms[i].Vocabulary < terms[j].Vocabulary
		}
		return terms[i].Rank < terms[j].Rank
	})
}
