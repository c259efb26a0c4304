package theme

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/diag"
)

// siteWith is a source folder with some files.
func siteWith(files map[string]string) fstest.MapFS {
	source := fstest.MapFS{}
	for name, text := range files {
		source[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return source
}

func TestMistakesInAThemeAreToldWithTheirPlace(t *testing.T) {
	for _, row := range []struct {
		what, file, text string
		line, column     int
		severity         diag.Severity
		code, says, hint string
	}{
		{"an {{if}} without end", "themes/default/partials/type.html", "<p>\n{{if .}}x", 2, 1, diag.Error, "theme-template", "lacks its {{end}}", ""},
		{"an end too many", "themes/default/partials/type.html", "<p>\n\n{{end}}", 3, 1, diag.Error, "theme-template", "an {{end}} too many", ""},
		{"a brace left open", "themes/default/layouts/record.html", "<p>{{.Title", 1, 1, diag.Error, "theme-template", "not closed", ""},
		{"a partial that is not there", "themes/default/partials/tools.html", "<p>\n  {{template \"crad3\" .}}", 2, 14, diag.Error, "theme-template", "no partial partials/crad3.html", "Did you mean card3?"},
		{"a layout called as a partial", "themes/default/partials/tools.html", `{{template "layouts/home" .}}`, 1, 12, diag.Error, "theme-template", "no partial partials/layouts/home.html", ""},
		{"a text that is not there", "themes/default/partials/tools.html", "é {{t \"nav.hom\"}}", 1, 7, diag.Error, "theme-template", `no text "nav.hom"`, "themes/default/messages/de.yaml"},
		{"a text whose key is computed", "themes/default/partials/tools.html", "{{t .Kind}}", 1, 3, diag.Error, "theme-template", "in quotes", ""},
		{"a function that is not there", "themes/default/partials/tools.html", "{{with .Kind}}{{lrt .}}{{end}}", 1, 17, diag.Error, "theme-template", `no function "lrt"`, "Did you mean ltr?"},
		{"a function that computes", "themes/default/partials/tools.html", `{{if (printf "%s" .Kind)}}x{{end}}`, 1, 7, diag.Error, "theme-template", `no function "printf"`, ""},
		{"a template within a template", "themes/default/partials/tools.html", `{{define "own"}}x{{end}}`, 1, 1, diag.Error, "theme-template", "not used here", "partials/own.html"},
		{"a value where none is safe", "themes/default/partials/tools.html", "<p>\n<a href=\"{{if .Kind}}/?q={{end}}{{.Kind}}\">x</a>", 2, 35, diag.Error, "theme-template", "unsafe", ""},
		{"a template nobody uses", "themes/default/partials/titel.html", "<h1>x</h1>", 1, 1, diag.Warning, "theme-unused", "not used", "Did you mean title?"},
		{"a layout nobody uses", "themes/default/layouts/recrod.html", "<p>x</p>", 1, 1, diag.Warning, "theme-unused", "not used", "Did you mean record?"},
		{"a script with a mistake", "themes/default/assets/own.js", "let a = 1;\nlet = = 2", 2, 7, diag.Error, "theme-asset", "cannot be minified", ""},
		{"messages that are no YAML", "themes/default/messages/en.yaml", "nav:\n  home: {", 2, 1, diag.Error, "message-file", "", ""},
		{"a text that nobody asks for", "themes/default/messages/en.yaml", "nav:\n  hmoe: Start", 2, 3, diag.Warning, "message-unused", `no text "nav.hmoe"`, ""},
		{"a plural form too few", "themes/default/messages/en.yaml", "list:\n  count: {one: one}", 2, 3, diag.Error, "plural-missing", "plural form other", ""},
		{"a placeholder that gets no value", "themes/default/messages/en.yaml", "list:\n  count: {one: one, other: \"{m}\"}", 2, 3, diag.Error, "placeholder", "{m}", ""},
	} {
		t.Run(row.what, func(t *testing.T) {
			th, findings, err := Load(siteWith(map[string]string{row.file: row.text}), "default", []string{"de", "en"}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(findings) != 1 {
				t.Fatalf("%d findings: %v", len(findings), findings)
			}
			f := findings[0]
			if f.File != row.file || f.Line != row.line || f.Column != row.column || f.Severity != row.severity || f.Code != row.code {
				t.Errorf("found at %s:%d:%d %s %s: %s", f.File, f.Line, f.Column, f.Severity, f.Code, f.Message.EN)
			}
			if !strings.Contains(f.Message.EN, row.says) || !strings.Contains(f.Hint.EN, row.hint) || f.Message.DE == "" {
				t.Errorf("it says %q, hint %q", f.Message.EN, f.Hint.EN)
			}
			if (th == nil) != (row.severity == diag.Error) {
				t.Errorf("there is a theme: %v", th != nil)
			}
		})
	}
}

func TestMistakesInTheSettingsAreToldWhereTheyStand(t *testing.T) {
	const settings = "title: {de: xx}\ntheme: %s\n# colour: \"grün\"\ntheme_options:\n  colour: \"grün\"\n  logo: media/logo.svg\nlanguages:\n  - {code: xx-x, fallback: [de]}\n  - xx\n"
	for _, row := range []struct {
		what, theme string
		languages   []string
		options     map[string]string
		logo        string
		line        int
		code        string
	}{
		{"a theme that is not there", "blue", nil, nil, "", 2, "theme-missing"},
		{"a theme outside of the folder", "../blue", nil, nil, "", 2, "theme-missing"},
		{"a colour that is none", "default", nil, map[string]string{"colour": "grün"}, "", 5, "theme-colour"},
		{"a logo that is not there", "default", nil, map[string]string{"logo": "media/logo.svg"}, "", 6, "theme-logo"},
		{"a logo with a script", "default", nil, map[string]string{"logo": "media/logo.svg"}, `<svg><script>x</script></svg>`, 6, "theme-logo"},
		{"a logo that acts", "default", nil, map[string]string{"logo": "media/logo.svg"}, `<svg onload="x"/>`, 6, "theme-logo"},
		{"a logo that is no picture", "default", nil, map[string]string{"logo": "media/logo.svg"}, `hello`, 6, "theme-logo"},
		{"a logo outside of the folder", "default", nil, map[string]string{"logo": "../logo.svg"}, "", 1, "theme-logo"},
		{"a language without texts", "default", []string{"xx"}, nil, "", 9, "message-missing"},
	} {
		t.Run(row.what, func(t *testing.T) {
			files := map[string]string{"content/site.yaml": strings.Replace(settings, "%s", row.theme, 1)}
			if row.logo != "" {
				files["content/media/logo.svg"] = row.logo
			}
			_, findings, err := Load(siteWith(files), row.theme, append([]string{"de"}, row.languages...), row.options)
			if err != nil || len(findings) != 1 {
				t.Fatal(findings, err)
			}
			if f := findings[0]; f.File != "content/site.yaml" || f.Line != row.line || f.Code != row.code {
				t.Errorf("found at %s:%d %s: %s", f.File, f.Line, f.Code, f.Message.EN)
			}
		})
	}
}

func TestATagLeftOpenIsToldForTheLayoutThatEndsInIt(t *testing.T) {
	_, findings, err := Load(siteWith(map[string]string{"themes/default/partials/tools.html": `<p title="`}), "default", []string{"de"}, nil)
	if err != nil || len(findings) != 1 || findings[0].File != "themes/default/layouts/finder.html" || findings[0].Line != 1 {
		t.Errorf("%v %v", findings, err)
	}
}

func TestASiteReplacesSingleFiles(t *testing.T) {
	for _, row := range []struct{ theme, what, file, text, shown string }{
		{"default", "a partial", "partials/title.html", `<h1 class="own">{{.Text}}</h1>`, `<h1 class="own">Deutschkurs B1 am Abend</h1>`},
		{"default", "a layout", "layouts/record.html", `<p>{{.Record}} {{template "title" .Title}}`, `<p>courses/deutsch-b1 <h1>`},
		{"default", "a text", "messages/de.yaml", "nav: {skip: Los}", ">Los</a>"},
		{"county", "a partial of a theme of its own", "partials/title.html", `<h1 class="county">{{.Text}}</h1>`, `<h1 class="county">`},
	} {
		t.Run(row.what, func(t *testing.T) {
			th, findings, err := Load(siteWith(map[string]string{"themes/" + row.theme + "/" + row.file: row.text}), row.theme, []string{"de"}, nil)
			if err != nil || len(findings) > 0 {
				t.Fatal(findings, err)
			}
			var buf bytes.Buffer
			if err := th.Render(&buf, "de", "record", german().models(pathsOf(th))["record"]); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(buf.String(), row.shown) {
				t.Errorf("the page does not show %s", row.shown)
			}
		})
	}
}

func TestASiteAddsTextsForItsOwnTemplates(t *testing.T) {
	th, findings, err := Load(siteWith(map[string]string{
		"themes/default/messages/de.yaml":   "own: {hello: Moin}",
		"themes/default/messages/en.yaml":   "own: {hello: Hello}",
		"themes/default/partials/type.html": `<p>{{t "own.hello"}}{{template "own" .}}</p>`,
		"themes/default/partials/own.html":  `!`,
	}), "default", []string{"de", "en"}, nil)
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	var buf bytes.Buffer
	if err := th.Render(&buf, "en", "record", german().models(pathsOf(th))["record"]); err != nil || !strings.Contains(buf.String(), "<p>Hello!</p>") {
		t.Errorf("%v %s", err, buf.String())
	}
}

func TestALanguageFallsBackStepByStep(t *testing.T) {
	th, findings, err := Load(siteWith(map[string]string{
		"themes/default/messages/de-AT.yaml": "nav: {skip: Zum Text}",
		"themes/default/messages/pl.yaml":    "nav: {skip: Do treści}",
	}), "default", []string{"de", "de-AT", "pl", "en-GB"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ lang, key, want string }{
		{"de-AT", "nav.skip", "Zum Text"}, {"de-AT", "nav.home", "Startseite"}, {"pl", "nav.skip", "Do treści"}, {"pl", "nav.home", "Home"}, {"en-GB", "nav.home", "Home"},
	} {
		m := th.Messages(row.lang)
		if got := m.Text(row.key); got != row.want || m.Locale().Code() != row.lang {
			t.Errorf("%s %s is %q, of the language %s", row.lang, row.key, got, m.Locale().Code())
		}
	}
	if len(findings) != 1 || findings[0].Code != "message-missing" || findings[0].File != "themes/default/messages/pl.yaml" || findings[0].Severity != diag.Warning {
		t.Errorf("the texts that are missing in Polish are told so: %v", findings)
	}
}

func TestATemplateThatAsksForWhatThereIsNotIsToldWithItsLine(t *testing.T) {
	th, findings, err := Load(siteWith(map[string]string{"themes/default/partials/type.html": "<p>\n\n  {{.Titel}}</p>"}), "default", []string{"de"}, nil)
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	var buf bytes.Buffer
	err = th.Render(&buf, "de", "record", german().models(pathsOf(th))["record"])
	wrong := (*TemplateError)(nil)
	if !errors.As(err, &wrong) {
		t.Fatalf("the error is %v", err)
	}
	f := wrong.Finding
	if f.File != "themes/default/partials/type.html" || f.Line != 3 || f.Column != 5 || f.Message.EN != `The template asks for ".Titel", which does not exist here.` {
		t.Errorf("found at %s:%d:%d: %s", f.File, f.Line, f.Column, f.Message.EN)
	}
	if !strings.HasPrefix(err.Error(), "themes/default/partials/type.html:3: ") || errors.Unwrap(err) == nil {
		t.Errorf("the error reads %q", err)
	}
}

func TestATemplateThatCallsItselfWithoutEndIsTold(t *testing.T) {
	for file, text := range map[string]string{
		"title": `<h1>{{.Text}}{{template "title" .}}{{template "title" .}}</h1>`,
		"type":  `{{if .}}{{template "type" "again"}}{{end}}`,
		"help":  `<p>{{template "help" .}}`, // of the frame, which keeps what becomes of it
	} {
		th, findings, err := Load(siteWith(map[string]string{"themes/default/partials/" + file + ".html": text}), "default", []string{"de"}, nil)
		if err != nil || len(findings) > 0 {
			t.Fatal(findings, err)
		}
		model := german().models(pathsOf(th))["record"]
		for range 2 { // what went wrong once is not kept as if it had been right
			err = th.Render(&bytes.Buffer{}, "de", "record", model)
			wrong := (*TemplateError)(nil)
			if !errors.As(err, &wrong) || wrong.Finding.File != "themes/default/partials/"+file+".html" || wrong.Finding.Message.EN != "The template calls itself, without end." {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

func TestAnUnknownKindOrLanguageIsAnError(t *testing.T) {
	th := loaded(t)
	for _, row := range []struct{ lang, kind string }{{"fr", "record"}, {"de", "recrod"}} {
		if err := th.Render(&bytes.Buffer{}, row.lang, row.kind, german().models(nil)["record"]); err == nil {
			t.Errorf("%s %s is rendered", row.lang, row.kind)
		}
	}
}
