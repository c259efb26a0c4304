package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// fate is what Finish has to do with a file.
type fate uint8

const (
	waiting    fate = iota // not put (yet): an earlier build's
	unchanged              // nothing
	fresh                  // publish; there is nothing with its name
	changed                // publish over the file that is there
	displacing             // publish after the removals, which make room for it
)

// record is what is known of one file, of which there may be a million.
type record struct {
	path string
	size int64
	hash digest
	// changed is when the file as it was put, or is left, was changed last, in nanoseconds since 1970.
	changed int64
	known   bool // an earlier build wrote or may have written it, under this path or one that differs in case
	fate    fate
	// listed: build.json or the journal has it under this very path.
	listed bool
}

// unknownSize stands in the record of a file that only a journal names.
const unknownSize = -1

// Put makes data the content of the file path, once the build finishes; data may be used again as soon as Put returns.
// It is safe to call from many goroutines, once for each path.
//
// The error is an ErrPath for a path that CheckPath refuses or that collides with one put before, and an ErrForeign where
// something is in the way that no build wrote. After an error the build cannot be finished any more.
func (f *Folder) Put(path string, data []byte) error {
	same, err := f.put(path, data)
	if err == nil && f.opts.Compress && compressible(path) {
		err = f.putCompressed(path, data, same)
	}
	if err != nil {
		return f.broken(fmt.Errorf("write %s: %w", path, err))
	}
	return nil
}

// broken remembers the first error, so that a build that lacks a file is not published.
func (f *Folder) broken(err error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fault == nil {
		f.fault = err
	}
	return err
}

// put reports whether data is what build.json says of the file.
func (f *Folder) put(path string, data []byte) (same bool, err error) {
	if err := CheckPath(path); err != nil {
		return false, err
	}
	c, err := f.claim(path)
	if err != nil {
		return false, err
	}
	now := record{path: path, size: int64(len(data)), hash: digestOf(data), known: c.before.known, listed: c.ours}
	if now.fate, now.changed, err = f.compare(c, path, data); err != nil {
		return false, err
	}
	if now.fate != unchanged {
		if now.changed, err = f.stageFile(c.folder, path, data); err != nil {
			return false, err
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return false, errEnded
	}
	f.files[fold(path)] = now
	return now.size == c.before.size && now.hash == c.before.hash, nil
}

// claim is what is known of a file that is being put.
type claim struct {
	before  record
	folder  *folder
	ours    bool // an earlier build wrote or may have written it under this very name
	recased bool // an earlier build wrote or may have written it under a name that differs in case
}

// claim takes the path for the file to be put, and refuses it if another file or folder has it.
func (f *Folder) claim(path string) (claim, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return claim{}, errEnded
	}
	key := fold(path)
	before := f.files[key]
	switch {
	case before.fate != waiting && before.path == path:
		return claim{}, fmt.Errorf("it was put before: %w", ErrPath)
	case before.fate != waiting:
		return claim{}, fmt.Errorf("it differs from %s in case only: %w", before.path, ErrPath)
	case f.folders[key] != nil:
		return claim{}, fmt.Errorf("it is a file and a folder: %w", ErrPath)
	}
	d, err := f.folder(parentOf(path))
	if err != nil {
		return claim{}, err
	}
	c := claim{before: before, folder: d, ours: before.known && before.path == path}
	if before.known {
		f.claimSpellings(&c, path, append(f.spellings[key], before.path))
		delete(f.spellings, key)
	}
	// Until its content is compared it counts as unchanged; what matters is that it is taken.
	f.files[key] = record{path: path, size: before.size, hash: before.hash, known: before.known, fate: unchanged}
	return c, nil
}

// claimSpellings has the file's old names, where they differ from path, removed before it is put. One that is not there now
// must not be removed later: where case is not told apart, the new file would be found under it.
func (f *Folder) claimSpellings(c *claim, path string, spellings []string) {
	for _, old := range spellings {
		if old == path {
			c.ours = true
			continue
		}
		c.recased = true
		if _, err := f.root.Lstat(old); err == nil {
			f.recased = append(f.recased, old)
		}
	}
}

// compare finds out how data differs from what is on the disk, and when that was changed last where it does not.
func (f *Folder) compare(c claim, path string, data []byte) (differs fate, since int64, err error) {
	d := c.folder
	switch {
	case d.blocked:
		return displacing, 0, nil
	case d.absent():
		return fresh, 0, nil
	case c.recased && c.ours:
		return displacing, 0, nil
	case c.recased:
		return displacing, 0, f.checkRecased(c.before.path, path)
	}
	info, err := f.site.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fresh, 0, nil
	case err != nil:
		return 0, 0, err
	case info.IsDir():
		return displacing, 0, f.checkOnlyOurs(path)
	case !c.ours && !f.opts.Force:
		return 0, 0, fmt.Errorf("there is a file of this name which was %w; move it away, or use --force to overwrite it", ErrForeign)
	case info.Mode().IsRegular() && info.Size() == int64(len(data)) && f.equal(d, path, data):
		return unchanged, info.ModTime().UnixNano(), nil
	}
	return changed, 0, nil
}

// equal reports whether the file holds data. One that cannot be read does not.
func (f *Folder) equal(d *folder, path string, data []byte) bool {
	file, err := f.open(d, path)
	if err != nil {
		return false
	}
	defer file.Close()
	buffer := f.buffers.Get().(*[]byte)
	defer f.buffers.Put(buffer)
	for len(data) > 0 {
		n, err := file.Read(*buffer)
		if n > len(data) || !bytes.Equal((*buffer)[:n], data[:n]) {
			return false
		}
		data = data[n:]
		if err != nil {
			return err == io.EOF && len(data) == 0
		}
	}
	return true
}

// checkRecased refuses to replace a file that is another than the old one whose name differs in case only.
func (f *Folder) checkRecased(old, path string) error {
	info, err := f.root.Lstat(path)
	if err != nil {
		return nil
	}
	if was, err := f.root.Lstat(old); err == nil && os.SameFile(was, info) || f.opts.Force {
		return nil
	}
	return fmt.Errorf("there is a file of this name which was %w", ErrForeign)
}

// checkOnlyOurs refuses a folder that has to give way to a file and holds anything that no build wrote. What builds wrote
// into it is not put any more, or claim would have refused the file, so that the removals will clear it.
func (f *Folder) checkOnlyOurs(path string) error {
	return fs.WalkDir(f.root.FS(), path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		if !f.files[fold(name)].known {
			return fmt.Errorf("there is a folder of this name; its file %s was %w", strings.TrimPrefix(name, path+"/"), ErrForeign)
		}
		return nil
	})
}

// stageFile writes data to be published later, and tells when, in nanoseconds since 1970; publishing leaves that as it is.
func (f *Folder) stageFile(d *folder, path string, data []byte) (at int64, err error) {
	if err := f.stageFolder(d); err != nil {
		return 0, err
	}
	if err := f.before("stage", path); err != nil {
		return 0, err
	}
	return f.create(d, path, data)
}
