package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const (
	codeOutdatedTranslation = "outdated-translation"
	codeMachineTranslation  = "machine-translation"
)

// outdatedTranslation finds translations of texts that have changed since, and those that no person has read yet. The first is a
// warning: readers may be told what no longer holds, and a mark says so. The second is an info: it is marked for readers,
// and is work waiting rather than a mistake.
func outdatedTranslation(r *report, e catalog.Entry) {
	record := e.Base()
	for lang, state := range record.Translations {
		file := record.File(catalog.Lang(lang))
		if file == nil {
			continue
		}
		code := r.Languages[lang].Code
		switch state {
		case catalog.Outdated:
			if record.File(r.Default).Unsure("") {
				continue // only when its errors are mended is it known what the text says
			}
			r.in(e, catalog.Lang(lang), "", problem{diag.Warning, codeOutdatedTranslation,
				diag.Textf("Der Text in der Hauptsprache hat sich geändert, seit diese Übersetzung (%s) entstand.", "The text in the main language has changed since this translation (%s) was made.", code),
				diag.Textf("Gleichen Sie sie ab. Stimmt sie, rufen Sie auf: mappe translations accept %s %s", "Compare the two. If the translation is right, run: mappe translations accept %s %s", record.Key(), code)})
		case catalog.MachineMade:
			r.in(e, catalog.Lang(lang), "machine", problem{diag.Info, codeMachineTranslation,
				diag.Textf("Diese Übersetzung (%s) stammt von einer Maschine; noch hat sie niemand gelesen.", "This translation (%s) is a machine's; nobody has read it yet.", code),
				diag.Textf("Lesen Sie sie durch, und entfernen Sie dann die Zeile machine: true.", "Read it, and then remove the line machine: true.")})
		}
	}
}
