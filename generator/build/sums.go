package build

import (
	"crypto/sha256"
	"hash"
	"io"
	"io/fs"
)

// sum is the SHA-256 of a file.
type sum = [sha256.Size]byte

// summed is a file that is summed while it is read.
type summed struct {
	fs.File
	name string
	hash hash.Hash
	read int64
	sums *folders
}

func (s *summed) Read(p []byte) (int, error) {
	n, err := s.File.Read(p)
	s.hash.Write(p[:n])
	s.read += int64(n)
	return n, err
}

// Close notes the sum, if the file was read whole.
func (s *summed) Close() error {
	if info, err := s.Stat(); err == nil && s.read == info.Size() {
		s.sums.note(s.name, sum(s.hash.Sum(nil)))
	}
	return s.File.Close()
}

// sum reads a file for its sum alone.
func (f *folders) sum(name string, buffer []byte) error {
	file, _, err := f.open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err = io.CopyBuffer(hash, struct{ io.Reader }{file}, buffer); err != nil { // or the file would bring a buffer of its own
		return err
	}
	f.note(name, sum(hash.Sum(nil)))
	return nil
}

func (f *folders) note(name string, now sum) {
	f.mu.Lock()
	defer f.mu.Unlock()
	before, known := f.sums[name]
	f.torn = f.torn || known && before != now
	f.sums[name] = now
}

// unsummed returns those of the files whose sum is not known.
func (f *folders) unsummed(names []string) (unread []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, name := range names {
		if _, known := f.sums[name]; !known {
			unread = append(unread, name)
		}
	}
	return unread
}
