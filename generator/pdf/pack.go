package pdf

// What stands behind a PDF's pages
//
// Chromium writes every tag of a page as an object of its own, in plain text: two thirds of a brochure of 98 offers (2.0 MB) are such
// objects. Since PDF 1.5 objects may lie compressed in streams, with a compressed table that says where (ISO 32000-1, 7.5.7
// and 7.5.8). pack moves them there and leaves the streams that exist (text, fonts, pictures) as they are; nothing a reader sees changes.

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
)

// perStream is how many objects lie in one stream. A reader unpacks a stream whole to see one object of it.
const perStream = 200

var (
	endOfObject = []byte("endobj")
	rootOf      = regexp.MustCompile(`/Root \d+ 0 R`)
	infoOf      = regexp.MustCompile(`/Info \d+ 0 R`)
)

// pack makes a PDF smaller, and names in its outline what the headings of the page say. One that is not as Chromium writes it is returned as it is.
func pack(data []byte, headings []string) []byte {
	f, err := readObjects(data)
	if err != nil || len(f.offsets) == 0 || !bytes.HasPrefix(data, []byte("%PDF-1.4\n")) || !rootOf.Match(f.trailer) || !infoOf.Match(f.trailer) {
		return data
	}
	p := packer{places: make([]objectPlace, len(f.offsets))}
	p.out.WriteString("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n") // the second line tells programs that what follows is no text (7.5.2)
	mended := outlineTitles(f, headings)
	p.places[0].index = 65535 // the head of the list of free objects
	order := f.inOrder()
	for i, n := range order {
		end := len(data) - len(f.table)
		if i+1 < len(order) {
			end = f.offsets[order[i+1]]
		}
		body, whole := f.region(n, end)
		if !whole {
			return data
		}
		if other, changed := mended[n]; changed {
			body = other
		}
		if bytes.HasSuffix(body, []byte("endstream")) {
			p.places[n] = objectPlace{kind: inFile, at: p.out.Len()}
			fmt.Fprintf(&p.out, "%d 0 obj\n%s\nendobj\n", n, body)
		} else {
			p.plain = append(p.plain, plainObject{n, body})
		}
	}
	for chunk := range slices.Chunk(p.plain, perStream) {
		p.stream(chunk)
	}
	p.table(fmt.Sprintf("%s %s", rootOf.Find(f.trailer), infoOf.Find(f.trailer)))
	return p.out.Bytes()
}

// inOrder are the numbers of the objects as they follow each other in the file.
func (f *objects) inOrder() []int {
	var order []int
	for n, offset := range f.offsets {
		if offset > 0 {
			order = append(order, n)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(f.offsets[a], f.offsets[b]) })
	return order
}

// region returns an object up to where the next one begins; what object returns may end within a stream that holds the word "endobj".
func (f *objects) region(n, end int) (body []byte, whole bool) {
	if f.offsets[n] >= end {
		return nil, false
	}
	body, whole = bytes.CutPrefix(f.data[f.offsets[n]:end], fmt.Appendf(nil, "%d 0 obj\n", n))
	if !whole {
		return nil, false
	}
	body, whole = bytes.CutSuffix(bytes.TrimSpace(body), endOfObject)
	return bytes.TrimSpace(body), whole
}

// The kinds of places in a table of objects (table 18).
const (
	nowhere  = 0
	inFile   = 1 // at an offset
	inStream = 2 // in a stream of a number, at an index
)

type objectPlace struct {
	kind      byte
	at, index int
}

type plainObject struct {
	number int
	body   []byte
}

// packer writes a PDF anew.
type packer struct {
	out    bytes.Buffer
	places []objectPlace // by number
	plain  []plainObject
}

// stream writes objects into one stream: their numbers and offsets, then they themselves.
func (p *packer) stream(list []plainObject) {
	var head, bodies bytes.Buffer
	own := len(p.places)
	for i, o := range list {
		fmt.Fprintf(&head, "%d %d ", o.number, bodies.Len())
		bodies.Write(o.body)
		bodies.WriteByte('\n')
		p.places[o.number] = objectPlace{kind: inStream, at: own, index: i}
	}
	p.places = append(p.places, objectPlace{kind: inFile, at: p.out.Len()})
	packed := deflate(append(head.Bytes(), bodies.Bytes()...))
	fmt.Fprintf(&p.out, "%d 0 obj\n<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n", own, len(list), head.Len(), len(packed), packed)
}

// rowOfTable is the length of a row: one byte for the kind, four for where, two for the index.
const rowOfTable = 7

// table writes the table of objects, each row as the difference to the one above (PNG's filter Up), which packs far better.
func (p *packer) table(entries string) {
	start := p.out.Len()
	p.places = append(p.places, objectPlace{kind: inFile, at: start})
	var rows []byte
	above := make([]byte, rowOfTable)
	for _, place := range p.places {
		row := binary.BigEndian.AppendUint32([]byte{place.kind}, uint32(place.at))
		row = binary.BigEndian.AppendUint16(row, uint16(place.index))
		rows = append(rows, 2)
		for i := range row {
			rows = append(rows, row[i]-above[i])
		}
		above = row
	}
	packed := deflate(rows)
	fmt.Fprintf(&p.out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] %s /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns %d>> /Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		len(p.places)-1, len(p.places), entries, rowOfTable, len(packed), packed, start)
}

func deflate(data []byte) []byte {
	var packed bytes.Buffer
	w, _ := zlib.NewWriterLevel(&packed, zlib.BestCompression) // the level is one there is
	w.Write(data)                                              // a buffer takes everything
	w.Close()
	return packed.Bytes()
}
