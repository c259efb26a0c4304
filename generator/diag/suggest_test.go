package diag

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNearest(t *testing.T) {
	fields := []string{"title", "summary", "organization", "topics", "languages_spoken", "start", "status", "register_by"}
	places := []string{"bramsche", "bersenbrueck", "bad-essen", "badbergen", "melle", "osnabrueck", "groenegau"}
	for _, row := range []struct {
		why, written, want string
		known              []string
	}{
		{"a letter too many", "titel1", "title", fields},
		{"two neighbours swapped", "titel", "title", fields},
		{"a letter missing", "organizaton", "organization", fields},
		{"British spelling", "organisation", "organization", fields},
		{"a capital", "Title", "title", fields},
		{"a hyphen for an underscore", "register-by", "register_by", fields},
		{"a blank for an underscore", "languages spoken", "languages_spoken", fields},
		{"an umlaut for two letters", "Bersenbrück", "bersenbrueck", places},
		{"an umlaut as a Mac writes it", "Osnabru\u0308ck", "osnabrueck", places},
		{"an umlaut without its dots", "osnabruck", "osnabrueck", places},
		{"a blank for a hyphen", "Bad Essen", "bad-essen", places},
		{"the nearer of two", "badbergn", "badbergen", places},
		{"the word itself", "melle", "melle", places},
		{"the first of two equally near", "stat", "start", []string{"start", "stats"}},
		{"nothing near", "preis", "", fields},
		{"too short to guess", "de", "", []string{"da", "en"}},
		{"nothing written", "", "", fields},
		{"only signs", " - ", "", fields},
		{"nothing known", "title", "", nil},
	} {
		if got := Nearest(row.written, row.known); got != row.want {
			t.Errorf("%s: Nearest(%q) = %q, want %q", row.why, row.written, got, row.want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	if got, want := DidYouMean("bramche", []string{"bramsche"}), (Text{"Meinten Sie bramsche?", "Did you mean bramsche?"}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	hidden := Text{"Darin steckt ein unsichtbares Zeichen. Löschen Sie das Wort, und tippen Sie es neu: bramsche", "There is an invisible character in it. Delete the word and type it again: bramsche"}
	if got := DidYouMean("bram\u200bsche", []string{"bramsche"}); got != hidden {
		t.Errorf("a character nobody sees: got %v", got)
	}
	if got := DidYouMean("xyz", []string{"bramsche"}); got != (Text{}) {
		t.Errorf("a hint although nothing is near: %v", got)
	}
}

func FuzzNearest(f *testing.F) {
	f.Add("titel", "title\x00start")
	f.Add("Größe", "groesse")
	f.Add("\xff", "\xfe\x00")
	f.Fuzz(func(t *testing.T, written, words string) {
		known := strings.Split(words, "\x00")
		nearest := Nearest(written, known)
		if nearest != "" && !slices.Contains(known, nearest) {
			t.Errorf("%q is none of %q", nearest, known)
		}
		if again := Nearest(written, append(known, nearest)); again != nearest {
			t.Errorf("the nearest word was %q, and is %q once it stands in the list twice", nearest, again)
		}
		if fold := folding(); utf8.ValidString(written) && fold(written) != "" && slices.Contains(known, written) && fold(nearest) != fold(written) {
			t.Errorf("%q is known, and yet %q is nearest", written, nearest)
		}
	})
}
