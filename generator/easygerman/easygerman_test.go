package easygerman

import (
	"slices"
	"strings"
	"testing"
)

func TestRules(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"Hier lernen Sie Deutsch. Der Kurs ist am Montag.", ""},
		{"Sie lernen in diesem Kurs am Vormittag mit einer kleinen Gruppe Deutsch für Ihre Arbeit im Betrieb.", "long-sentence"},
		{"Sie lernen am Vormittag Deutsch. Am Abend lernen Sie Englisch. Am Samstag ist frei.", ""},
		{"Sie lernen am Vormittag Deutsch\nAm Abend lernen Sie Englisch\nAm Samstag ist kein Kurs", ""},
		{"Der Kurs beginnt am 3. Mai. Er endet am 12. Juni um 12 Uhr im Rathaus von Melle.", ""},
		{"Sie zahlen nichts, weil das Amt bezahlt.", "several-statements"},
		{"Wenn Sie krank sind, rufen Sie an.", "several-statements"},
		{"Wenn die Schule endet", ""},
		{"Wir sagen Ihnen, welche Seiten wichtig sind.", "several-statements"},
		{"Das ist ein Kurs, der am Abend ist.", "several-statements"},
		{"Hier gibt es Kurse, die Beratung, das Büro.", ""},
		{"Rufen Sie an oder kommen Sie.", "several-statements"},
		{"Sie lernen lesen und schreiben.", ""},
		{"Damit melden Sie sich an.", ""},
		{"Damit Sie Zeit haben, ist Pause.", "several-statements"},
		{"Gehen Sie zum Integrationskurs.", "long-word"},
		{"Gehen Sie zum Integrations·kurs oder zum Integrations-Kurs.", ""},
		{"Fahren Sie nach Georgsmarienhütte.", ""},
		{"Schreiben Sie an buergertelefondienst@landkreis.example.org.", ""},
		{"Bringen Sie z. B. Ihren Pass mit.", "abbreviation"},
		{"Das dauert 2 Std. am Tag.", "abbreviation"},
		{"Das ist so. Dann geht es los.", ""},
		{"Der Kurs dauert drei Tage.", "number-in-words"},
		{"Der Kurs dauert 3 Tage.", ""},
		{"Das sind 50 % vom Lohn.", "sign"},
		{"Kommen Sie pünktlich (vor dem Kurs).", "sign"},
		{"Den Schein gibt das Bundes·amt (BAMF).", ""},
		{"Fragen Sie Mutter/Vater.", "sign"},
		{"Sie werden vom Amt angerufen.", "passive"},
		{"Die Kosten wurden bezahlt.", "passive"},
		{"Sie werden Meisterin.", ""},
		{"Sie könnten anrufen.", "subjunctive"},
		{"Sie können anrufen.", ""},
		{"Das ist das Haus des Lehrers.", "genitive"},
		{"Dieses Haus ist neu.", ""},
		{"Kommen Sie eines Tages, bzw. morgen, wegen des Kurses.", "abbreviation genitive genitive"},
	} {
		var got []string
		for _, breach := range Find(row.text, func(word string) bool { return word == "Georgsmarienhütte" }) {
			got = append(got, string(breach.Rule))
			if !strings.Contains(row.text, breach.Passage) {
				t.Errorf("%q: the passage %q does not stand there", row.text, breach.Passage)
			}
		}
		if !slices.Equal(got, strings.Fields(row.want)) {
			t.Errorf("%q: %q, not %q", row.text, got, row.want)
		}
	}
}

func TestALongSentenceSaysHowManyWordsItHas(t *testing.T) {
	found := Find("Eins zu eins.\nSie lernen in diesem Kurs am Vormittag mit der Gruppe Deutsch für die Arbeit.", func(string) bool { return false })
	if len(found) != 1 || found[0].Words != 14 || !strings.HasPrefix(found[0].Passage, "Sie lernen") {
		t.Errorf("found %+v", found)
	}
}

func TestWhichLanguagesAreInLeichteSprache(t *testing.T) {
	for code, want := range map[string]bool{"de-simple": true, "de-AT-simple": true, "DE-Simple": true, "de": false, "de-AT": false, "en-simple": false, "simple": false, "": false} {
		if Is(code) != want {
			t.Errorf("%q: %t", code, !want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Sie werden, weil des Kurses z. B. 3. Mai (so und so) angerufen: „Ja.“ Dann, der\x80 ")
	f.Fuzz(func(t *testing.T, text string) {
		for _, breach := range Find(text, func(string) bool { return false }) {
			if breach.Passage == "" || !strings.Contains(text, breach.Passage) {
				t.Errorf("%q is not in %q", breach.Passage, text)
			}
		}
	})
}
