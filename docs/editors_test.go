package docs

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// longestRecipe is how many lines a recipe may have, code included: what is longer is not read at a desk with the telephone ringing.
const longestRecipe = 10

// TestRecipes follows the recipes for editors from the first to the last on one copy of the sample, as somebody does on the first day,
// and holds them to what they promise.
func TestRecipes(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for _, document := range []struct {
		name, lang string
		recipes    int
	}{{"editors.de.md", "de", 5}, {"editors.md", "en", 5}} {
		t.Run(document.name, func(t *testing.T) {
			desk := &desk{folder: t.TempDir(), lang: document.lang}
			if err := os.CopyFS(filepath.Join(desk.folder, "content"), os.DirFS(filepath.Join("..", "content"))); err != nil {
				t.Fatal(err)
			}
			recipes := recipesOf(t, document.name)
			if len(recipes) != document.recipes {
				t.Errorf("%d recipes, want %d", len(recipes), document.recipes)
			}
			for _, r := range recipes {
				if len(r.lines) > longestRecipe {
					t.Errorf("%s: %d lines, at most %d", r.title, len(r.lines), longestRecipe)
				}
				desk.follow(t, r)
			}
			desk.see(t)
		})
	}
}

// recipe is a part of a document that makes a promise.
type recipe struct {
	title string
	// lines are those of the recipe without blank lines and fences.
	lines []recipeLine
}

// recipeLine is a line to read, or one of a piece of code.
type recipeLine struct {
	text string
	// code is the kind of the piece of code, "" for words; first marks where one begins.
	code  string
	first bool
}

// promise is what a recipe ends with: a page, and words on it.
var promise = regexp.MustCompile("`([^`]+\\.html)`[^„“]*[„“]([^“”]+)[“”]")

// recipesOf returns the numbered lists of a document, with their code.
func recipesOf(t *testing.T, document string) []recipe {
	t.Helper()
	data, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	var recipes []recipe
	for _, part := range strings.Split(string(data), "\n## ")[1:] {
		title, body, _ := strings.Cut(part, "\n")
		r := recipe{title: title}
		code, first := "", false
		for _, line := range strings.Split(body, "\n") {
			text := strings.TrimPrefix(line, "   ")
			kind, fence := strings.CutPrefix(text, "```")
			switch {
			case fence:
				code, first = kind, true
			case code != "":
				r.lines = append(r.lines, recipeLine{text, code, first})
				first = false
			case regexp.MustCompile(`^\d\. `).MatchString(line):
				r.lines = append(r.lines, recipeLine{text: line})
			}
		}
		if len(r.lines) > 0 {
			recipes = append(recipes, r)
		}
	}
	return recipes
}

// desk is where somebody works on a copy of the sample.
type desk struct {
	folder, lang string
	// file is the one that was named last, said what the program told last.
	file, said string
	touched    []string
	promises   []promised
}

// promised is what a recipe says that a page will say.
type promised struct{ recipe, page, words string }

// follow does what a recipe says, line by line.
func (d *desk) follow(t *testing.T, r recipe) {
	t.Helper()
	before := len(d.promises)
	for i := 0; i < len(r.lines); i++ {
		line := r.lines[i]
		if line.code == "" {
			for _, code := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(line.text, -1) {
				d.read(t, code[1])
			}
			if found := promise.FindStringSubmatch(line.text); found != nil {
				d.promises = append(d.promises, promised{r.title, found[1], found[2]})
			}
			continue
		}
		text := line.text + "\n"
		for i+1 < len(r.lines) && r.lines[i+1].code == line.code && !r.lines[i+1].first {
			i++
			text += r.lines[i].text + "\n"
		}
		if line.code != "text" {
			d.write(t, text)
		} else if !strings.Contains(d.said, text) {
			t.Errorf("%s: the program says\n%s\nand not\n%s", r.title, d.said, text)
		}
	}
	if made := len(d.promises) - before; made != 1 {
		t.Errorf("%s: %d promises, want one", r.title, made)
	}
}

// read takes in a piece of code in a sentence: a file to work on, or a command.
func (d *desk) read(t *testing.T, code string) {
	t.Helper()
	if strings.HasPrefix(code, "content/") {
		d.file = code
		d.touched = append(d.touched, code)
	}
	if command, ok := strings.CutPrefix(code, "mappe "); ok {
		var exit int
		if exit, d.said = d.run(strings.Fields(command)...); exit > 1 {
			t.Errorf("mappe %s: exit code %d\n%s", command, exit, d.said)
		}
	}
}

// run runs a command on the day on which the sample is at its best.
func (d *desk) run(args ...string) (code int, said string) {
	return mappe(append(args, "--source", d.folder, "--date", "2026-11-22", "--lang", d.lang)...)
}

// write does what a person does with a piece of a file: takes it as a new file; or lets each field take the place of the one with
// its name, its lines stand below the name that the file has, or the field stand last.
func (d *desk) write(t *testing.T, text string) {
	t.Helper()
	path := filepath.Join(d.folder, filepath.FromSlash(d.file))
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		writeFile(t, path, text)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	head, body, found := strings.Cut(string(data), "\n---\n")
	if !found {
		t.Fatalf("%s has no head", d.file)
	}
	for _, field := range regexp.MustCompile(`(?m)^\S.*\n(?: .*\n)*`).FindAllString(text, -1) {
		name, _, _ := strings.Cut(field, ":")
		field = strings.TrimSuffix(field, "\n")
		// A field of several lines has its name alone in the first, so that the others come to stand above what was below it.
		if line := regexp.MustCompile(`(?m)^` + name + `:.*$`); line.MatchString(head) {
			head = line.ReplaceAllLiteralString(head, field)
		} else {
			head += "\n" + field
		}
	}
	writeFile(t, path, head+"\n---\n"+body)
}

// see looks at what has become of all recipes: there is nothing to mend in the files they name, and pages say what was promised.
func (d *desk) see(t *testing.T) {
	t.Helper()
	public := filepath.Join(d.folder, "public")
	code, said := d.run("build", "--output", public)
	if code != 0 {
		t.Fatalf("build ends with %d\n%s", code, said)
	}
	for _, file := range d.touched {
		if strings.Contains(said, file) {
			t.Errorf("%s is not as it should be\n%s", file, said)
		}
	}
	for _, p := range d.promises {
		data, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(p.page)))
		if err != nil {
			t.Errorf("%s: %v", p.recipe, err)
		} else if !strings.Contains(shownWords(string(data)), p.words) {
			t.Errorf("%s: %s does not say %q", p.recipe, p.page, p.words)
		}
	}
}

// shownWords is what a page says, in one line, without what keeps directions apart.
func shownWords(page string) string {
	_, body, _ := strings.Cut(page, "<body")
	text := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(body, " "))
	text = regexp.MustCompile(`[\x{2066}-\x{2069}\x{200e}\x{200f}\x{00ad}]`).ReplaceAllString(text, "")
	return strings.Join(strings.Fields(text), " ")
}
