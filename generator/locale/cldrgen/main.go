// Command cldrgen writes cldr.gen.go, the tables of package locale, from the JSON edition of the Unicode CLDR.
//
//	cldrgen [-o FILE] [FOLDER]
//
// FOLDER is a node_modules with the packages below; without it they are fetched with npm into a temporary folder. One
// more language is one more word in the list of languages.
//
// The way through the files: main.go fetches and runs, source.go reads CLDR's files, dates.go chooses patterns, numbers.go
// formats of numbers, lists and plurals, names.go names of languages, override.go what we know better, write.go the Go file.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// version is that of the CLDR packages, which are all released together.
const version = "48.2.0"

// packages are the npm packages that hold what we need.
func packages() []string {
	return []string{"cldr-core", "cldr-dates-full", "cldr-numbers-full", "cldr-misc-full", "cldr-localenames-full"}
}

// languages are CLDR's codes of the languages that get a table.
func languages() []string {
	return strings.Fields("de en ar fa fa-AF uk ru tr fr ti ku ckb ps so am sq ro bg pl vi es sr it hr")
}

func main() {
	log.SetFlags(0)
	output := flag.String("o", "cldr.gen.go", "file to write")
	flag.Parse()
	if err := run(flag.Arg(0), *output); err != nil {
		log.Fatal("cldrgen: ", err)
	}
}

func run(folder, output string) error {
	if folder == "" {
		temporary, err := os.MkdirTemp("", "cldrgen")
		if err != nil {
			return fmt.Errorf("making a folder for npm: %w", err)
		}
		defer os.RemoveAll(temporary)
		if err := fetch(temporary); err != nil {
			return err
		}
		folder = filepath.Join(temporary, "node_modules")
	}
	text, err := generate(&source{folder: folder})
	if err != nil {
		return err
	}
	return os.WriteFile(output, text, 0o644)
}

// fetch installs the packages with npm.
func fetch(folder string) error {
	args := []string{"install", "--no-audit", "--no-fund", "--no-save", "--prefix", folder}
	for _, name := range packages() {
		args = append(args, name+"@"+version)
	}
	npm := exec.Command("npm", args...)
	npm.Stdout, npm.Stderr = os.Stderr, os.Stderr
	if err := npm.Run(); err != nil {
		return fmt.Errorf("fetching CLDR with npm: %w", err)
	}
	return nil
}

// generate reads every language and returns the Go file.
func generate(s *source) ([]byte, error) {
	if err := s.checkVersion(); err != nil {
		return nil, err
	}
	var all []entry
	for _, code := range languages() {
		e, err := newEntry(s, code)
		if err != nil {
			return nil, fmt.Errorf("language %s: %w", code, err)
		}
		all = append(all, e)
	}
	return write(named(), all)
}

// newEntry collects what the table says of one language.
func newEntry(s *source, code string) (entry, error) {
	e := entry{{"code", code}}
	for _, part := range []func(*source, string) (entry, error){nameEntry, dateEntry, numberEntry, listEntry, pluralEntry} {
		fields, err := part(s, code)
		if err != nil {
			return nil, err
		}
		e = append(e, fields...)
	}
	return e, nil
}
