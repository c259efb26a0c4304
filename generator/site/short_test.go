package site

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"mappe/generator/address"
)

func TestAShortAddressLeadsToTheRecordInEveryLanguage(t *testing.T) {
	s := planned(t, strings.Replace(languageCourse, "-- content/courses/kurs/index.md --\n---\n", "-- content/courses/kurs/index.md --\n---\nformer_ids: [alt]\n", 1))
	for _, id := range []string{"kurs", "alt"} { // what is printed with the former name leads to the same
		p := modelOf[*ShortPage](t, s, address.Short(address.Code("courses", id)))
		var links []string
		for _, e := range p.Entries {
			links = append(links, e.Code+" "+string(e.Href)+" "+e.Title.Lang)
		}
		same(t, id, strings.Join(links, "\n"), "de ../de/courses/kurs.html de\nar ../ar/courses/kurs.html ar\nde-simple ../de-simple/courses/kurs.html de")
	}
	record := modelOf[*RecordPage](t, s, "ar/courses/kurs.html")
	code := address.Code("courses", "kurs")
	if record.Code.Src != "../../a/"+code+".svg#ar" || !slices.Equal(record.Code.Address, []string{"kreis.example.org/", "angebote/", "a/", code + ".html"}) {
		t.Errorf("the code on paper: %+v", record.Code)
	}
}

func TestWithoutShortAddressesThereAreNoCodes(t *testing.T) {
	s := planned(t, languageCourse)
	s.Catalogue.Settings.Outputs.Short = false
	if record := modelOf[*RecordPage](t, s, "ar/courses/kurs.html"); record.Code.Src != "" || record.Code.Address != nil {
		t.Errorf("a code of %+v", record.Code)
	}
}

func TestThePictureOfARecordsCodesHasAViewForEveryLanguage(t *testing.T) {
	s := planned(t, languageCourse)
	path := address.CodePicture(address.Code("courses", "kurs"))
	for _, f := range Files(s) {
		if f.Path != path {
			continue
		}
		var drawing struct {
			Views []struct {
				ID  string `xml:"id,attr"`
				Box string `xml:"viewBox,attr"`
			} `xml:"view"`
			Codes []struct {
				D string `xml:"d,attr"`
			} `xml:"g>path"`
		}
		if err := xml.Unmarshal(f.Make(), &drawing); err != nil {
			t.Fatal(err)
		}
		if len(drawing.Views) != len(s.Catalogue.Languages) || len(drawing.Codes) != len(drawing.Views) {
			t.Fatalf("%d views, %d codes", len(drawing.Views), len(drawing.Codes))
		}
		seen := map[string]bool{}
		for i, view := range drawing.Views {
			if view.ID != s.Catalogue.Languages[i].Code || seen[view.Box] || seen[drawing.Codes[i].D] {
				t.Errorf("the view %s shows what another does", view.ID)
			}
			seen[view.Box], seen[drawing.Codes[i].D] = true, true
		}
		return
	}
	t.Fatalf("there is no %s", path)
}
