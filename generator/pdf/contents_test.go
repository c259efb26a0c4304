package pdf

import (
	"fmt"
	"maps"
	"strings"
	"testing"
)

// drawn is a PDF as Chromium writes it, with sheets of a number each and the places a, b, c … on the ones given, from 1.
func drawn(sheets int, places ...int) []byte {
	var kids, names strings.Builder
	for i := range sheets {
		fmt.Fprintf(&kids, "%d 0 R ", 5+i)
	}
	for i, sheet := range places {
		fmt.Fprintf(&names, "/%c [%d 0 R /XYZ 6 404.66998 0]\n", 'a'+i, 4+sheet)
	}
	parts := []string{
		"<</Title (T)\n/CreationDate (D:20261128161258+00'00')\n/ModDate (D:20261128161258+00'00')>>",
		"<</Type /Catalog\n/Pages 3 0 R\n/Dests 4 0 R>>",
		fmt.Sprintf("<</Type /Pages\n/Count %d\n/Kids [%s]>>", sheets, strings.TrimSpace(kids.String())),
		"<<" + names.String() + ">>",
	}
	for range sheets {
		parts = append(parts, "<</Type /Page\n/Parent 3 0 R>>")
	}
	var out strings.Builder
	out.WriteString("%PDF-1.4\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(parts)+1)
	for i, part := range parts {
		table += fmt.Sprintf("%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, part)
	}
	start := out.Len()
	fmt.Fprintf(&out, "%strailer\n<</Size %d\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table, len(parts)+1, start)
	return []byte(out.String())
}

func TestNumbersAreWrittenUntilTheyAreThoseOnPaper(t *testing.T) {
	for _, row := range []struct {
		what    string
		papers  [][]byte
		want    string
		written int
	}{
		{"nothing moves", [][]byte{drawn(5, 2, 4), drawn(5, 2, 4)}, "", 1},
		{"the numbers push a section to the next sheet", [][]byte{drawn(5, 2, 4), drawn(6, 2, 5), drawn(6, 2, 5)}, "", 2},
		{"it moves with every number", [][]byte{drawn(5, 2, 4), drawn(6, 2, 5), drawn(5, 2, 4)}, "the numbers in its contents do not settle in 3 passes; .pg needs a fixed width", 3},
		{"a section is on no sheet", [][]byte{drawn(5, 2)}, "its contents name a section #b, but there is none, or no link leads to it", 0},
		{"no PDF", [][]byte{nil}, "reading the PDF: it is cut short", 0},
	} {
		turn, written := 0, []map[string]int(nil)
		data, err := settle([]string{"a", "b"},
			func(draft bool) ([]byte, error) {
				if turn++; draft != (turn == 1) {
					t.Errorf("%s: printing %d is a draft: %v", row.what, turn, draft)
				}
				return row.papers[turn-1], nil
			},
			func(starts map[string]int) error { written = append(written, starts); return nil })
		if row.want != "" {
			if err == nil || err.Error() != row.want || data != nil {
				t.Errorf("%s: %v, want %s", row.what, err, row.want)
			}
		} else if places, _ := readPlaces(data); err != nil || !maps.Equal(places, written[len(written)-1]) {
			t.Errorf("%s: %v, printed %v, written %v", row.what, err, places, written)
		}
		if len(written) != row.written {
			t.Errorf("%s: numbers were written %d times, not %d", row.what, len(written), row.written)
		}
	}
}
