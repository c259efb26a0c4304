package site

import (
	"html/template"
	"path"
	"strings"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/markdown"
)

// body returns a record's long text as the page shows it, in the best language there is.
func (v *view) body(entry catalog.Entry) HTML {
	_, lang := entry.Base().Body.Best(v.chain())
	return v.bodyIn(entry, lang)
}

// bodyIn returns a record's long text in a certain language.
func (v *view) bodyIn(entry catalog.Entry, lang catalog.Lang) HTML {
	base := entry.Base()
	doc := v.Prose.Doc(base, lang)
	if doc == nil {
		return HTML{}
	}
	resolver := &markdown.Resolver{
		Record: v.recordLink,
		File:   func(name string) (markdown.Media, bool) { return v.media(base, name) },
		Terms:  v.Prose.Terms(lang),
		Term:   v.glossaryLink,
		// The page has sections of its own, which are called topics, contacts and the like.
		IDPrefix: "text-",
	}
	words := v.in("x", lang)
	html := v.room.bodies.filled(func(to []byte) []byte { return doc.Append(to, resolver) })
	return HTML{HTML: template.HTML(textOf(html)), Lang: words.Lang, Dir: words.Dir}
}

func (v *view) recordLink(folder, id string) (href, title string, state markdown.State) {
	entry := v.Catalogue.Find(folder, id)
	if entry == nil {
		return "", "", markdown.Unknown
	}
	link := v.link(entry)
	if link.Href == "" {
		return "", link.Text, markdown.Unpublished
	}
	return string(link.Href), link.Text, markdown.Published
}

func (v *view) glossaryLink(id string) (string, bool) {
	entry := v.Catalogue.Find("glossary", id)
	if entry == nil || !v.hasPage(entry) || v.page.Entry == entry {
		return "", false
	}
	return string(v.link(entry).Href), true
}

// media finds a file beside a record, or in media/, as the page links to it or shows it.
func (v *view) media(r *catalog.Record, name string) (markdown.Media, bool) {
	source, published, found := v.file(r, name)
	if !found {
		return markdown.Media{}, false
	}
	variants := v.Pictures[source]
	if len(variants) == 0 {
		return markdown.Media{Href: string(v.to(published))}, true
	}
	widest := variants[len(variants)-1]
	media := markdown.Media{Href: string(v.to(widest.Path)), Width: widest.Width, Height: widest.Height}
	if len(variants) > 1 {
		media.Srcset, media.Sizes = v.srcset(variants), pictureSizes
	}
	return media, true
}

// pictureSizes says how wide a picture is shown: the text's width, or the window's where that is narrower.
const pictureSizes = "(max-width: 46em) 100vw, 46em"

func (v *view) srcset(variants Variants) string {
	parts := make([]string, len(variants))
	for i, variant := range variants {
		parts[i] = string(v.to(variant.Path)) + " " + itoa(variant.Width) + "w"
	}
	return strings.Join(parts, ", ")
}

// file finds a file that a record names: its path below the source folder, and where it is published.
func (v *view) file(r *catalog.Record, name string) (source, published string, found bool) {
	if below, inMedia := strings.CutPrefix(name, "media/"); inMedia {
		source = "content/media/" + below
		return source, address.Media("", "", below), v.Catalogue.Tree.MediaHas(source)
	}
	folder := path.Dir(r.Files[v.Catalogue.Default].Path)
	for _, attachment := range r.Attachments {
		if attachment == name {
			return path.Join(folder, name), address.Media(r.Folder(), r.ID, name), true
		}
	}
	return "", "", false
}

// picture returns a record's image.
func (v *view) picture(r *catalog.Record) *Picture {
	if r.Image == nil {
		return nil
	}
	media, found := v.media(r, r.Image.File)
	if !found {
		return nil
	}
	return &Picture{Src: template.URL(media.Href), SrcSet: media.Srcset, Width: media.Width, Height: media.Height, Alt: v.words(r.Image.Alt)}
}
