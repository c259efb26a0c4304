package main

import (
	"bytes"
	"testing"
)

func TestFieldsAreWrittenAsAnEditorWould(t *testing.T) {
	m := Map{
		{"title", Text{"Kurs: Anfang", "Course"}}, {"order", 3}, {"answer", "yes"}, {"postal_code", "01234"},
		{"topics", plains("work", "language")}, {"none", List{}}, {"documents", Texts{{"Ausweis, Pass"}, {"Passport"}}},
		{"prices", List{Flow{{"id", Plain("a")}, {"amount", Plain("2.50")}, {"note", Text{"für alle, immer", "for all"}}}}},
		{"sessions", List{Map{{"id", Plain("x")}, {"start", Plain("2027-01-11")}, {"note", Text{"Erster Abend", "First evening"}}}, Map{{"id", Plain("y")}}}},
	}
	for _, test := range []struct {
		name string
		m    any
		lang int
		want string
	}{
		{"the default language has everything", m, 0, `title: "Kurs: Anfang"
order: 3
answer: "yes"
postal_code: "01234"
topics:
  - work
  - language
none: []
documents:
  - Ausweis, Pass
prices:
  - {id: a, amount: 2.50, note: "für alle, immer"}
sessions:
  - id: x
    start: 2027-01-11
    note: Erster Abend
  - id: y
`},
		{"a translation has texts and what leads to them", onlyTexts(m), 1, `title: Course
documents:
  - Passport
prices:
  - id: a
    note: for all
sessions:
  - id: x
    note: First evening
`},
	} {
		var b bytes.Buffer
		writeYAML(&b, test.m.(Map), test.lang, 0)
		if b.String() != test.want {
			t.Errorf("%s:\n%s", test.name, b.String())
		}
	}
	if onlyTexts(Map{{"a", 1}, {"b", List{Plain("x")}}}) != nil {
		t.Error("a map without texts leaves nothing")
	}
}
