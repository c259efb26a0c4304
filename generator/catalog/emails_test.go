package catalog

import (
	"net/mail"
	"testing"
)

// TestPlainEmails holds that what is taken for an address at once is one, and that what nearly all people write is.
func TestPlainEmails(t *testing.T) {
	for words, want := range map[string]bool{
		"beratung@example.org": true, "erika.muster-mann@mail.example.org": true, "KURSE2@EXAMPLE.ORG": true, "-@-.-": true, "1@2.3": true,
		"": false, "@": false, "a": false, "a@b": false, "a@b.": false, "@b.c": false, "a@.b": false, "a..b@c.d": false, ".a@b.c": false, "a.@b.c": false, "a@b..c": false,
		"a@b@c.d": false, "a b@c.d": false, "ä@b.c": false, "a_b@c.d": false, "<a@b.c>": false, "a@b.c ": false, "\xff@b.c": false,
	} {
		if got := isPlainEmail(words); got != want {
			t.Errorf("%q: %v", words, got)
		}
		if a, err := mail.ParseAddress(words); want && (err != nil || a.Address != words) {
			t.Errorf("%q: %v, %v", words, a, err)
		}
	}
}

func FuzzPlainEmails(f *testing.F) {
	f.Add("beratung@example.org")
	f.Fuzz(func(t *testing.T, words string) {
		if a, err := mail.ParseAddress(words); isPlainEmail(words) && (err != nil || a.Address != words) {
			t.Errorf("%q: %v, %v", words, a, err)
		}
	})
}
