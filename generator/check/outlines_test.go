package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
)

// TestWhatIsWrongWithOutlinesIsTold holds every way in which a file of outlines can be of no use against the finding it gives.
func TestWhatIsWrongWithOutlinesIsTold(t *testing.T) {
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	const polygon = `{"features": [{"properties": {"AGS": "03459014"}, "geometry": {"type": "Polygon", "coordinates": [[[7.8, 52.4], [8.0, 52.4], [8.0, 52.6]]]}}]}`
	for _, row := range []struct{ named, data, found, says string }{
		{"media/karte.geojson", polygon, "", ""},
		{"content/media/karte.geojson", polygon, "", ""},
		{"media/karte.geojson", "\ufeff" + polygon, "", ""},
		{"karte/orte.geojson", "", "content/site.yaml:9 unusable-outlines", "The file with the outlines has to lie in media/, not at karte/orte.geojson."},
		{"media/orte.geojson", "", "content/site.yaml:9 missing-site-file", "The file content/media/orte.geojson does not exist."},
		{"content/media/orte.geojson", "", "content/site.yaml:9 missing-site-file", "The file content/media/orte.geojson does not exist."},
		{"../orte.geojson", "", "content/site.yaml:9 unusable-outlines", "has to lie in media/"},
		{"media/karte.geojson", "{\n\"features\": [\n", "content/media/karte.geojson:2 unusable-outlines", "damaged here"},
		{"media/karte.geojson", "<kml></kml>", "content/media/karte.geojson:1 unusable-outlines", "damaged here"},
		{"media/karte.geojson", "[]", "content/media/karte.geojson:1 unusable-outlines", "no polygon"},
		{"media/karte.geojson", `{"features": [{"geometry": {"type": "Point", "coordinates": [8, 52]}}]}`, "content/media/karte.geojson:1 unusable-outlines", "no polygon"},
		{"media/karte.geojson", strings.Replace(polygon, "[7.8, 52.4]", "[435000, 5800000]", 1), "content/media/karte.geojson:1 unusable-outlines", "[435000, 5.8e+06] is nowhere on earth"},
		{"media/karte.geojson", strings.Replace(polygon, "[7.8, 52.4]", "[52.4, 97.8]", 1), "content/media/karte.geojson:1 unusable-outlines", "longitude before latitude"},
		{"media/karte.geojson", polygon + strings.Repeat(" ", 8<<20), "content/media/karte.geojson:1 unusable-outlines", "larger than 8 MB"},
		{"media/karte.geojson", strings.ReplaceAll(polygon, "03459014", "03404000"), "content/media/karte.geojson:1 outlines-of-nobody", "None of the outlines belongs to a place"},
	} {
		files := site(t, txtar.File{Name: "content/site.yaml", Data: append(base.Files[0].Data, "outlines: "+row.named+"\n"...)})
		if row.data != "" {
			files["content/media/karte.geojson"] = site(t, txtar.File{Name: "x", Data: []byte(row.data)})["x"]
		}
		var found, said []string
		for _, f := range run(t, load(t, files, catalog.Options{})) {
			found = append(found, fmt.Sprintf("%s:%d %s", f.File, f.Line, f.Code))
			said = append(said, f.Message.EN)
		}
		if got := strings.Join(found, ", "); got != row.found {
			t.Errorf("%s with %.30q: %s, want %s", row.named, row.data, got, row.found)
		}
		if got := strings.Join(said, ", "); !strings.Contains(got, row.says) {
			t.Errorf("%s with %.30q: says %s", row.named, row.data, got)
		}
	}
}
