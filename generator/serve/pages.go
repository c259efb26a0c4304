package serve

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"

	"mappe/generator/address"
	"mappe/generator/build"
)

// lastGood is the query that asks for a page as it was before the errors.
const lastGood = "last-good"

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /_mappe/events", s.browsers)
	mux.HandleFunc("GET /_mappe/reload.js", func(w http.ResponseWriter, _ *http.Request) {
		s.send(w, "reload.js", []byte(reloadScript))
	})
	mux.HandleFunc("GET /_mappe/findings", func(w http.ResponseWriter, r *http.Request) {
		s.sendFindings(w, r, s.state.Load(), http.StatusOK)
	})
	mux.HandleFunc("GET /", s.page)
	return mux
}

// page answers with what the build would write at a path. With errors it shows them instead of pages, unless the last good ones are
// asked for.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	now := s.state.Load()
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	isPage := path.Ext(name) == ".html"
	if now.ready == nil || isPage && now.broken() && !r.URL.Query().Has(lastGood) {
		s.sendFindings(w, r, now, http.StatusOK)
		return
	}
	if isPage {
		s.render(w, now.ready, name)
		return
	}
	data, found, err := now.ready.File(name)
	switch {
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	case !found:
		s.notFound(w, now.ready)
	default:
		s.send(w, name, data)
	}
}

func (s *server) render(w http.ResponseWriter, ready *build.Ready, name string) {
	page, found := ready.Site.Find(name)
	if !found {
		s.notFound(w, ready)
		return
	}
	var buffer bytes.Buffer
	if err := ready.Render(&buffer, page); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, name, withReload(buffer.Bytes()))
}

func (s *server) notFound(w http.ResponseWriter, ready *build.Ready) {
	page, _ := ready.Site.Find(address.NotFound)
	var buffer bytes.Buffer
	if err := ready.Render(&buffer, page); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNotFound)
	w.Write(withReload(buffer.Bytes()))
}

// send answers with a file. Nothing is cached: the next change may be the one somebody is waiting for.
func (s *server) send(w http.ResponseWriter, name string, data []byte) {
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.Write(data)
}

// withReload puts the script that listens for changes at the end of a page.
func withReload(page []byte) []byte {
	const script = `<script src="/_mappe/reload.js" defer></script>`
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		return append(page, script...)
	}
	return append(append(append([]byte(nil), page[:at]...), script...), page[at:]...)
}
