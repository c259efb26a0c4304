package textindex

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/generator/testtool"

	"gopkg.in/yaml.v3"
)

// engineCases is what the script has to find in an index; testdata/node/engine.test.mjs reads it.
type engineCases struct {
	Head      string           `json:"head"`
	Words     []wordCase       `json:"words"`
	Titles    []titleCase      `json:"titles"`
	Questions []map[string]any `json:"questions"`
	Loads     []loadCase       `json:"loads"`
	Damaged   []damagedFile    `json:"damaged"`
}

type wordCase struct {
	Text  string   `json:"text"`
	Words []string `json:"words"`
}

type titleCase struct {
	Title string `json:"title"`
	Same  []int  `json:"same"` // the numbers of the documents that are called so
}

// loadCase is a question and the kinds of files that are loaded for it and the cards of its first hits.
type loadCase struct {
	Text  string   `json:"text"`
	Hits  int      `json:"hits"`
	Kinds []string `json:"kinds"`
}

type damagedFile struct {
	Name string  `json:"name"`
	Data *string `json:"data"` // nil: it is missing
}

// writeIndex writes an index and its cases for the script.
func writeIndex(t *testing.T, dir string, input Input, cases engineCases) {
	t.Helper()
	index, err := Build(context.Background(), input)
	if err != nil {
		t.Fatal(err)
	}
	cases.Head = index.Head
	keys := make([]string, len(input.Documents))
	for i, d := range input.Documents {
		keys[i] = OrderKey(d.Shelf, d.Key)
	}
	byWords, c := map[string][]int{}, newCollector()
	for i, number := range Order(keys) {
		words := c.meantWords(input.Lang, input.Documents[i].Card[0])
		byWords[words] = append(byWords[words], number)
	}
	for i := range input.Documents {
		title := input.Documents[i].Card[0]
		cases.Titles = append(cases.Titles, titleCase{Title: title, Same: byWords[c.meantWords(input.Lang, title)]})
	}
	slices.SortFunc(cases.Titles, func(a, b titleCase) int { return strings.Compare(a.Title, b.Title) })
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range index.Files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if cases.Damaged != nil {
		cases.Damaged = damage(index)
	}
	data, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "cases.json"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// meantWords are the words of a title without those that carry no meaning, which a search cannot tell apart.
func (c *collector) meantWords(lang, title string) string {
	var words []string
	for _, w := range c.nameWords(Text{Lang: lang, Text: title}) {
		words = append(words, c.words[w].folded)
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// runEngine runs the script's tests over the indexes in a folder.
func runEngine(t *testing.T, dir string) {
	t.Helper()
	assets, err := filepath.Abs("../../themes/default/assets")
	if err != nil {
		t.Fatal(err)
	}
	testtool.RunNodeTests(t, []string{"INDEXES=" + dir, "ASSETS=" + assets}, "testdata/node/engine.test.mjs")
}

// damage returns files of an index that are cut off, changed, empty, missing or of another version.
func damage(index *Index) []damagedFile {
	random := rand.New(rand.NewPCG(1, 2))
	var damaged []damagedFile
	add := func(name string, data []byte) {
		text := base64.StdEncoding.EncodeToString(data)
		damaged = append(damaged, damagedFile{Name: name, Data: &text})
	}
	for i, f := range index.Files {
		if i%max(1, len(index.Files)/5) != 0 && f.Name != index.Head {
			continue
		}
		damaged = append(damaged, damagedFile{Name: f.Name})
		add(f.Name, nil)
		add(f.Name, []byte("<!DOCTYPE html><title>Not found</title>"))
		add(f.Name, f.Data[:random.IntN(len(f.Data))])
		for range 3 {
			changed := slices.Clone(f.Data)
			changed[random.IntN(len(changed))] ^= 1 << random.IntN(8)
			add(f.Name, changed)
		}
		raw := unpacked(f.Data)
		for range 6 { // damage that no check sum sees
			changed := slices.Clone(raw[8:])
			if len(changed) > 0 {
				changed[random.IntN(len(changed))] ^= byte(1 + random.IntN(255))
			}
			file, _ := newPacker().pack("x", changed)
			add(f.Name, file.Data)
		}
		raw[3]++
		add(f.Name, raw)
	}
	return damaged
}

// vocabularyInput is an index of the program's own topics, occupations and kinds, each a document named after its label.
func vocabularyInput(t *testing.T, lang string) Input {
	t.Helper()
	files, err := filepath.Glob("../catalog/vocabulary/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no vocabularies: %v", err)
	}
	input := Input{Lang: lang, Facets: []Facet{{ID: "list"}, {ID: "parity", Terms: []string{"even", "odd"}, Parents: []int{-1, -1}, Later: true}}}
	for f, file := range files {
		input.Facets[0].Terms = append(input.Facets[0].Terms, filepath.Base(file))
		input.Facets[0].Parents = append(input.Facets[0].Parents, -1)
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var terms []struct {
			ID          string
			Label       map[string]string
			Description map[string]string
			Synonyms    map[string][]string
		}
		if err := yaml.Unmarshal(data, &terms); err != nil {
			t.Fatal(err)
		}
		for i, term := range terms {
			title := term.Label[lang]
			if title == "" {
				title = term.Label["de"]
			}
			concept := Concept{Key: term.ID, Field: Vocabulary}
			for code, label := range term.Label {
				concept.Labels = append(concept.Labels, Text{Lang: code, Text: label})
				for _, synonym := range term.Synonyms[code] {
					concept.Labels = append(concept.Labels, Text{Lang: code, Text: synonym})
				}
			}
			slices.SortFunc(concept.Labels, func(a, b Text) int { return strings.Compare(a.Lang+a.Text, b.Lang+b.Text) })
			input.Concepts = append(input.Concepts, concept)
			input.Documents = append(input.Documents, Document{
				Key:   fmt.Sprintf("%s/%s", filepath.Base(file), term.ID),
				Texts: []Text{{Field: Title, Lang: lang, Text: title}, {Field: Summary, Lang: lang, Text: term.Description[lang]}},
				Card:  []string{title, term.ID}, Concepts: []int{len(input.Concepts) - 1}, Facets: [][]int{{f}, {i % 2}}, Start: i, TitleOrder: i,
			})
		}
	}
	return input
}

func TestEngineReadsWhatGoWrote(t *testing.T) {
	dir := t.TempDir()
	c := newCollector()
	for _, lang := range []string{"de", "de-simple", "en", "ar", "fa", "uk", "ru", "tr", "fr", "ti", "kmr", "eo"} {
		input := vocabularyInput(t, lang)
		cases := engineCases{Questions: questions()[lang]}
		texts := []string{"A1.1 am 15.02.2027, 1.2.3. Ende.", "п'ять м’ята it's l'emploi Melle'de a''b", "ﬁne ½ ﷺ Ⅳ ™ ①", "İIıi ǅ ẞ ſ", "می\u200cخواهم \u00ADx·y\u200Bz", "e\u0301te\u0301 c\u0327", "𝐀𝐁 😀x 日本語 हिन्दी ไทย", ""}
		for _, d := range input.Documents {
			for _, text := range d.Texts {
				texts = append(texts, text.Text)
			}
		}
		for _, text := range texts {
			words := []string{}
			c.alphabet.words(text, func(word string, _ bool) {
				if folded := c.folder.fold(word); folded != "" {
					words = append(words, folded)
				}
			})
			cases.Words = append(cases.Words, wordCase{Text: text, Words: words})
		}
		if lang == "ar" {
			cases.Damaged = []damagedFile{}
		}
		writeIndex(t, filepath.Join(dir, lang), input, cases)
	}
	runEngine(t, dir)
}

// questions are asked of the program's vocabularies, by language. The titles of German offers stand beside Turkish words and so on:
// names in every language lead to the same documents.
func questions() map[string][]map[string]any {
	query := func(text string) map[string]any { return map[string]any{"text": text} }
	typing := func(text string) map[string]any { return map[string]any{"text": text, "typing": true} }
	return map[string][]map[string]any{
		"de": {
			{"query": query("xqzjkv"), "nothing": true, "ignored": []string{"xqzjkv"}, "finds": []string{}},
			{"query": query("Wo kann ich Deutsch lernen?"), "first": []string{"Deutsch lernen"}, "ignored": []string{}},
			{"query": typing("deuts"), "nothing": false, "lacks": []string{"Schulden"}},
			{"query": query("almanca"), "first": []string{"Deutsch", "Deutsch lernen"}},   // a name in another language
			{"query": query("almancayı"), "first": []string{"Deutsch", "Deutsch lernen"}}, // and a form of it
			{"query": query("Schuldnerberatugn"), "first": []string{"Schuldnerberatung"}, "corrected": []map[string]string{{"typed": "schuldnerberatugn", "found": "schuldnerberatung"}}},
			{"query": query("qchuldnerberatung"), "first": []string{"Schuldnerberatung"}, "relaxed": false},
			{"query": query("Baecker"), "first": []string{"Bäckerin, Bäcker"}, "corrected": []string{}},
			{"query": query("Sprach Kurs"), "lacks": []string{"Wohnen"}, "corrected": []string{}, "ignored": []string{}},
			{"query": query("Deutsch xqzjkv"), "ignored": []string{"xqzjkv"}, "nothing": false},
			{"query": map[string]any{"text": "Deutsch", "choices": map[string][]int{"list": {0}}}},
			{"query": map[string]any{"text": "", "choices": map[string][]int{"list": {0, 1}, "parity": {1}}, "sort": "start"}},
			{"query": query("Deutsch"), "marks": map[string]any{"text": "Der Deutschkurs: deutsche Sprache, Englisch.", "words": []string{"Deutschkurs", "deutsche"}}},
		},
	}
}

// unpacked returns the bytes inside a file.
func unpacked(packed []byte) []byte {
	zip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err)
	}
	data, err := io.ReadAll(zip)
	if err != nil {
		panic(err)
	}
	return data
}
