package theme

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestTheSearchPageKeepsItsStateInTheAddress runs the script of the search page in node, on a document of the test's own and an engine that answers
// by heart: testdata/node/page.test.mjs.
func TestTheSearchPageKeepsItsStateInTheAddress(t *testing.T) {
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
	run := exec.Command(node, "--test", "--test-reporter", "tap", "testdata/node/page.test.mjs")
	run.Env = append(os.Environ(), "ASSETS="+assets)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
