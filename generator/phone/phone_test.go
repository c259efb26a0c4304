package phone

import (
	"strings"
	"testing"
)

func TestDial(t *testing.T) {
	for _, row := range []struct{ written, want string }{
		{"0541 501-0", "+495415010"},
		{"(0541) 501 / 12", "+4954150112"},
		{"+49 (0) 541 5010", "+495415010"},
		{"0049 541 5010", "+495415010"},
		{"+44 20 7946 0018", "+442079460018"},
		{"0152 28817386", "+4915228817386"},
		{"0800 1110111", "+498001110111"},
		{"110", "110"},
		{"116 117", "116117"},
		{"116 016", "116016"},
		{"115", "115"},
		{"501-0", ""},
		{"0541", ""},
		{"anrufen", ""},
		{"0541 50l0", ""},
		{"", ""},
		{"+49 0123456789012345", ""},
	} {
		got, ok := Dial(row.written, "+49")
		if !ok {
			got = ""
		}
		if got != row.want || ok != (row.want != "") {
			t.Errorf("Dial(%q) = %q, %v; want %q", row.written, got, ok, row.want)
		}
	}
}

func FuzzDial(f *testing.F) {
	f.Add("0541 501-0")
	f.Add("+49 (0) 541")
	f.Fuzz(func(t *testing.T, written string) {
		if number, ok := Dial(written, "+49"); ok && strings.Trim(number, "+0123456789") != "" {
			t.Errorf("Dial(%q) = %q holds more than digits", written, number)
		}
	})
}
