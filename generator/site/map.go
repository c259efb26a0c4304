package site

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// The picture is so many units wide or high, whichever is reached first. A phone shows 288 of its pixels for them, so that a text of
// mapText units can still be read there.
const (
	mapWidth, mapHeight = 400, 480
	mapEdge             = 16
	mapText             = 15
	// mostSpots is how many places a map can hold: beyond, their circles lie on each other.
	mostSpots = 150
)

// placeMap draws places with as many offers as the links say; nil where there are too few or too many for a picture. The links lead to
// the places, in the same order.
func (v *view) placeMap(places []catalog.Entry, links []Link) *Map {
	var spots []*catalog.Place
	var shown []Link
	for i, entry := range places {
		if p, ok := entry.(*catalog.Place); ok && p.Lat != nil && p.Lon != nil && links[i].Href != "" {
			spots, shown = append(spots, p), append(shown, links[i])
		}
	}
	if len(spots) < 3 || len(spots) > mostSpots {
		return nil
	}
	to, m := projectionOf(spots, v.outlines)
	most := 1
	for _, link := range shown {
		most = max(most, link.Count)
	}
	for i, p := range spots {
		spot := Spot{Link: shown[i], R: 4 + int(9*math.Sqrt(float64(shown[i].Count)/float64(most))), Told: v.t("map.offers", "place", shown[i].Text, "n", shown[i].Count)}
		spot.X, spot.Y = to.point(*p.Lon, *p.Lat)
		spot.Area = to.path(v.outlineOf(p))
		m.Spots = append(m.Spots, spot)
	}
	for i := range v.outlines {
		if !slices.ContainsFunc(spots, func(p *catalog.Place) bool { return v.outlines[i].IsOf(p) }) {
			m.Areas = append(m.Areas, to.path(&v.outlines[i]))
		}
	}
	m.label()
	return m
}

func (s *Site) outlineOf(p *catalog.Place) *facts.Outline {
	if i := slices.IndexFunc(s.outlines, func(o facts.Outline) bool { return o.IsOf(p) }); i >= 0 {
		return &s.outlines[i]
	}
	return nil
}

// projection leads from degrees to the units of a picture.
//
// It is the equidistant cylindrical projection, x = λ cos φ₁ and y = -φ, with the standard parallel φ₁ in the middle of the picture (Snyder,
// Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, chapter 12): on an area the size of a county nobody can tell it from the
// ground.
type projection struct {
	west, north, cos, scale float64
	edgeX, edgeY            float64
}

// projectionOf fits places, and outlines where there are any, into a picture, and returns that picture, empty.
func projectionOf(places []*catalog.Place, outlines []facts.Outline) (projection, *Map) {
	west, east, south, north := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	add := func(lon, lat float64) {
		west, east, south, north = min(west, lon), max(east, lon), min(south, lat), max(north, lat)
	}
	for _, p := range places {
		add(*p.Lon, *p.Lat)
	}
	for _, o := range outlines {
		for _, ring := range o.Rings {
			for _, point := range ring {
				add(point[0], point[1])
			}
		}
	}
	to := projection{west: west, north: north, cos: math.Cos((south + north) / 2 * math.Pi / 180), edgeX: mapEdge, edgeY: mapEdge}
	wide, high := max((east-west)*to.cos, 1e-6), max(north-south, 1e-6)
	to.scale = min((mapWidth-2*mapEdge)/wide, (mapHeight-2*mapEdge)/high)
	m := &Map{Width: mapWidth, Height: int(high*to.scale) + 2*mapEdge}
	to.edgeX = (mapWidth - wide*to.scale) / 2
	return to, m
}

func (to projection) point(lon, lat float64) (x, y int) {
	return int(math.Round((lon-to.west)*to.cos*to.scale + to.edgeX)), int(math.Round((to.north-lat)*to.scale + to.edgeY))
}

// path writes an outline as the data of a path, in whole units from point to point. Neighbours stay neighbours: both round the points they
// share alike.
func (to projection) path(o *facts.Outline) string {
	if o == nil {
		return ""
	}
	var d []byte
	for _, ring := range o.Rings {
		var lastX, lastY, points int
		for _, point := range ring {
			x, y := to.point(point[0], point[1])
			switch {
			case points == 0:
				d = appendPair(append(d, 'M'), x, y)
			case x == lastX && y == lastY:
				continue
			case points == 1:
				d = appendPair(append(d, 'l'), x-lastX, y-lastY)
			default:
				d = appendNext(d, x-lastX, y-lastY)
			}
			lastX, lastY, points = x, y, points+1
		}
		if points > 0 {
			d = append(d, 'z')
		}
	}
	return string(d)
}

func appendPair(d []byte, x, y int) []byte {
	d = strconv.AppendInt(d, int64(x), 10)
	if y >= 0 {
		d = append(d, ' ')
	}
	return strconv.AppendInt(d, int64(y), 10)
}

// appendNext writes a pair after another one; a minus parts numbers as well as a space.
func appendNext(d []byte, x, y int) []byte {
	if x >= 0 {
		d = append(d, ' ')
	}
	return appendPair(d, x, y)
}

// box is a part of the picture that is taken.
type box struct{ left, top, right, bottom int }

func (b box) meets(other box) bool {
	return b.left < other.right && other.left < b.right && b.top < other.bottom && other.top < b.bottom
}

// label gives names to the places with most offers, below, above or beside their circles, as long as none lies on another or leaves the
// picture. A place without offers has none: it would take the room next to a circle that is not its own.
func (m *Map) label() {
	order := make([]int, len(m.Spots))
	var taken []box
	for i, s := range m.Spots {
		order[i] = i
		taken = append(taken, box{s.X - s.R, s.Y - s.R, s.X + s.R, s.Y + s.R})
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.Spots[b].Count, m.Spots[a].Count) })
	for _, i := range order {
		s := &m.Spots[i]
		if s.Count == 0 {
			break
		}
		half := len([]rune(s.Text)) * mapText * 7 / 25 // letters are some 0.56 of their height wide
		aside := s.R + half + 4
		for _, at := range [][2]int{{s.X, s.Y + s.R + mapText}, {s.X, s.Y - s.R - 4}, {s.X + aside, s.Y + mapText/3}, {s.X - aside, s.Y + mapText/3}} {
			name := box{at[0] - half, at[1] - mapText + 2, at[0] + half, at[1] + 4}
			if name.left < 0 || name.right > m.Width || name.top < 0 || name.bottom > m.Height || slices.ContainsFunc(taken, name.meets) {
				continue
			}
			s.LabelX, s.LabelY = at[0], at[1]
			taken = append(taken, name)
			break
		}
	}
}
