package yamldoc

import (
	"testing"
	"time"

	"gopkg.in/yaml.v3"
)

func TestYesNoIsReadInTwoLanguages(t *testing.T) {
	for written, want := range map[string]bool{"true": true, "yes": true, "ja": true, "Ja": true, "false": false, "no": false, "nein": false, " NEIN ": false} {
		if value, ok := YesNo(written); !ok || value != want {
			t.Errorf("%q: got %v %v", written, value, ok)
		}
	}
	for _, written := range []string{"", "y", "on", "1", "vielleicht"} {
		if _, ok := YesNo(written); ok {
			t.Errorf("%q was read", written)
		}
	}
}

func TestDaysAreReadInTwoLanguages(t *testing.T) {
	for i, names := range [][]string{{"su", "so"}, {"mo", "Mo"}, {"tu", "di"}, {"we", "mi"}, {"th", "do"}, {"fr"}, {"sa"}} {
		for _, name := range names {
			if day, ok := Day(name); !ok || day != time.Weekday(i) {
				t.Errorf("%q: got %v %v", name, day, ok)
			}
		}
		if got := DayName(time.Weekday(i)); got != names[0] {
			t.Errorf("day %d is written %q", i, got)
		}
	}
	for _, name := range []string{"", "Montag", "m", "son"} {
		if _, ok := Day(name); ok {
			t.Errorf("%q was read", name)
		}
	}
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		written string
		cents   int64
		better  string
		fault   NumberFault
	}{
		{"12.50", 1250, "", NumberOK},
		{"12.5", 1250, "", NumberOK},
		{"0", 0, "", NumberOK},
		{"1200", 120000, "", NumberOK},
		{" 7 ", 700, "", NumberOK},
		{"12,50", 0, "12.50", NumberComma},
		{"12,5", 0, "12.50", NumberComma},
		{"12,-", 0, "12", NumberComma},
		{"12.50 €", 0, "12.50", NumberUnit},
		{"12,50 €", 0, "12.50", NumberUnit},
		{"€ 12", 0, "12", NumberUnit},
		{"12 Euro", 0, "12", NumberUnit},
		{"1.200,50", 0, "1200.50", NumberGroups},
		{"1.200", 0, "1200", NumberGroups},
		{"1 200", 0, "1200", NumberGroups},
		{"12.505", 0, "12505", NumberGroups},
		{"0.505", 0, "0.50", NumberPrecise},
		{"1200.5050", 0, "1200.50", NumberPrecise},
		{"-5", 0, "", NumberNegative},
		{"99999999999", 0, "", NumberTooBig},
		{"", 0, "", NumberNone},
		{"frei", 0, "", NumberNone},
		{"1e3", 0, "", NumberNone},
		{".5", 0, "", NumberNone},
		{"12.", 0, "", NumberNone},
	} {
		cents, better, fault := Amount(c.written)
		if cents != c.cents || better != c.better || fault != c.fault {
			t.Errorf("%q: got %d %q %d", c.written, cents, better, fault)
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	for _, c := range []struct {
		written string
		value   int
		fault   NumberFault
	}{
		{"0", 0, NumberOK},
		{"12", 12, NumberOK},
		{"-3", -3, NumberOK},
		{"007", 7, NumberOK},
		{"12,5", 0, NumberComma},
		{"1.200", 0, NumberGroups},
		{"1 200", 0, NumberGroups},
		{"12 Plätze", 0, NumberUnit},
		{"10000000000", 0, NumberTooBig},
		{"0x10", 0, NumberNone},
		{"", 0, NumberNone},
		{"-", 0, NumberNone},
		{"zwölf", 0, NumberNone},
		{"0.5", 0, NumberNone},
	} {
		if value, fault := Whole(c.written); value != c.value || fault != c.fault {
			t.Errorf("%q: got %d %d", c.written, value, fault)
		}
	}
}

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		written string
		value   float64
		fault   NumberFault
	}{
		{"52.2799", 52.2799, NumberOK},
		{"-7.5", -7.5, NumberOK},
		{"8", 8, NumberOK},
		{"52,2799", 0, NumberComma},
		{"-7,5", 0, NumberComma},
		{"1e3", 0, NumberNone},
		{"NaN", 0, NumberNone},
		{"", 0, NumberNone},
		{"52.", 0, NumberNone},
		{"52.27.1", 0, NumberNone},
	} {
		if value, fault := Decimal(c.written); value != c.value || fault != c.fault {
			t.Errorf("%q: got %v %d", c.written, value, fault)
		}
	}
}

func TestAMisreadTextIsGivenBack(t *testing.T) {
	root, _ := Parse("x.yaml", []byte("documents:\n  - Achtung: nur mit Termin\n  - Pass\n  - a: b\n    c: d\n  - \"x\": y\n"), 1)
	list := root.Content[1].Content
	if text, ok := Misread(list[0]); !ok || text != "Achtung: nur mit Termin" {
		t.Errorf("got %q %v", text, ok)
	}
	for _, n := range []*yaml.Node{list[1], list[2], list[3], root} {
		if text, ok := Misread(n); ok {
			t.Errorf("%q was no misread text", text)
		}
	}
}

func TestQuotedTextsAreReadBackAsTheyWere(t *testing.T) {
	for _, text := range []string{"a: b", `sagt "ja"`, `C:\Users`, `it's "so"`, "# x", "ä"} {
		root, findings := Parse("x.yaml", []byte("a: "+Quote(text)), 1)
		if len(findings) > 0 || root.Content[1].Value != text {
			t.Errorf("%q: %v", text, findings)
		}
	}
}
