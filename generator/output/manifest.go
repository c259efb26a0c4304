package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"strconv"
)

const (
	// manifestName is the file that tells the next build, and whoever copies the site, what belongs to it.
	manifestName = "build.json"
	// stagedManifest becomes build.json when everything else is in place.
	stagedManifest = stageName + "/" + manifestName
	// manifestFormat is raised when an older program could misread the file.
	manifestFormat = 1
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
	Path string `json:"path"`
	Size int64  `json:"size"`
	Hash digest `json:"hash"`
}

// MarshalText writes the digest as 32 hex digits.
func (d digest) MarshalText() ([]byte, error) {
	return hex.AppendEncode(nil, d[:]), nil
}

// UnmarshalText reads 32 hex digits.
func (d *digest) UnmarshalText(text []byte) error {
	if len(text) != hex.EncodedLen(len(d)) {
		return fmt.Errorf("hash %q has not %d digits", text, hex.EncodedLen(len(d)))
	}
	_, err := hex.Decode(d[:], text)
	return err
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
		Files []entry `json:"files"`
	}
	whole := sha256.New()
	decoder := json.NewDecoder(io.TeeReader(r, whole))
	if err := decoder.Decode(&m); err != nil {
		return manifest{}, nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return manifest{}, nil, errors.New("something follows its end")
	}
	if m.Generator != generatorName || m.Format != manifestFormat {
		return manifest{}, nil, fmt.Errorf("it was written by %q in format %d, not by this version of %s", m.Generator, m.Format, generatorName)
	}
	sum := newSum()
	folded := make(map[string]bool, len(m.Files))
	for _, e := range m.Files {
		if err := CheckPath(e.Path); err != nil {
			return manifest{}, nil, err
		}
		if e.Size < 0 || folded[fold(e.Path)] {
			return manifest{}, nil, fmt.Errorf("it lists %s twice or with a size below zero", e.Path)
		}
		folded[fold(e.Path)] = true
		sum.add(e)
	}
	if sum.String() != m.Sum {
		return manifest{}, nil, errors.New("its sum does not match its list of files")
	}
	m.self = digest(whole.Sum(nil)[:16])
	return m.manifest, m.Files, nil
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
		sum.add(e)
		bytes += int(e.Size)
	}
	head.Sum = sum.String()
	head.Counts["files"], head.Counts["bytes"] = len(entries), bytes
	file, err := f.root.OpenFile(stagedManifest, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return digest{}, err
	}
	whole := sha256.New()
	w := bufio.NewWriterSize(io.MultiWriter(file, whole), 64<<10)
	err = errors.Join(encodeManifest(w, head, entries), w.Flush(), file.Close())
	return digest(whole.Sum(nil)[:16]), err
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
		line = append(append(append(line, "\n  {\"path\": \""...), e.Path...), "\", \"size\": "...)
		line = append(strconv.AppendInt(line, e.Size, 10), ", \"hash\": \""...)
		line = append(hex.AppendEncode(line, e.Hash[:]), "\"}"...)
		w.Write(line)
	}
	_, err = w.WriteString("\n ]\n}\n")
	return err
}
