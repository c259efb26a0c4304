package main

import (
	"context"
	"os"
	"path/filepath"

	"mappe/bench/peers"
)

// buildOurs builds the corpus with its search.
func buildOurs(ctx context.Context, cache, temp string, offers int) (string, error) {
	kept, err := peers.Corpus(ctx, cache, offers, 1, "mappe")
	if err != nil {
		return "", err
	}
	content, program, site := filepath.Join(temp, "content"), filepath.Join(temp, "mappe"+peers.Exe()), filepath.Join(temp, "ours")
	if err := os.CopyFS(content, os.DirFS(kept)); err != nil {
		return "", err
	}
	if err := peers.SetOutputs(content, peers.SearchOnly); err != nil {
		return "", err
	}
	if err := peers.Command(ctx, ".", nil, "go", "build", "-o", program, "."); err != nil {
		return "", err
	}
	return site, peers.Command(ctx, ".", nil, program, "build", "--quiet", "--source", content, "--output", site, "--date", peers.CorpusDay)
}

// pagefindPage is the least that Pagefind's script runs in.
const pagefindPage = `<!doctype html><html lang="de"><title>Pagefind</title><script type="module">self.pagefind = await import("./pagefind/pagefind.js");
await pagefind.filters(); self.ready = true;</script>`

// buildPagefind indexes the same records as plain pages.
func buildPagefind(ctx context.Context, cache, temp string, offers int) (string, error) {
	program, err := peers.Pagefind(ctx, cache)
	if err != nil {
		return "", err
	}
	pages, err := peers.Corpus(ctx, cache, offers, 1, "html")
	if err != nil {
		return "", err
	}
	site := filepath.Join(temp, "pagefind-site")
	if err := peers.Command(ctx, ".", nil, program, "--site", pages, "--output-path", filepath.Join(site, "pagefind")); err != nil {
		return "", err
	}
	return site, os.WriteFile(filepath.Join(site, "index.html"), []byte(pagefindPage), 0o666)
}
