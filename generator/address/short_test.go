package address

import (
	"fmt"
	"regexp"
	"testing"
)

func TestCodesOnPaperNeverChange(t *testing.T) {
	for key, want := range map[[2]string]string{
		{"courses", "deutsch-a1"}: "7prswdg", {"support", "deutsch-a1"}: "kdp8t7x",
	} {
		if got := Code(key[0], key[1]); got != want {
			t.Errorf("%s/%s has the code %s; what is printed already says %s", key[0], key[1], got, want)
		}
	}
}

func TestCodesAreShortAndCannotBeMisread(t *testing.T) {
	good := regexp.MustCompile(`^[2-9bcdfghjkmnp-tv-z]{7}$`)
	seen := map[string]string{}
	for i := range 60_000 {
		id := fmt.Sprintf("kurs-%d", i)
		code := Code("courses", id)
		if !good.MatchString(code) {
			t.Fatalf("%s has the code %s", id, code)
		}
		if other := seen[code]; other != "" {
			t.Errorf("%s and %s share the code %s", other, id, code)
		}
		seen[code] = id
	}
}
