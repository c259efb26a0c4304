package timetable

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"mappe/generator/date"
)

// maxRecord is how long one row may be; what is longer has a quote that nobody closed, or is no table.
const maxRecord = 1 << 20

// errLongRecord is met where no row ends within maxRecord.
var errLongRecord = errors.New("a row without an end")

// table reads one table of a feed, row by row, its columns by name.
type table struct {
	name    string
	columns map[string]int
	csv     *csv.Reader
	guard   *recordGuard
	closer  io.Closer
	row     []string
	line    int
}

// recordGuard counts what is read for one row, so that an open quote cannot swallow a whole file into memory.
type recordGuard struct {
	io.Reader
	since int
}

func (g *recordGuard) Read(p []byte) (int, error) {
	if g.since > maxRecord {
		return 0, errLongRecord
	}
	n, err := g.Reader.Read(p)
	g.since += n
	return n, err
}

// openTable reads a table's header: names without blanks, quotes, capitals or a byte order mark.
func openTable(name string, file io.ReadCloser) (*table, error) {
	guard := &recordGuard{Reader: file}
	t := &table{name: name, columns: map[string]int{}, csv: csv.NewReader(bufio.NewReaderSize(guard, 1<<16)), guard: guard, closer: file}
	t.csv.FieldsPerRecord = -1
	t.csv.LazyQuotes = true
	t.csv.ReuseRecord = true
	header, err := t.csv.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		file.Close()
		return nil, fmt.Errorf("reading the first line of %s: %w", name, err)
	}
	for i, column := range header {
		column = strings.ToLower(strings.Trim(column, "\ufeff\" \t"))
		if _, twice := t.columns[column]; !twice {
			t.columns[column] = i
		}
	}
	return t, nil
}

// next moves to the next row that has anything in it. It reports false at the end, with an error where that came too early.
func (t *table) next() (bool, error) {
	for {
		t.guard.since = 0
		row, err := t.csv.Read()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		t.row = row
		t.line, _ = t.csv.FieldPos(0)
		if len(row) > 1 || strings.TrimSpace(row[0]) != "" {
			return true, nil
		}
	}
}

// broken reports that the row runs over more than one line, which GTFS forbids: most likely a quote is open.
func (t *table) broken() bool {
	last := len(t.row) - 1
	line, _ := t.csv.FieldPos(last)
	return line != t.line || strings.IndexByte(t.row[last], '\n') >= 0
}

// column returns where a column stands, -1 where it is missing.
func (t *table) column(name string) int {
	if i, there := t.columns[name]; there {
		return i
	}
	return -1
}

// columnOf is column for one that has had several names.
func (t *table) columnOf(names ...string) int {
	for _, name := range names {
		if i, there := t.columns[name]; there {
			return i
		}
	}
	return -1
}

// at returns the trimmed value of a column of the row, "" where the row has none.
func (t *table) at(column int) string {
	if column < 0 || column >= len(t.row) {
		return ""
	}
	return strings.TrimSpace(t.row[column])
}

// kept is at for a value that outlives the row: its own copy, in UTF-8. Bytes that are not are taken for Windows-1252's letters.
func (t *table) kept(column int) string {
	s := t.at(column)
	if utf8.ValidString(s) {
		return strings.Clone(s)
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

// number reads a whole number that is not negative. ok is false for anything else but "", which gives the value for nothing.
func number(s string, nothing int32) (n int32, ok bool) {
	if s == "" {
		return nothing, true
	}
	v, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return nothing, false
	}
	return int32(v), true
}

// The values of a time that is not there and of one that is none.
const (
	noTime  int32 = -1
	badTime int32 = -2
)

// maxTime is the latest time of a trip: a week after its day began.
const maxTime = 7 * 24 * 3600

// parseTime reads H:MM:SS or HH:MM:SS, hours beyond 24 too; seconds may be left out.
func parseTime(s string) int32 {
	if s == "" {
		return noTime
	}
	total, part, digits, parts := int32(0), int32(0), 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != ':' {
			if part = part*10 + int32(s[i]) - '0'; s[i] < '0' || s[i] > '9' || digits == 3 {
				return badTime
			}
			digits++
			continue
		}
		if digits == 0 || parts > 0 && (digits != 2 || part > 59) {
			return badTime
		}
		total = total*60 + part
		parts, part, digits = parts+1, 0, 0
	}
	switch parts {
	case 2:
		total *= 60
	case 3:
	default:
		return badTime
	}
	if total > maxTime {
		return badTime
	}
	return total
}

// ClockOf writes seconds from midnight as HH:MM:SS; hours count on beyond 24.
func ClockOf(seconds int) string {
	return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}

// ParseClock reads HH:MM or HH:MM:SS, hours beyond 24 too, as seconds from midnight.
func ParseClock(s string) (seconds int, ok bool) {
	t := parseTime(strings.TrimSpace(s))
	return int(t), t >= 0
}

// parseDate reads the YYYYMMDD of GTFS.
func parseDate(s string) (date.Date, bool) {
	if len(s) != 8 {
		return 0, false
	}
	return date.Parse(s[:4] + "-" + s[4:6] + "-" + s[6:])
}

// coordinate reads degrees, NaN where there are none or too many.
func coordinate(s string, most float64) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(math.Abs(v) <= most) {
		return math.NaN()
	}
	return v
}
