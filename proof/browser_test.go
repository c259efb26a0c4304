package proof

import (
	"context"
	"embed"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"mappe/generator/testtool"
	"mappe/proof/browser"
)

// scripts are the questions asked inside a page.
//
//go:embed scripts/*.js
var scripts embed.FS

// surfing is what the tests in a browser share.
type surfing struct {
	site    *Sample
	server  *Server
	browser *browser.Browser
	axe     string // the source of axe-core
}

// everywhere has everything looked at in every language, which takes a quarter of an hour.
var everywhere = flag.Bool("everywhere", false, "look at everything in every language, not only at what depends on words in most")

// thorough are the languages in which everything is looked at.
func (s *surfing) thorough() []string {
	if *everywhere {
		return s.site.Languages()
	}
	return Thorough()
}

// TestInABrowser looks at one page of each kind: at everything in each of Thorough(), at what depends on words and letters in the other
// languages of the site; with -everywhere at everything in all.
func TestInABrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	s := newSurfing(t)
	examples, without := s.site.Examples()
	if len(without) > 0 {
		t.Errorf("the sample site has no page of the kinds %v", without)
	}
	inOther := map[string][]Example{}
	// A group, so that what is shared is closed after the last of the parallel tests.
	t.Run("pages", func(t *testing.T) {
		for _, example := range examples {
			if example.Lang != "" && !slices.Contains(s.thorough(), example.Lang) {
				inOther[example.Lang] = append(inOther[example.Lang], example)
				continue
			}
			t.Run(example.Name(), func(t *testing.T) {
				t.Parallel()
				s.looksRight(t, example)
			})
		}
		for lang, examples := range inOther {
			t.Run("all-"+lang, func(t *testing.T) {
				t.Parallel()
				s.readsRight(t, lang, examples)
			})
		}
		t.Run("not-found", func(t *testing.T) {
			t.Parallel()
			s.findsItsWayFromAnywhere(t)
		})
		t.Run("chooser", func(t *testing.T) {
			t.Parallel()
			s.offersTheReadersLanguages(t)
		})
		t.Run("code", func(t *testing.T) {
			t.Parallel()
			s.codesLeadOn(t)
		})
		t.Run("questions", func(t *testing.T) {
			t.Parallel()
			s.asksWell(t)
		})
		for _, lang := range s.thorough() {
			t.Run("search-"+lang, func(t *testing.T) {
				t.Parallel()
				s.searches(t, lang)
			})
		}
		t.Run("skip", func(t *testing.T) {
			t.Parallel()
			s.skips(t)
		})
	})
}

func newSurfing(t *testing.T) *surfing {
	program, err := browser.Find()
	if err != nil {
		testtool.Missing(t, err.Error())
	}
	axe, err := os.ReadFile(tool("axe-core", "axe.min.js"))
	if err != nil {
		testtool.Missing(t, "no axe-core; `make tools` installs it")
	}
	s := &surfing{site: sample(t), axe: string(axe)}
	if s.server, err = s.site.Serve(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.server.Close() })
	if s.browser, err = browser.Start(t.Context(), program); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.browser.Close)
	return s
}

// folder is for what all tests share; TestMain makes and removes it.
var folder string

// built builds the sample site once a run of the tests, which only read it.
var built = sync.OnceValues(func() (*Sample, error) { return Build(context.Background(), "..", folder) })

func TestMain(m *testing.M) { os.Exit(testtool.Run(m, &folder)) }

func sample(t *testing.T) *Sample {
	t.Helper()
	s, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tool is where `make tools` puts a file of an npm package.
func tool(parts ...string) string {
	return filepath.Join(append([]string{"..", "node_modules"}, parts...)...)
}

// page is a page open in the browser.
type page struct {
	*testing.T
	*browser.Tab
	// as says how it is looked at, for what goes wrong.
	as string
}

// open opens an empty tab; as says what for.
func (s *surfing) open(t *testing.T, as string) *page {
	t.Helper()
	tab, err := s.browser.Open(Day().String())
	if err != nil {
		t.Fatal(err)
	}
	return &page{T: t, Tab: tab, as: as}
}

func (p *page) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatalf("%s: %v", p.as, err)
	}
}

func (p *page) wrong(problems []string) {
	p.Helper()
	for _, problem := range problems {
		p.Errorf("%s: %s", p.as, problem)
	}
}

// ask asks one of the questions in scripts/.
func (p *page) ask(question string) []string {
	p.Helper()
	return asked[[]string](p, question)
}

func asked[T any](p *page, question string) T {
	p.Helper()
	common, err := scripts.ReadFile("scripts/common.js")
	p.must(err)
	own, err := scripts.ReadFile("scripts/" + question + ".js")
	p.must(err)
	answer, err := browser.Ask[T](p.Tab, "(() => {"+string(common)+string(own)+"})()")
	p.must(err)
	return answer
}

// quiet are the requests and console messages that should not be: the page asks only for what lies on the site, and nobody complains.
func (p *page) quiet(home string) []string {
	var problems []string
	for _, request := range p.Requests() {
		if !strings.HasPrefix(request, home) && !strings.HasPrefix(request, "data:") {
			problems = append(problems, "it asks for "+request)
		}
	}
	for _, message := range p.Messages() {
		problems = append(problems, "the console says "+message)
	}
	return problems
}

// fileAddress is the address of a file of the site on the disk.
func (s *Sample) fileAddress(path string) string {
	name := filepath.ToSlash(filepath.Join(s.Dir, filepath.FromSlash(path)))
	if runtime.GOOS == "windows" {
		name = "/" + name
	}
	return "file://" + name
}
