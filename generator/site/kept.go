package site

import "sync/atomic"

// kept makes a part of pages that many of them share remember what it was rendered to. A partial writes the same for the same value
// always, since templates know nothing else; so whoever renders the value first leaves the markup for all others. A type that embeds kept
// is handed about by pointer, does not change once it is made, and belongs to one language.
type kept struct{ made atomic.Pointer[keptMarkup] }

type keptMarkup struct {
	partial string
	markup  []byte
}

// Kept returns what a partial makes of the value. Where that is not known, it is rendered now; nil, which says that this failed, is not
// kept, nor is what a second partial makes of it.
func (k *kept) Kept(partial string, render func() []byte) []byte {
	known := k.made.Load()
	if known != nil && known.partial == partial {
		return known.markup
	}
	markup := render()
	if known == nil && markup != nil {
		k.made.Store(&keptMarkup{partial, markup})
	}
	return markup
}
