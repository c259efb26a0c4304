package proof

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// The budgets of the design, in bytes as sent with gzip.
const (
	styleBudget  = 7_000
	recordBudget = 14_000 // with its style sheets
	scriptBudget = 12_000 // all scripts together
)

// light: whatever page a reader opens, it costs little. A page's style sheets are those it names, that for paper too.
func light(t *testing.T, site *Sample) {
	scripts, err := filepath.Glob(filepath.Join(site.Dir, "assets", "*.js"))
	if err != nil {
		t.Fatal(err)
	}
	script := 0
	for _, name := range scripts {
		script += zippedFile(t, name)
	}
	if script == 0 || script > scriptBudget {
		t.Errorf("the scripts are %d bytes, and may be %d", script, scriptBudget)
	}
	sheets := map[string]int{}
	style, weight, heaviest := 0, 0, ""
	for _, page := range site.Pages {
		styles := 0
		for _, link := range styleLink.FindAllSubmatch(page.HTML, -1) {
			name := string(link[1])
			if _, known := sheets[name]; !known {
				sheets[name] = zippedFile(t, filepath.Join(site.Dir, "assets", name))
			}
			styles += sheets[name]
		}
		if styles == 0 || styles > styleBudget {
			t.Errorf("%s has style sheets of %d bytes, and may have %d", page.Path, styles, styleBudget)
		}
		style = max(style, styles)
		if !slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Record && k.Of(page) }) {
			continue
		}
		n := zipped(page.HTML) + styles
		if n > recordBudget {
			t.Errorf("%s is %d bytes with its style sheets, and may be %d", page.Path, n, recordBudget)
		}
		if n > weight {
			heaviest, weight = page.Path, n
		}
	}
	t.Logf("style sheets up to %d, scripts %d, the heaviest record with its style sheets %d (%s)", style, script, weight, heaviest)
}

// styleLink is where a page names a style sheet.
var styleLink = regexp.MustCompile(`<link rel="stylesheet" href="[^"]*assets/([^"]+)"`)

func zippedFile(t *testing.T, name string) int {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return zipped(data)
}

// zipped is how many bytes a web server sends.
func zipped(data []byte) int {
	count := counter(0)
	w, err := gzip.NewWriterLevel(&count, gzip.BestCompression)
	if err != nil {
		return 0
	}
	if _, err := w.Write(data); err != nil || w.Close() != nil {
		return 0
	}
	return int(count)
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
