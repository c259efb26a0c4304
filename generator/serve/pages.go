package serve

import (
	"bytes"
	"errors"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"

	"mappe/generator/address"
	"mappe/generator/diag"
	"mappe/generator/theme"
)

// lastGood is the query that asks for a page as it was before the errors.
const lastGood = "last-good"

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /_mappe/events", s.browsers)
	mux.HandleFunc("GET /_mappe/reload.js", func(w http.ResponseWriter, _ *http.Request) {
		send(w, answer{http.StatusOK, ".js", []byte(reloadScript)})
	})
	mux.HandleFunc("GET /_mappe/findings", func(w http.ResponseWriter, r *http.Request) {
		send(w, s.look(r, s.findings))
	})
	mux.HandleFunc("GET /", s.page)
	return mux
}

// answer is what a request gets. It is complete before it is sent, so that a slow browser keeps nobody waiting.
type answer struct {
	status int
	// ending tells the kind of the body, .html for one.
	ending string
	body   []byte
}

// look makes an answer from the state as it is now.
func (s *server) look(r *http.Request, how func(*http.Request) answer) answer {
	s.lock.RLock()
	defer s.lock.RUnlock()
	return how(r)
}

// page answers with what the build would write at a path.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	a := s.look(r, s.at)
	if a.status == http.StatusMovedPermanently {
		to := *r.URL
		to.Path += "/"
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, to.RequestURI(), http.StatusFound)
		return
	}
	send(w, a)
}

// at makes the answer for a path. With errors it shows them in place of pages, unless the last good ones are asked for.
func (s *server) at(r *http.Request) answer {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	isPage := path.Ext(name) == ".html"
	ready := s.now.ready
	if ready == nil || isPage && s.now.broken && !r.URL.Query().Has(lastGood) {
		return s.findings(r)
	}
	if isPage {
		return s.rendered(r, name, http.StatusOK)
	}
	data, found, err := ready.File(name)
	switch {
	case err != nil:
		return answer{http.StatusInternalServerError, ".txt", []byte(err.Error())}
	case found:
		return answer{http.StatusOK, path.Ext(name), data}
	}
	if _, isFolder := ready.Site.Find(name + "/index.html"); isFolder {
		return answer{status: http.StatusMovedPermanently}
	}
	return s.rendered(r, address.NotFound, http.StatusNotFound)
}

// rendered makes a page, or the one for what is not there. A template that fails is shown like any other finding.
func (s *server) rendered(r *http.Request, name string, status int) answer {
	ready := s.now.ready
	page, found := ready.Site.Find(name)
	if !found {
		page, _ = ready.Site.Find(address.NotFound)
		status = http.StatusNotFound
	}
	var buffer bytes.Buffer
	err := ready.Render(&buffer, page)
	if broken := (*theme.TemplateError)(nil); errors.As(err, &broken) {
		return s.told(r, state{ready: ready, findings: []diag.Finding{broken.Finding}})
	}
	if err != nil {
		return answer{http.StatusInternalServerError, ".txt", []byte(err.Error())}
	}
	return answer{status, ".html", withReload(buffer.Bytes())}
}

// send answers. Nothing is cached: the next change may be the one somebody is waiting for.
func send(w http.ResponseWriter, a answer) {
	kind := mime.TypeByExtension(a.ending)
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	w.Write(a.body)
}

// withReload puts the script that listens for changes at the end of a page.
func withReload(page []byte) []byte {
	const script = `<script src="/_mappe/reload.js" defer></script>`
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return append(append(append([]byte(nil), page[:at]...), script...), page[at:]...)
}
