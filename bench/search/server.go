package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// traffic is what a browser has asked for.
type traffic struct {
	Requests int `json:"requests"`
	Bytes    int `json:"bytes"` // of bodies, as they were sent
}

// server publishes a folder on the loopback and counts.
type server struct {
	address string
	folder  string
	http    *http.Server

	mu   sync.Mutex
	seen traffic
}

func serve(folder string) (*server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listening on the loopback: %w", err)
	}
	s := &server{address: "http://" + listener.Addr().String() + "/", folder: folder}
	s.http = &http.Server{Handler: http.HandlerFunc(s.answer)}
	go s.http.Serve(listener) // until close
	return s, nil
}

func (s *server) close() { s.http.Close() }

// taken returns what has been asked for since the last time, and starts anew.
func (s *server) taken() traffic {
	s.mu.Lock()
	defer s.mu.Unlock()
	seen := s.seen
	s.seen = traffic{}
	return seen
}

// answer sends a file, packed where that makes it smaller. What browsers ask for by themselves is not counted.
func (s *server) answer(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	data, err := os.ReadFile(filepath.Join(s.folder, filepath.FromSlash(name)))
	if err != nil || !filepath.IsLocal(filepath.FromSlash(name)) {
		http.NotFound(w, r)
		return
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	if smaller := packed(data); len(smaller) < len(data) {
		data = smaller
		w.Header().Set("Content-Encoding", "gzip")
	}
	if name != "favicon.ico" {
		s.mu.Lock()
		s.seen.Requests++
		s.seen.Bytes += len(data)
		s.mu.Unlock()
	}
	w.Write(data)
}

func packed(data []byte) []byte {
	var out bytes.Buffer
	zip, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return data
	}
	zip.Write(data)
	zip.Close()
	return out.Bytes()
}
