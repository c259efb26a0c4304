package markdown

import "strconv"

// State says whether a record that a body links to can be linked to.
type State uint8

// The states of a record. Only a published one becomes a link, the others are plain text.
const (
	Unknown State = iota
	Unpublished
	Published
)

// Media is a file as a page links to it or shows it.
type Media struct {
	// Href is the address from the page. The rest is for pictures: size in pixels, and the widths there are.
	Href          string
	Width, Height int
	Srcset, Sizes string
}

// Resolver answers for one page what only the page knows: where things are, seen from it. A func left nil answers "not there".
type Resolver struct {
	// Record gives the address of a record and its title, which stands in for a link without text.
	Record func(folder, id string) (href, title string, state State)
	// File gives the address of a file beside the record or below media/.
	File func(path string) (Media, bool)
	// Terms are the glossary's words in the language of the text (nil: none are explained) and Term the address of a
	// term; false keeps it plain, as on the term's own page.
	Terms *Terms
	Term  func(id string) (href string, ok bool)
	// IDPrefix is put before the ids of headings, for pages that show more than one body.
	IDPrefix string
}

// Append writes the body as HTML to the end of dst, as the page behind the resolver shows it. What cannot be linked to is
// left as plain text, a picture that is not there as its description.
func (d *Doc) Append(dst []byte, r *Resolver) []byte {
	e := emitter{to: r, dst: dst}
	explains := r.Term != nil && r.Terms != nil
	var room [16]int32 // more terms are rare
	explained := room[:0]
	html, at := d.html(), 0
	for places := (unpacker{rest: d.packed[d.length:]}); places.next(); {
		from := places.hole.at
		e.dst = append(e.dst, html[at:from]...)
		at = from + places.prose
		switch {
		case places.prose == 0:
			e.fill(&places.hole)
		case explains:
			explained = e.explain(html[from:at], explained)
		default:
			e.dst = append(e.dst, html[from:at]...)
		}
	}
	e.dst = append(e.dst, html[at:]...)
	return e.dst
}

// emitter is the state of one Append.
type emitter struct {
	to   *Resolver
	dst  []byte
	open bool // the last link was written
}

func (e *emitter) fill(h *hole) {
	switch h.kind {
	case holeID:
		e.dst = appendAddress(e.dst, e.to.IDPrefix)
	case holeRecord:
		e.record(h)
	case holeFile:
		e.file(h)
	case holeImage:
		e.image(h)
	case holeClose:
		if e.open {
			e.dst = append(e.dst, "</a>"...)
		}
		e.open = false
	}
}

func (e *emitter) record(h *hole) {
	var href, title string
	state := Unknown
	if e.to.Record != nil {
		folder, id := cutRecord(h.target)
		href, title, state = e.to.Record(folder, id)
	}
	if state == Published {
		e.link(href, h.title)
	}
	if h.bare {
		e.dst = appendRaw(e.dst, []byte(title))
	}
}

func (e *emitter) file(h *hole) {
	if e.to.File == nil {
		return
	}
	if media, ok := e.to.File(h.target); ok {
		e.link(media.Href, h.title)
	}
}

func (e *emitter) link(href, title string) {
	e.open = true
	e.dst = append(e.dst, `<a href="`...)
	e.dst = appendAddress(e.dst, href)
	e.attribute(`" title="`, title)
	e.dst = append(e.dst, `">`...)
}

func (e *emitter) image(h *hole) {
	var media Media
	ok := false
	if e.to.File != nil {
		media, ok = e.to.File(h.target)
	}
	if !ok {
		e.dst = appendRaw(e.dst, []byte(h.alt))
		return
	}
	e.dst = append(e.dst, `<img src="`...)
	e.dst = appendAddress(e.dst, media.Href)
	e.dst = append(e.dst, `" alt="`...)
	e.dst = appendAttribute(e.dst, h.alt)
	if media.Width > 0 && media.Height > 0 {
		e.attribute(`" width="`, strconv.Itoa(media.Width))
		e.attribute(`" height="`, strconv.Itoa(media.Height))
	}
	e.attribute(`" srcset="`, media.Srcset)
	e.attribute(`" sizes="`, media.Sizes)
	e.attribute(`" title="`, h.title)
	e.dst = append(e.dst, `" loading="lazy">`...)
}

// attribute ends the one before and opens the next, unless it has no value.
func (e *emitter) attribute(name, value string) {
	if value != "" {
		e.dst = append(e.dst, name...)
		e.dst = appendAttribute(e.dst, value)
	}
}
