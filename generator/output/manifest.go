package output

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"strconv"

	"github.com/cespare/xxhash/v2"
)

const (
	// manifestName is the file that tells the next build, and whoever copies the site, what belongs to it.
	manifestName = "build.json"
	// stagedManifest becomes build.json when everything else is in place.
	stagedManifest = stageName + "/" + manifestName
	// manifestFormat is raised when an older program could misread the file.
	manifestFormat = 2
	// formatBefore had half a SHA-256 as each file's hash. Its files are known, and none of them counts as the same as before.
	formatBefore = 1
	// generatorName marks a build.json as this program's.
	generatorName = "mappe"
)

// manifest is what build.json says, except for the files themselves. It holds nothing that depends on the machine, the
// time or what was there before, so that equal sites have equal files.
type manifest struct {
	Format     int            `json:"format"`
	Generator  string         `json:"generator"`
	Version    string         `json:"version"`
	Date       string         `json:"date"`
	Compressed bool           `json:"compressed"` // .gz and .br were written
	Counts     map[string]int `json:"counts"`
	// Sum is over all paths, sizes and hashes. Two sites are equal if it is, and a list that was changed by anybody else
	// is found out before it leads to the removal of a wrong file.
	Sum string `json:"sum"`

	self digest // of build.json itself
}

// entry is one file in build.json.
type entry struct {
	path string
	size int64
	hash digest
	// changed is as in record, 0 in a list that is read.
	changed int64
}

// written is one file in a build.json of any format.
type written struct {
	Path string  `json:"path"`
	Size int64   `json:"size"`
	Hash hexText `json:"hash"`
}

// hexText are bytes written as hex digits.
type hexText []byte

// UnmarshalText reads hex digits.
func (h *hexText) UnmarshalText(text []byte) (err error) {
	*h, err = hex.AppendDecode(nil, text)
	return err
}

// entry returns what a build.json of a format says of the file.
func (w *written) entry(format int) (entry, error) {
	e := entry{path: w.Path, size: w.Size}
	length := len(e.hash)
	if format == formatBefore {
		length = 16
	}
	switch {
	case w.Size < 0:
		return e, fmt.Errorf("it lists %s with a size below zero", w.Path)
	case len(w.Hash) != length:
		return e, fmt.Errorf("the hash of %s has not %d digits", w.Path, hex.EncodedLen(length))
	case format == manifestFormat:
		e.hash = digest(w.Hash)
	}
	return e, CheckPath(w.Path)
}

// readManifest reads build.json into f.old and returns the files it lists; none if there is no build.json.
func (f *Folder) readManifest() ([]entry, error) {
	file, err := f.root.Open(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	old, entries, err := parseManifest(bufio.NewReaderSize(file, 64<<10))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w: %w", manifestName, err, ErrDamaged)
	}
	f.old = old
	return entries, nil
}

// parseManifest reads a build.json and checks that it is whole and names only paths this program would write.
func parseManifest(r io.Reader) (manifest, []entry, error) {
	var m struct {
		manifest
		Files []written `json:"files"`
	}
	whole := xxhash.New()
	decoder := json.NewDecoder(io.TeeReader(r, whole))
	if err := decoder.Decode(&m); err != nil {
		return manifest{}, nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return manifest{}, nil, errors.New("something follows its end")
	}
	if m.Generator != generatorName || m.Format != manifestFormat && m.Format != formatBefore {
		return manifest{}, nil, fmt.Errorf("it was written by %q in format %d, not by this version of %s", m.Generator, m.Format, generatorName)
	}
	sum := newSum()
	folded := make(map[string]bool, len(m.Files))
	entries := make([]entry, len(m.Files))
	for i, file := range m.Files {
		var err error
		if entries[i], err = file.entry(m.Format); err != nil {
			return manifest{}, nil, err
		}
		if folded[fold(file.Path)] {
			return manifest{}, nil, fmt.Errorf("it lists %s twice", file.Path)
		}
		folded[fold(file.Path)] = true
		sum.add(file.Path, file.Size, file.Hash)
	}
	if sum.String() != m.Sum {
		return manifest{}, nil, errors.New("its sum does not match its list of files")
	}
	m.self = digest(whole.Sum(nil))
	return m.manifest, entries, nil
}

// writeManifest stages the build.json for the given files, in this order, and returns its digest.
func (f *Folder) writeManifest(entries []entry, counts map[string]int) (digest, error) {
	head := manifest{
		Format: manifestFormat, Generator: generatorName, Version: f.opts.Version, Date: f.opts.Date,
		Compressed: f.opts.Compress, Counts: maps.Clone(counts),
	}
	if head.Counts == nil {
		head.Counts = map[string]int{}
	}
	sum := newSum()
	bytes := 0
	for _, e := range entries {
		sum.add(e.path, e.size, e.hash[:])
		bytes += int(e.size)
	}
	head.Sum = sum.String()
	head.Counts["files"], head.Counts["bytes"] = len(entries), bytes
	file, err := f.root.OpenFile(stagedManifest, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return digest{}, err
	}
	whole := xxhash.New()
	w := bufio.NewWriterSize(io.MultiWriter(file, whole), 64<<10)
	err = errors.Join(encodeManifest(w, head, entries), w.Flush(), file.Close())
	return digest(whole.Sum(nil)), err
}

// encodeManifest writes one line for each file, so that two versions can be compared by eye.
func encodeManifest(w *bufio.Writer, head manifest, entries []entry) error {
	text, err := json.MarshalIndent(head, "", " ")
	if err != nil {
		return err
	}
	w.Write(text[:len(text)-len("\n}")])
	w.WriteString(",\n \"files\": [")
	line := make([]byte, 0, 256)
	for i, e := range entries {
		line = line[:0]
		if i > 0 {
			line = append(line, ',')
		}
		// CheckPath leaves no character in a path that JSON would have to escape.
		line = append(append(append(line, "\n  {\"path\": \""...), e.path...), "\", \"size\": "...)
		line = append(strconv.AppendInt(line, e.size, 10), ", \"hash\": \""...)
		line = append(hex.AppendEncode(line, e.hash[:]), "\"}"...)
		w.Write(line)
	}
	_, err = w.WriteString("\n ]\n}\n")
	return err
}
