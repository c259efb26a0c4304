package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

// The peers, at the versions the budgets were set by.
const (
	hugoVersion     = "0.165.0"
	pagefindVersion = "1.6.0"
)

// corpusDay is the day the corpus's dates are counted from.
const corpusDay = "2026-11-20"

// What of a site is built beside its pages.
const (
	noOutputs  = "{search: false, print: false, short: false, reach: false, data: false}"
	searchOnly = "{search: true, print: false, short: false, reach: false, data: false}"
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
	if _, err := os.Stat("bench/corpus"); err != nil {
		return nil, fmt.Errorf("run it from the folder of the repository: go run ./bench")
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	cache = filepath.Join(cache, "mappe-bench")
	b := &bench{options: o}
	if b.temp, err = os.MkdirTemp(fastest(), "mappe-bench-"); err != nil {
		return nil, err
	}
	b.mappe = filepath.Join(b.temp, "mappe"+exe())
	steps := []func() error{
		func() error { return command(ctx, ".", nil, "go", "build", "-o", b.mappe, ".") },
		func() error { return b.getHugo(ctx, cache) },
		func() error { return b.getPagefind(ctx, cache) },
		func() (err error) { b.hugoSite, err = corpus(ctx, cache, o, "hugo"); return err },
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

func exe() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// getHugo installs Hugo from the Go module proxy.
func (b *bench) getHugo(ctx context.Context, cache string) error {
	folder := filepath.Join(cache, "hugo-"+hugoVersion)
	b.hugo = filepath.Join(folder, "hugo"+exe())
	if _, err := os.Stat(b.hugo); err == nil {
		return nil
	}
	log.Printf("installing Hugo %s", hugoVersion)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	return command(ctx, folder, []string{"GOBIN=" + folder, "CGO_ENABLED=0", "GOFLAGS="}, "go", "install", "github.com/gohugoio/hugo@v"+hugoVersion)
}

// getPagefind installs Pagefind from npm. Its own program is run, not the script that starts it.
func (b *bench) getPagefind(ctx context.Context, cache string) error {
	folder := filepath.Join(cache, "pagefind-"+pagefindVersion)
	pattern := filepath.Join(folder, "node_modules", "@pagefind", "*", "bin", "pagefind_extended"+exe()) // what npx pagefind runs
	if found, _ := filepath.Glob(pattern); len(found) == 0 {
		log.Printf("installing Pagefind %s", pagefindVersion)
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return err
		}
		if err := command(ctx, folder, nil, "npm", "install", "--no-audit", "--no-fund", "--prefix", folder, "pagefind@"+pagefindVersion); err != nil {
			return err
		}
	}
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		return fmt.Errorf("Pagefind has no program for this system: %w", err)
	}
	b.pagefind = found[0]
	return nil
}

// getContent makes our corpus in a folder of its own, since it is edited.
func (b *bench) getContent(ctx context.Context, cache string) error {
	kept, err := corpus(ctx, cache, b.options, "mappe")
	if err != nil {
		return err
	}
	b.content = filepath.Join(b.temp, "content")
	return os.CopyFS(b.content, os.DirFS(kept))
}

// corpus makes a corpus, or takes the one that the same generator has made before.
func corpus(ctx context.Context, cache string, o options, format string) (string, error) {
	sum, err := sumOf("bench/corpus")
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "corpus-"+sum, strconv.Itoa(o.offers)+"x"+strconv.Itoa(o.languages)+"-"+format)
	if _, err := os.Stat(folder); err == nil {
		return folder, nil
	}
	log.Printf("making the corpus for %s", format)
	if err := os.RemoveAll(folder + ".part"); err != nil {
		return "", err
	}
	err = command(ctx, ".", nil, "go", "run", "./bench/corpus", "--offers", strconv.Itoa(o.offers), "--languages", strconv.Itoa(o.languages),
		"--format", format, "--output", folder+".part")
	if err != nil {
		return "", err
	}
	return folder, os.Rename(folder+".part", folder)
}

// sumOf is the same for the same files of a folder.
func sumOf(folder string) (string, error) {
	sum := sha256.New()
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		fmt.Fprintln(sum, filepath.ToSlash(name))
		_, err = io.Copy(sum, file)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)[:6]), err
}

func command(ctx context.Context, folder string, environment []string, name string, args ...string) error {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir, c.Env = folder, append(os.Environ(), environment...)
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, said)
	}
	return nil
}

// setOutputs writes into site.yaml what is built.
func (b *bench) setOutputs(outputs string) error {
	file := filepath.Join(b.content, "content", "site.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	line := regexp.MustCompile(`(?m)^outputs: .*$`)
	if !line.Match(text) {
		return fmt.Errorf("%s has no line with outputs", file)
	}
	return os.WriteFile(file, line.ReplaceAll(text, []byte("outputs: "+outputs)), 0o666)
}
