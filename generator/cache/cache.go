// Package cache keeps in files what takes long to make again. It knows nothing of what it keeps.
//
// It is sound by three rules. A name is a hash over everything an entry depends on, the version of what makes it among it: that is its
// user's part. An entry says what its bytes add up to, and one that does not is as good as none. An entry is written beside its
// place and renamed, so that several builds may share a folder. So the folder can be emptied at any time and costs nothing but time.
package cache

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"slices"
)

// Read returns an entry, and whether it is there and whole.
func Read(dir, name string) ([]byte, bool) {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	body := data[sha256.Size:]
	sum := sha256.Sum256(body)
	return body, bytes.Equal(sum[:], data[:sha256.Size])
}

// Write keeps an entry as a whole or not at all. The folder is made when needed.
func Write(dir, name string, body []byte) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	file, err := os.CreateTemp(dir, "new-*")
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	_, err = file.Write(append(sum[:], body...))
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		os.Remove(file.Name())
	}
	return err
}

// Trim removes all but the newest entries that match a pattern.
func Trim(dir, pattern string, keep int) {
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(names) <= keep {
		return
	}
	times := map[string]int64{}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			times[name] = info.ModTime().UnixNano()
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(times[b], times[a]) })
	for _, name := range names[keep:] {
		os.Remove(name) // another build may have been faster
	}
}
