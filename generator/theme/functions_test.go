package theme

import (
	"testing"
	"unicode"
)

func TestTimesFollowTheWordBetweenThem(t *testing.T) {
	for text, want := range map[string]string{
		"08:30–12:15":     `<bdi dir="ltr" class="nowrap">08:30–12:15</bdi>`,
		"8:30 تا 12:15":   `<bdi dir="rtl" class="nowrap">8:30 تا 12:15</bdi>`,
		"08:30 bis 12":    `<bdi dir="ltr" class="nowrap">08:30 bis 12</bdi>`,
		"040 66969-100":   `<bdi dir="ltr" class="nowrap">040 66969-100</bdi>`,
		"a&b@example.org": `<bdi dir="ltr" class="nowrap">a&amp;b@example.org</bdi>`,
	} {
		if got := string(leftToRight(text)); got != want {
			t.Errorf("%q becomes %s", text, got)
		}
	}
}

func TestLongAddressesAreDividedAtTheirSigns(t *testing.T) {
	for text, want := range map[string]string{
		"betriebe@jobcenter.example.org":          "betriebe@<wbr>jobcenter<wbr>.example<wbr>.org",
		"https://www.example.org/a-b/c_d?e=f&g=1": "https://<wbr>www<wbr>.example<wbr>.org/<wbr>a-<wbr>b/<wbr>c<wbr>_d<wbr>?e<wbr>=f<wbr>&amp;g<wbr>=1",
		"www.example.org/":                        "www.example.org/", // has room on any phone
		"www.example.org/kurse/":                  "www<wbr>.example<wbr>.org/<wbr>kurse/",
		"+49 5431 123-456":                        "+49 5431 123-456",
		"08:30–12:15, 13:00–16:30":                "08:30–12:15, 13:00–16:30",
		"Dr.-Wilhelm-Straße 12":                   "Dr.-Wilhelm-Straße 12",
		"2027.01.02-2027.03.04":                   "2027.01.02-2027.03.04",
	} {
		if got := string(appendDivisible(nil, text)); got != want {
			t.Errorf("%q becomes %s", text, got)
		}
	}
}

func TestHasRightToLeftOfEveryLetter(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if text := "a " + string(r); hasRightToLeft(text) != rightToLeft(r) {
			t.Fatalf("%q: %v", text, hasRightToLeft(text))
		}
	}
}
