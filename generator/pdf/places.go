package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// readPlaces returns the places that a PDF names, and on which sheet each is, from 1. It reads what Chromium writes (Skia): one
// table of objects, none of them compressed but their streams. ISO 32000-1, 7.5 (structure), 7.7.3 (pages), 12.3.2.3 (names).
func readPlaces(data []byte) (map[string]int, error) {
	f, err := readObjects(data)
	if err != nil {
		return nil, err
	}
	root, err := f.follow(f.trailer, "Root")
	if err != nil {
		return nil, err
	}
	sheets := map[int]int{}
	if err := f.countSheets(root, sheets); err != nil {
		return nil, err
	}
	places := map[string]int{}
	list, err := f.follow(root, "Dests")
	if errors.Is(err, errNoKey) {
		return places, nil
	}
	if err != nil {
		return nil, err
	}
	for _, found := range namedPlace.FindAllSubmatch(list, -1) {
		sheet, known := sheets[number(found[2])]
		if !known {
			return nil, fmt.Errorf("the place %s is on no sheet", found[1])
		}
		places[plainName(found[1])] = sheet
	}
	return places, nil
}

var (
	startOfTable = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	headOfTable  = regexp.MustCompile(`^xref\s+0 (\d+)\s+`)
	namedPlace   = regexp.MustCompile(`/([^\s/\[\]<>()]+)\s*\[\s*(\d+) 0 R`)
	reference    = regexp.MustCompile(`(\d+) 0 R`)
	escaped      = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)
)

// rowLength is that of a row in the table of objects: ten digits, five digits, n or f, two characters to end it.
const rowLength = 20

// objects are the parts of a PDF.
type objects struct {
	data    []byte
	offsets []int  // by number; 0 for those that are not there
	table   []byte // from the table of objects to the end of the file
	trailer []byte
}

func readObjects(data []byte) (*objects, error) {
	start := startOfTable.FindSubmatch(data)
	if start == nil || number(start[1]) >= len(data) {
		return nil, errors.New("it is cut short")
	}
	table := data[number(start[1]):]
	head := headOfTable.FindSubmatch(table)
	if head == nil {
		return nil, errors.New("it has no table of objects")
	}
	rows := table[len(head[0]):]
	count := number(head[1])
	if count > len(rows)/rowLength {
		return nil, errors.New("its table of objects is cut short")
	}
	f := &objects{data: data, table: table, offsets: make([]int, count), trailer: rows[count*rowLength:]}
	for i := range f.offsets {
		row := rows[i*rowLength : (i+1)*rowLength]
		if row[17] == 'n' {
			f.offsets[i] = number(row[:10])
		}
		if f.offsets[i] >= len(data) {
			return nil, errors.New("its table of objects leads beyond its end")
		}
	}
	return f, nil
}

// object returns what stands between "N 0 obj" and "endobj".
func (f *objects) object(n int) ([]byte, error) {
	if n < 0 || n >= len(f.offsets) || f.offsets[n] <= 0 {
		return nil, fmt.Errorf("it has no object %d", n)
	}
	body, found := bytes.CutPrefix(f.data[f.offsets[n]:], []byte(strconv.Itoa(n)+" 0 obj"))
	if !found {
		return nil, fmt.Errorf("object %d is not where it should be", n)
	}
	body, _, found = bytes.Cut(body, []byte("endobj"))
	if !found {
		return nil, fmt.Errorf("object %d has no end", n)
	}
	return body, nil
}

var errNoKey = errors.New("it has no entry")

// follow returns the object that an entry of a dictionary refers to.
func (f *objects) follow(dictionary []byte, key string) ([]byte, error) {
	if !bytes.Contains(dictionary, []byte("/"+key+" ")) {
		return nil, fmt.Errorf("%w %s", errNoKey, key)
	}
	n := f.refers(dictionary, key)
	if n < 0 {
		return nil, fmt.Errorf("its entry %s refers to nothing", key)
	}
	return f.object(n)
}

// refers returns the number of the object that an entry of a dictionary refers to, -1 if there is none.
func (f *objects) refers(dictionary []byte, key string) int {
	_, value, _ := bytes.Cut(dictionary, []byte("/"+key+" "))
	at := reference.FindSubmatchIndex(value)
	if at == nil || at[0] != 0 {
		return -1
	}
	return number(value[at[2]:at[3]])
}

// countSheets numbers the sheets below the catalogue, by the numbers of their objects.
func (f *objects) countSheets(root []byte, sheets map[int]int) error {
	top, err := f.follow(root, "Pages")
	if err != nil {
		return err
	}
	seen := map[int]bool{}
	var count func(branch []byte) error
	count = func(branch []byte) error {
		_, list, _ := bytes.Cut(branch, []byte("/Kids ["))
		list, _, _ = bytes.Cut(list, []byte("]"))
		for _, found := range reference.FindAllSubmatch(list, -1) {
			n := number(found[1])
			if seen[n] {
				return fmt.Errorf("object %d is in the tree of pages twice", n)
			}
			seen[n] = true
			kid, err := f.object(n)
			if err != nil {
				return err
			}
			if bytes.Contains(kid, []byte("/Kids [")) {
				if err := count(kid); err != nil {
					return err
				}
				continue
			}
			sheets[n] = len(sheets) + 1
		}
		return nil
	}
	return count(top)
}

// plainName undoes the escapes in a name (7.3.5): #20 is a space.
func plainName(name []byte) string {
	return string(escaped.ReplaceAllFunc(name, func(code []byte) []byte {
		value, err := strconv.ParseUint(string(code[1:]), 16, 8)
		if err != nil {
			return code
		}
		return []byte{byte(value)}
	}))
}

// number reads digits; what is no number or too large for one is -1, which no object has.
func number(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return -1
	}
	return n
}
