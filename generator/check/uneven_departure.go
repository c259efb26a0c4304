package check

import (
	"strconv"

	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeUnevenDeparture = "uneven-departure"

// unevenDeparture finds departures whose stops have different numbers of times: "the n-th times of all calls are one trip". An error,
// since times would be read as those of another trip.
func unevenDeparture(r *report, e catalog.Entry) {
	t, ok := e.(*catalog.Transport)
	if !ok {
		return
	}
	for i, d := range t.Departures {
		for j, call := range d.Calls {
			if first := d.Calls[0]; len(call.At) != len(first.At) {
				r.at(e, "departures."+itemName(d.ID, i)+".calls."+strconv.Itoa(j)+".at", problem{diag.Error, codeUnevenDeparture,
					diag.Textf("Die Zahl der Uhrzeiten ist verschieden: %d an „%s“, %d an „%s“; die n-te Uhrzeit jedes Halts gehört aber zur selben Fahrt.", "The number of times differs: %d at “%s”, %d at “%s”; but the n-th time of every stop belongs to the same trip.", len(call.At), call.Stop, len(first.At), first.Stop),
					diag.Textf("Schreiben Sie an jedem Halt gleich viele Uhrzeiten. Halten nicht alle Fahrten überall, machen Sie zwei Abfahrten daraus.", "Write the same number of times at each stop. If some trips leave stops out, make two departures of it.")})
				break
			}
		}
	}
}
