package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"mappe/generator/content"
	"mappe/generator/diag"
)

// tell prints findings in the format asked for, on standard output, which holds nothing else then.
func (a *app) tell(findings []diag.Finding, stats map[string]any) error {
	a.clearProgress()
	switch a.common.format {
	case "json":
		return diag.WriteJSON(a.Out, findings, stats, a.common.lang)
	case "github":
		return diag.WriteGitHub(a.Out, findings, a.common.lang)
	case "gitlab":
		return diag.WriteGitLab(a.Out, findings, a.common.lang)
	}
	printer := diag.Printer{Lang: a.common.lang, Colour: a.colour(a.Out)}
	if root, err := os.OpenRoot(a.common.source); err == nil {
		defer root.Close()
		printer.Source = content.Files(root)
	}
	return printer.Print(a.Out, findings)
}

// closing is the one line that says what a command did. It goes to standard error where standard output is for programs.
func (a *app) closing(line diag.Text) {
	if a.common.quiet {
		return
	}
	a.clearProgress()
	out := a.Out
	if a.common.format != "text" {
		out = a.Err
	}
	fmt.Fprintln(out, line.In(a.common.lang))
}

// counted says how many findings there are, "2 errors, 1 warning, 3 infos".
func counted(c diag.Count) diag.Text {
	return diag.Text{
		DE: fmt.Sprintf("%s, %s, %s", plural(c.Errors, "Fehler", "Fehler"), plural(c.Warnings, "Warnung", "Warnungen"), plural(c.Infos, "Hinweis", "Hinweise")),
		EN: fmt.Sprintf("%s, %s, %s", plural(c.Errors, "error", "errors"), plural(c.Warnings, "warning", "warnings"), plural(c.Infos, "info", "infos")),
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, many)
}

// colour reports whether a stream is a terminal that shows colours. https://no-color.org
func (a *app) colour(out io.Writer) bool {
	return a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb" && isTerminal(out)
}

func isTerminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && understandsControls(file)
}

// shown is a folder as a person reads it.
func shown(path string) string { return filepath.ToSlash(path) }
