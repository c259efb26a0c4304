package check

import (
	"strconv"

	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeResponsibleForEverything = "responsible-for-everything"

// responsibleForEverything finds rows of responsibility that say neither where nor for what: "a row without places and topics is
// a warning".
func responsibleForEverything(r *report, e catalog.Entry) {
	c, ok := e.(*catalog.Contact)
	if !ok {
		return
	}
	for i, row := range c.Responsible {
		if len(row.Places) == 0 && len(row.Topics) == 0 {
			r.at(e, "responsible."+strconv.Itoa(i), problem{diag.Warning, codeResponsibleForEverything,
				diag.Textf("Diese Ansprechstelle ist hier für alle Orte und alle Themen zuständig.", "This contact is responsible here for all places and all topics."),
				diag.Textf("Nennen Sie die Orte (places) oder die Themen (topics); ist wirklich der ganze Landkreis gemeint: places: [%[1]s]", "Name the places or the topics; if the whole county is meant: places: [%[1]s]", r.Settings.County.ID)})
		}
	}
}
