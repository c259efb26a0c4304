package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const (
	codeFarCoordinates  = "far-coordinates"
	codeHalfCoordinates = "half-coordinates"
)

// farKilometres is how far from the county's own point anything is likely to be.
const farKilometres = 100

// farCoordinates finds points over 100 km from the county's, most of them latitude and longitude swapped, and points of which one
// half is missing. Warnings, since a provider may well sit far away.
func farCoordinates(r *report, e catalog.Entry) {
	for _, point := range coordinatesOf(e) {
		switch {
		case point.lat == nil && point.lon == nil:
		case point.lat == nil || point.lon == nil:
			if _, isPlace := e.(*catalog.Place); !isPlace { // where both are due, a finding says so already
				r.at(e, point.path+"lat", problem{diag.Warning, codeHalfCoordinates,
					diag.Textf("Von Breite (lat) und Länge (lon) fehlt eine; der Ort steht auf keiner Karte.", "One of latitude (lat) and longitude (lon) is missing; the place is on no map."),
					diag.Textf("Ergänzen Sie beide, zum Beispiel: lat: 52.4083, lon: 7.9725", "Add both, for example: lat: 52.4083, lon: 7.9725")})
			}
		default:
			r.distance(e, point)
		}
	}
}

func (r *report) distance(e catalog.Entry, point coordinates) {
	if r.County == nil || r.County.Lat == nil || r.County.Lon == nil || catalog.Entry(r.County) == e {
		return
	}
	far := facts.Distance(*point.lat, *point.lon, *r.County.Lat, *r.County.Lon)
	if far <= farKilometres {
		return
	}
	hint := diag.Textf("Prüfen Sie Breite (lat) und Länge (lon).", "Check latitude (lat) and longitude (lon).")
	if facts.Distance(*point.lon, *point.lat, *r.County.Lat, *r.County.Lon) <= farKilometres {
		hint = diag.Textf("Breite und Länge sind vertauscht. Schreiben Sie: lat: %v, lon: %v", "Latitude and longitude are swapped. Write: lat: %v, lon: %v", *point.lon, *point.lat)
	}
	r.at(e, point.path+"lat", problem{diag.Warning, codeFarCoordinates,
		diag.Textf("Dieser Punkt liegt %.0f km vom Landkreis entfernt.", "This point lies %.0f km away from the county.", far), hint})
}
