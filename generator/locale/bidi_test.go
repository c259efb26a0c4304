package locale

import "testing"

func TestDirectionOfTheFirstLetter(t *testing.T) {
	for text, want := range map[string]string{
		"Kurs":                    "ltr",
		"دورة B1":                 "rtl",
		"B1 دورة":                 "ltr",
		"12. – Kurs":              "ltr",
		"12 دورة":                 "rtl",
		"ትግርኛ":                    "ltr",
		Isolate("دورة") + " Kurs": "ltr",
		"\u2069 دورة":             "rtl",
		"0541 323-0":              "",
		"":                        "",
		"\xff\xfe":                "",
	} {
		if got := DirectionOf(text); got != want {
			t.Errorf("DirectionOf(%q) = %q, want %q", text, got, want)
		}
	}
}
