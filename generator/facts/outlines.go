package facts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
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

// Why a file gives no outlines. A file that is not JSON at all gives a *json.SyntaxError, one that is not there fs.ErrNotExist.
var (
	ErrOutlinesElsewhere = errors.New("not in media")
	ErrOutlinesTooLarge  = errors.New("over 8 MB")
	ErrNoOutlines        = errors.New("no polygon in a feature collection")
)

// NotDegreesError says that a point of an outline lies nowhere on the globe: its numbers are metres, for one.
type NotDegreesError struct{ Point [2]float64 }

func (e *NotDegreesError) Error() string {
	return fmt.Sprintf("%g, %g are no degrees of longitude and latitude", e.Point[0], e.Point[1])
}

// OutlinesFile is where the file is that site.yaml names for outlines, below the source folder; empty where it names none.
func OutlinesFile(c *catalog.Catalogue) string {
	named := strings.TrimPrefix(c.Settings.Outlines, content.Root+"/")
	if named == "" {
		return ""
	}
	return path.Join(content.Root, named)
}

// ReadOutlines reads the GeoJSON file that site.yaml names, in media/. With an error there are no outlines: the map then shows dots alone.
func ReadOutlines(c *catalog.Catalogue) ([]Outline, error) {
	const most = 8 << 20 // bytes; a county's municipalities are some 20 kB
	file := OutlinesFile(c)
	if file == "" || c.Tree == nil {
		return nil, nil
	}
	if !strings.HasPrefix(file, content.Root+"/media/") {
		return nil, ErrOutlinesElsewhere
	}
	data, err := content.Bytes(c.Tree.FS, file, most)
	if err != nil {
		return nil, err
	}
	if len(data) > most {
		return nil, ErrOutlinesTooLarge
	}
	return ParseOutlines(data)
}

// ParseOutlines reads the polygons of a GeoJSON feature collection. Features of another shape are passed over.
func ParseOutlines(data []byte) ([]Outline, error) {
	var collection struct {
		Features []struct {
			Properties map[string]any
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors put one in front
	if err := json.Unmarshal(data, &collection); err != nil {
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			return nil, err
		}
		return nil, ErrNoOutlines
	}
	var all []Outline
	for _, feature := range collection.Features {
		shape := Outline{Rings: rings(feature.Geometry.Type, feature.Geometry.Coordinates)}
		for _, ring := range shape.Rings {
			for _, point := range ring {
				if math.Abs(point[0]) > 180 || math.Abs(point[1]) > 90 {
					return nil, &NotDegreesError{point}
				}
			}
		}
		for _, value := range feature.Properties {
			if text, ok := value.(string); ok {
				shape.Codes = append(shape.Codes, text)
			}
		}
		if len(shape.Rings) > 0 {
			all = append(all, shape)
		}
	}
	if all == nil {
		return nil, ErrNoOutlines
	}
	return all, nil
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
			if len(points) > 0 {
				all = append(all, points)
			}
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
