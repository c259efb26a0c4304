package facts

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/content"
)

// Outline is the shape of a place: rings of points in degrees, longitude first (RFC 7946).
type Outline struct {
	// Codes are the texts that stand beside the shape; a place's official key among them says whose it is.
	Codes []string
	Rings [][][2]float64
}

// ReadOutlines reads the GeoJSON file that site.yaml names, below content/. A file that is not there or is none gives no outlines: the
// map then shows dots alone.
func ReadOutlines(c *catalog.Catalogue) []Outline {
	const most = 8 << 20 // bytes; a county's municipalities are some 20 kB
	named := strings.TrimPrefix(c.Settings.Outlines, content.Root+"/")
	if named == "" || c.Tree == nil || !fs.ValidPath(named) {
		return nil
	}
	data, err := fs.ReadFile(c.Tree.FS, path.Join(content.Root, named))
	if err != nil || len(data) > most {
		return nil
	}
	return ParseOutlines(data)
}

// ParseOutlines reads the polygons of a GeoJSON feature collection. What is none is passed over.
func ParseOutlines(data []byte) []Outline {
	var collection struct {
		Features []struct {
			Properties map[string]any
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if json.Unmarshal(data, &collection) != nil {
		return nil
	}
	var all []Outline
	for _, feature := range collection.Features {
		shape := Outline{Rings: rings(feature.Geometry.Type, feature.Geometry.Coordinates)}
		for _, value := range feature.Properties {
			if text, ok := value.(string); ok {
				shape.Codes = append(shape.Codes, text)
			}
		}
		if len(shape.Rings) > 0 {
			all = append(all, shape)
		}
	}
	return all
}

func rings(kind string, coordinates json.RawMessage) [][][2]float64 {
	var polygons [][][][]float64
	switch kind {
	case "Polygon":
		polygons = make([][][][]float64, 1)
		if json.Unmarshal(coordinates, &polygons[0]) != nil {
			return nil
		}
	case "MultiPolygon":
		if json.Unmarshal(coordinates, &polygons) != nil {
			return nil
		}
	}
	var all [][][2]float64
	for _, polygon := range polygons {
		for _, ring := range polygon {
			var points [][2]float64
			for _, point := range ring {
				if len(point) >= 2 {
					points = append(points, [2]float64{point[0], point[1]})
				}
			}
			all = append(all, points)
		}
	}
	return all
}

// IsOf reports whether the outline is that of a place: its official key is among the codes.
func (o *Outline) IsOf(p *catalog.Place) bool { return p.AGS != "" && slices.Contains(o.Codes, p.AGS) }

// Contains reports whether a point lies inside, by counting how often a line due east crosses the rings (even-odd rule; M. Shimrat, CACM
// algorithm 112, 1962). Islands and holes need no rule of their own.
func (o *Outline) Contains(lat, lon float64) bool {
	inside := false
	for _, ring := range o.Rings {
		for i := range ring {
			a, b := ring[i], ring[(i+len(ring)-1)%len(ring)]
			if a[1] > lat != (b[1] > lat) && lon < a[0]+(lat-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
				inside = !inside
			}
		}
	}
	return inside
}
