// Package docs holds no code, only tests: they follow the documents in this folder, so that what is written there works.
//
// The way through the files: blocks_test.go takes the code out of a document, servers_test.go starts web servers with the settings of
// publish.md, publish_test.go asks them; editors_test.go follows the recipes of editors.md and editors.de.md.
package docs

import (
	"os"
	"strings"
	"testing"
)

// block is a piece of code in a document: what stands between two fences.
type block struct {
	// Info is what follows the opening fence, such as nginx.
	Info string
	Text string
	// Line is that of the opening fence, from 1.
	Line int
}

// blocks returns the fenced pieces of code of a document in this folder.
func blocks(t *testing.T, document string) []block {
	t.Helper()
	data, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	var found []block
	var open *block
	for i, line := range strings.Split(string(data), "\n") {
		info, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open == nil:
			open = &block{Info: strings.TrimSpace(info), Line: i + 1}
		case fence:
			found = append(found, *open)
			open = nil
		case open != nil:
			open.Text += line + "\n"
		}
	}
	if open != nil {
		t.Fatalf("%s:%d: a fence is opened and never closed", document, open.Line)
	}
	return found
}

// theBlock returns the only piece of code of a kind in a document.
func theBlock(t *testing.T, document, info string) string {
	t.Helper()
	var text string
	for _, b := range blocks(t, document) {
		if b.Info == info {
			if text != "" {
				t.Fatalf("%s:%d: a second block %s", document, b.Line, info)
			}
			text = b.Text
		}
	}
	if text == "" {
		t.Fatalf("%s has no block %s", document, info)
	}
	return text
}

// swap puts what holds in a test in place of what the document says, which has to be there.
func swap(t *testing.T, text string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the document no longer says %q", pairs[i])
		}
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}
