package site

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/content"
)

// outline is the shape of a place: rings of points in degrees, longitude first (RFC 7946).
type outline struct {
	// codes are the texts that stand beside the shape; a place's official key among them says whose it is.
	codes []string
	rings [][][2]float64
}

// readOutlines reads the GeoJSON file that site.yaml names, below content/. A file that is not there or is none gives no outlines: the
// map then shows dots alone.
func readOutlines(c *catalog.Catalogue) []outline {
	const most = 8 << 20 // bytes; a county's municipalities are some 20 kB
	named := strings.TrimPrefix(c.Settings.Outlines, content.Root+"/")
	if named == "" || c.Tree == nil || !fs.ValidPath(named) {
		return nil
	}
	data, err := fs.ReadFile(c.Tree.FS, path.Join(content.Root, named))
	if err != nil || len(data) > most {
		return nil
	}
	return parseOutlines(data)
}

// parseOutlines reads the polygons of a GeoJSON feature collection. What is none is passed over.
func parseOutlines(data []byte) []outline {
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
	var all []outline
	for _, feature := range collection.Features {
		shape := outline{rings: rings(feature.Geometry.Type, feature.Geometry.Coordinates)}
		for _, value := range feature.Properties {
			if text, ok := value.(string); ok {
				shape.codes = append(shape.codes, text)
			}
		}
		if len(shape.rings) > 0 {
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
