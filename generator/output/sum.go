package output

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strconv"
)

// sum adds up a list of files: SHA-256 over lines "path size hash".
type sum struct {
	hash hash.Hash
	line []byte
}

func newSum() *sum { return &sum{hash: sha256.New()} }

func (s *sum) add(e entry) {
	s.line = append(append(s.line[:0], e.Path...), ' ')
	s.line = append(strconv.AppendInt(s.line, e.Size, 10), ' ')
	s.line = append(hex.AppendEncode(s.line, e.Hash[:]), '\n')
	s.hash.Write(s.line)
}

// String returns the first half of the sum, as 32 hex digits.
func (s *sum) String() string { return hex.EncodeToString(s.hash.Sum(nil)[:16]) }
