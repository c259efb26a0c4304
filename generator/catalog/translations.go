package catalog

import (
	"context"

	"mappe/generator/content"
)

// maxLock is how much of translations.lock is read, in bytes: more than a million translations.
const maxLock = 128 << 20

// assess finds the state of every translation: by translations.lock, else by history, else unknown. The first that holds of
// outdated, machine, unknown and current is the state (CONTENT.md, "Translation state").
func (l *loader) assess(ctx context.Context, c *Catalogue) error {
	lock := NewLock()
	if l.tree.Lock != "" {
		src, err := content.Bytes(l.tree.FS, l.tree.Lock, maxLock)
		if err != nil {
			return err
		}
		parsed, findings := ParseLock(l.tree.Lock, src)
		lock, l.findings = parsed, append(l.findings, findings...)
	}
	c.Lock = lock
	return l.assessAll(ctx, c, c.Entries)
}

func (l *loader) assessAll(ctx context.Context, c *Catalogue, entries []Entry) error {
	var open []translation
	n := len(l.languages)
	states := make([]TranslationState, n*len(entries))
	for i, entry := range entries {
		base := entry.Base()
		base.Translations = states[i*n : (i+1)*n : (i+1)*n]
		base.Translations[l.defaultLang] = Source
		hash := ""
		for i, file := range base.Files {
			lang := Lang(i)
			if file == nil || lang == l.defaultLang {
				continue
			}
			locked := c.Lock.Hash(base.Key(), l.languages[i].Code)
			if locked == "" {
				if l.History != nil {
					open = append(open, translation{entry, lang})
				}
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
	if len(open) == 0 {
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
