package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	"mappe/generator/address"
	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/facts"
	"mappe/generator/picture"
	"mappe/generator/site"
)

// medium is a file of the content that is published as it is, or as a picture in several widths.
type medium struct {
	// source is below the source folder, published below the output folder.
	source, published string
}

// media lists the files in media/ and those beside records that have a page.
func (r *Ready) media() []medium {
	c := r.Catalogue
	var list []medium
	for _, source := range c.Tree.Media {
		list = append(list, medium{source, address.Media("", "", strings.TrimPrefix(source, content.Root+"/media/"))})
	}
	for _, entry := range c.Entries {
		base := entry.Base()
		if len(base.Attachments) == 0 || !facts.HasPage(base, r.Today) && !r.Drafts {
			continue
		}
		folder := path.Dir(base.File(c.Default).Path)
		for _, name := range base.Attachments {
			list = append(list, medium{path.Join(folder, name), address.Media(base.Folder(), base.ID, name)})
		}
	}
	return list
}

func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg":
		return true
	}
	return false
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
	r.pictures = map[string]site.Variants{}
	told := map[string]bool{}
	for _, f := range r.Findings {
		told[f.File] = true
	}
	var lock sync.Mutex
	return r.each(ctx, len(pictures), func() func(int) error {
		return func(i int) error {
			m := pictures[i]
			variants, err := r.variants(m)
			lock.Lock()
			defer lock.Unlock()
			switch {
			case err == nil:
				r.pictures[m.source] = variants
			case !errors.Is(err, picture.ErrTooLarge) && !errors.Is(err, picture.ErrNotPicture) && !errors.Is(err, picture.ErrUnsafe):
				return err
			case !told[m.source]:
				r.Findings = append(r.Findings, badPicture(m, err))
			}
			r.progress("pictures", i+1, len(pictures))
			return nil
		}
	})
}

func (r *Ready) variants(m medium) (site.Variants, error) {
	made, err := r.scaled(m)
	if err != nil {
		return nil, err
	}
	variants := make(site.Variants, len(made))
	for i, v := range made {
		variants[i] = site.Variant{Path: variantPath(m, v), Width: v.Width, Height: v.Height}
	}
	return variants, nil
}

func (r *Ready) scaled(m medium) ([]picture.Variant, error) {
	file, err := fs.ReadFile(r.root.FS(), m.source)
	if err != nil {
		return nil, fmt.Errorf("reading the picture %s: %w", m.source, err)
	}
	made, err := picture.Cache{Dir: r.Cache}.Variants(file)
	if err != nil {
		return nil, fmt.Errorf("scaling the picture %s: %w", m.source, err)
	}
	return made, nil
}

// variantPath is where a width of a picture is published: photo.jpg 480 wide is photo-480.jpg.
func variantPath(m medium, v picture.Variant) string {
	if v.Ext == "svg" {
		return m.published
	}
	return strings.TrimSuffix(m.published, path.Ext(m.published)) + "-" + strconv.Itoa(v.Width) + "." + v.Ext
}

// file is a published file that is no page.
type file struct {
	path string
	data func() ([]byte, error)
}

// files lists everything that is published but pages.
func (r *Ready) files() []file {
	var list []file
	for _, asset := range r.Theme.Assets() {
		list = append(list, file{asset.Path, func() ([]byte, error) { return asset.Data, nil }})
	}
	for _, f := range site.Files(r.Site) {
		list = append(list, file{f.Path, func() ([]byte, error) { return f.Data, nil }})
	}
	for _, m := range r.media() {
		if !isPicture(m.source) {
			list = append(list, file{m.published, func() ([]byte, error) { return fs.ReadFile(r.root.FS(), m.source) }})
			continue
		}
		for i, v := range r.Site.Pictures[m.source] {
			list = append(list, file{v.Path, func() ([]byte, error) {
				made, err := r.scaled(m)
				if err != nil {
					return nil, err
				}
				if i >= len(made) {
					return nil, fmt.Errorf("the picture %s has changed while the site was built", m.source)
				}
				return made[i].Bytes, nil
			}})
		}
	}
	return list
}

// File returns a published file that is no page, made anew.
func (r *Ready) File(path string) (data []byte, found bool, err error) {
	for _, f := range r.files() {
		if f.path == path {
			data, err = f.data()
			return data, true, err
		}
	}
	return nil, false, nil
}

// badPicture is the finding for a picture that cannot be used although it is one by its name.
func badPicture(m medium, err error) diag.Finding {
	return diag.Finding{File: m.source, Line: 1, Column: 1, Severity: diag.Error, Code: "unusable-picture",
		Message: diag.Textf("Das Bild %s kann nicht gelesen werden.", "The picture %s cannot be read.", m.source),
		Hint:    diag.Textf("Speichern Sie es neu als JPEG oder PNG. (%v)", "Save it anew as JPEG or PNG. (%v)", err)}
}
