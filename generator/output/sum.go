package output

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"strconv"

	"github.com/cespare/xxhash/v2"
)

// digest is the XXH64 of a file. It tells two versions of a file apart, which by chance are taken for the same once in 2^64 times, and keeps
// nobody out: who can change a file of the site can change what build.json says of it. All bytes of a site pass through it, at a tenth of
// what a cryptographic hash takes.
type digest [8]byte

func digestOf(data []byte) (d digest) {
	binary.BigEndian.PutUint64(d[:], xxhash.Sum64(data))
	return d
}

// sum adds up a list of files: SHA-256 over lines "path size hash".
type sum struct {
	hash hash.Hash
	line []byte
}

func newSum() *sum { return &sum{hash: sha256.New()} }

func (s *sum) add(path string, size int64, hash []byte) {
	s.line = append(append(s.line[:0], path...), ' ')
	s.line = append(strconv.AppendInt(s.line, size, 10), ' ')
	s.line = append(hex.AppendEncode(s.line, hash), '\n')
	s.hash.Write(s.line)
}

// String returns the first half of the sum, as 32 hex digits.
func (s *sum) String() string { return hex.EncodeToString(s.hash.Sum(nil)[:16]) }
