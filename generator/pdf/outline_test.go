package pdf

import (
	"regexp"
	"slices"
	"testing"
)

func TestTheOutlineSaysWhatTheHeadingsSay(t *testing.T) {
	wide := `<!doctype html><html lang="de"><title>T</title><h1>Kurse</h1><div style="width:40mm"><h2>Deutsch sprechen mit
		Freiwilligen (in Belm)</h2></div><h2 style="display:none">Nicht auf Papier</h2><h2>دورة اللغة المهنية A2 في كفاكنبروك (Berufssprachkurs A2)</h2><h3>ኩሉ ዕድላት 2</h3>`
	p := start(t, options(t, files(map[string]string{"a.html": wide})))
	inside := unpacked(t, printed(t, p, "a.html"))
	var got []string
	for _, title := range regexp.MustCompile(`<</Title (<[0-9A-F]*>)\s*/Dest`).FindAllSubmatch(inside, -1) {
		got = append(got, textOf(title[1]))
	}
	want := []string{"Kurse", "Deutsch sprechen mit Freiwilligen (in Belm)", "دورة اللغة المهنية A2 في كفاكنبروك (Berufssprachkurs A2)", "ኩሉ ዕድላት 2"}
	for _, title := range want {
		if !slices.Contains(got, title) {
			t.Errorf("no %q in the outline %q", title, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the outline is %q", got)
	}
}

func TestAnEntryOfOtherLettersStays(t *testing.T) {
	if !slices.Equal(letters("fürFrauen in"), letters("in für\u2068 Frauen")) || slices.Equal(letters("Frauen"), letters("Frau")) {
		t.Error("letters are compared wrongly")
	}
	for text, written := range map[string]string{"Kurse (A)": `(Kurse \(A\))`, "Übersicht 😀": pdfText("Übersicht 😀"), "": "<FEFF>"} {
		if got := textOf([]byte(written)); got != text {
			t.Errorf("%s is read as %q", written, got)
		}
	}
}
