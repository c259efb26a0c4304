package proof

import (
	"encoding/json"
	"flag"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/generator/testtool"
)

// whole has the checker read every page, which takes some minutes.
var whole = flag.Bool("whole", false, "have the HTML checker read every page, not only those that differ in their markup")

// valid: the Nu HTML checker has nothing to say about any page. It reads those that differ in their markup (markup_test.go); of each kind the longest in
// every language, since it also guesses languages; and with -whole all.
func valid(t *testing.T, site *Sample, differing []string) {
	if testing.Short() {
		t.Skip("-short leaves the checker out")
	}
	java := testtool.Path(t, "Debian: default-jre-headless", "java")
	jar := tool("vnu-jar", "build", "dist", "vnu.jar")
	if matches, _ := filepath.Glob(jar); len(matches) == 0 {
		testtool.Missing(t, "no vnu-jar; `make tools` installs it")
	}
	// The checker ends with 1 if it has something to say.
	arguments := []string{"-jar", jar, "--skip-non-html", "--stdout", "--format", "json"}
	paths := site.toValidate(differing)
	t.Logf("%d of %d pages are read, %d of them for their markup", len(paths), len(site.Pages), len(differing))
	for _, path := range paths {
		arguments = append(arguments, filepath.Join(site.Dir, filepath.FromSlash(path)))
	}
	output, err := exec.CommandContext(t.Context(), java, arguments...).Output()
	var report struct {
		Messages []struct{ Type, SubType, URL, Message, Extract string }
	}
	if parsed := json.Unmarshal(output, &report); parsed != nil {
		t.Fatalf("the checker ended with %v and said what cannot be read: %v", err, parsed)
	}
	found := tally{}
	for _, m := range report.Messages {
		// The checker takes files beside a local file for another host's; the policy is proven in the browser.
		if strings.HasPrefix(m.Message, "Resource violates Content Security Policy (meta tag)") {
			continue
		}
		// It would have the macrolanguage ku; kmr says which of its languages, and is as valid (BCP 47).
		if strings.Contains(m.Message, "written in Kurdish") && strings.Contains(m.Message, "kmr") {
			continue
		}
		if m.Type == "info" && m.SubType == "" {
			continue // where the other half of a message is
		}
		_, path, _ := strings.Cut(m.URL, filepath.ToSlash(site.Dir)+"/")
		found.add(path, m.Type+" "+m.SubType+": "+m.Message)
	}
	found.tell(t)
}

// toValidate are the pages that the checker reads.
func (s *Sample) toValidate(differing []string) []string {
	paths := slices.Clone(differing)
	longest := map[string]Page{}
	for _, page := range s.Pages {
		if *whole {
			paths = append(paths, page.Path)
			continue
		}
		for _, kind := range Kinds() {
			if kind.Of(page) {
				if key := page.Lang + " " + kind.Name; len(page.HTML) > len(longest[key].HTML) {
					longest[key] = page
				}
				break
			}
		}
	}
	for _, page := range longest {
		paths = append(paths, page.Path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
