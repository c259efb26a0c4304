package site

import (
	"strings"
	"testing"
)

const languageCourse = `
-- content/venues/haus.yaml --
title: Haus am Markt
street: Marktstraße 1
postal_code: "49000"
city: Adorf
place: adorf
stop: Adorf, Markt
wheelchair: yes
-- content/courses/kurs/index.md --
---
title: Deutsch A1 am Abend
summary: Zweimal in der Woche.
last_verified: 2026-11-01
organization: vhs
contacts: [sprache]
topics: [language]
audiences: [newcomers]
venue: haus
prices:
  - {id: voll, amount: 120.00, per: once}
  - {id: buch, amount: 20.00, per: once, extra: true}
age: {min: 16}
admission:
  statuses: [aufenthaltserlaubnis]
  source_url: https://gesetz.example.org/
  as_of: 2025-01-01
booking: {phone: 0541 555, url: "https://vhs.example.org/anmelden"}
documents: [Ausweis]
kind: language
level: {from: alpha, to: a1}
workload: {units: 60, per_week: 4}
sessions:
  - id: alt
    start: 2026-01-12
    end: 2026-03-20
    times: [{days: [mo], from: 18:00, to: 19:30}]
  - id: ausgefallen
    start: 2026-12-01
    end: 2026-12-20
    cancelled: true
    times: [{days: [mo], from: 18:00, to: 19:30}]
  - id: winter
    start: 2027-01-11
    end: 2027-03-26
    times: [{days: [mo, we], from: 18:00, to: 19:30}]
    seats: {total: 16, free: 3, as_of: 2026-11-20}
    register_by: 2027-01-04
---
-- content/courses/kurs/index.ar.md --
---
title: الألمانية
---
`

func TestCoursePageAnswersInTheOrderPeopleAsk(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, languageCourse), "de/courses/kurs.html")
	var names []string
	for _, f := range p.Facts {
		names = append(names, f.Name)
	}
	same(t, "what decides", factOf(p.Brief, "next_start"), "Montag, 11. Januar 2027")
	same(t, "facts", strings.Join(names, " "), "workload beside_work when where price who documents register ask topics organization")
	if p.Call.Href != "tel:+49541555" || p.Apply.Href != "https://vhs.example.org/anmelden" {
		t.Errorf("the buttons lead to %q and %q", p.Call.Href, p.Apply.Href)
	}
	for _, c := range []struct{ name, want string }{
		{"when", "11. Januar\u2009–\u200926. März 2027 | Montag und Mittwoch"},
		{"ask", "Sprachbüro | 0541 11101"},
	} {
		same(t, c.name, factOf(p.Facts, c.name), c.want)
	}
	if who := factOf(p.Facts, "who"); !strings.Contains(who, "⟦admission.may_have_changed⟧") {
		t.Errorf("a rule over a year old is told as if it were sure: %s", who)
	}
}

func TestCoursePageListsSessionsToComeFirst(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, languageCourse), "de/courses/kurs.html")
	var got []string
	for _, run := range p.Sections[0].Runs {
		badges := ""
		for _, b := range run.Badges {
			badges += " " + b.Name
		}
		got = append(got, run.ID+badges+" until "+run.Until)
	}
	same(t, "sessions", strings.Join(got, "\n"), `
session-ausgefallen cancelled until 2026-12-20
session-winter until 2027-03-26
session-alt past until `)
	if past := p.Sections[0].Runs[2]; !past.Past || len(past.Facts) > 0 {
		t.Error("a past session is told as if one could still come")
	}
}

func TestARoomWithoutAVenueIsTold(t *testing.T) {
	site := strings.Replace(languageCourse, "venue: haus\n", "", 1)
	site = strings.Replace(site, "    register_by:", "    room: \"12\"\n    register_by:", 1)
	p := modelOf[*RecordPage](t, planned(t, site), "de/courses/kurs.html")
	if where := factOf(p.Facts, "where"); !strings.Contains(where, "⟦address.room⟧") || !strings.Contains(where, "Kreis") {
		t.Errorf("where: %s", where)
	}
}

func TestACourseWithoutADateSaysSo(t *testing.T) {
	site := strings.Replace(strings.Replace(languageCourse, "2027-01-11", "2026-02-11", 1), "2027-03-26", "2026-03-26", 1)
	p := modelOf[*RecordPage](t, planned(t, strings.Replace(site, "register_by: 2027-01-04", "register_by: 2026-02-01", 1)), "de/courses/kurs.html")
	same(t, "next start", factOf(p.Brief, "next_start"), "⟦session.no_date⟧")
}

func TestATranslatedPageShowsTheGermanBesideIt(t *testing.T) {
	s := planned(t, languageCourse)
	ar := modelOf[*RecordPage](t, s, "ar/courses/kurs.html")
	if len(ar.German) != 3 || ar.German[0].Text != "Deutsch A1 am Abend" || ar.German[0].Lang != "de" || ar.German[0].Dir != "ltr" || !strings.Contains(ar.German[2].Text, "Montag, 11. Januar 2027") {
		t.Errorf("German beside the Arabic: %+v", ar.German)
	}
	if ar.Summary.Lang != "de" || ar.Summary.Dir != "ltr" {
		t.Errorf("the summary in the next best language does not say so: %+v", ar.Summary)
	}
	if de := modelOf[*RecordPage](t, s, "de/courses/kurs.html"); len(de.German) > 0 {
		t.Error("the German page shows German beside itself")
	}
}

func TestAPageWithoutATextOfItsOwnPointsToTheOneThatHasIt(t *testing.T) {
	s := planned(t, languageCourse)
	for _, c := range []struct{ path, canonical, alternates, missing string }{
		{"de/courses/kurs.html", "https://kreis.example.org/angebote/de/courses/kurs.html", "de ar x-default", "de-simple"},
		{"ar/courses/kurs.html", "https://kreis.example.org/angebote/ar/courses/kurs.html", "de ar x-default", "de-simple"},
		{"de-simple/courses/kurs.html", "https://kreis.example.org/angebote/de/courses/kurs.html", "", "de-simple"},
	} {
		p := modelOf[*RecordPage](t, s, c.path)
		var alternates, missing []string
		for _, a := range p.Alternates {
			alternates = append(alternates, a.HrefLang)
		}
		for _, l := range p.Languages {
			if l.Missing {
				missing = append(missing, l.Code)
			}
		}
		same(t, c.path+" canonical", p.Canonical, c.canonical)
		same(t, c.path+" alternates", strings.Join(alternates, " "), c.alternates)
		same(t, c.path+" missing", strings.Join(missing, " "), c.missing)
	}
	if alerts := alertTitles(modelOf[*RecordPage](t, s, "de-simple/courses/kurs.html").Alerts); alerts != "⟦alert.not_translated⟧" {
		t.Errorf("alerts: %s", alerts)
	}
}
