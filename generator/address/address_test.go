package address

import "testing"

func TestAddresses(t *testing.T) {
	for got, want := range map[string]string{
		List("de", "courses", 1):                                           "de/courses/index.html",
		List("de", "courses", 2):                                           "de/courses/page-2.html",
		Narrowed("ar", "courses", "place", "bramsche", 1):                  "ar/courses/by/place/bramsche.html",
		Narrowed("ar", "courses", "place", "bramsche", 3):                  "ar/courses/by/place/bramsche.page-3.html",
		Record("de-simple", "support", "sprachcafe"):                       "de-simple/support/sprachcafe.html",
		Media("courses", "deutsch-a1", "plan.pdf"):                         "media/courses/deutsch-a1/plan.pdf",
		Media("", "", "logo.svg"):                                          "media/logo.svg",
		Relative("de/courses/a.html", "de/courses/b.html"):                 "b.html",
		Relative("de/courses/a.html", "de/index.html"):                     "../index.html",
		Relative("de/courses/a.html", "ar/courses/a.html"):                 "../../ar/courses/a.html",
		Relative("index.html", "de/index.html"):                            "de/index.html",
		Relative("de/courses/by/level/a1.html", "de/places/bramsche.html"): "../../../places/bramsche.html",
		Relative("de/x.html", "de-simple/x.html"):                          "../de-simple/x.html",
		Up("de/courses/a.html"):                                            "../../",
		Public("index.html"):                                               "",
		Public("de/courses/index.html"):                                    "de/courses/",
		Public("de/courses/mietindex.html"):                                "de/courses/mietindex.html",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
