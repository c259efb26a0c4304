package site

import "testing"

func TestWhatDecidesStandsFirstAndOnce(t *testing.T) {
	s := planned(t, `
-- content/courses/a1-adorf.yaml --
title: Deutsch A1
kind: language
level: {from: a1, to: a1}
venue: {name: Schule, street: Weg 1, city: Adorf, place: adorf}
prices: [{id: a, amount: 180.00, per: once, note: mit Buch}]
sessions: [{id: winter, start: 2027-01-11, end: 2027-03-26, register_by: 2027-01-04, times: [{days: [mo], from: 18:00, to: 20:00}]}]
`)
	p := modelOf[*RecordPage](t, s, "de/courses/a1-adorf.html")
	same(t, "at a glance", factsText(p.Brief), `
next_start: Montag, 11. Januar 2027
time: ⟦time.evening⟧
where: Adorf
level: ⟦level.to⟧
price: ⟦price.once⟧`)
	for _, name := range []string{"next_start", "level"} {
		if factNamed(p.Facts, name) != nil {
			t.Errorf("%s is told twice", name)
		}
	}
	same(t, "the whole address below", factOf(p.Facts, "where"), "Schule | Adorf")
	if until := factNamed(p.Brief, "next_start").Values[0].Until; until != "2027-01-04" {
		t.Errorf("the start hides itself after %q", until)
	}
	running := modelOf[*RecordPage](t, s, "de/courses/a2-bedorf.html")
	same(t, "what has begun says so", factOf(running.Brief, "running"), "⟦session.running_since⟧")
}
