package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/together"
	"mappe/generator/yamldoc"
)

// maxFile is how much of a file is read, in bytes. It may hold no more than yamldoc.MaxSize; up to here its true size can be told.
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
	// Bare says that there are no keys in the file and nothing else in their place.
	Bare bool
}

// Read reads one file. Whatever is wrong with its form is a finding; an error means that it cannot be opened.
func Read(source fs.FS, file string) (Document, []diag.Finding, error) {
	return (&Reader{FS: source}).Read(file)
}

// Reader reads one file after the other in the same room, for whoever is done with the keys of one before the next is read.
type Reader struct {
	FS     fs.FS
	buffer []byte
	fields yamldoc.Reader
	bodies together.Texts // what is read together is let go of together
}

// Read is Read in the reader's room: the document's keys hold until the next file is read.
func (r *Reader) Read(file string) (Document, []diag.Finding, error) {
	src, err := bytesInto(r.buffer, r.FS, file, maxFile)
	if err != nil {
		return Document{}, nil, err
	}
	r.buffer = src
	doc, findings := r.parse(file, src)
	return doc, findings, nil
}

// Parse reads a file's content.
func Parse(file string, src []byte) (Document, []diag.Finding) { return new(Reader).parse(file, src) }

func (r *Reader) parse(file string, src []byte) (Document, []diag.Finding) {
	doc := Document{Path: file}
	if len(src) > maxFile {
		return doc, []diag.Finding{{File: file, Line: 1, Column: 1, Severity: diag.Error, Code: "too-big",
			Message: diag.Textf("Die Datei ist zu groß: über %d Kilobyte, erlaubt sind %d.", "The file is too big: over %d kilobytes, %d are allowed.", maxFile>>10, yamldoc.MaxSize>>10),
			Hint:    diag.Textf("Teilen Sie den Text auf, oder hängen Sie ihn als Dokument an.", "Split the text, or attach it as a document.")}}
	}
	if path.Ext(file) != ".md" {
		var findings []diag.Finding
		doc.Keys, findings = r.fields.Parse(file, src, 1)
		doc.Bare = len(bytes.TrimSpace(src)) == 0
		return doc, findings
	}
	parts, findings := yamldoc.SplitFrontMatter(file, src)
	if diag.CountOf(findings).Errors > 0 {
		return doc, findings
	}
	keys, more := r.fields.ParseFront(file, parts)
	doc.Keys, doc.Body, doc.BodyLine = keys, r.bodies.Keep(parts.Body), parts.BodyLine
	doc.Bare = len(bytes.TrimSpace(parts.Front)) == 0
	return doc, append(findings, more...)
}

// Bytes reads a file, one byte past the limit at most, by which the caller knows that it is too large.
func Bytes(source fs.FS, file string, limit int64) ([]byte, error) {
	return bytesInto(nil, source, file, limit)
}

// bytesInto is Bytes into a buffer, where it is large enough.
func bytesInto(buffer []byte, source fs.FS, file string, limit int64) ([]byte, error) {
	f, err := source.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", file, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("reading %s: it is no file", file)
	}
	buffer = slices.Grow(buffer[:0], int(min(info.Size(), limit+1)))[:min(info.Size(), limit+1)]
	n, err := io.ReadFull(f, buffer)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) { // it may have become shorter meanwhile
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	return buffer[:n], nil
}
