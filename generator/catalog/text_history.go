package catalog

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"mappe/generator/content"
	"mappe/generator/githistory"
)

// byHistory decides by when the texts last changed: a translation is outdated if its source's text changed in a later commit.
func (l *loader) byHistory(ctx context.Context, open []translation) error {
	h := &textHistory{loader: l, versions: map[string][]version{}}
	for _, t := range open {
		for _, lang := range []Lang{l.defaultLang, t.lang} {
			h.want(t.entry.Base().Files[lang].Path)
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
	githistory.Version
	// hash names the texts; it is empty where the version has none, or nobody knows them.
	hash string
}

// want asks for a file's versions, the one on disk first.
func (h *textHistory) want(path string) {
	if h.versions[path] != nil {
		return
	}
	var list []version
	if h.History.HasUncommitted(path) {
		list = append(list, version{Version: githistory.Version{Age: githistory.Uncommitted, Path: path}})
	}
	for _, v := range h.History.Versions(path) {
		list = append(list, version{Version: v})
	}
	h.versions[path] = list
}

// read works out the text of all versions of files that have more than one.
func (h *textHistory) read(ctx context.Context) error {
	users := map[string][]*version{}
	for path, list := range h.versions {
		if len(list) < 2 {
			continue
		}
		for i := range list {
			v := &list[i]
			if v.Blob != "" {
				users[v.Blob] = append(users[v.Blob], v)
			} else if v.Age == githistory.Uncommitted {
				src, err := content.Bytes(h.tree.FS, path, maxSource)
				if err != nil {
					return err
				}
				v.hash = h.hashOf(path, src)
			}
		}
	}
	return h.History.Contents(ctx, sortedKeys(users), func(blob string, src []byte) {
		for _, v := range users[blob] {
			v.hash = h.hashOf(v.Path, src)
		}
	})
}

// maxSource is how much of a file is compared, in bytes; longer ones are an error anyway.
const maxSource = 1 << 20

// age returns the age of the commit in which the file got the text it has now, and false where nobody knows.
func (h *textHistory) age(path string) (int, bool) {
	list := h.versions[path]
	if len(list) == 0 || len(list) > 1 && list[0].hash == "" {
		return 0, false
	}
	at := 0
	for at+1 < len(list) && list[at+1].hash == list[0].hash {
		at++
	}
	return list[at].Age, true
}

// hashOf names the texts in one version of a file, whatever stands around them.
func (h *textHistory) hashOf(path string, src []byte) string {
	doc, _ := content.Parse(path, src)
	if doc.Keys == nil && !doc.Bare {
		return "unreadable"
	}
	folder, _, _ := strings.Cut(strings.TrimPrefix(path, content.Root+"/"), "/")
	texts := writtenTexts(doc, h.plans.records[folder])
	slices.SortStableFunc(texts, func(a, b FieldText) int { return cmp.Compare(a.Path, b.Path) })
	return textHash(texts)
}
