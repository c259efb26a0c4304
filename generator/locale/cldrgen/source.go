package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// source reads CLDR's JSON files below a node_modules folder.
type source struct {
	folder string
}

// node is a JSON object of CLDR's.
type node map[string]any

// checkVersion makes sure that all packages are of the version that the tables are written for.
func (s *source) checkVersion() error {
	for _, name := range packages() {
		manifest, err := s.read(name, "package.json")
		if err != nil {
			return err
		}
		if manifest["version"] != version {
			return fmt.Errorf("package %s has version %v, want %s", name, manifest["version"], version)
		}
	}
	return nil
}

func (s *source) read(parts ...string) (node, error) {
	path := filepath.Join(append([]string{s.folder}, parts...)...)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading CLDR: %w", err)
	}
	var n node
	if err := json.Unmarshal(text, &n); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return n, nil
}

// main reads a file of one language and returns the object at a path below main/<language>.
func (s *source) main(pack, code, file, path string) (node, error) {
	n, err := s.read(pack, "main", code, file)
	if err != nil {
		return nil, err
	}
	return n.object("main/" + code + "/" + path)
}

// object returns the object at a path of keys with slashes between them.
func (n node) object(path string) (node, error) {
	for key := range strings.SplitSeq(path, "/") {
		inner, ok := n[key].(map[string]any)
		if !ok {
			return nil, fmt.Errorf("no %s in CLDR", path)
		}
		n = inner
	}
	return n, nil
}

// text returns the text at a path, "" if there is none.
func (n node) text(path string) string {
	folder, key, ok := cutLast(path)
	if ok {
		inner, err := n.object(folder)
		if err != nil {
			return ""
		}
		n = inner
	}
	text, _ := n[key].(string)
	return text
}

func cutLast(path string) (folder, key string, ok bool) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// join puts the texts of keys into one, with the separator of the tables between them.
func (n node) join(keys ...string) (string, error) {
	texts := make([]string, len(keys))
	for i, key := range keys {
		texts[i] = n.text(key)
		if texts[i] == "" {
			return "", fmt.Errorf("no %s in CLDR", key)
		}
	}
	return joinTexts(texts...)
}

// joinTexts joins texts that must not hold the separator themselves.
func joinTexts(texts ...string) (string, error) {
	for _, text := range texts {
		if strings.Contains(text, "|") {
			return "", fmt.Errorf("the text %q holds the separator", text)
		}
	}
	return strings.Join(texts, "|"), nil
}
