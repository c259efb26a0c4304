package theme

import "testing"

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
