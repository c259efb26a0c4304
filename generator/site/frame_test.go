package site

import "testing"

const guides = `
-- content/pages/rechte.yaml --
{title: Rechte, menu: main, order: 1}
-- content/pages/mappe.yaml --
{title: Mappe, menu: main, order: 2}
`

func TestGuidePagesStandApartFromTheLists(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, guides), "de/index.html")
	same(t, "guides", linksText(p.Frame.Guides, ""), "Rechte → pages/rechte.html\nMappe → pages/mappe.html")
	for _, link := range p.Frame.Menu {
		if link.Text == "Rechte" {
			t.Error("a guide page stands among the lists")
		}
	}
}

func TestOnlyThePageItselfIsMarkedInTheMenu(t *testing.T) {
	s := planned(t, guides+manyCourses(perPage))
	for _, path := range []string{"de/pages/rechte.html", "de/pages/mappe.html", "de/courses/index.html", "de/courses/page-2.html"} {
		page, _ := s.Find(path)
		var f *Frame
		switch m := s.Model(page).(type) {
		case *RecordPage:
			f = m.Frame
		case *ListPage:
			f = m.Frame
		}
		for _, link := range append(append([]Link{f.Home}, f.Menu...), f.Guides...) {
			if own := "de/pages/"+string(link.Href) == path || "de/courses/"+string(link.Href) == path; link.Current != own {
				t.Errorf("%s: %s is marked %v", path, link.Href, link.Current)
			}
		}
	}
}

func TestTheFrameSaysItsLanguageAndWhomToCall(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, ""), "ar/index.html")
	same(t, "a tagline there is in German only", p.Frame.Tagline.Lang+" "+p.Frame.Tagline.Dir, "de ltr")
	same(t, "help", p.Frame.Help[0].Text+" "+string(p.Frame.Help[0].Value.Href), "Bürgertelefon tel:+4954111000")
	same(t, "Open Graph", p.Locale, "ar_AR")
}

func TestATranslationThatIsOldLeadsToWhatItWasMadeFrom(t *testing.T) {
	s := planned(t, "-- content/courses/a1-adorf.ar.yaml --\n{title: دورة, machine: true}\n")
	alerts := modelOf[*RecordPage](t, s, "ar/courses/a1-adorf.html").Alerts
	if len(alerts) == 0 || alerts[0].Link.Href != "../../de/courses/a1-adorf.html" {
		t.Errorf("the alerts are %+v", alerts)
	}
}
