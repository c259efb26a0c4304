package site

import (
	"fmt"
	"strings"
	"testing"
)

const dated = `
-- content/timetables/holidays.yaml --
public: [2026-12-25, 2027-01-01]
school: [{name: {de: Weihnachten}, from: 2026-12-23, to: 2027-01-09}]
-- content/courses/a1-adorf.ar.yaml --
-- content/courses/a1-adorf.yaml --
title: Deutsch A1
kind: language
sessions:
  - `

func TestTheCalendarShowsDaysAndBreaks(t *testing.T) {
	for _, c := range []struct{ name, session, calendar, breaks string }{
		{"days, a holiday and a break; the weekends between belong to a break",
			"{id: a, start: 2026-12-14, end: 2027-01-08, times: [{days: [mo, fr], from: 9:00, to: 12:00}], except: [2026-12-28..2027-01-04]}", `
Dezember 2026 50: days M11 5h58M1 15h68M1 25h68M1 35h68M1 45h38; on M1 25h8M41 25h8M1 35h8; off M41 35h8M1 45h8
Januar 2027 50: days M41 5h28M1 15h68M1 25h68M1 35h68M1 45h68; on M41 15h8; off M41 5h8M1 15h8`,
			"25. Dezember 2026\u2009–\u20094. Januar 2027"},
		{"school holidays", "{id: a, start: 2026-11-25, end: 2026-12-30, times: [{days: [we]}], closed_on: [school]}",
			"November 2026 60: days M61 5h8M1 15h68M1 25h68M1 35h68M1 45h68M1 55h8; on M21 45h8; off \n" +
				"Dezember 50: days M11 5h58M1 15h68M1 25h68M1 35h68M1 45h38; on M21 5h8M21 15h8M21 25h8; off M21 35h8M21 45h8", "23.–30. Dezember 2026"},
		{"few days are told in words", "{id: a, start: 2026-12-01, end: 2026-12-03, times: [{days: [tu, we, th]}]}", "", ""},
		{"so is what has no end", "{id: a, start: 2026-12-01, rolling: true, times: [{days: [tu]}]}", "", ""},
	} {
		p := modelOf[*RecordPage](t, planned(t, dated+c.session+"\n"), "de/courses/a1-adorf.html")
		run := p.Sections[0].Runs[0]
		var got strings.Builder
		if run.Calendar != nil {
			for _, m := range run.Calendar.Months {
				fmt.Fprintf(&got, "%s %d: days %s; on %s; off %s\n", m.Name, m.Height, m.Days, m.On, m.Off)
			}
		}
		same(t, c.name, factOf(run.Facts, "breaks"), c.breaks)
		same(t, c.name, got.String(), c.calendar)
	}
}
