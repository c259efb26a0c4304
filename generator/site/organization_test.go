package site

import "testing"

func TestOrganizationPage(t *testing.T) {
	s := planned(t, "")
	p := modelOf[*RecordPage](t, s, "de/organizations/vhs.html")
	same(t, "facts", factsText(p.Facts), `
kind: Volkshochschule und Erwachsenenbildung | Bildungsträger
legal_name: Volkshochschule Kreis gGmbH
phone: 0541 11100
web: vhs.example.org`)
	for _, section := range []struct{ id, want string }{
		{"contacts", "Sprachbüro → ../contacts/sprache.html, phone: 0541 11101"},
		{"offers", "Deutsch A2 in Bedorf → ../courses/a2-bedorf.html\nDeutsch A1 in Adorf → ../courses/a1-adorf.html\nDeutsch B1 online → ../courses/b1-online.html"},
		{"parts", "Volkshochschule Nord → vhs-nord.html"},
	} {
		same(t, section.id, told(p.Sections, section.id), section.want)
	}
	same(t, "part of", factOf(modelOf[*RecordPage](t, s, "ar/organizations/vhs-nord.html").Facts, "part_of"), "Volkshochschule")
}

func TestOrganizationShowsItsLogo(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, "-- content/media/vhs.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n-- content/organizations/vhs.yaml --\n{title: Volkshochschule, kind: [provider], logo: media/vhs.svg}\n"), "de/organizations/vhs.html")
	if p.Picture == nil || p.Picture.Src != "../../media/vhs.svg" || p.Picture.Alt.Text != "Volkshochschule" {
		t.Errorf("picture %+v", p.Picture)
	}
}
