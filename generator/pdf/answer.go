package pdf

import (
	"context"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// answers are what the requests of one tab got.
type answers struct {
	read func(path string) ([]byte, error)
	base *url.URL

	mu      sync.Mutex
	given   []string // the files that were asked for
	refused string   // the first request that could not be answered
}

// answer has every request of a tab answered from the files, until the tab is closed. Nothing reaches the network: what is not among the
// files is noted and refused.
func (p *Printer) answer(tab context.Context) *answers {
	a := &answers{read: p.Read, base: p.base}
	requests := chromedp.Events(tab, fetch.RequestPaused)
	go func() {
		for request, err := range requests {
			if err != nil {
				return
			}
			go a.one(tab, &request) // a brochure asks for hundreds of codes
		}
	}()
	return a
}

// unseen is added to style sheets: nothing is laid out for a screen that nobody looks at. For a brochure that would take a third of the time.
const unseen = "\n@media screen{html{display:none}}"

// one answers one request. An error means that the tab has gone, which whoever uses it learns as well.
func (a *answers) one(tab context.Context, e *fetch.EventRequestPaused) {
	name, inside := a.name(e.Request.URL)
	var data []byte
	err := fs.ErrNotExist
	if inside {
		data, err = a.read(name)
	}
	if err != nil {
		a.refuse(e.Request.URL)
		_, _ = chromedp.Call(tab, fetch.FailRequest, fetch.FailRequestParams{RequestID: e.RequestID, ErrorReason: network.ErrorReasonBlockedByClient})
		return
	}
	if path.Ext(name) == ".css" {
		data = slices.Concat(data, []byte(unseen))
	}
	a.give(name)
	_, _ = chromedp.Call(tab, fetch.FulfillRequest, fetch.FulfillRequestParams{
		RequestID: e.RequestID, ResponseCode: http.StatusOK, Body: data,
		ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: kindOf(name, data)}},
	})
}

// name returns the file that an address names, if it lies on the site.
func (a *answers) name(address string) (name string, inside bool) {
	asked, err := url.Parse(address)
	if err != nil || asked.Scheme != a.base.Scheme || asked.Host != a.base.Host {
		return "", false
	}
	name, inside = strings.CutPrefix(asked.Path, a.base.Path)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name, inside && fs.ValidPath(name)
}

func (a *answers) give(name string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.given = append(a.given, name)
}

func (a *answers) refuse(address string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.refused == "" {
		a.refused = address
	}
}

// fault says which request could not be answered. A page that lacks its style sheet must not become a PDF.
func (a *answers) fault() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.refused == "" {
		return nil
	}
	return &pageError{"it asks for " + a.refused + ", which the site does not have"}
}

// within reports whether nothing was asked for but these files.
func (a *answers) within(files []string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return !slices.ContainsFunc(a.given, func(name string) bool { return !slices.Contains(files, name) })
}

// kindOf is the media type of a file. The system's table is not asked: it differs from machine to machine.
func kindOf(name string, data []byte) string {
	kinds := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
		".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2",
	}
	if kind := kinds[path.Ext(name)]; kind != "" {
		return kind
	}
	return http.DetectContentType(data)
}
