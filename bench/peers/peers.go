// Package peers gets what this program is measured beside: Pagefind, and the corpus that both are given. What it gets is kept in the
// user's cache folder, so that a second run needs no network.
package peers

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

// PagefindVersion is the version that the budgets were set by.
const PagefindVersion = "1.6.0"

// CorpusDay is the day the corpus's dates are counted from.
const CorpusDay = "2026-11-20"

// SearchOnly is what a site has that is built with its search and nothing else beside its pages, for SetOutputs.
const SearchOnly = "{search: true, print: false, short: false, reach: false, data: false}"

// Cache is the folder that things are kept in. It fails outside the folder of the repository, where the generator of the corpus is not.
func Cache() (string, error) {
	if _, err := os.Stat("bench/corpus"); err != nil {
		return "", fmt.Errorf("run it from the folder of the repository: %w", err)
	}
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "mappe-bench"), err
}

// Exe is what the names of programs end in.
func Exe() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// Pagefind installs Pagefind from npm and returns its own program, not the script that starts it.
func Pagefind(ctx context.Context, cache string) (string, error) {
	folder := filepath.Join(cache, "pagefind-"+PagefindVersion)
	pattern := filepath.Join(folder, "node_modules", "@pagefind", "*", "bin", "pagefind_extended"+Exe()) // what npx pagefind runs
	if found, _ := filepath.Glob(pattern); len(found) == 0 {
		log.Printf("installing Pagefind %s", PagefindVersion)
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return "", err
		}
		if err := Command(ctx, folder, nil, "npm", "install", "--no-audit", "--no-fund", "--prefix", folder, "pagefind@"+PagefindVersion); err != nil {
			return "", err
		}
	}
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("Pagefind has no program for this system: %w", err)
	}
	return found[0], nil
}

// Corpus makes a corpus, or takes the one that the same generator has made before.
func Corpus(ctx context.Context, cache string, offers, languages int, format string) (string, error) {
	sum, err := sumOf("bench/corpus")
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "corpus-"+sum, strconv.Itoa(offers)+"x"+strconv.Itoa(languages)+"-"+format)
	if _, err := os.Stat(folder); err == nil {
		return folder, nil
	}
	log.Printf("making the corpus for %s", format)
	if err := os.RemoveAll(folder + ".part"); err != nil {
		return "", err
	}
	err = Command(ctx, ".", nil, "go", "run", "./bench/corpus", "--offers", strconv.Itoa(offers), "--languages", strconv.Itoa(languages),
		"--format", format, "--output", folder+".part")
	if err != nil {
		return "", err
	}
	return folder, os.Rename(folder+".part", folder)
}

// sumOf is the same for the same files of a folder.
func sumOf(folder string) (string, error) {
	sum := sha256.New()
	err := CopyFiles(sum, folder)
	return hex.EncodeToString(sum.Sum(nil)[:6]), err
}

// CopyFiles writes the names and contents of all files in a folder, one after another.
func CopyFiles(to io.Writer, folder string) error {
	return filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		fmt.Fprintln(to, filepath.ToSlash(name))
		_, err = io.Copy(to, file)
		return err
	})
}

// SetOutputs writes into a corpus's site.yaml what is built.
func SetOutputs(corpus, outputs string) error {
	file := filepath.Join(corpus, "content", "site.yaml")
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

// Command runs a program in a folder; what it said is in the error.
func Command(ctx context.Context, folder string, environment []string, name string, args ...string) error {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir, c.Env = folder, append(os.Environ(), environment...)
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, said)
	}
	return nil
}
