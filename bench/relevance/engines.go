package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"mappe/proof/browser"
)

const ours = "mappe"

// engine answers queries with the keys of its best hits.
type engine struct {
	name string
	ask  func(context.Context, *sample, []query) ([][]string, error)
}

func engines() []engine {
	return []engine{
		{ours, askOurs},
		{"MiniSearch", func(ctx context.Context, s *sample, q []query) ([][]string, error) {
			return askMiniSearch(ctx, s, q, false)
		}},
		{"MiniSearch + synonyms", func(ctx context.Context, s *sample, q []query) ([][]string, error) {
			return askMiniSearch(ctx, s, q, true)
		}},
		{"Pagefind", func(ctx context.Context, s *sample, q []query) ([][]string, error) {
			return askPagefind(ctx, s, q, false)
		}},
		{"Pagefind + synonyms", func(ctx context.Context, s *sample, q []query) ([][]string, error) {
			return askPagefind(ctx, s, q, true)
		}},
	}
}

func askOurs(ctx context.Context, s *sample, queries []query) (answers [][]string, err error) {
	var scripts []string
	for _, name := range []string{"search/bytes.js", "search/engine.js", "guess.js"} {
		scripts = append(scripts, filepath.Join(s.root, "themes", "default", "assets", filepath.FromSlash(name)))
	}
	err = node(ctx, s, "engine.mjs", map[string]any{"scripts": scripts, "folders": s.heads, "queries": queries, "most": most}, &answers)
	return answers, err
}

func askMiniSearch(ctx context.Context, s *sample, queries []query, synonyms bool) (answers [][]string, err error) {
	err = node(ctx, s, "minisearch.mjs", map[string]any{"documents": s.documents(queries), "queries": queries, "most": most, "synonyms": synonyms}, &answers)
	return answers, err
}

// documents are those of the languages that are asked for.
func (s *sample) documents(queries []query) map[string][]document {
	all := map[string][]document{}
	for _, q := range queries {
		if all[q.Lang] == nil {
			all[q.Lang] = documents(s.words[q.Lang])
		}
	}
	return all
}

// node runs a script of this folder on an input and reads what it writes.
func node(ctx context.Context, s *sample, script string, in, out any) error {
	data, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("telling %s: %w", script, err)
	}
	command := exec.CommandContext(ctx, "node", filepath.Join(s.root, "bench", "relevance", script))
	command.Dir = s.root
	command.Stdin = bytes.NewReader(data)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	answer, err := command.Output()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", script, err, firstLines(complaint.String()))
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return fmt.Errorf("reading what %s says: %w", script, err)
	}
	return nil
}

func firstLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[:min(8, len(lines))], "\n")
}

// askPagefind makes Pagefind's index and asks it in a browser, the only place where it runs.
func askPagefind(ctx context.Context, s *sample, queries []query, synonyms bool) ([][]string, error) {
	folder := filepath.Join(s.work, fmt.Sprintf("pagefind-%v", synonyms))
	err := node(ctx, s, "pagefind.mjs", map[string]any{"documents": s.documents(queries), "folder": folder, "synonyms": synonyms}, nil)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, "index.html"), []byte("<!doctype html><title>Pagefind</title>"), 0o666); err != nil {
		return nil, fmt.Errorf("writing a page for Pagefind: %w", err)
	}
	program, err := browser.Find()
	if err != nil {
		return nil, err
	}
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer server.Close()
	chromium, err := browser.Start(ctx, program)
	if err != nil {
		return nil, err
	}
	defer chromium.Close()
	answers := make([][]string, len(queries))
	for lang := range s.documents(queries) {
		if err := askPagefindIn(chromium, server.URL, lang, queries, answers); err != nil {
			return nil, fmt.Errorf("in %s: %w", lang, err)
		}
	}
	return answers, nil
}

// askPagefindIn asks the queries of one language in a tab of its own.
func askPagefindIn(chromium *browser.Browser, address, lang string, queries []query, answers [][]string) error {
	tab, err := chromium.Open(day().String())
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Load(address + "/"); err != nil {
		return err
	}
	var texts []string
	var numbers []int
	for i, q := range queries {
		if q.Lang == lang {
			texts, numbers = append(texts, q.Text), append(numbers, i)
		}
	}
	asked, err := json.Marshal(texts)
	if err != nil {
		return fmt.Errorf("telling Pagefind: %w", err)
	}
	found, err := browser.Ask[[][]string](tab, fmt.Sprintf(`(async () => {
		const pagefind = await import("/%s/pagefind.js");
		const answers = [];
		for (const text of %s) {
			const { results } = await pagefind.search(text);
			const pages = await Promise.all(results.slice(0, %d).map((r) => r.data()));
			answers.push(pages.map((p) => p.raw_url || p.url));
		}
		return answers;
	})()`, lang, asked, most))
	if err != nil {
		return err
	}
	for i, urls := range found {
		for _, url := range urls {
			_, key, _ := strings.Cut(strings.TrimSuffix(url, ".html"), "/")
			answers[numbers[i]] = append(answers[numbers[i]], key)
		}
	}
	return nil
}
