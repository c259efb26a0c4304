package site

import (
	"strings"
	"testing"
)

func TestEveryTripOfATimetableHasAHeading(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, `
-- content/transport/rufbus.yaml --
title: Bus
mode: bus
departures: [{id: hin, to: Stadt, days: [mo], calls: [{stop: Adorf, at: [7:15, 8:15, 9:15]}, {stop: Bedorf, at: [7:30, 8:30]}]}]
`), "de/transport/rufbus.html")
	for _, section := range p.Sections {
		if section.Table != nil {
			same(t, "columns", strings.Join(section.Table.Columns, " | "), "⟦fact.stops⟧ | ⟦departure.trip⟧ | ⟦departure.trip⟧ | ⟦departure.trip⟧")
			return
		}
	}
	t.Error("there is no timetable")
}
