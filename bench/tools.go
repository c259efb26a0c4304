package main

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"runtime"

	"mappe/bench/peers"
)

// hugoVersion is the version that the budgets were set by.
const hugoVersion = "0.165.0"

// What of a site is built beside its pages.
const (
	noOutputs  = "{search: false, print: false, short: false, reach: false, data: false}"
	allOutputs = "{search: true, print: true, short: true, reach: true, data: true}"
)

// tools are the programs and what they work on.
type tools struct {
	mappe, hugo, pagefind string
	// content and hugoSite hold the same records and texts, as ours and as Hugo's.
	content, hugoSite string
}

// prepare gets everything ready. Programs and corpora are kept in the user's cache folder, so that a second run needs no network.
func prepare(ctx context.Context, o options) (*bench, error) {
	cache, err := peers.Cache()
	if err != nil {
		return nil, err
	}
	b := &bench{options: o}
	if b.temp, err = os.MkdirTemp(fastest(), "mappe-bench-"); err != nil {
		return nil, err
	}
	steps := []func() error{
		func() error { return b.getMappe(ctx) },
		func() error { return b.getHugo(ctx, cache) },
		func() (err error) { b.pagefind, err = peers.Pagefind(ctx, cache); return err },
		func() (err error) {
			b.hugoSite, err = peers.Corpus(ctx, cache, o.offers, o.languages, "hugo")
			return err
		},
		func() error { return b.getContent(ctx, cache) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			os.RemoveAll(b.temp)
			return nil, err
		}
	}
	return b, nil
}

// fastest is a folder in memory where Linux has one, so that no disk is measured.
func fastest() string {
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() && runtime.GOOS == "linux" {
		return "/dev/shm"
	}
	return ""
}

// getMappe builds our program.
func (b *bench) getMappe(ctx context.Context) error {
	b.mappe = filepath.Join(b.temp, "mappe"+peers.Exe())
	return peers.Command(ctx, ".", nil, "go", "build", "-o", b.mappe, ".")
}

// getHugo installs Hugo from the Go module proxy.
func (b *bench) getHugo(ctx context.Context, cache string) error {
	folder := filepath.Join(cache, "hugo-"+hugoVersion)
	b.hugo = filepath.Join(folder, "hugo"+peers.Exe())
	if _, err := os.Stat(b.hugo); err == nil {
		return nil
	}
	log.Printf("installing Hugo %s", hugoVersion)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	return peers.Command(ctx, folder, []string{"GOBIN=" + folder, "CGO_ENABLED=0", "GOFLAGS="}, "go", "install", "github.com/gohugoio/hugo@v"+hugoVersion)
}

// getContent makes our corpus in a folder of its own, since it is edited.
func (b *bench) getContent(ctx context.Context, cache string) error {
	kept, err := peers.Corpus(ctx, cache, b.offers, b.languages, "mappe")
	if err != nil {
		return err
	}
	b.content = filepath.Join(b.temp, "content")
	return os.CopyFS(b.content, os.DirFS(kept))
}

// setOutputs writes into site.yaml what is built.
func (b *bench) setOutputs(outputs string) error { return peers.SetOutputs(b.content, outputs) }
