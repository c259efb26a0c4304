package textindex

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
)

// Every file is gzip over: the letters "mpi", the format's version, a check sum of all that follows (FNV-1a, four
// bytes, the lowest first), then the parts of that kind of file. Numbers are varints, the lowest seven bits first.
const (
	magic         = "mpi"
	formatVersion = 2
	// hashLetters of five bits are taken from the hash into a name: names of hundreds of files are a good part of the head.
	hashLetters = 6
)

// part collects the bytes of a file or of a piece of it.
type part struct{ bytes.Buffer }

func (p *part) number(n int) {
	var buffer [binary.MaxVarintLen64]byte
	p.Write(buffer[:binary.PutUvarint(buffer[:], uint64(n))])
}

// signed adds a number that may be below zero.
func (p *part) signed(n int) { p.number(zigzag(n)) }

func zigzag(n int) int {
	if n < 0 {
		return -2*n - 1
	}
	return 2 * n
}

// block adds bytes with their length before them.
func (p *part) block(data []byte) {
	p.number(len(data))
	p.Write(data)
}

func (p *part) json(value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	p.block(data)
	return nil
}

// nibbles adds values of four bits, two in a byte, the first in the low half.
func (p *part) nibbles(values []uint8) {
	packed := make([]byte, (len(values)+1)/2)
	for i, v := range values {
		packed[i/2] |= v << (4 * (i % 2))
	}
	p.Write(packed)
}

// packer makes files; its writer is used again and again.
type packer struct {
	zip  *gzip.Writer
	out  bytes.Buffer
	made map[string][sha256.Size]byte // by name: the hash of what is in it
}

func newPacker() *packer {
	zip, err := gzip.NewWriterLevel(nil, 6)
	if err != nil {
		panic(err) // a level that gzip has
	}
	return &packer{zip: zip, made: map[string][sha256.Size]byte{}}
}

// pack closes a file: its name starts with what and is made of its content.
func (k *packer) pack(what string, payload []byte) (File, error) {
	k.out.Reset()
	k.zip.Reset(&k.out)
	head := append([]byte(magic), formatVersion)
	head = binary.LittleEndian.AppendUint32(head, checksum(payload))
	for _, piece := range [][]byte{head, payload} {
		if _, err := k.zip.Write(piece); err != nil {
			return File{}, fmt.Errorf("packing %s: %w", what, err)
		}
	}
	if err := k.zip.Close(); err != nil {
		return File{}, fmt.Errorf("packing %s: %w", what, err)
	}
	return File{Name: k.name(what, payload), Data: bytes.Clone(k.out.Bytes())}, nil
}

// name names a file after its content. If two happen to share its letters, the second is named after
// the hash of the hash.
func (k *packer) name(what string, payload []byte) string {
	sum := sha256.Sum256(payload)
	for letters := sum; ; letters = sha256.Sum256(letters[:]) {
		name := what + "." + strings.ToLower(base32.StdEncoding.EncodeToString(letters[:5]))[:hashLetters] + ".bin"
		if had, taken := k.made[name]; !taken || had == sum {
			k.made[name] = sum
			return name
		}
	}
}

func checksum(data []byte) uint32 {
	sum := uint32(2166136261)
	for _, b := range data {
		sum = (sum ^ uint32(b)) * 16777619
	}
	return sum
}
