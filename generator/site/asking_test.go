package site

import (
	"strings"
	"testing"
)

func TestTheFinderKnowsChoicesAndOffices(t *testing.T) {
	s := planned(t, `
-- content/contacts/jugend.yaml --
title: Jugendbüro
role: Für Junge
phone: 0541 22600
responsible: [{audiences: [pupils], topics: [school]}, {circles: [sgb-2], places: [adorf, bedorf]}]
-- content/contacts/pause.yaml --
{title: Pausiert, role: x, phone: 0541 1, status: paused, responsible: [{topics: [school]}]}
`)
	a := modelOf[*FinderPage](t, s, "de/contacts/find.html").Asking
	var places, offices []string
	for _, place := range a.Places {
		places = append(places, place.Text+": "+place.Within)
	}
	for _, office := range a.Offices {
		offices = append(offices, strings.TrimSpace(office.Card.Record+" "+office.Rows+" "+factOf(office.Card.Facts, "for_whom")))
	}
	same(t, "places with those they lie in", strings.Join(places, "\n"), `
Adorf: adorf sg-nord kreis
Bedorf: bedorf kreis
Kreis: kreis
Nachbarstadt: stadt
Samtgemeinde Nord: sg-nord kreis
Zedorf: zedorf sg-nord kreis`)
	same(t, "offices with their rows, and for whom where that is not everybody", strings.Join(offices, "\n"), `
contacts/gesundheit kreis|health||
contacts/jobcenter kreis|work||sgb-2;kreis|benefits||sgb-2 Grundsicherung nach dem SGB II
contacts/jugend kreis|school|pupils|;adorf bedorf|||sgb-2 Schülerinnen und Schüler und Grundsicherung nach dem SGB II
contacts/rathaus adorf|housing work||
contacts/seele kreis|mental-health||
contacts/sozialamt kreis|work benefits||asylblg Leistungen nach dem AsylbLG
contacts/sprache kreis|language||
contacts/telefon kreis|||`)
	for _, topic := range a.Topics {
		if topic.ID == "internship" && topic.Within != "internship work" {
			t.Errorf("a topic lies within %q", topic.Within)
		}
	}
}
