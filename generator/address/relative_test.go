package address

import (
	"net/url"
	"strings"
	"testing"
)

// TestALinkArrivesWhereverTheSiteStands follows the links between all kinds of pages as a browser does, below addresses of any depth.
func TestALinkArrivesWhereverTheSiteStands(t *testing.T) {
	pages := []string{
		Chooser, Home("de"), Home("de-simple"), List("de", "courses", 1), List("de", "courses", 2), List("de-simple", "courses", 1),
		Narrowed("de", "courses", "place", "bramsche", 1), Narrowed("de", "courses", "place", "bramsche", 2), Narrowed("ar", "courses", "level", "a1.1", 1),
		Record("de", "courses", "a1"), Record("de", "courses", "a1-b"), Place("de", "bramsche"), Topic("ar", "language"), ContactFinder("ar"), Open("de"),
		Media("", "", "logo.svg"), Media("courses", "a1", "plan.pdf"), Manifest("de"),
	}
	for _, base := range []string{"https://example.org/", "https://example.org/some/path/", "file:///media/stick/public/"} {
		for _, from := range pages {
			start, err := url.Parse(base + from)
			if err != nil {
				t.Fatal(err)
			}
			for _, to := range pages {
				link := Relative(from, to)
				target, err := start.Parse(link)
				if err != nil || target.String() != base+to {
					t.Errorf("from %s to %s: %q leads to %v, %v", from, to, link, target, err)
				}
				if strings.HasPrefix(link, "/") || from != to && strings.Contains(strings.TrimLeft(link, "./"), "../") {
					t.Errorf("from %s to %s: %q is not the short way", from, to, link)
				}
			}
		}
	}
}

// TestNoAddressIsTakenTwice holds the kinds of pages apart: ids cannot be index, find, by or page-<n>.
func TestNoAddressIsTakenTwice(t *testing.T) {
	taken := map[string]bool{}
	for _, path := range []string{
		Chooser, NotFound, Home("de"), Open("de"), Manifest("de"), ContactFinder("de"), List("de", "contacts", 1), List("de", "contacts", 2), Record("de", "contacts", "a"),
		Narrowed("de", "contacts", "topic", "a", 1), Narrowed("de", "contacts", "topic", "a", 2), Narrowed("de", "contacts", "topic", "b", 1),
		Topic("de", "a"), Place("de", "a"), Media("contacts", "a", "x.pdf"), Media("", "", "x.pdf"),
	} {
		if taken[path] {
			t.Errorf("%s is there twice", path)
		}
		taken[path] = true
	}
}
