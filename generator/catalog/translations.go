package catalog

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/githistory"
	"mappe/generator/schema"
)

// assess finds the state of every translation: by translations.lock, else by history, else unknown. The first that holds of
// outdated, machine, unknown and current is the state (CONTENT.md, "Translation state").
func (l *loader) assess(ctx context.Context, c *Catalogue) error {
	lock := NewLock()
	if l.tree.Lock != "" {
		src, err := fs.ReadFile(l.tree.FS, l.tree.Lock)
		if err != nil {
			return fmt.Errorf("reading %s: %w", l.tree.Lock, err)
		}
		parsed, findings := ParseLock(l.tree.Lock, src)
		lock, l.findings = parsed, append(l.findings, findings...)
	}
	c.Lock = lock
	var open []translation
	for _, entry := range c.Entries {
		base := entry.Base()
		base.Translations = make([]TranslationState, len(l.languages))
		base.Translations[l.defaultLang] = Source
		hash := ""
		for i, file := range base.Files {
			lang := Lang(i)
			if file == nil || lang == l.defaultLang {
				continue
			}
			locked := lock.Hash(base.Key(), l.languages[i].Code)
			if locked == "" {
				open = append(open, translation{entry, lang})
				base.Translations[i] = settled(file, UnknownState)
				continue
			}
			if hash == "" {
				hash = c.TextHash(entry)
			}
			if locked == hash {
				base.Translations[i] = settled(file, Current)
			} else {
				base.Translations[i] = Outdated
			}
		}
	}
	if len(open) == 0 || l.History == nil {
		return nil
	}
	return l.byHistory(ctx, open)
}

// settled is the state of a translation that is not outdated.
func settled(file *File, otherwise TranslationState) TranslationState {
	if file.Machine {
		return MachineMade
	}
	return otherwise
}

// translation is one that translations.lock says nothing of.
type translation struct {
	entry Entry
	lang  Lang
}

// byHistory decides by when the texts last changed: a translation is outdated if its source's text changed in a later commit.
func (l *loader) byHistory(ctx context.Context, open []translation) error {
	h := &textHistory{loader: l, versions: map[string][]version{}}
	for _, t := range open {
		for _, lang := range []Lang{l.defaultLang, t.lang} {
			h.want(t.entry.Base(), lang)
		}
	}
	if err := h.read(ctx); err != nil {
		return err
	}
	for _, t := range open {
		base := t.entry.Base()
		file := base.Files[t.lang]
		source, known := h.age(base.Files[l.defaultLang].Path)
		translated, alsoKnown := h.age(file.Path)
		switch {
		case !known || !alsoKnown:
		case source < translated: // a smaller age is later
			base.Translations[t.lang] = Outdated
		default:
			base.Translations[t.lang] = settled(file, Current)
		}
	}
	return nil
}

// textHistory finds out how old a file's texts are, in commits. Versions that differ in facts, comments or form alone have the same
// text.
type textHistory struct {
	*loader
	versions map[string][]version // by path, the latest first
}

type version struct {
	age  int
	blob string
	hash string
}

// want asks for a file's versions, the one on disk first.
func (h *textHistory) want(base *Record, lang Lang) {
	path := base.Files[lang].Path
	if h.versions[path] != nil {
		return
	}
	var list []version
	if h.History.HasUncommitted(path) {
		list = append(list, version{age: githistory.Uncommitted})
	}
	for _, v := range h.History.Versions(path) {
		list = append(list, version{age: v.Age, blob: v.Blob})
	}
	h.versions[path] = list
}

// read works out the text of all versions of files that have more than one.
func (h *textHistory) read(ctx context.Context) error {
	var blobs []string
	users := map[string][]*version{}
	paths := map[string]string{}
	for path, list := range h.versions {
		if len(list) < 2 {
			continue
		}
		for i := range list {
			v := &list[i]
			if v.age == githistory.Uncommitted {
				src, err := fs.ReadFile(h.tree.FS, path)
				if err != nil {
					return fmt.Errorf("reading %s: %w", path, err)
				}
				v.hash = h.hashOf(path, src)
			} else if v.blob != "" {
				if users[v.blob] == nil {
					blobs = append(blobs, v.blob)
				}
				users[v.blob], paths[v.blob] = append(users[v.blob], v), path
			}
		}
	}
	slices.Sort(blobs)
	return h.History.Contents(ctx, blobs, func(blob string, src []byte) {
		hash := h.hashOf(paths[blob], src)
		for _, v := range users[blob] {
			v.hash = hash
		}
	})
}

// age returns the age of the commit in which the file got the text it has now.
func (h *textHistory) age(path string) (int, bool) {
	list := h.versions[path]
	if len(list) == 0 {
		return 0, false
	}
	at := 0
	for at+1 < len(list) && list[at+1].hash == list[0].hash && list[at+1].hash != "" {
		at++
	}
	return list[at].age, true
}

// hashOf names the texts in one version of a file, whatever stands around them.
func (h *textHistory) hashOf(path string, src []byte) string {
	doc, _ := content.Parse(path, src)
	if doc.Keys == nil {
		return "unreadable"
	}
	folder := strings.SplitN(strings.TrimPrefix(path, content.Root+"/"), "/", 2)[0]
	texts := nodeTexts(doc.Keys, h.plans.records[folder], "")
	slices.SortFunc(texts, func(a, b FieldText) int { return strings.Compare(a.Path, b.Path) })
	return textHash(append(texts, FieldText{"body", doc.Body, "body"}))
}

// nodeTexts gathers the texts of a file as written, by the plan, without making a record of it.
func nodeTexts(n *yaml.Node, p *plan, path string) []FieldText {
	var texts []FieldText
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at, known := p.byKey[key.Value]
		if !known {
			continue
		}
		f := &p.fields[at]
		switch {
		case f.Kind.Translatable():
			texts = append(texts, scalars(value, join(path, f.Key), f.Key)...)
		case f.Kind == schema.Groups || f.Kind == schema.GroupsOrWords:
			for j, item := range value.Content {
				texts = append(texts, nodeTexts(item, f.group, join(join(path, f.Key), itemName(item, j)))...)
			}
		case f.Kind.Nested():
			texts = append(texts, nodeTexts(value, f.group, join(path, f.Key))...)
		}
	}
	return texts
}

func scalars(n *yaml.Node, path, key string) []FieldText {
	if n.Kind == yaml.ScalarNode {
		return []FieldText{{path, n.Value, key}}
	}
	var texts []FieldText
	for i, item := range n.Content {
		texts = append(texts, scalars(item, join(path, strconv.Itoa(i)), key)...)
	}
	return texts
}
