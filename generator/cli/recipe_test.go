package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mappe/generator/locale"
	"mappe/themes"
)

// TestTheRecipeForOneMoreLanguageIsWhole does to a small site what docs/translators.md says of Polish, and nothing it does not say: a step
// that the recipe lacked would be missing in the site.
func TestTheRecipeForOneMoreLanguageIsWhole(t *testing.T) {
	dir := t.TempDir()
	if err := writeSite(dir); err != nil {
		t.Fatal(err)
	}
	r := &recipe{T: t, told: map[string]string{}}
	steps := r.steps("../../docs/translators.md", "## One more language")
	t.Chdir(dir)
	for _, step := range steps {
		r.follow(step)
	}

	home := r.read("public/pl/index.html")
	for what, passage := range map[string]string{
		"its language and direction": `<html lang="pl" dir="ltr">`,
		"its title":                  "<title>Oferty w powiecie</title>",
		"its tagline":                "Wszystko w jednym miejscu",
		"its messages":               ">Przejdź do treści<",
		"its dates":                  "stycznia 2027",
	} {
		if !strings.Contains(home, passage) {
			t.Errorf("the home page lacks %s: %s", what, passage)
		}
	}
	if chooser := r.read("public/index.html"); !strings.Contains(chooser, "<strong>Polski</strong>") || !strings.Contains(chooser, ">Polnisch<") {
		t.Error("the choice of language has no Polish")
	}
	if page := r.read("public/pl/contacts/telefon.html"); !strings.Contains(page, "<h1>Telefon dla mieszkańców</h1>") || !strings.Contains(page, `hreflang="pl"`) {
		t.Error("the contact is not in Polish")
	}
	if page := r.read("public/pl/courses/a1.html"); !strings.Contains(page, `<h1 lang="en" dir="ltr">German A1</h1>`) || !strings.Contains(page, "angielski") {
		t.Error("what is not translated is not shown in the first language that has it, with a word about it")
	}
	if told := r.told["mappe check"]; strings.Contains(told, "pl.yaml") || strings.Contains(told, "message-missing") {
		t.Errorf("the check says\n%s", told)
	}
	if told := r.told["mappe translations status pl"]; !regexp.MustCompile(`courses/a1 +pl +missing`).MatchString(told) || !regexp.MustCompile(`contacts/telefon +pl +unknown`).MatchString(told) {
		t.Errorf("the state of the translations is\n%s", told)
	}
}

// recipe is a recipe being followed; told is what commands have said.
type recipe struct {
	*testing.T
	told map[string]string
}

// steps are the numbered paragraphs below a heading.
func (r *recipe) steps(file, heading string) []string {
	_, section, found := strings.Cut(r.read(file), "\n"+heading+"\n")
	if !found {
		r.Fatalf("%s has no %q", file, heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	return regexp.MustCompile(`(?m)^\d+\. `).Split(section, -1)[1:]
}

// follow does what a step says. It understands the files, lines and commands that the step names.
func (r *recipe) follow(step string) {
	var names []string
	for _, match := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(step, -1) {
		names = append(names, match[1])
	}
	says := func(name string) bool { return slices.Contains(names, name) }
	done := false
	for _, action := range []struct {
		due bool
		do  func()
	}{
		{says("generator/locale/cldrgen/main.go"), r.knowsTheLanguage},
		{says("languages") && says("content/site.yaml"), func() { r.addsTheLanguage(names) }},
		{says("themes/default/messages/en.yaml") && says("themes/default/messages/pl.yaml"), r.translatesTheMessages},
		{says("pl: …") && says("content/site.yaml"), r.translatesTheTitle},
		{says("contacts/"), func() { r.write("content/contacts/telefon.pl.yaml", "title: Telefon dla mieszkańców\n") }},
		{strings.Contains(step, "`mappe "), func() { r.runs(names) }},
		{strings.Contains(step, "column"), func() {}}, // of the tables in the document itself
	} {
		if action.due {
			action.do()
			done = true
		}
	}
	if !done {
		r.Errorf("nobody can follow the step %q", step)
	}
}

func (r *recipe) knowsTheLanguage() {
	if name := locale.New("pl").GermanName(); name != "Polnisch" {
		r.Errorf("the program knows Polish as %q", name)
	}
}

func (r *recipe) addsTheLanguage(names []string) {
	at := slices.IndexFunc(names, func(name string) bool { return strings.HasPrefix(name, "- {code: pl") })
	if at < 0 {
		r.Fatal("the step has no line for site.yaml")
	}
	r.replace("content/site.yaml", "  - en\n", "  - en\n  "+names[at]+"\n")
}

// translatesTheMessages translates one message, and gives all that count the plural forms of Polish.
func (r *recipe) translatesTheMessages() {
	english, err := themes.Files.ReadFile("default/messages/en.yaml")
	if err != nil {
		r.Fatal(err)
	}
	polish := regexp.MustCompile(`(?m)^( +)other: (.*)$`).ReplaceAllString(string(english), "${1}few: ${2}\n${1}many: ${2}\n${0}")
	r.write("themes/default/messages/pl.yaml", polish)
	r.replace("themes/default/messages/pl.yaml", "skip: Skip to content", "skip: Przejdź do treści")
}

func (r *recipe) translatesTheTitle() {
	r.replace("content/site.yaml", "title: {", "title: {pl: Oferty w powiecie, ")
	r.replace("content/site.yaml", "tagline: {", "tagline: {pl: Wszystko w jednym miejscu, ")
}

// runs runs the commands of a step.
func (r *recipe) runs(names []string) {
	environment := map[string]string{"LANG": "en_GB.UTF-8", "SOURCE_DATE_EPOCH": "1795305600"} // 2026-11-22
	for _, name := range names {
		arguments, isCommand := strings.CutPrefix(name, "mappe ")
		if !isCommand {
			continue
		}
		var told bytes.Buffer
		if code := Main(strings.Fields(arguments), Streams{Out: &told, Err: &told}, func(name string) string { return environment[name] }); code != 0 {
			r.Errorf("%s ends with %d:\n%s", name, code, &told)
		}
		r.told[name] = told.String()
	}
}

func (r *recipe) read(file string) string {
	r.Helper()
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		r.Fatal(err)
	}
	return string(data)
}

func (r *recipe) write(file, text string) {
	r.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		r.Fatal(err)
	}
}

func (r *recipe) replace(file, old, new string) {
	r.Helper()
	text := r.read(file)
	if !strings.Contains(text, old) {
		r.Fatalf("%s has no %q", file, old)
	}
	r.write(file, strings.Replace(text, old, new, 1))
}
