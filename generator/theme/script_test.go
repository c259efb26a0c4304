package theme

import (
	"path/filepath"
	"testing"

	"mappe/generator/testtool"
)

// TestScriptsOfPages runs in node, on a document of the tests' own, the scripts of the search page (with an engine that answers by heart) and of
// records: testdata/node.
func TestScriptsOfPages(t *testing.T) {
	assets, err := filepath.Abs("../../themes/default/assets")
	if err != nil {
		t.Fatal(err)
	}
	tests, err := filepath.Glob("testdata/node/*.test.mjs")
	if err != nil || len(tests) == 0 {
		t.Fatalf("no tests: %v", err)
	}
	testtool.RunNodeTests(t, []string{"ASSETS=" + assets}, tests...)
}
