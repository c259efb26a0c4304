package proof

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Server publishes the sample site on the loopback, below Folder, with the headers that its .htaccess asks for.
type Server struct {
	// Address is where the site is, with a slash at the end.
	Address string
	server  *http.Server
}

// Serve publishes a site until Close.
func (s *Sample) Serve() (*Server, error) {
	headers, err := s.headers()
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listening on the loopback: %w", err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		s.answer(w, r)
	})}
	go server.Serve(listener) // until Close
	return &Server{Address: "http://" + listener.Addr().String() + Folder, server: server}, nil
}

// Close stops the server.
func (s *Server) Close() error { return s.server.Close() }

// answer sends a file, or the page for what is not there.
func (s *Sample) answer(w http.ResponseWriter, r *http.Request) {
	name, inside := strings.CutPrefix(r.URL.Path, Folder)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if inside && filepath.IsLocal(filepath.FromSlash(name)) {
		data, err := os.ReadFile(filepath.Join(s.Dir, filepath.FromSlash(name)))
		if err == nil {
			send(w, name, http.StatusOK, data)
			return
		}
	}
	data, err := os.ReadFile(filepath.Join(s.Dir, "404.html"))
	if !inside || err != nil {
		http.NotFound(w, r)
		return
	}
	send(w, "404.html", http.StatusNotFound, data)
}

func send(w http.ResponseWriter, name string, status int, data []byte) {
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
		".svg": "image/svg+xml", ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
	}
	if kind := types[filepath.Ext(name)]; kind != "" {
		w.Header().Set("Content-Type", kind) // pictures are recognised by their first bytes
	}
	w.WriteHeader(status)
	w.Write(data) // an error means that the browser has gone
}

// headers are those that .htaccess sets for every file. Reading them there proves the policy that is published, not a copy.
func (s *Sample) headers() (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(s.Dir, ".htaccess"))
	if err != nil {
		return nil, fmt.Errorf("reading the headers to send: %w", err)
	}
	headers := map[string]string{}
	for _, match := range regexp.MustCompile(`(?m)^Header always set (\S+) "(.*)"$`).FindAllStringSubmatch(string(data), -1) {
		headers[match[1]] = match[2]
	}
	if headers["Content-Security-Policy"] == "" {
		return nil, errors.New(".htaccess sets no Content-Security-Policy")
	}
	return headers, nil
}
