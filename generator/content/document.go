package content

import (
	"fmt"
	"io/fs"
	"path"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/yamldoc"
)

// maxFile is the greatest size of a text file in bytes; its keys alone may be no longer than yamldoc allows.
const maxFile = 2 << 20

// Document is one file as its keys and its long text.
type Document struct {
	Path string
	// Keys is the map of the file's keys, nil where the file could not be read; a finding says why.
	Keys *yaml.Node
	// Body is the Markdown below the keys, empty in .yaml files, which have it among their keys.
	Body string
	// BodyLine is the line the body starts at.
	BodyLine int
}

// Read reads one file. Whatever is wrong with its form is a finding; an error means that it cannot be opened.
func Read(source fs.FS, file string) (Document, []diag.Finding, error) {
	src, err := readLimited(source, file)
	if err != nil {
		return Document{}, nil, fmt.Errorf("reading %s: %w", file, err)
	}
	doc, findings := Parse(file, src)
	return doc, findings, nil
}

// Parse reads a file's content.
func Parse(file string, src []byte) (Document, []diag.Finding) {
	doc := Document{Path: file}
	if len(src) > maxFile {
		return doc, []diag.Finding{{File: file, Line: 1, Column: 1, Severity: diag.Error, Code: "file-too-large",
			Message: diag.Textf("Die Datei %s ist größer als 2 MB.", "The file %s is larger than 2 MB.", file),
			Hint:    diag.Textf("Teilen Sie den Text auf, oder hängen Sie ihn als Dokument an.", "Split the text, or attach it as a document.")}}
	}
	if path.Ext(file) != ".md" {
		var findings []diag.Finding
		doc.Keys, findings = yamldoc.Parse(file, src, 1)
		return doc, findings
	}
	parts, findings := yamldoc.SplitFrontMatter(file, src)
	if diag.CountOf(findings).Errors > 0 {
		return doc, findings
	}
	keys, more := yamldoc.Parse(file, parts.Front, parts.FrontLine)
	doc.Keys, doc.Body, doc.BodyLine = keys, string(parts.Body), parts.BodyLine
	return doc, append(findings, more...)
}

// readLimited reads a file, one byte past the limit at most.
func readLimited(source fs.FS, file string) ([]byte, error) {
	f, err := source.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	buffer := make([]byte, min(info.Size(), maxFile+1))
	n := 0
	for n < len(buffer) {
		read, err := f.Read(buffer[n:])
		n += read
		if err != nil {
			break
		}
	}
	return buffer[:n], nil
}
