// Command search measures what a reader's browser loads to open the search page and to ask a first question, and how long a question takes
// once that is loaded: ours beside Pagefind, over the same records and texts, in headless Chromium.
//
//	go run ./bench/search [--offers N] [--json]
//
// Without --offers it measures 2,000 and 10,000. Bytes are those of the bodies as sent, gzip -9; every page is opened by a browser that has
// loaded nothing before. Ours is the finished page with its words, its style sheets and its scripts; for Pagefind only a line of HTML, its
// script and what that loads are counted, and no interface.
//
// The way through the files: main.go says what is measured, sites.go makes both sites, server.go counts what is asked for, ask.go asks the
// questions in the browser, table.go prints.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"

	"mappe/bench/peers"
	"mappe/proof/browser"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("search: ")
	offers := flag.Int("offers", 0, "how many offers; 0: 2,000 and 10,000")
	asJSON := flag.Bool("json", false, "print one JSON object")
	flag.Parse()
	sizes := []int{2_000, 10_000}
	if *offers > 0 {
		sizes = []int{*offers}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	results, err := run(ctx, sizes)
	if err == nil && *asJSON {
		err = json.NewEncoder(os.Stdout).Encode(map[string]any{"results": results})
	} else if err == nil {
		print(os.Stdout, results)
	}
	if err != nil {
		stop()
		log.Fatal(err)
	}
}

// questions are what is asked: a kind of offer, a subject and its level, a place, a subject there, and two words of texts.
func questions() []string {
	return []string{"Praktikum", "Deutsch B1", "Melle", "Deutsch Melle", "Rad Schnee"}
}

// result is what one engine took for one question.
type result struct {
	Offers   int    `json:"offers"`
	Engine   string `json:"engine"`
	Question string `json:"question"`
	// Open is what the page loads before anything is asked, with facets; First what the question and its first ten results add.
	Open  traffic `json:"open"`
	First traffic `json:"first"`
	// Hits are how many were found; Warm is the median of the times the question took when asked again, in milliseconds.
	Hits int     `json:"hits"`
	Warm float64 `json:"warm_ms"`
}

func run(ctx context.Context, sizes []int) ([]result, error) {
	program, err := browser.Find()
	if err != nil {
		return nil, err
	}
	cache, err := peers.Cache()
	if err != nil {
		return nil, err
	}
	chromium, err := browser.Start(ctx, program)
	if err != nil {
		return nil, err
	}
	defer chromium.Close()
	var results []result
	for _, offers := range sizes {
		found, err := measure(ctx, chromium, cache, offers)
		if err != nil {
			return nil, fmt.Errorf("%d offers: %w", offers, err)
		}
		results = append(results, found...)
	}
	return results, nil
}

func measure(ctx context.Context, chromium *browser.Browser, cache string, offers int) ([]result, error) {
	temp, err := os.MkdirTemp("", "bench-search-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	var results []result
	for _, e := range engines() {
		site, err := e.build(ctx, cache, temp, offers)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.name, err)
		}
		s, err := serve(site)
		if err != nil {
			return nil, err
		}
		for _, question := range questions() {
			log.Printf("%d offers: asking %s for %s", offers, e.name, question)
			r, err := e.ask(chromium, s, question)
			if err != nil {
				s.close()
				return nil, fmt.Errorf("%s, %s: %w", e.name, question, err)
			}
			r.Offers, r.Engine, r.Question = offers, e.name, question
			results = append(results, r)
		}
		s.close()
	}
	return results, nil
}
