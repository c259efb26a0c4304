package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/prose"
	"mappe/generator/testtool"
)

// TestTheFindersScriptRanksAsFactsDo puts the same questions to the script of the finder and to facts.Responsibility: on the sample county, and on
// small ones where offices answer for whatever chance says.
func TestTheFindersScriptRanksAsFactsDo(t *testing.T) {
	node := testtool.Node(t)
	random := rand.New(rand.NewPCG(4, 20261122))
	t.Run("sample", func(t *testing.T) { ranksTheSame(t, node, sampleCounty(t), random) })
	for i := range 6 {
		t.Run(fmt.Sprint("chance ", i), func(t *testing.T) { ranksTheSame(t, node, planned(t, officesByChance(random)), random) })
	}
}

// ranksTheSame asks a thousand questions, among them the empty one.
func ranksTheSame(t *testing.T, node string, s *Site, random *rand.Rand) {
	const questions = 1000
	asking := modelOf[*FinderPage](t, s, "de/contacts/find.html").Asking
	lists := [][]Choice{asking.Places, asking.Topics, asking.Audiences, asking.Circles}
	var asked [][]string
	for range questions {
		question := make([]string, len(lists))
		for i, list := range lists {
			if random.IntN(3) > 0 {
				question[i] = list[random.IntN(len(list))].ID
			}
		}
		asked = append(asked, question)
	}
	given := scriptAnswers(t, node, asking, asked)
	responsible := facts.NewResponsibility(s.Catalogue, s.tree, s.Today)
	term := func(vocabulary, id string) *catalog.Term {
		terms := s.Catalogue.Vocabulary(vocabulary).Terms
		if i := slices.IndexFunc(terms, func(term *catalog.Term) bool { return term.ID == id }); i >= 0 {
			return terms[i]
		}
		return nil
	}
	several := 0
	for i, question := range asked {
		var place *catalog.Place
		if question[0] != "" {
			place = s.Catalogue.Find("places", question[0]).(*catalog.Place)
		}
		want := []string{}
		if strings.Join(question, "") != "" { // nothing is answered where nothing is asked
			for _, answer := range responsible.Who(place, term("topics", question[1]), term("audiences", question[2]), term("circles", question[3])) {
				want = append(want, answer.Contact.Key())
			}
		}
		if want = want[:min(4, len(want))]; !slices.Equal(given[i], want) { // the script shows four
			t.Fatalf("%q: the script says %v, facts %v", question, given[i], want)
		}
		if len(want) > 1 {
			several++
		}
	}
	if several < questions/20 {
		t.Errorf("only %d questions of %d have several answers", several, questions)
	}
}

// scriptAnswers are the offices the script shows for each question.
func scriptAnswers(t *testing.T, node string, asking *Asking, questions [][]string) (answers [][]string) {
	script, err := os.ReadFile("../../themes/default/assets/finder.js")
	if err != nil {
		t.Fatal(err)
	}
	type choice struct {
		ID     string `json:"id"`
		Within string `json:"within"`
	}
	choices := func(list []Choice) (all []choice) {
		for _, c := range list {
			all = append(all, choice{c.ID, c.Within})
		}
		return all
	}
	type office struct {
		ID   string `json:"id"`
		Rows string `json:"rows"`
	}
	var offices []office
	for _, o := range asking.Offices {
		offices = append(offices, office{o.Card.Record, o.Rows})
	}
	input, err := json.Marshal(map[string]any{
		"script": string(script), "offices": offices, "questions": questions,
		"choices": struct {
			Place    []choice `json:"place"`
			Topic    []choice `json:"topic"`
			Audience []choice `json:"audience"`
			Circle   []choice `json:"circle"`
		}{choices(asking.Places), choices(asking.Topics), choices(asking.Audiences), choices(asking.Circles)},
	})
	if err != nil {
		t.Fatal(err)
	}
	run := exec.CommandContext(t.Context(), node, "testdata/finder.mjs")
	run.Stdin, run.Stderr = bytes.NewReader(input), os.Stderr
	output, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(output, &answers); err != nil || len(answers) != len(questions) {
		t.Fatalf("%d answers to %d questions: %v", len(answers), len(questions), err)
	}
	return answers
}

// sampleCounty plans the finder's page of the sample county.
func sampleCounty(t *testing.T) *Site {
	c, _, err := catalog.Load(context.Background(), os.DirFS("../.."), catalog.Options{})
	if err != nil || c == nil {
		t.Fatalf("the sample cannot be read: %v", err)
	}
	s, err := New(context.Background(), Input{Catalogue: c, Prose: prose.New(c, nil), Today: today, BaseURL: c.Settings.BaseURL, Messages: messagesFor(t, c.Languages)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// officesByChance are offices that answer for some of everything the test site knows.
func officesByChance(random *rand.Rand) string {
	some := func(field string, ids ...string) string {
		var chosen []string
		for _, id := range ids {
			if random.IntN(len(ids)) == 0 {
				chosen = append(chosen, id)
			}
		}
		if chosen == nil {
			return ""
		}
		return field + ": [" + strings.Join(chosen, ", ") + "], "
	}
	var site strings.Builder
	for i := range 14 {
		fmt.Fprintf(&site, "-- content/contacts/amt-%02d.yaml --\ntitle: Amt %d\nrole: Beratung\nphone: 0541 22600\nresponsible:\n", i, i)
		for range 1 + random.IntN(3) {
			row := some("places", "kreis", "sg-nord", "adorf", "bedorf", "zedorf", "stadt") + some("topics", "language", "work", "internship", "school", "health") +
				some("audiences", "newcomers", "pupils", "employers") + some("circles", "sgb-2", "asylblg", "sgb-3")
			fmt.Fprintf(&site, "  - {%s}\n", strings.TrimSuffix(row, ", "))
		}
	}
	return site.String()
}
