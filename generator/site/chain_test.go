package site

import (
	"strings"
	"testing"
)

func TestTheChainLeadsFromCourseToCourseToWork(t *testing.T) {
	s := planned(t, `
-- content/courses/a2-bedorf.yaml --
title: Deutsch A2 in Bedorf
kind: language
subject: german
level: {from: a1, to: a2}
venue: {name: Schule, city: Bedorf, place: bedorf}
sessions: [{id: sommer, start: 2027-04-12, end: 2027-06-30}]
-- content/courses/b1-online.yaml --
title: Deutsch B1 online
kind: language
subject: german
level: {from: a2, to: b1}
mode: online
leads_to: [a1-adorf]
sessions: [{id: herbst, start: 2027-09-06, end: 2027-12-17}]
`)
	same(t, "courses in their order, and work once one has B1; a ring is left", chainText(chainOf(t, s, "de/courses/a1-adorf.html")), `
⟦level.to⟧ | Deutsch A1 in Adorf → a1-adorf.html | here
⟦level.from_to⟧ | Deutsch A2 in Bedorf → a2-bedorf.html | Montag, 12. April 2027 | ⟦next.gap_weeks⟧
⟦level.from_to⟧ | Deutsch B1 online → b1-online.html | Montag, 6. September 2027 | ⟦next.gap_weeks⟧
⟦chain.work⟧ | Praktikum → ../internships/index.html (1)`)
	if chain := chainOf(t, planned(t, ""), "de/courses/a2-bedorf.html"); chain != nil {
		t.Errorf("a single step is a chain: %s", chainText(chain))
	}
}

func TestTheLadderOfLevelsStandsOnTheLanguageTopic(t *testing.T) {
	for _, section := range modelOf[*SectionsPage](t, planned(t, ""), "de/topics/language.html").Sections {
		if section.ID == "levels" {
			same(t, "ladder", chainText(section.Chain), `
A1 | Kurse → ../courses/by/level/a1.html (2) | ⟦chain.next⟧
A2 | Kurse → ../courses/by/level/a2.html (2) | ⟦chain.next⟧
B1 | Kurse → ../courses/by/level/b1.html (1) | ⟦chain.next⟧
⟦chain.work⟧ | Praktikum → ../internships/index.html (1)`)
			return
		}
	}
	t.Error("there is no ladder")
}

func chainOf(t *testing.T, s *Site, path string) []ChainStep {
	t.Helper()
	for _, section := range modelOf[*RecordPage](t, s, path).Sections {
		if section.Chain != nil {
			return section.Chain
		}
	}
	return nil
}

func chainText(chain []ChainStep) string {
	var lines []string
	for _, step := range chain {
		parts := []string{step.Level, linkText(step.Title)}
		if step.Current {
			parts = append(parts, "here")
		}
		for _, said := range []string{step.When, step.Gap} {
			if said != "" {
				parts = append(parts, said)
			}
		}
		lines = append(lines, strings.Join(parts, " | "))
	}
	return strings.Join(lines, "\n")
}
