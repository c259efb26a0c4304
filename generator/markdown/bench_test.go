package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// benchBody is a body of the usual size, 1.2 kB.
const benchBody = `Der Kurs wendet sich an alle, die **neu in Bramsche** sind und schon etwas Deutsch sprechen. Er führt in zwei
Schritten zum Niveau A2. Wer mag, bleibt danach bei uns und lernt weiter, siehe [Deutsch A1](record:courses/deutsch-a1).

## Was Sie lernen

- einkaufen, zum Arzt gehen, mit der Schule sprechen
- einen Lebenslauf schreiben und sich bewerben
- die Prüfung *Start Deutsch 2* bestehen

Der Unterricht ist am Vormittag. Es gibt eine Kinderbetreuung im Haus, bitte melden Sie Ihr Kind mit an. Bücher und
Kopien sind im Preis enthalten. Bringen Sie einen Ausweis und, wenn Sie haben, Ihr letztes Zeugnis mit.

## Wie Sie sich anmelden

1. Rufen Sie an: 05461 123456, von 08:30 bis 12:00.
2. Oder schreiben Sie an kurse@example.org.
3. Alles Weitere steht auf https://www.example.org/kurse/deutsch und im [Faltblatt](flyer.pdf).

| Tag | Zeit | Raum |
|-----|-----:|------|
| Mo  | 08:30 | 12 |
| Mi  | 08:30 | 14 |

Menschen mit einer Duldung sind willkommen; auch wer eine Einstiegsqualifizierung macht, kann am Abend teilnehmen.
`

func BenchmarkParse(b *testing.B) {
	converter := New("+49")
	b.ReportAllocs()
	for b.Loop() {
		converter.Parse(Source{File: "x.md", Text: benchBody, Line: 1})
	}
}

func BenchmarkAppend(b *testing.B) {
	doc := New("+49").Parse(Source{File: "x.md", Text: benchBody, Line: 1})
	page := testResolver()
	var terms []Term
	for i := range 300 {
		terms = append(terms, Term{ID: fmt.Sprint("t", i), Words: []string{fmt.Sprintf("Fachwort%d eins", i), fmt.Sprintf("Der Begriff %d", i), "Deutsch " + fmt.Sprint(i)}})
	}
	terms = append(terms, Term{ID: "duldung", Words: []string{"Duldung"}}, Term{ID: "eq", Words: []string{"Einstiegsqualifizierung"}})
	page.Terms = NewTerms(terms)
	buffer := []byte{}
	b.ReportAllocs()
	for b.Loop() {
		buffer = doc.Append(buffer[:0], page)
	}
}

func BenchmarkPlainText(b *testing.B) {
	doc := New("+49").Parse(Source{File: "x.md", Text: benchBody, Line: 1})
	b.ReportAllocs()
	for b.Loop() {
		_ = doc.PlainText()
	}
}

// BenchmarkGoldmark is what goldmark itself takes to parse and render the same body, for comparison.
func BenchmarkGoldmark(b *testing.B) {
	converter := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))
	b.ReportAllocs()
	for b.Loop() {
		var out strings.Builder
		if err := converter.Convert([]byte(benchBody), &out); err != nil {
			b.Fatal(err)
		}
	}
}
