package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"
)

// unpacked is a PDF followed by what its streams of objects hold, so that it can be searched.
func unpacked(t testing.TB, data []byte) []byte {
	t.Helper()
	all := bytes.Clone(data)
	for _, at := range regexp.MustCompile(`/Type /ObjStm [^\n]*\nstream\n`).FindAllIndex(data, -1) {
		r, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			t.Fatal(err)
		}
		objects, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, objects...)
	}
	return all
}

func TestAPackedPDFIsTheSameForItsReaders(t *testing.T) {
	p := start(t, options(t, files(map[string]string{"ar/print/all.html": brochure("ar", "rtl", "كل العروض", "قسم", 3, 90, 2, 1, 1, 1, 1, 1, 1, 40)})))
	page, err := p.fromBrowser("ar/print/all.html")
	if err != nil {
		t.Fatal(err)
	}
	plain := page.pdf
	packed := pack(plain, page.headings)
	if len(packed) > len(plain)*2/3 {
		t.Errorf("%d bytes of %d", len(packed), len(plain))
	}
	for _, look := range [][]string{{"pdftotext", "-layout"}, {"pdfinfo", "-dests"}, {"pdfinfo", "-url"}, {"pdfinfo", "-struct-text"}, {"pdffonts"}} {
		before, after := told(t, plain, look[0], look[1:]...), told(t, packed, look[0], look[1:]...)
		if before != after || before == "" || strings.Contains(after, "Error") {
			t.Errorf("%v differs:\n%s\nbefore:\n%s", look, after, before)
		}
	}
}

func TestWhatIsNotAsChromiumWritesItIsNotPacked(t *testing.T) {
	whole := string(drawn(3, 1))
	last := strings.LastIndex(whole, " 00000 n")
	beyond := whole[:last-4] + "9999" + whole[last:] // the last object lies behind the end
	for _, data := range []string{beyond, "", "%PDF-1.4\n", strings.Replace(whole, "1.4", "1.7", 1), strings.Replace(whole, "/Info", "/Onfi", 1), strings.Replace(whole, "2 0 obj", "9 0 obj", 1), whole[:len(whole)-9]} {
		if got := pack([]byte(data), nil); string(got) != data {
			t.Errorf("%q became %q", data, got)
		}
	}
	if packed := pack([]byte(whole), nil); bytes.Equal(packed, []byte(whole)) || !bytes.Contains(unpacked(t, packed), []byte("/Type /Catalog")) {
		t.Errorf("%q", packed)
	}
}

func FuzzPack(f *testing.F) {
	f.Add(drawn(3, 1, 2))
	f.Add([]byte("%PDF-1.4\nxref\n0 0\ntrailer <</Root 0 0 R/Info 0 0 R>>\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if packed := pack(data, []string{"T", "b"}); !bytes.Equal(packed, data) && !stamp.Match(stamped(packed, digest{1})) {
			t.Errorf("%q cannot be stamped", packed)
		}
	})
}
