// Command pdf measures how long brochures take: it makes up a site of as many offers as asked for and prints the overview of all of them.
//
//	go run ./bench/pdf --offers 300 --languages 1
//
// It prints seconds on the clock, for which the machine should have nothing else to do, and the seconds that the browser's processes took
// (on Linux), which tell more on one that has.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"mappe/generator/build"
	"mappe/generator/date"
	"mappe/generator/pdf"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("pdf: ")
	offers := flag.Int("offers", 300, "how many offers; over 500 an overview is one of its parts")
	languages := flag.Int("languages", 1, "how many languages, of de, en, ar, uk, tr, fr in this order; one brochure each")
	flag.Parse()
	if err := run(context.Background(), *offers, *languages); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, offers, languages int) error {
	browser, err := pdf.Find(os.Getenv("MAPPE_BROWSER"), os.Getenv)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "pdf-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	source, out := filepath.Join(folder, "source"), filepath.Join(folder, "pdf")
	corpus := exec.CommandContext(ctx, "go", "run", "./bench/corpus", "--offers", strconv.Itoa(offers), "--languages", strconv.Itoa(languages), "--output", source)
	corpus.Stderr = os.Stderr
	if err := corpus.Run(); err != nil {
		return fmt.Errorf("making up a site: %w", err)
	}
	if err := withPrint(filepath.Join(source, "content", "site.yaml")); err != nil {
		return err
	}
	before := used()
	adopt()
	var started time.Time // when the browser is
	result, err := build.Print(ctx, build.Options{
		Source: source, Output: out, Today: date.New(2026, time.November, 23), Version: "bench", Browser: browser,
		Progress: func(stage string, done, _ int) {
			if stage == "pdf" && done == 0 {
				started = time.Now()
			}
		},
	}, []string{"all"})
	if err != nil {
		return err
	}
	if !result.Published {
		return fmt.Errorf("the made-up site has errors: %v", result.Findings[0])
	}
	took := time.Since(started)
	browserTook := used() - before
	files, err := filepath.Glob(filepath.Join(out, "*", "print", "all.pdf"))
	if err != nil {
		return err
	}
	size := int64(0)
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		size += info.Size()
	}
	fmt.Printf("%d brochures of %d offers: %.1f s with the start of the browser, which took %.1f s of the processors; %.2f MB\n",
		len(files), offers, took.Seconds(), browserTook.Seconds(), float64(size)/1e6)
	return nil
}

// withPrint turns on the pages to print, which the corpus leaves out since other programs have no such pages.
func withPrint(settings string) error {
	data, err := os.ReadFile(settings)
	if err != nil {
		return err
	}
	for _, part := range []string{"print", "short"} {
		data = bytes.Replace(data, []byte(part+": false"), []byte(part+": true"), 1)
	}
	return os.WriteFile(settings, data, 0o600)
}
