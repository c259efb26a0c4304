package cli

import (
	"fmt"
	"sync"

	"mappe/generator/diag"
)

// progressLine is the line on a terminal that says what is being done, until something else is written.
type progressLine struct {
	lock sync.Mutex
	// shown says that it is there.
	shown bool
	stage string
}

// progress tells on standard error what is being done: one line that changes on a terminal, a plain line a stage in a pipe.
func (a *app) progress() func(stage string, done, all int) {
	if a.common.quiet {
		return nil
	}
	live := isTerminal(a.Err) && a.getenv("TERM") != "dumb"
	return func(stage string, done, all int) {
		a.line.lock.Lock()
		defer a.line.lock.Unlock()
		words := stageWords(stage).In(a.common.lang)
		switch {
		case live && all > 0:
			fmt.Fprintf(a.Err, "\r\x1b[K%s %d/%d", words, done, all)
		case live:
			fmt.Fprintf(a.Err, "\r\x1b[K%s", words)
		case stage != a.line.stage:
			fmt.Fprintln(a.Err, words)
		}
		a.line.stage, a.line.shown = stage, live
	}
}

// clearProgress takes the line away, before anything else is written.
func (a *app) clearProgress() {
	a.line.lock.Lock()
	defer a.line.lock.Unlock()
	if a.line.shown {
		fmt.Fprint(a.Err, "\r\x1b[K")
		a.line.shown = false
	}
}

func stageWords(stage string) diag.Text {
	switch stage {
	case "load":
		return diag.Text{DE: "Lese die Inhalte …", EN: "Reading the content …"}
	case "check":
		return diag.Text{DE: "Prüfe die Inhalte …", EN: "Checking the content …"}
	case "reach":
		return diag.Text{DE: "Suche Verbindungen mit Bus und Bahn …", EN: "Looking for journeys by bus and train …"}
	case "pictures":
		return diag.Text{DE: "Verkleinere Bilder …", EN: "Scaling pictures …"}
	case "search":
		return diag.Text{DE: "Baue die Suche …", EN: "Building the search …"}
	case "pdf":
		return diag.Text{DE: "Drucke PDFs …", EN: "Printing PDFs …"}
	}
	return diag.Text{DE: "Schreibe Seiten …", EN: "Writing pages …"}
}
