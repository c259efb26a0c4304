// Command corpus writes a made-up site of any size: the same records and texts in our content format, as a Hugo site, or as plain
// pages for Pagefind. The same arguments always write the same bytes.
//
//	go run ./bench/corpus --offers 1000 --languages 6 --seed 1 --format mappe --output DIR
//
// The way through the files: records.go holds what a corpus is, frame.go makes what offers refer to (places, offices, …), offers.go and
// courses.go the offers, body.go their long texts, author.go and words.go the words by Zipf's law, calendar.go the holidays. value.go and
// yaml.go are how fields are kept and written; mappe.go, hugo.go and html.go are one format each, markdown.go is for two
// of them, messages.go is the interface texts that our program lacks.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("corpus: ")
	offers := flag.Int("offers", 1000, "how many offers")
	languages := flag.Int("languages", 6, "how many languages, of de, en, ar, uk, tr, fr in this order")
	seed := flag.Uint64("seed", 1, "number that all chance comes from")
	format := flag.String("format", "mappe", "mappe, hugo or html")
	output := flag.String("output", "", "folder to write to, new or empty")
	flag.Parse()
	if err := run(*offers, *languages, *seed, *format, *output); err != nil {
		log.Fatal(err)
	}
}

func run(offers, languages int, seed uint64, format, output string) error {
	if output == "" {
		return fmt.Errorf("say where to write: --output DIR")
	}
	if entries, err := os.ReadDir(output); err == nil && len(entries) > 0 {
		return fmt.Errorf("the folder %s is not empty", output)
	}
	c, err := NewCorpus(offers, languages, seed)
	if err != nil {
		return err
	}
	if err := c.write(format, into(output)); err != nil {
		return fmt.Errorf("writing the corpus: %w", err)
	}
	return nil
}

// write writes the corpus in a format.
func (c *Corpus) write(format string, put sink) error {
	switch format {
	case "mappe":
		return c.writeMappe(put)
	case "hugo":
		return c.writeHugo(put)
	case "html":
		return c.writeHTML(put)
	}
	return fmt.Errorf("there is no format %q", format)
}

// sink takes a file; its path has slashes.
type sink func(path string, data []byte) error

// into writes files below a folder.
func into(root string) sink {
	made := map[string]bool{}
	return func(path string, data []byte) error {
		full := filepath.Join(root, filepath.FromSlash(path))
		if dir := filepath.Dir(full); !made[dir] {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			made[dir] = true
		}
		return os.WriteFile(full, data, 0o644)
	}
}
