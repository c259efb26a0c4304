package timetable

import "math"

// How people walk. The detour factor and the speed are those of the project's brief; the factor is the usual one for built-up areas.
const (
	Detour       = 1.3 // metres walked for a metre as the crow flies
	WalkingSpeed = 1.2 // metres a second
)

const (
	earthRadius     = 6371000.0 // metres, mean
	metresPerDegree = earthRadius * math.Pi / 180
)

// Circle is a point and how far around it matters, in metres as the crow flies.
type Circle struct {
	Lat, Lon, Metres float64
}

// Distance returns the metres between two points as the crow flies (haversine), NaN where a point is unknown.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	sinLat, sinLon := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := sinLat*sinLat + math.Cos(lat1*rad)*math.Cos(lat2*rad)*sinLon*sinLon
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}

// WalkSeconds is how long it takes to walk a distance as the crow flies, rounded up.
func WalkSeconds(metres float64) int32 { return int32(math.Ceil(metres * Detour / WalkingSpeed)) }

// grid finds stops that are near each other without comparing all of them.
type grid struct {
	stops  []Stop
	cell   float64 // degrees of latitude
	lonOf  float64 // degrees of longitude that are as long
	cells  map[[2]int32][]int32
	metres float64
}

// newGrid sorts the listed stops into cells that are as wide as the distance asked for later.
func newGrid(stops []Stop, list []int32, metres float64) *grid {
	g := &grid{stops: stops, metres: metres, cells: map[[2]int32][]int32{}, cell: max(metres, 1) / metresPerDegree}
	widest := 0.0 // the cosine at the stop farthest from the equator makes cells wide enough for all
	for _, s := range list {
		if lat := math.Abs(stops[s].Lat); lat > widest {
			widest = lat
		}
	}
	g.lonOf = g.cell / max(math.Cos(widest*math.Pi/180), 0.01)
	for _, s := range list {
		if !math.IsNaN(stops[s].Lat) {
			key := g.key(&stops[s])
			g.cells[key] = append(g.cells[key], s)
		}
	}
	return g
}

func (g *grid) key(s *Stop) [2]int32 {
	return [2]int32{int32(math.Floor(s.Lat / g.cell)), int32(math.Floor(s.Lon / g.lonOf))}
}

// near calls found for every other stop within the distance.
func (g *grid) near(s int32, found func(other int32, metres float64)) {
	stop := &g.stops[s]
	if math.IsNaN(stop.Lat) {
		return
	}
	key := g.key(stop)
	for dy := int32(-1); dy <= 1; dy++ {
		for dx := int32(-1); dx <= 1; dx++ {
			for _, other := range g.cells[[2]int32{key[0] + dy, key[1] + dx}] {
				if d := Distance(stop.Lat, stop.Lon, g.stops[other].Lat, g.stops[other].Lon); other != s && d <= g.metres {
					found(other, d)
				}
			}
		}
	}
}
