package check

import (
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeInvalidAGS = "invalid-ags"

// invalidAGS finds official keys of places that are none: "`ags` (quoted; 5, 8 or 9 digits)". A warning: no page shows them.
func invalidAGS(r *report, e catalog.Entry) {
	place, ok := e.(*catalog.Place)
	if !ok || place.AGS == "" {
		return
	}
	if n := len(place.AGS); (n == 5 || n == 8 || n == 9) && strings.Trim(place.AGS, "0123456789") == "" {
		return
	}
	r.at(e, "ags", problem{diag.Warning, codeInvalidAGS,
		diag.Textf("„%s“ ist kein amtlicher Schlüssel: ein Landkreis hat 5 Ziffern, eine Gemeinde 8, eine Samtgemeinde 9.", "“%s” is no official key: a county has 5 digits, a municipality 8, a joint municipality 9.", place.AGS),
		diag.Textf("Schreiben Sie nur die Ziffern, in Anführungszeichen, mit den Nullen am Anfang: \"03459013\"", "Write the digits alone, in quotes, with the zeros at the start: \"03459013\"")})
}
