package site

import "testing"

func TestChooserPage(t *testing.T) {
	p := modelOf[*ChooserPage](t, planned(t, ""), "index.html")
	for i, want := range []struct{ href, dir, welcome string }{
		{"de/index.html", "ltr", "Willkommen"}, {"ar/index.html", "rtl", "أهلا"}, {"de-simple/index.html", "ltr", "Willkommen"},
	} {
		entry := p.Entries[i]
		if string(entry.Href) != want.href || entry.Dir != want.dir || entry.Welcome != want.welcome || entry.Current {
			t.Errorf("entry %d is %+v, want %+v", i, entry, want)
		}
	}
	if len(p.Trail) > 0 || p.Canonical != "https://kreis.example.org/angebote/" {
		t.Errorf("trail %v, canonical %s", p.Trail, p.Canonical)
	}
}

func TestNotFoundPageStartsItsLinksAtTheRoot(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, ""), "404.html")
	if p.Index || p.Root != "/angebote/" || string(p.Frame.Home.Href) != "/angebote/de/index.html" || string(p.Languages[1].Href) != "/angebote/ar/index.html" {
		t.Errorf("index %t, root %s, home %s, Arabic %s", p.Index, p.Root, p.Frame.Home.Href, p.Languages[1].Href)
	}
}
