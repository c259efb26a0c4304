package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"time"
)

// A PDF carries in a comment, between its trailer and its last lines, what it was made from and a sum over itself. Whoever wants
// to print a page again finds out from the PDF alone whether that is needed; one that was damaged or made by others is no answer.
// A comment counts as a blank (ISO 32000-1, 7.2.3), so readers see nothing of it.
var (
	stamp  = regexp.MustCompile(`\n%made-from ([0-9a-f]{32}) sum ([0-9a-f]{32})\nstartxref\n\d+\n%%EOF\n?$`)
	moment = regexp.MustCompile(`(/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d\d'\d\d'\)`)
)

// The dates of a PDF are in its first object, its stamp in its last lines.
const (
	reachOfDates = 64 << 10
	reachOfStamp = 256
)

// dated gives a PDF a date in place of the clock's. It stays as long as it was, so that its table of objects stays true.
func dated(data []byte, date time.Time) []byte {
	head, rest := data[:min(reachOfDates, len(data))], data[min(reachOfDates, len(data)):]
	return append(moment.ReplaceAll(head, []byte("${1}"+date.UTC().Format("20060102150405")+"+00'00')")), rest...)
}

// stamped notes in a PDF what it was made from.
func stamped(data []byte, from digest) []byte {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return data
	}
	comment := fmt.Sprintf("%%made-from %x sum %x\n", from, digestOf(data))
	return bytes.Join([][]byte{data[:at], []byte(comment), data[at:]}, nil)
}

// Current reports whether data is the PDF that printing the page would give again: whole, of the same page and files, for the same date, by
// the same browser and version. The fonts of the machine are not looked at.
func (p *Printer) Current(data []byte, path string) (bool, error) {
	from, whole := stampOf(data)
	if !whole {
		return false, nil
	}
	now, err := p.originOf(path)
	return err == nil && now.sum == from, err
}

// stampOf returns what a PDF was made from, if it is still as it was printed.
func stampOf(data []byte) (from digest, whole bool) {
	tail := max(0, len(data)-reachOfStamp)
	at := stamp.FindSubmatchIndex(data[tail:])
	if at == nil {
		return digest{}, false
	}
	hex.Decode(from[:], data[tail+at[2]:tail+at[3]])
	comment := [2]int{tail + at[0] + 1, tail + at[5] + 1}
	sum := digestOf(data[:comment[0]], data[comment[1]:])
	return from, hex.EncodeToString(sum[:]) == string(data[tail+at[4]:tail+at[5]])
}

// digest is the first half of a SHA-256.
type digest [16]byte

func digestOf(parts ...[]byte) digest {
	sum := sha256.New()
	for _, part := range parts {
		sum.Write(part)
	}
	return digest(sum.Sum(nil)[:16])
}

// origin is what a PDF is made from: the page and the files it shows, and a sum over them and over who prints them.
type origin struct {
	files []string
	sum   digest
}

func (p *Printer) originOf(path string) (origin, error) {
	files, err := inputs(p.Read, path)
	if err != nil {
		return origin{}, fmt.Errorf("printing %s: %w", path, err)
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q %q %s\n", p.Version, p.browser, p.BaseURL, p.Date.UTC())
	for _, name := range files {
		data, err := p.Read(name)
		if err != nil {
			return origin{}, fmt.Errorf("printing %s: %w", path, err)
		}
		fmt.Fprintf(sum, "%q %d\n", name, len(data))
		sum.Write(data)
	}
	return origin{files, digest(sum.Sum(nil)[:16])}, nil
}
