package site

import (
	"fmt"
	"strings"
	"testing"

	"mappe/generator/facts"
)

// shapes are two places of the test site and one of nobody's, Adorf with its key; a third feature is no shape.
const shapes = `
-- content/site.yaml --
format: 1
title: {de: Angebote im Kreis}
base_url: https://kreis.example.org/
default_language: de
languages: [de]
county: kreis
publisher: {organization: vhs, contact: telefon}
legal: {imprint: impressum, privacy: datenschutz, accessibility: barrierefrei, barrier_report: telefon, land: ni}
outlines: media/orte.geojson
-- content/places/adorf.yaml --
{title: Adorf, kind: municipality, parent: sg-nord, ags: "03459001", lat: 52.5, lon: 7.9}
-- content/media/orte.geojson --
{"type": "FeatureCollection", "features": [
 {"properties": {"AGS": "03459001", "size": 3}, "geometry": {"type": "Polygon", "coordinates": [[[7.8, 52.4], [8.0, 52.4], [8.0, 52.6], [7.8, 52.6], [7.8, 52.4]]]}},
 {"properties": {"AGS": "03404000"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[8.0, 52.2], [8.2, 52.2], [8.2, 52.4, 17], [8.0, 52.2]]]]}},
 {"properties": null, "geometry": {"type": "Point", "coordinates": [8, 52]}}
]}
`

func TestTheMapShowsEveryPlaceWithItsOffers(t *testing.T) {
	m := atlas(t, planned(t, ""))
	var got strings.Builder
	for _, s := range m.Spots {
		fmt.Fprintf(&got, "%s at %d %d, radius %d, area %q\n", linkText(s.Link), s.X, s.Y, s.R, s.Area)
	}
	// 0.3 degrees of longitude at 52.35 degrees are 0.183 of latitude, so that this map is higher than wide.
	same(t, "spots", got.String(), `
Adorf → places/adorf.html (2) at 154 16, radius 11, area ""
Bedorf → places/bedorf.html (3) at 337 464, radius 13, area ""
Zedorf → places/zedorf.html at 63 16, radius 4, area ""`)
	if m.Width != mapWidth || m.Height != mapHeight {
		t.Errorf("the picture is %d by %d", m.Width, m.Height)
	}
}

func TestOutlinesBelongToTheirPlaces(t *testing.T) {
	m := atlas(t, planned(t, shapes))
	same(t, "the place's own", m.Spots[0].Area, "M63 240l137 0 0-224-137 0 0 224z")
	if len(m.Areas) != 1 || !strings.HasPrefix(m.Areas[0], "M200 464l") {
		t.Errorf("the others: %q", m.Areas)
	}
}

func TestWhatIsNoGeoJSONHasNoOutlines(t *testing.T) {
	for _, data := range []string{"", "[]", "{", `{"features": 1}`, `{"features": [{"geometry": {"type": "Polygon", "coordinates": "x"}}]}`, `{"features": [{"geometry": null}]}`} {
		if found, err := facts.ParseOutlines([]byte(data)); len(found) > 0 || err == nil {
			t.Errorf("%s: %v, %v", data, found, err)
		}
	}
}

func FuzzOutlines(f *testing.F) {
	f.Add([]byte(shapes[strings.Index(shapes, "{\"type"):]))
	f.Fuzz(func(t *testing.T, data []byte) {
		outlines, err := facts.ParseOutlines(data)
		if (len(outlines) == 0) != (err != nil) {
			t.Errorf("%d outlines and %v", len(outlines), err)
		}
		for _, o := range outlines {
			projection{scale: 1}.path(&o)
			o.Contains(52.4, 8)
		}
	})
}

func TestNamesOnTheMapDoNotLieOnEachOther(t *testing.T) {
	m := &Map{Width: mapWidth, Height: mapHeight}
	for i := range 40 {
		m.Spots = append(m.Spots, Spot{Link: Link{Words: Words{Text: fmt.Sprintf("Großenheim %02d", i)}, Count: i}, X: 20 + i%7*60, Y: 20 + i*i%11*44, R: 4 + i%9})
	}
	m.label()
	var names []box
	for _, s := range m.Spots {
		if s.LabelY == 0 {
			continue
		}
		half := len([]rune(s.Text)) * mapText * 7 / 25
		name := box{s.LabelX - half, s.LabelY - mapText + 2, s.LabelX + half, s.LabelY + 4}
		if name.left < 0 || name.right > m.Width || name.top < 0 || name.bottom > m.Height {
			t.Errorf("%s leaves the picture", s.Text)
		}
		for _, other := range names {
			if name.meets(other) {
				t.Errorf("%s lies on another name", s.Text)
			}
		}
		names = append(names, name)
	}
	if len(names) < 5 || m.Spots[0].LabelY > 0 {
		t.Errorf("%d names, one at the place without offers: %v", len(names), m.Spots[0].LabelY > 0)
	}
	two := &Map{Width: mapWidth, Height: mapHeight, Spots: []Spot{
		{Link: Link{Words: Words{Text: "Kleinenheim"}, Count: 1}, X: 200, Y: 30, R: 4}, {Link: Link{Words: Words{Text: strings.Repeat("Großenheim", 4)}, Count: 9}, X: 200, Y: 34, R: 9},
	}}
	if two.label(); two.Spots[0].LabelY > 0 || two.Spots[1].LabelY == 0 {
		t.Errorf("the place with fewer offers took the room: %+v", two.Spots)
	}
}

// atlas is the map on the German home page.
func atlas(t *testing.T, s *Site) *Map {
	t.Helper()
	for _, section := range modelOf[*SectionsPage](t, s, "de/index.html").Sections {
		if section.Map != nil {
			return section.Map
		}
	}
	t.Fatal("there is no map")
	return nil
}
