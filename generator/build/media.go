package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/facts"
	"mappe/generator/picture"
	"mappe/generator/site"
	"mappe/generator/workers"
)

// medium is a file of the content that is published as it is, or as a picture in several widths.
type medium struct {
	// source is below the source folder, published below the output folder.
	source, published string
}

// media lists the files in media/ and those beside records that are published, but what is left out for its errors.
func (r *Ready) media() []medium {
	c := r.Catalogue
	var list []medium
	for _, source := range c.Tree.Media {
		list = append(list, medium{source, address.Media("", "", strings.TrimPrefix(source, content.Root+"/media/"))})
	}
	for _, entry := range c.Entries {
		base := entry.Base()
		if len(base.Attachments) == 0 || !r.published(base) {
			continue
		}
		folder := path.Dir(base.File(c.Default).Path)
		for _, name := range base.Attachments {
			list = append(list, medium{path.Join(folder, name), address.Media(base.Folder(), base.ID, name)})
		}
	}
	return list
}

// published reports whether readers see a record, so that the files beside it have to be there.
func (r *Ready) published(base *catalog.Record) bool {
	return facts.HasPage(base, r.Today) || r.Drafts && facts.LifeOf(base, r.Today) == facts.Draft
}

func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg":
		return true
	}
	return false
}

// scaledPicture is what became of a picture: its widths, or why it cannot be used. Size and time of the file tell whether it has changed
// since.
type scaledPicture struct {
	size     int64
	changed  time.Time
	variants site.Variants
	unusable error
}

// scale finds out in which widths each picture is published. The pictures themselves are not kept in memory: the cache has them. One
// that cannot be used is a finding, unless there is one about it already.
func (r *Ready) scale(ctx context.Context) error {
	var pictures []medium
	for _, m := range r.media() {
		if isPicture(m.source) {
			pictures = append(pictures, m)
		}
	}
	scaled := make([]scaledPicture, len(pictures))
	var done atomic.Int64
	err := workers.Each(ctx, r.Jobs, len(pictures), func() func(int) error {
		return func(i int) (err error) {
			scaled[i], err = r.scaleOne(pictures[i])
			r.progress("pictures", int(done.Add(1)), len(pictures))
			return err
		}
	})
	if err != nil {
		return err
	}
	r.pictures, r.scaled = map[string]site.Variants{}, map[string]scaledPicture{}
	for i, m := range pictures {
		r.scaled[m.source] = scaled[i]
		if scaled[i].unusable == nil {
			r.pictures[m.source] = scaled[i].variants
		} else if !r.told(m.source) {
			r.Findings = append(r.Findings, badPicture(m, scaled[i].unusable))
		}
	}
	return nil
}

// told reports whether an error names a file already, at its own place or where it is shown.
func (r *Ready) told(file string) bool {
	return slices.ContainsFunc(r.Findings, func(f diag.Finding) bool {
		return f.Severity == diag.Error && (f.File == file || strings.Contains(f.Message.DE, file))
	})
}

// scaleOne scales one picture, unless the build before has, and the file is the same by its size and time.
func (r *Ready) scaleOne(m medium) (scaledPicture, error) {
	info, err := fs.Stat(content.Files(r.root), m.source)
	if err != nil {
		return scaledPicture{}, fmt.Errorf("reading the picture %s: %w", m.source, err)
	}
	if r.Before != nil {
		if before, known := r.Before.scaled[m.source]; known && before.size == info.Size() && before.changed.Equal(info.ModTime()) {
			return before, nil
		}
	}
	result := scaledPicture{size: info.Size(), changed: info.ModTime()}
	made, err := r.widths(m)
	switch {
	case errors.Is(err, picture.ErrTooLarge), errors.Is(err, picture.ErrNotPicture), errors.Is(err, picture.ErrUnsafe):
		result.unusable = err
		return result, nil
	case err != nil:
		return result, err
	}
	for _, v := range made {
		result.variants = append(result.variants, site.Variant{Path: variantPath(m, v), Width: v.Width, Height: v.Height})
	}
	return result, nil
}

// widths makes the picture in all its widths.
func (r *Ready) widths(m medium) ([]picture.Variant, error) {
	file, err := fs.ReadFile(content.Files(r.root), m.source)
	if err != nil {
		return nil, fmt.Errorf("reading the picture %s: %w", m.source, err)
	}
	made, err := picture.Cache{Dir: r.Cache}.Variants(file)
	if err != nil {
		return nil, fmt.Errorf("scaling the picture %s: %w", m.source, err)
	}
	return made, nil
}

// variantPath is where a width of a picture is published: "Photo 1.jpg" 480 wide is Photo-1-480.jpg. Blanks and commas would end an
// address in the list of widths that a page offers (HTML, srcset).
func variantPath(m medium, v picture.Variant) string {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ,()", r) {
			return '-'
		}
		return r
	}, m.published)
	if v.Ext == "svg" {
		return plain
	}
	return strings.TrimSuffix(plain, path.Ext(plain)) + "-" + strconv.Itoa(v.Width) + "." + v.Ext
}

// paths are where a file is published: a picture in each of its widths, any other as it is.
func (r *Ready) paths(m medium) []string {
	if !isPicture(m.source) {
		return []string{m.published}
	}
	var paths []string
	for _, v := range r.pictures[m.source] {
		paths = append(paths, v.Path)
	}
	return paths
}

// file is a published file that is no page.
type file struct {
	path string
	data func() ([]byte, error)
}

// files yields everything that is published but pages. What can be long is made when its turn comes.
func (r *Ready) files() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, asset := range r.Theme.Assets() {
			if !yield(file{asset.Path, func() ([]byte, error) { return asset.Data, nil }}) {
				return
			}
		}
		for _, m := range r.media() {
			for i, path := range r.paths(m) {
				if !yield(file{path, func() ([]byte, error) { return r.medium(m, i) }}) {
					return
				}
			}
		}
		for _, f := range site.Files(r.Site) {
			data := func() ([]byte, error) { return f.Data, nil }
			if f.Make != nil {
				data = func() ([]byte, error) { return f.Make(), nil }
			}
			if !yield(file{f.Path, data}) {
				return
			}
		}
	}
}

// medium returns a file of the content as it is published, of a picture the width of a number.
func (r *Ready) medium(m medium, width int) ([]byte, error) {
	if !isPicture(m.source) {
		data, err := fs.ReadFile(content.Files(r.root), m.source)
		if err != nil {
			return nil, fmt.Errorf("reading the file %s: %w", m.source, err)
		}
		return data, nil
	}
	made, err := r.widths(m)
	if err != nil {
		return nil, err
	}
	if width >= len(made) {
		return nil, fmt.Errorf("the picture %s has changed while the site was built", m.source)
	}
	return made[width].Bytes, nil
}

// File returns a published file that is no page, made anew.
func (r *Ready) File(path string) (data []byte, found bool, err error) {
	if strings.HasPrefix(path, address.SearchFolder) {
		return r.searchFile(path)
	}
	if strings.HasPrefix(path, address.ReachFolder) {
		files, err := r.Site.ReachFiles()
		return fileOf(files, path, err)
	}
	for f := range r.files() {
		if f.path == path {
			data, err = f.data()
			return data, true, err
		}
	}
	return nil, false, nil
}

// searchFile returns a file of a search index. The index is made when the first of its files is asked for.
func (r *Ready) searchFile(path string) (data []byte, found bool, err error) {
	for lang, language := range r.Catalogue.Languages {
		if !strings.HasPrefix(path, address.SearchIndex(language.Code)) {
			continue
		}
		files, err := r.Site.SearchFiles(context.Background(), catalog.Lang(lang))
		return fileOf(files, path, err)
	}
	return nil, false, nil
}

func fileOf(files []site.File, path string, failed error) (data []byte, found bool, err error) {
	for _, f := range files {
		if f.Path == path {
			return f.Data, true, nil
		}
	}
	return nil, false, failed
}

// badPicture is the finding for a picture that cannot be used although it is one by its name.
func badPicture(m medium, why error) diag.Finding {
	f := diag.Finding{File: m.source, Line: 1, Column: 1, Severity: diag.Error, Code: "unusable-picture",
		Message: diag.Textf("Das Bild %s ist beschädigt oder kein Bild.", "The picture %s is damaged or none.", m.source),
		Hint:    diag.Textf("Speichern Sie es neu als JPEG oder PNG.", "Save it anew as JPEG or PNG.")}
	switch {
	case errors.Is(why, picture.ErrTooLarge):
		f.Message = diag.Textf("Das Bild %s ist zu groß.", "The picture %s is too large.", m.source)
		f.Hint = diag.Textf("Möglich sind höchstens %d MB und %d Millionen Bildpunkte. Verkleinern Sie es.", "At most %d MB and %d million pixels are possible. Make it smaller.", picture.MaxBytes>>20, picture.MaxPixels/1_000_000)
	case errors.Is(why, picture.ErrUnsafe):
		f.Message = diag.Textf("Die Zeichnung %s enthält mehr als eine Zeichnung, zum Beispiel ein Skript oder einen Verweis nach außen.", "The drawing %s holds more than a drawing, a script or a link to elsewhere for one.", m.source)
		f.Hint = diag.Textf("Speichern Sie sie als einfaches SVG oder als PNG.", "Save it as plain SVG or as PNG.")
	}
	return f
}
