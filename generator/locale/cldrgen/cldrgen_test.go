package main

import "testing"

func TestPluralRulesAreReducedToWholeNumbers(t *testing.T) {
	for rule, want := range map[string]string{
		"":                                        "",
		"i = 1 and v = 0":                         "n=1",
		"n % 10 = 2..4 and n % 100 != 12..14":     "n%10=2..4,n%100!=12..14",
		"n = 11,8,80,800":                         "n=11+8+80+800",
		"i = 0 or n = 1":                          "n=0/n=1",
		"v != 0 or n = 0 or n % 100 = 1..19":      "n=0/n%100=1..19",
		"v = 0 and i % 10 = 1 or f % 10 = 1":      "n%10=1",
		"e = 0 and i % 1000000 = 0 or e != 0..5":  "n%1000000=0",
		"v = 0 and i % 10 = 2..4 or f % 10 = 0,1": "n%10=2..4",
	} {
		got, err := pluralRule(rule)
		if err != nil || got != want {
			t.Errorf("pluralRule(%q) = %q, %v; want %q", rule, got, err, want)
		}
	}
	if _, err := pluralRule("x = 1"); err == nil {
		t.Error("an unknown operand is accepted")
	}
}

func TestIntervalPatternsTakeTheWidthsOfTheirStyle(t *testing.T) {
	for _, row := range []struct {
		pattern, day, want string
		wide               bool
	}{
		{"E, d.–E, d. MMM y", "EEEE, d. MMMM y", "EEEE, d.–EEEE, d. MMMM y", true},
		{"ccc, d LLL", "", "cccc, d LLLL", true},
		{"d 'E' MMM", "", "d 'E' MMMM", true},
		{"d MMM–d MMM", "d MMM", "d MMM–d MMM", false},
		{"d/M–d/M", "dd/MM/y", "dd/MM–dd/MM", false},
	} {
		if got := widen(row.pattern, row.wide, row.day); got != row.want {
			t.Errorf("widen(%q) = %q, want %q", row.pattern, got, row.want)
		}
	}
}

func TestClockPatternsLoseTheirWords(t *testing.T) {
	for pattern, want := range map[string]string{
		"HH:mm–HH:mm 'Uhr'":     "HH:mm–HH:mm",
		"H:mm 'ч'. – H:mm 'ч'.": "H:mm – H:mm",
		"HH:mm":                 "HH:mm",
	} {
		if got := withoutWords(pattern); got != want {
			t.Errorf("withoutWords(%q) = %q, want %q", pattern, got, want)
		}
	}
}

func TestPatternsThatCannotBeWrittenAreRefused(t *testing.T) {
	for _, pattern := range []string{"d MMMM G", "latestFirst:d–d", "h:mm a"} {
		if checkPattern(pattern) == nil {
			t.Errorf("the pattern %q is accepted", pattern)
		}
	}
	if _, _, err := moneyPatterns("#,##,##0.00 ¤", "-"); err == nil {
		t.Error("Indian grouping is accepted")
	}
}

func TestMoneyPatterns(t *testing.T) {
	for _, row := range []struct{ pattern, positive, negative string }{
		{"#,##0.00 ¤", "{0} €", "−{0} €"},
		{"¤#,##0.00;(¤#,##0.00)", "€{0}", "(€{0})"},
	} {
		positive, negative, err := moneyPatterns(row.pattern, "−")
		if err != nil || positive != row.positive || negative != row.negative {
			t.Errorf("moneyPatterns(%q) = %q, %q, %v", row.pattern, positive, negative, err)
		}
	}
}

func TestNamesBeginMenusWithACapital(t *testing.T) {
	for _, row := range []struct{ name, language, want string }{
		{"türkçe", "tr", "Türkçe"}, {"ingilizce", "tr", "İngilizce"}, {"українська", "uk", "Українська"}, {"دری", "fa-AF", "دری"}, {"", "de", ""},
	} {
		if got := capitalised(row.name, row.language); got != row.want {
			t.Errorf("capitalised(%q) = %q, want %q", row.name, got, row.want)
		}
	}
}
