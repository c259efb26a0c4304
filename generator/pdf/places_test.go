package pdf

import (
	"bytes"
	"maps"
	"strings"
	"testing"
)

func TestPlacesAreReadFromWhatChromiumWrites(t *testing.T) {
	places, err := readPlaces(drawn(9, 1, 9, 3))
	if err != nil || !maps.Equal(places, map[string]int{"a": 1, "b": 9, "c": 3}) {
		t.Errorf("%v, %v", places, err)
	}
	none, err := readPlaces(bytes.Replace(drawn(1), []byte("/Dests"), []byte("/Quiet"), 1))
	if err != nil || len(none) > 0 {
		t.Errorf("a PDF that names no places: %v, %v", none, err)
	}
	if name := plainName([]byte("teil#20eins#2")); name != "teil eins#2" {
		t.Errorf("a name with escapes: %q", name)
	}
}

func TestADamagedPDFIsAnErrorThatSaysWhy(t *testing.T) {
	whole := string(drawn(3, 1, 2))
	for damage, change := range map[string]*strings.Replacer{
		"is cut short":               strings.NewReplacer("%%EOF", ""),
		"no table of objects":        strings.NewReplacer("xref\n0 8", "xxxx\n0 8"),
		"table of objects is cut":    strings.NewReplacer("xref\n0 8", "xref\n0 9999"),
		"has no object 77":           strings.NewReplacer("/Root 2 0 R", "/Root 77 0 R"),
		"no entry Root":              strings.NewReplacer("/Root", "/Soot"),
		"no entry Pages":             strings.NewReplacer("/Pages 3", "/Sagep 3"),
		"object 3 is not where":      strings.NewReplacer("3 0 obj", "9 0 obj"),
		"Dests refers to nothing":    strings.NewReplacer("/Dests 4 0 R", "/Dests [ 0 R"),
		"object 5 is in the tree of": strings.NewReplacer("[5 0 R 6", "[5 0 R 5"),
		"the place a is on no sheet": strings.NewReplacer("/a [5", "/a [1"),
		"object 2 has no end":        strings.NewReplacer("endobj", "endxxx"),
	} {
		changed := change.Replace(whole)
		if _, err := readPlaces([]byte(changed)); changed == whole || err == nil || !strings.Contains(err.Error(), damage) {
			t.Errorf("%s: %v", damage, err)
		}
	}
}

func FuzzReadPlaces(f *testing.F) {
	f.Add(drawn(3, 1, 2))
	f.Add(drawn(0))
	f.Add([]byte("xref\n0 1\n0000000000 65535 f \ntrailer <</Root 0 0 R>>\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		places, err := readPlaces(data)
		if err != nil && places != nil {
			t.Errorf("places %v of a PDF that %v", places, err)
		}
		for name, sheet := range places {
			if sheet < 1 {
				t.Errorf("%s is on sheet %d", name, sheet)
			}
		}
	})
}
