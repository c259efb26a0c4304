package serve

import (
	"bytes"
	"html/template"
	"io/fs"
	"net/http"
	"os"
	"strings"

	"mappe/generator/content"
	"mappe/generator/diag"
)

// findingsPage shows findings with their lines. It has no style of the site, since that may be what is wrong.
const findingsPage = `<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Title}}</title>
<style>
:root { color-scheme: light dark }
body { font: 1.0625rem/1.5 system-ui, sans-serif; max-inline-size: 56rem; margin: 2rem auto; padding: 0 1rem }
article { border-inline-start: .4rem solid; padding: .25rem 1rem; margin-block: 1.5rem }
.error { border-color: #c3002f } .warning { border-color: #b86e00 } .info { border-color: #0067a3 }
code, pre { font: .9375rem/1.4 ui-monospace, monospace }
pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, currentColor 8%, transparent) }
h2 { font-size: 1.125rem; margin: 0 }
p { margin: .25rem 0 }
</style>
<h1>{{.Title}}</h1>
{{with .Failure}}<p>{{.}}</p>{{end}}
{{with .LastGood}}<p><a href="{{.}}">{{$.LastGoodLabel}}</a></p>{{end}}
{{range .Findings}}<article class="{{.Severity}}">
<h2>{{.Message}}</h2>
<p><code>{{.File}}:{{.Line}}:{{.Column}}</code> {{.Code}}</p>
{{with .Excerpt}}<pre>{{.}}</pre>{{end}}
{{with .Hint}}<p>→ {{.}}</p>{{end}}
</article>
{{end}}
<script src="/_mappe/reload.js" defer></script>
`

// shownFinding is a finding in the language of the page.
type shownFinding struct {
	File, Severity, Code, Message, Hint, Excerpt string
	Line, Column                                 int
}

// findings makes the page with the findings of the last change.
func (s *server) findings(r *http.Request) answer { return s.told(r, s.now) }

// told makes the page with the findings of a state, the errors first.
func (s *server) told(r *http.Request, now state) answer {
	page := struct {
		Lang, Title, Failure, LastGood, LastGoodLabel string
		Findings                                      []shownFinding
	}{Lang: "de", Title: counted(now.findings).In(s.Lang), LastGoodLabel: diag.Text{DE: "Den letzten guten Stand ansehen", EN: "See the last good version"}.In(s.Lang)}
	if s.Lang == diag.English {
		page.Lang = "en"
	}
	if now.failure != nil {
		page.Failure = now.failure.Error()
	}
	if now.ready != nil && now.broken {
		page.LastGood = r.URL.Path + "?" + lastGood
	}
	lines := s.lines()
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		for _, f := range now.findings {
			if f.Severity == severity {
				page.Findings = append(page.Findings, s.show(f, lines(f.File)))
			}
		}
	}
	var buffer bytes.Buffer
	if err := template.Must(template.New("findings").Parse(findingsPage)).Execute(&buffer, page); err != nil {
		return answer{http.StatusInternalServerError, ".txt", []byte(err.Error())}
	}
	return answer{http.StatusOK, ".html", buffer.Bytes()}
}

func counted(findings []diag.Finding) diag.Text {
	c := diag.CountOf(findings)
	return diag.Textf("%d Fehler, %d Warnungen, %d Hinweise", "%d errors, %d warnings, %d infos", c.Errors, c.Warnings, c.Infos)
}

func (s *server) show(f diag.Finding, lines []string) shownFinding {
	shown := shownFinding{File: f.File, Line: f.Line, Column: f.Column, Severity: f.Severity.String(), Code: f.Code,
		Message: f.Message.In(s.Lang), Hint: f.Hint.In(s.Lang)}
	if f.Line <= len(lines) {
		text, caret := diag.Excerpt(lines[f.Line-1], f.Column)
		shown.Excerpt = text + "\n" + caret
	}
	return shown
}

// lines returns a function for the lines of a file of the source folder, which reads each file once; none where it cannot be read.
func (s *server) lines() func(file string) []string {
	read := map[string][]string{}
	return func(file string) []string {
		if lines, known := read[file]; known {
			return lines
		}
		root, err := os.OpenRoot(s.Source)
		if err != nil {
			return nil
		}
		defer root.Close()
		src, err := fs.ReadFile(content.Files(root), file)
		if err == nil {
			read[file] = strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n")
		}
		return read[file]
	}
}
