package site

import (
	"bytes"
	"encoding/xml"
	"strconv"

	"mappe/generator/address"
)

// The limits of a sitemap: addresses, and bytes before compression (sitemaps.org, protocol 0.9).
const (
	sitemapAddresses = 50_000
	sitemapBytes     = 50 << 20
)

const sitemapName = "sitemap.xml"

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	urlsetHead   = xmlHead + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	urlsetFoot   = "</urlset>\n"
	indexHead    = xmlHead + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	indexFoot    = "</sitemapindex>\n"
	sitemapParts = "sitemap-" // sitemap-1.xml and so on, below the index
)

// sitemaps hands on the sitemap of all pages that search engines list: one file where it is enough, else parts and an index. No more than one
// file is in memory at a time. Each page names its other languages itself. There is no lastmod, since a date that does not say when the
// content changed teaches search engines to ignore it.
func (s *Site) sitemaps(next func(File) bool) {
	s.sitemapsOf(sitemapAddresses, sitemapBytes, next)
}

func (s *Site) sitemapsOf(mostAddresses, mostBytes int, next func(File) bool) {
	w := sitemapWriter{next: next, base: s.BaseURL}
	var entry bytes.Buffer
	for i, p := range s.pages {
		if !p.Index {
			continue
		}
		entry.Reset()
		s.sitemapEntry(&entry, p)
		if w.addresses == mostAddresses || w.addresses > 0 && len(w.data)+entry.Len()+len(urlsetFoot) > mostBytes {
			if !w.endPart() {
				return
			}
		}
		if w.addresses == 0 {
			left := min(len(s.pages)-i, mostAddresses)
			w.begin(min(left*entry.Len()*5/4, mostBytes))
		}
		w.add(entry.Bytes())
	}
	w.end()
}

// sitemapWriter fills one file after another.
type sitemapWriter struct {
	next      func(File) bool
	base      string
	data      []byte
	addresses int // in the data
	parts     int
}

// begin begins a file for which so many bytes are likely to do: the sitemaps of a large site would take three times what they are
// if they were copied as they grow.
func (w *sitemapWriter) begin(size int) { w.data = append(make([]byte, 0, size), urlsetHead...) }

func (w *sitemapWriter) add(entry []byte) {
	w.data = append(w.data, entry...)
	w.addresses++
}

// endPart hands on what has been gathered as a part of its own; it reports false where nobody wants more.
func (w *sitemapWriter) endPart() bool {
	w.parts++
	return w.hand(sitemapParts+strconv.Itoa(w.parts)+".xml", urlsetFoot)
}

func (w *sitemapWriter) hand(path, foot string) bool {
	data := append(w.data, foot...)
	w.data, w.addresses = nil, 0
	return w.next(File{Path: path, Data: data})
}

// end hands on the rest, and the index where there are parts.
func (w *sitemapWriter) end() {
	if w.parts == 0 {
		if w.addresses == 0 {
			w.begin(len(urlsetHead) + len(urlsetFoot))
		}
		w.hand(sitemapName, urlsetFoot)
		return
	}
	if !w.endPart() {
		return
	}
	var index bytes.Buffer
	index.WriteString(indexHead)
	for part := 1; part <= w.parts; part++ {
		index.WriteString("<sitemap><loc>")
		escapeXML(&index, w.base+sitemapParts+strconv.Itoa(part)+".xml")
		index.WriteString("</loc></sitemap>\n")
	}
	w.data = index.Bytes()
	w.hand(sitemapName, indexFoot)
}

func (s *Site) sitemapEntry(out *bytes.Buffer, p Planned) {
	out.WriteString("<url><loc>")
	escapeXML(out, s.BaseURL)
	escapeXML(out, address.Public(p.Path))
	out.WriteString("</loc></url>\n")
}

// escapeXML writes a text between tags, or in an attribute.
func escapeXML(out *bytes.Buffer, text string) {
	for i := range len(text) {
		switch b := text[i]; {
		case b < '!', b > '~', b == '<', b == '>', b == '&', b == '"', b == '\'':
			_ = xml.EscapeText(out, []byte(text)) // it fails where out does, and memory does not
			return
		}
	}
	out.WriteString(text) // nearly all addresses
}
