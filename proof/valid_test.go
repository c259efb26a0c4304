package proof

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// valid: the Nu HTML checker has nothing to say about any page, in one run over all of them.
func valid(t *testing.T, site *Sample) {
	if testing.Short() {
		t.Skip("-short leaves the checker out")
	}
	java, err := exec.LookPath("java")
	if err != nil {
		missing(t, "no Java (Debian: default-jre-headless)")
	}
	jar := tool("vnu-jar", "build", "dist", "vnu.jar")
	if matches, _ := filepath.Glob(jar); len(matches) == 0 {
		missing(t, "no vnu-jar; `make tools` installs it")
	}
	// The checker ends with 1 if it has something to say.
	arguments := []string{"-jar", jar, "--skip-non-html", "--stdout", "--format", "json"}
	for _, path := range site.toValidate() {
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
		found.add(m.Type+" "+m.SubType+": "+m.Message, path)
	}
	found.tell(t)
}

// toValidate are all pages in German, and in every other language the longest of each kind: their markup is the same templates' with other words, and
// eleven times as many pages would be most of the time that all tests take.
func (s *Sample) toValidate() []string {
	var paths []string
	longest := map[string]Page{}
	for _, page := range s.Pages {
		if page.Lang == "" || page.Lang == "de" || page.Lang == "a" {
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
	return paths
}
