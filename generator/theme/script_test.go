package theme

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestScriptsOfPages runs in node, on a document of the tests' own, the scripts of the search page (with an engine that answers by heart) and of
// records: testdata/node.
func TestScriptsOfPages(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("node is missing")
		}
		t.Skip("node is missing")
	}
	assets, err := filepath.Abs("../../themes/default/assets")
	if err != nil {
		t.Fatal(err)
	}
	tests, err := filepath.Glob("testdata/node/*.test.mjs")
	if err != nil || len(tests) == 0 {
		t.Fatalf("no tests: %v", err)
	}
	run := exec.Command(node, append([]string{"--test", "--test-reporter", "tap"}, tests...)...)
	run.Env = append(os.Environ(), "ASSETS="+assets)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
