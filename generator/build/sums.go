package build

import (
	"io"
	"io/fs"
	"os"

	"github.com/cespare/xxhash/v2"
)

// fileSum is the XXH64 of a file, which by chance stays the same once in 2^64 times that a file changes. That two files have the same one on
// purpose, so that a change is not seen, is no danger: in Git every version of a file has an id, which is part of what a receipt is for.
type fileSum uint64

// summed is a file that is summed while it is read.
type summed struct {
	fs.File
	name string
	hash xxhash.Digest
	read int64
	sums *folders
}

func (s *summed) Read(p []byte) (int, error) {
	n, err := s.File.Read(p)
	s.hash.Write(p[:n])
	s.read += int64(n)
	return n, err
}

// Close notes the sum, if the file was read whole. What is no text had its sum before.
func (s *summed) Close() error {
	switch info, err := s.Stat(); {
	case err == nil && s.read == info.Size():
		s.sums.note(s.name, fileSum(s.hash.Sum64()))
	case isText(s.name):
		s.sums.tear()
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
	whole, err := sumFile(file, buffer)
	if err == nil {
		f.note(name, whole)
	}
	return err
}

// sumFile reads a file to its end.
func sumFile(file io.Reader, buffer []byte) (fileSum, error) {
	hash := xxhash.New()
	_, err := io.CopyBuffer(hash, struct{ io.Reader }{file}, buffer) // or the file would bring a buffer of its own
	return fileSum(hash.Sum64()), err
}

// sumOfProgram is the sum of the program itself.
func sumOfProgram() (fileSum, error) {
	program, err := os.Executable()
	if err != nil {
		return 0, err
	}
	file, err := os.Open(program)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	return sumFile(file, make([]byte, 64<<10))
}
