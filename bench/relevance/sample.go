package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"mappe/generator/address"
	"mappe/generator/build"
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/textindex"
)

// sample is the sample county, built.
type sample struct {
	root string // the checkout
	work string // a folder for what is made
	keys []string
	// words are what the indexes are made of, by language; heads the folder and the first file of each.
	words map[string]textindex.Input
	heads map[string][2]string
}

// day is the day the site is built for, so that the figures stay the same.
func day() date.Date { return date.New(2026, 11, 23) }

// buildSample makes the search indexes of the sample county in all its languages, and writes them.
func buildSample(ctx context.Context, root, work string) (*sample, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, fmt.Errorf("finding the checkout: %w", err)
	}
	ready, err := build.Prepare(ctx, build.Options{Source: root, Today: day(), Version: "relevance"})
	if err != nil {
		return nil, fmt.Errorf("reading the sample: %w", err)
	}
	defer ready.Close()
	if ready.Site == nil {
		return nil, fmt.Errorf("the sample has errors")
	}
	s := &sample{root: root, work: work, words: map[string]textindex.Input{}, heads: map[string][2]string{}}
	s.keys = ready.Site.SearchOrder()
	for i, language := range ready.Catalogue.Languages {
		lang := catalog.Lang(i)
		files, err := ready.Site.SearchFiles(ctx, lang)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			name := filepath.Join(work, filepath.FromSlash(f.Path))
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				return nil, fmt.Errorf("writing the index: %w", err)
			}
			if err := os.WriteFile(name, f.Data, 0o666); err != nil {
				return nil, fmt.Errorf("writing the index: %w", err)
			}
		}
		head, err := ready.Site.SearchHead(ctx, lang)
		if err != nil {
			return nil, err
		}
		s.words[language.Code] = ready.Site.SearchWords(lang)
		s.heads[language.Code] = [2]string{filepath.ToSlash(filepath.Join(work, filepath.FromSlash(address.SearchIndex(language.Code)))) + "/", head}
	}
	return s, nil
}

// document is what the other engines are given of a record: the same words, by field.
type document struct {
	ID           string `json:"id"`
	Title        string `json:"title"`
	Keywords     string `json:"keywords"`
	Summary      string `json:"summary"`
	Organization string `json:"organization"`
	Place        string `json:"place"`
	Body         string `json:"body"`
	// Synonyms are the names, in every language, of all a record is about.
	Synonyms string `json:"synonyms"`
}

// documents are the words of an index as plain texts.
func documents(in textindex.Input) []document {
	list := make([]document, len(in.Documents))
	for i, d := range in.Documents {
		var fields [textindex.Body + 1][]string
		for _, t := range d.Texts {
			fields[t.Field] = append(fields[t.Field], t.Text)
		}
		var synonyms []string
		for _, c := range d.Concepts {
			for _, label := range in.Concepts[c].Labels {
				synonyms = append(synonyms, label.Text)
			}
		}
		join := func(f textindex.Field) string { return strings.Join(fields[f], " \n") }
		list[i] = document{
			ID: d.Key, Title: join(textindex.Title), Keywords: join(textindex.Keywords), Summary: join(textindex.Summary),
			Organization: join(textindex.Organization), Place: join(textindex.Place), Body: join(textindex.Body), Synonyms: strings.Join(synonyms, " \n"),
		}
	}
	return list
}
