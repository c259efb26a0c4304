package check

import "testing"

func TestWhatCountsAsATelephoneNumber(t *testing.T) {
	for number, want := range map[string]bool{
		"0541 501-0":          true,
		"0541/501-0":          true,
		"(0541) 501 0":        true,
		"+49 541 501-0":       true,
		"+49 (0)541 501-0":    true,
		"(+49) 541 5010":      true,
		"0049 541 5010":       true,
		"0541 – 50 10":        true,
		"0541.501.10":         true,
		"+39 06 6982":         true, // Italy keeps the 0
		"110":                 true,
		"112":                 true,
		"115":                 true,
		"116 117":             true,
		"116111":              true,
		"11833":               true,
		"19222":               true,
		"0800 1110111":        true,
		"+49 0541 501":        false,
		"0049 0541 501":       false,
		"501-0":               false,
		"0541":                false,
		"+49":                 false,
		"":                    false,
		"+":                   false,
		"0541 501 Zimmer 3":   false,
		"0541 501 / 0171 123": true, // cannot be told from one number with a slash
		"05415010123456789":   false,
		"+495415010123456789": false,
		"49541+501":           false,
		"12345":               false,
	} {
		if got := isPhone(number, "+49"); got != want {
			t.Errorf("isPhone(%q) = %v", number, got)
		}
	}
}

func FuzzPhone(f *testing.F) {
	f.Add("+49 (0)541 501-0", "+49")
	f.Fuzz(func(t *testing.T, number, prefix string) { isPhone(number, prefix) })
}
