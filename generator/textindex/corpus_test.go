package textindex

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// corpusInput is the input of one language, made of a corpus that bench/corpus wrote. It reads just enough of the files.
func corpusInput(tb testing.TB, dir, lang string) Input {
	tb.Helper()
	input := Input{Lang: lang, Facets: []Facet{{ID: "place"}, {ID: "topic"}, {ID: "level"}, {ID: "time"}}}
	numbers := make([]map[string]int, len(input.Facets))
	for i := range numbers {
		numbers[i] = map[string]int{}
	}
	for _, kind := range []string{"courses", "events", "internships", "support", "transport"} {
		folders, err := os.ReadDir(filepath.Join(dir, "content", kind))
		if err != nil {
			tb.Fatal(err)
		}
		for _, folder := range folders {
			own := corpusFile(tb, filepath.Join(dir, "content", kind, folder.Name(), "index."+lang+".md"))
			facts := corpusFile(tb, filepath.Join(dir, "content", kind, folder.Name(), "index.de.md"))
			id := folder.Name()
			d := Document{Key: kind + "/" + id, Facets: make([][]int, len(input.Facets))}
			at := strings.TrimRight(id, "0123456789-")
			values := [][]string{{at[strings.LastIndex(at, "-")+1:]}, facts.lists["topics"], nil, nil}
			if level := facts.one["level"]; level != "" {
				values[2] = []string{level}
			}
			for f, terms := range values {
				for _, term := range terms {
					number, known := numbers[f][term]
					if !known {
						number = len(input.Facets[f].Terms)
						numbers[f][term] = number
						input.Facets[f].Terms = append(input.Facets[f].Terms, term)
						input.Facets[f].Parents = append(input.Facets[f].Parents, -1)
					}
					d.Facets[f] = append(d.Facets[f], number)
				}
			}
			var year, month, day int
			fmt.Sscanf(facts.one["start"], "%d-%d-%d", &year, &month, &day)
			d.Start = year*372 + month*31 + day
			d.Shelf = kind + "/" + fmt.Sprintf("%07d", d.Start)
			text := func(field Field, words string) {
				if words != "" {
					d.Texts = append(d.Texts, Text{Field: field, Lang: lang, Text: words})
				}
			}
			text(Title, own.one["title"])
			text(Summary, own.one["summary"])
			for _, keyword := range own.lists["keywords"] {
				text(Keywords, keyword)
			}
			text(Place, values[0][0])
			text(Body, own.body)
			d.Card = []string{own.one["title"], kind + "/" + id + ".html", own.one["summary"], values[0][0]}
			input.Documents = append(input.Documents, d)
		}
	}
	titles := make([]int, len(input.Documents))
	for i := range titles {
		titles[i] = i
	}
	slices.SortFunc(titles, func(a, b int) int {
		return strings.Compare(input.Documents[a].Card[0], input.Documents[b].Card[0])
	})
	for order, i := range titles {
		input.Documents[i].TitleOrder, input.Documents[i].PlaceOrder = order, order
	}
	return input
}

type corpusRecord struct {
	one   map[string]string
	lists map[string][]string
	body  string
}

func corpusFile(tb testing.TB, path string) corpusRecord {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	r := corpusRecord{one: map[string]string{}, lists: map[string][]string{}}
	_, rest, _ := strings.Cut(string(data), "---\n")
	front, body, _ := strings.Cut(rest, "\n---\n")
	r.body = body
	key := ""
	for line := range strings.Lines(front) {
		line = strings.TrimRight(line, "\n")
		if item, is := strings.CutPrefix(line, "  - "); is {
			r.lists[key] = append(r.lists[key], item)
			continue
		}
		k, v, _ := strings.Cut(strings.TrimLeft(line, " "), ": ")
		k = strings.TrimSuffix(k, ":")
		if !strings.HasPrefix(line, " ") {
			key = k
		}
		if _, known := r.one[k]; !known {
			r.one[k] = strings.Trim(v, `"`)
		}
	}
	return r
}

// corpus writes a corpus.
func corpus(tb testing.TB, offers, languages int) string {
	tb.Helper()
	dir := tb.TempDir()
	run := exec.Command("go", "run", "mappe/bench/corpus", "--offers", fmt.Sprint(offers), "--languages", fmt.Sprint(languages), "--output", dir)
	if out, err := run.CombinedOutput(); err != nil {
		tb.Fatalf("%v: %s", err, out)
	}
	return dir
}

// corpusLanguages are the languages of a corpus, in its order.
func corpusLanguages() []string { return []string{"de", "en", "ar", "uk", "tr", "fr"} }
