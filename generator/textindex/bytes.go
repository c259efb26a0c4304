package textindex

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// Every file is gzip over: the letters "mpi", the format's version, a check sum of all that follows (FNV-1a, four
// bytes, the lowest first), then the parts of that kind of file. Numbers are varints, the lowest seven bits first.
const (
	magic         = "mpi"
	formatVersion = 3
	// What the names of files begin with that are many: cards, cards of first hits, pieces of the core and of the second tier.
	cardsName, aheadName, coreName, textName = "c", "a", "k", "t"
	// hashLetters of five bits are taken from the hash into a name: names of hundreds of files are a good part of the head.
	hashLetters = 6
)

// part collects the bytes of a file or of a piece of it.
type part struct {
	bytes.Buffer
	cuts []int
}

// cut says that what follows is of another kind: gzip counts anew which bytes are frequent. It costs some dozen bytes and saves more where much
// of a kind stands together.
func (p *part) cut() { p.cuts = append(p.cuts, p.Len()) }

func (p *part) number(n int) {
	if n < 0x80 { // as most are
		p.WriteByte(byte(n))
		return
	}
	p.Write(binary.AppendUvarint(p.AvailableBuffer(), uint64(n)))
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

// append adds another part, its cuts with it.
func (p *part) append(other *part) {
	for _, cut := range other.cuts {
		p.cuts = append(p.cuts, p.Len()+cut)
	}
	p.Write(other.Bytes())
}

// nested adds another part as a block.
func (p *part) nested(inner *part) {
	p.number(inner.Len())
	p.append(inner)
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
	for len(values) > 1 {
		p.WriteByte(values[0] | values[1]<<4)
		values = values[2:]
	}
	p.Write(values)
}

// packer makes files; its writers are used again and again.
type packer struct {
	zip   *gzip.Writer
	cards *gzip.Writer // of less effort: files of cards are many, and hardly larger for it
	texts *gzip.Writer // of none but for counting bytes: postings of many words repeat nothing
	out   bytes.Buffer
	made  map[string][sha256.Size]byte // by name: the hash of what is in it
}

func newPacker() *packer {
	zip, err := gzip.NewWriterLevel(nil, 7)
	cards, errCards := gzip.NewWriterLevel(nil, 5)
	texts, errTexts := gzip.NewWriterLevel(nil, gzip.HuffmanOnly)
	if err := errors.Join(err, errCards, errTexts); err != nil {
		panic(err) // levels that gzip has
	}
	return &packer{zip: zip, cards: cards, texts: texts, made: map[string][sha256.Size]byte{}}
}

// pack closes a file: its name starts with what and is made of its content. Cuts are places where gzip begins anew.
func (k *packer) pack(what string, payload []byte, cuts ...int) (File, error) {
	return k.packNamed(k.name(what, payload), payload, cuts...)
}

// packNamed closes a file that has a name.
func (k *packer) packNamed(name string, payload []byte, cuts ...int) (File, error) {
	k.out.Reset()
	if err := write(k.writer(name), &k.out, payload, cuts); err != nil {
		return File{}, fmt.Errorf("packing %s: %w", name, err)
	}
	return File{Name: name, Data: bytes.Clone(k.out.Bytes())}, nil
}

// writer returns what makes a file of this name small for its effort.
func (k *packer) writer(name string) *gzip.Writer {
	switch what, _, _ := strings.Cut(name, "."); what {
	case cardsName, aheadName:
		return k.cards
	case textName:
		return k.texts
	}
	return k.zip
}

// fits tells whether a file of this content has at most so many bytes; it packs no more of it than it needs to know.
func (k *packer) fits(limit int, payload []byte) (bool, error) {
	room := room(limit)
	err := write(k.zip, &room, payload, nil)
	if errors.Is(err, errFull) {
		return false, nil
	}
	return err == nil, err
}

func write(zip *gzip.Writer, to io.Writer, payload []byte, cuts []int) error {
	zip.Reset(to)
	head := append([]byte(magic), formatVersion)
	head = binary.LittleEndian.AppendUint32(head, checksum(payload))
	if _, err := zip.Write(head); err != nil {
		return err
	}
	start := 0
	for _, cut := range cuts {
		if _, err := zip.Write(payload[start:cut]); err != nil {
			return err
		}
		if err := zip.Flush(); err != nil {
			return err
		}
		start = cut
	}
	if _, err := zip.Write(payload[start:]); err != nil {
		return err
	}
	return zip.Close()
}

// room counts down the bytes that may still be written and keeps none.
type room int

var errFull = errors.New("no room left")

func (r *room) Write(data []byte) (int, error) {
	if *r -= room(len(data)); *r < 0 {
		return 0, errFull
	}
	return len(data), nil
}

// name names a file after its content; it starts with what. If two happen to share its letters, the second is named after
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

// checksum is FNV-1a.
func checksum[text string | []byte](data text) uint32 {
	sum := uint32(2166136261)
	for i := range len(data) {
		sum = (sum ^ uint32(data[i])) * 16777619
	}
	return sum
}
