package catalog

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"math"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/workers"
	"mappe/generator/yamldoc"
)

// ownVocabularies are the vocabularies of sites that leave one out.
//
//go:embed vocabulary/*.yaml
var ownVocabularies embed.FS

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

// loadVocabularies reads the site's vocabularies, and the program's own for those the site leaves out, on all cores.
func (l *loader) loadVocabularies(ctx context.Context) error {
	names := l.plans.table.Vocabularies()
	read, findings := make([]*Vocabulary, len(names)), make([][]diag.Finding, len(names))
	err := workers.Each(ctx, l.Jobs, len(names), func() func(int) error {
		fields, in := &yamldoc.Reader{}, newRoom(len(l.languages))
		return func(i int) (err error) {
			read[i], findings[i], err = l.vocabulary(names[i], fields, in)
			return err
		}
	})
	if err != nil {
		return err
	}
	l.vocabularies = make(map[string]*Vocabulary, len(names))
	for i, name := range names {
		l.vocabularies[name] = read[i]
		l.findings = append(l.findings, findings[i]...)
	}
	return nil
}

// vocabulary reads one vocabulary. What is wrong with the site's are findings, with the program's own an error.
func (l *loader) vocabulary(name string, fields *yamldoc.Reader, in *room) (*Vocabulary, []diag.Finding, error) {
	file, fromSite := l.tree.Vocabularies[name]
	source := l.tree.FS
	if !fromSite {
		file, source = "vocabulary/"+name+".yaml", ownVocabularies
	}
	src, err := content.Bytes(source, file, yamldoc.MaxSize)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the vocabulary %s: %w", name, err)
	}
	v := &vocabularyReader{decoder: l.decoder(in, "vocabulary/"+name, file, l.defaultLang), Vocabulary: &Vocabulary{Name: name, byID: map[string]*Term{}}}
	v.own = !fromSite
	findings := v.read(fields.ParseList(file, src))
	if fromSite {
		v.Path = file
		return v.Vocabulary, findings, nil
	}
	if at := slices.IndexFunc(findings, func(f diag.Finding) bool { return f.Severity == diag.Error }); at >= 0 {
		return nil, nil, fmt.Errorf("the program's own vocabulary %s, line %d: %s", name, findings[at].Line, findings[at].Message.EN)
	}
	return v.Vocabulary, nil, nil
}

// vocabularyReader reads one vocabulary.
type vocabularyReader struct {
	*decoder
	*Vocabulary
	entries []writtenTerm
}

// writtenTerm is a term as it stands in the file.
type writtenTerm struct {
	*Term
	order    int
	parent   *yaml.Node // nil where it has none
	parentID string
}

// read reads a file's list of terms, nil where there is none. findings are about its form.
func (v *vocabularyReader) read(list *yaml.Node, findings []diag.Finding) []diag.Finding {
	if list == nil {
		v.incomplete = true
		return named(v.name, findings)
	}
	for i, node := range list.Content {
		if !v.term(node, i) {
			v.incomplete = true
		}
	}
	slices.SortStableFunc(v.entries, func(a, b writtenTerm) int { return cmp.Compare(a.order, b.order) })
	for i, e := range v.entries {
		e.Rank = i
		v.Terms = append(v.Terms, e.Term)
	}
	v.connect()
	return append(named(v.name, findings), causes(v.findings, findings)...)
}

// term reads one entry; it reports false where it gives no term.
func (v *vocabularyReader) term(node *yaml.Node, i int) bool {
	var entry termEntry
	if !v.isMap(node, &fieldPlan{Field: schema.Field{Key: v.Name}, group: v.plans.term}) {
		return false
	}
	outside := v.enter(itemName(node, i))
	v.group(node, v.plans.term, valueFor(&entry))
	v.leave(outside)
	// Dots are allowed in the ids of terms (a1.1); else they follow the rule of all that becomes part of an address.
	if entry.ID == "" || !content.ValidID(strings.ReplaceAll(entry.ID, ".", "-")) && !v.addressable(valueOf(node, "id"), entry.ID) {
		return false
	}
	if v.byID[entry.ID] != nil {
		v.find(valueOf(node, "id"), diag.Error, "id-twice", diag.Textf("Den Begriff „%s“ gibt es zweimal.", "The term “%s” is there twice.", entry.ID), diag.Textf("Geben Sie jedem Begriff eine eigene Kennung.", "Give each term an id of its own."))
		return true
	}
	t := &Term{Vocabulary: v.Name, ID: entry.ID, Label: entry.Label, Description: entry.Description, Synonyms: entry.Synonyms, SourceURL: entry.SourceURL, AsOf: entry.AsOf, at: Position{node.Line, node.Column}}
	v.byID[t.ID] = t
	e := writtenTerm{Term: t, order: math.MaxInt, parentID: entry.Parent} // without order behind those that have one
	if entry.Order != nil {
		e.order = *entry.Order
	}
	if entry.Parent != "" {
		e.parent = valueOf(node, "parent")
	}
	v.entries = append(v.entries, e)
	return true
}

// connect gives terms their parents.
func (v *vocabularyReader) connect() {
	for _, e := range v.entries {
		if e.parent == nil {
			continue
		}
		if e.Parent = v.byID[e.parentID]; e.Parent == nil {
			v.unknownTerm(e.parent, &fieldPlan{Field: schema.Field{Key: "parent"}}, e.parentID, v.Vocabulary)
		}
	}
	byID := slices.Clone(v.entries)
	slices.SortFunc(byID, func(a, b writtenTerm) int { return cmp.Compare(a.ID, b.ID) })
	for _, e := range byID {
		v.cutRing(e)
	}
}

// cutRing takes a term that lies below itself out of its ring, so that whoever climbs up arrives. Rings are told at their first
// member by id.
func (v *vocabularyReader) cutRing(e writtenTerm) {
	way := []string{e.ID}
	for above := e.Parent; above != nil && len(way) <= len(v.entries); above = above.Parent {
		way = append(way, above.ID)
		if above == e.Term {
			v.find(e.parent, diag.Error, "ring", diag.Textf("Der Begriff „%s“ liegt unter sich selbst: %s.", "The term “%s” lies below itself: %s.", e.ID, strings.Join(way, " → ")),
				diag.Textf("Ändern oder entfernen Sie parent bei einem von ihnen.", "Change or remove parent at one of them."))
			e.Parent = nil
			return
		}
	}
}
