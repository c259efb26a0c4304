package main

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"mappe/generator/testtool"
	"mappe/generator/textindex"
)

func TestQueriesAreRead(t *testing.T) {
	got, err := parseQueries("# Some words about it all, which are no heading.\n@sets = courses/a courses/b-*\n\n# de exact\nDeutsch A1 = @sets support/c\n# ar typo\nدورة = courses/a\n")
	if err != nil || len(got) != 2 {
		t.Fatalf("%d queries, %v", len(got), err)
	}
	if q := got[0]; q.Lang != "de" || q.stratum != "exact" || q.Text != "Deutsch A1" || strings.Join(q.answers, " ") != "courses/a courses/b-* support/c" {
		t.Errorf("the first query is %+v", q)
	}
	if !got[0].answeredBy([]string{"x/y", "courses/b-2"}) || got[0].answeredBy([]string{"x/y", "x/z", "x/w", "courses/a"}) {
		t.Error("one of the first three hits answers, or none does")
	}
	for _, wrong := range []string{"# de exact\nDeutsch", "# de exact\nDeutsch = @none", "Deutsch = courses/a"} {
		if _, err := parseQueries(wrong); err == nil {
			t.Errorf("nothing is said about %q", wrong)
		}
	}
}

// TestEveryJudgedAnswerIsARecord, and there are enough queries in each stratum.
func TestEveryJudgedAnswerIsARecord(t *testing.T) {
	queries, err := readQueries("queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	if unknown := unknownKeys(queries, theSample(t).keys); len(unknown) > 0 {
		t.Errorf("no record answers to %v", unknown)
	}
	if len(queries) < 250 {
		t.Errorf("only %d queries", len(queries))
	}
}

// TestNoRecordIsLost: the exact title of each record finds it among the first three, in each language.
func TestNoRecordIsLost(t *testing.T) {
	testtool.Node(t)
	s := theSample(t)
	var queries []query
	for lang, in := range s.words {
		for _, d := range in.Documents {
			for _, text := range d.Texts {
				if text.Field == textindex.Title {
					queries = append(queries, query{Lang: lang, Text: text.Text, answers: []string{d.Key}})
				}
			}
		}
	}
	answers, err := askOurs(t.Context(), s, queries)
	if err != nil {
		t.Fatal(err)
	}
	for i, q := range queries {
		if !slices.Contains(answers[i], q.answers[0]) {
			t.Errorf("in %s %q does not find %s, but %v", q.Lang, q.Text, q.answers[0], answers[i])
		}
	}
	if len(queries) < 3*len(s.keys) {
		t.Errorf("only %d titles", len(queries))
	}
}

// work is a folder for what the tests share; TestMain makes and removes it.
var work string

// built makes the sample's indexes once a run of the tests, which only read them.
var built = sync.OnceValues(func() (*sample, error) { return buildSample(context.Background(), "../..", work) })

func TestMain(m *testing.M) { os.Exit(testtool.Run(m, &work)) }

func theSample(t *testing.T) *sample {
	t.Helper()
	s, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return s
}
