package cli

import (
	"fmt"
	"sync"

	"mappe/generator/diag"
)

// progress tells on standard error what is being done: one line that changes on a terminal, a plain line a stage in a pipe.
func (a *app) progress() func(stage string, done, all int) {
	if a.common.quiet {
		return nil
	}
	live := isTerminal(a.Err) && a.getenv("TERM") != "dumb"
	var lock sync.Mutex
	last := ""
	return func(stage string, done, all int) {
		lock.Lock()
		defer lock.Unlock()
		words := stageWords(stage).In(a.common.lang)
		switch {
		case live && all > 0 && done == all && stage == "render":
			fmt.Fprint(a.Err, "\r\x1b[K")
		case live && all > 0:
			fmt.Fprintf(a.Err, "\r\x1b[K%s %d/%d", words, done, all)
		case live:
			fmt.Fprintf(a.Err, "\r\x1b[K%s", words)
		case stage != last:
			fmt.Fprintln(a.Err, words)
		}
		last = stage
	}
}

func stageWords(stage string) diag.Text {
	switch stage {
	case "load":
		return diag.Text{DE: "Lese die Inhalte …", EN: "Reading the content …"}
	case "check":
		return diag.Text{DE: "Prüfe die Inhalte …", EN: "Checking the content …"}
	case "pictures":
		return diag.Text{DE: "Verkleinere Bilder …", EN: "Scaling pictures …"}
	}
	return diag.Text{DE: "Schreibe Seiten …", EN: "Writing pages …"}
}
