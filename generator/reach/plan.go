package reach

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"math"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
)

// Plan is all of a catalogue that an answer depends on, and nothing else: two catalogues with the same plan have the same answers. It
// holds no pointers, so that it can be summed up.
type Plan struct {
	Walk      float64 // metres
	Transfers int
	Cut       float64 // metres
	Around    []point // what the timetable is cut to
	Origins   []origin
	Visits    []visit
	Offers    []offerVisits
	Services  []service
	Named     []string // stops that records name
}

type point struct{ Lat, Lon float64 }

// offerVisits are the visits of one offer, as indexes.
type offerVisits struct {
	Key    string
	Visits []int
}

// NewPlan reads a catalogue as of a day.
func NewPlan(c *catalog.Catalogue, today date.Date) *Plan {
	tree := facts.NewPlaceTree(c)
	limits := &c.Settings.Reach
	p := &Plan{Walk: float64(limits.WalkM), Transfers: limits.Transfers, Cut: 1000 * float64(limits.CutKm)}
	p.addOrigins(c, tree)
	p.addVisits(c, tree, today)
	p.addServices(c, tree, today)
	p.Named = namedStops(c)
	return p
}

// key sums the plan up.
func (p *Plan) key() string {
	var written bytes.Buffer
	if err := gob.NewEncoder(&written).Encode(p); err != nil { // plain values written to memory
		return ""
	}
	sum := sha256.Sum256(written.Bytes())
	return hex.EncodeToString(sum[:16])
}

// degrees are a point's, NaN where it has none.
func degrees(lat, lon *float64) point {
	if lat == nil || lon == nil {
		return point{math.NaN(), math.NaN()}
	}
	return point{*lat, *lon}
}

func (p point) known() bool { return !math.IsNaN(p.Lat) && !math.IsNaN(p.Lon) }
