package theme

import (
	"bytes"
	"fmt"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// shrinkAll takes comments and needless white space out of templates, once when they are loaded, so that pages come out minified
// without another pass. End tags stay, or text would slide into neighbours that a partial ends with; quotes stay, since what a
// template puts between them is not known.
func shrinkAll(files map[string]file) (map[string]file, error) {
	m := minify.New()
	h := &html.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, TemplateDelims: html.GoTemplateDelims,
	}
	shrunk := make(map[string]file, len(files))
	for name, f := range files {
		var out bytes.Buffer
		if err := h.Minify(m, &out, bytes.NewReader(bytes.Clone(f.data)), nil); err != nil {
			return nil, fmt.Errorf("taking white space out of %s: %w", f.path, err)
		}
		f.data = out.Bytes()
		shrunk[name] = f
	}
	return shrunk, nil
}
