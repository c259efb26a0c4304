package print

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/qr"
	"mappe/generator/site"
)

// copyInto reads a folder into a file system in memory.
func copyInto(to fstest.MapFS, from fs.FS, folder string) error {
	return fs.WalkDir(from, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		to[name] = &fstest.MapFile{Data: data}
		return err
	})
}

func TestTheOverviewOfEverythingHoldsWhatIsPublishedByTypeAndTopic(t *testing.T) {
	p := modelOf[*OverviewPage](t, planned(t, ""), "de/print/all.html")
	same(t, "all", outlineOf(p.Sections), `
1 Kurse
1.1 Deutsch lernen
    h4 1 Deutsch A1
    h4 2 Deutsch online
2 Praktikum und Ausbildung
2.1 Arbeit
    h4 3 Praktikum im Lager
3 Beratung und Hilfe
    h3 4 Beratung für alle
4 Termine
4.1 Arbeit
    h4 5 EQ-Messe
5 Unterwegs
    h3 6 Rufbus
`)
	if len(p.Glossary.Entries) != 1 || p.Glossary.Entries[0].Abbreviation != "EQ" {
		t.Errorf("the abbreviations are %v, and EQ is used", p.Glossary.Entries)
	}
}

func TestAPlaceHasWhatIsThereThenWhatIsAboveThenHowToGetAboutThenWhomToAsk(t *testing.T) {
	p := modelOf[*OverviewPage](t, planned(t, ""), "de/print/place-adorf.html")
	same(t, "Adorf", outlineOf(p.Sections), `
1 Angebote in Adorf
1.1 Kurse
    h4 1 Deutsch A1
2 Aus der Umgebung und online
2.1 Kurse
    h4 2 Deutsch online
2.2 Beratung und Hilfe
    h4 3 Beratung für alle
3 Unterwegs
3.1 Anrufbus
    h4 4 Rufbus
4 Wer ist wofür zuständig in Adorf?
    Deutsch lernen: 1
    Alles andere: 1
`)
}

func TestAnOverviewOfSiteYAMLHoldsWhatFitsAllItsFilters(t *testing.T) {
	p := modelOf[*OverviewPage](t, planned(t, ""), "de/print/kurz.html")
	same(t, "kurz", outlineOf(p.Sections), `
1 A1
    h3 1 Deutsch A1
2 Sonstiges
    h3 2 Deutsch online
`)
	if p.Columns != 3 {
		t.Errorf("%d columns", p.Columns)
	}
}

func TestTheContentsLeadToEverySection(t *testing.T) {
	s := planned(t, "")
	for _, planned := range s.Pages() {
		p, ok := s.Model(planned).(*OverviewPage)
		if !ok || p.Table != nil {
			continue
		}
		ids := map[string]bool{"contacts": p.Contacts != nil, "abbreviations": p.Glossary != nil}
		for _, index := range p.Indexes {
			ids[index.ID] = true
		}
		walk(p.Sections, func(s Section) { ids[s.ID] = true })
		for _, entry := range p.Contents {
			if !ids[entry.ID] || string(entry.Href) != "#"+entry.ID {
				t.Errorf("%s: the contents lead to %s at %s", planned.Path, entry.ID, entry.Href)
			}
		}
	}
}

func TestEveryOfferHasACodeToItsShortAddressInThePagesLanguage(t *testing.T) {
	s := planned(t, "")
	encoder := qr.NewEncoder()
	for _, lang := range []string{"de", "ar"} {
		each(modelOf[*OverviewPage](t, s, lang+"/print/all.html").Sections, func(e Entry) {
			_, key, _ := strings.Cut(e.ID, "-") // o-courses-a1
			folder, id, _ := strings.Cut(key, "-")
			path := address.Short(address.Code(folder, id))
			if _, found := s.Find(path); !found || !slices.Equal(e.Code.Address, site.TypedAddress(s.BaseURL+path)) {
				t.Errorf("%s of %s has the address %q", e.ID, lang, e.Code.Address)
			}
			if want, err := encoder.Encode(s.BaseURL + path + "#" + lang); err != nil || e.Code.Drawing != (Drawing{want.Path, want.Size}) {
				t.Errorf("%s of %s has another code", e.ID, lang)
			}
		})
	}
}

func walk(sections []Section, do func(Section)) {
	for _, s := range sections {
		do(s)
		walk(s.Parts, do)
	}
}

func TestAnEmptyOverviewIsNotMadeAndThePrintPageSaysSo(t *testing.T) {
	s := planned(t, "")
	if _, found := s.Find("de/print/topic-empty.html"); found {
		t.Error("there is an overview of nothing")
	}
	p := modelOf[*site.SectionsPage](t, s, "de/print/index.html")
	i := slices.IndexFunc(p.Sections, func(s site.Section) bool { return s.ID == "topic" })
	if !strings.Contains(p.Sections[i].Intro.Text, "Nichts") || len(p.Sections[i].Links) != 2 {
		t.Errorf("topics: %q, %v", p.Sections[i].Intro.Text, p.Sections[i].Links)
	}
}

func TestThePrintPageLeadsToThePDFsThatAreMade(t *testing.T) {
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{}
	for _, f := range base.Files {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for _, made := range []bool{true, false} {
		s := planSource(t, source, today(), func(input *site.Input) { input.PDF = made })
		for _, section := range modelOf[*site.SectionsPage](t, s, "ar/print/index.html").Sections {
			for _, link := range section.Links {
				name := strings.TrimSuffix(string(link.Href), ".html")
				i := slices.IndexFunc(s.Pages(), func(p site.Planned) bool { return p.PDF == "ar/print/"+name+".pdf" })
				if (i >= 0) != made || (link.Also != nil) != made || made && string(link.Also.Href) != name+".pdf" {
					t.Errorf("made %v: beside %s there is %v, planned %d", made, link.Href, link.Also, i)
				}
			}
		}
	}
}

func TestWithoutPrintThereIsNothingToPrint(t *testing.T) {
	base := planned(t, "")
	off := planned(t, strings.Replace("-- content/site.yaml --\n"+siteYAML(t), "print:\n", "outputs: {print: false, short: false}\nprint:\n", 1))
	for _, p := range off.Pages() {
		if strings.Contains(p.Path, "/print/") || strings.HasPrefix(p.Path, "a/") {
			t.Errorf("%s is there", p.Path)
		}
	}
	if len(off.Pages()) >= len(base.Pages()) {
		t.Errorf("%d pages with and %d without", len(base.Pages()), len(off.Pages()))
	}
}

// TestEveryOverviewOfTheSampleHoldsExactlyItsOffersOnce compares each overview, in each language and length, with what CONTENT.md says it
// must hold, worked out here another way.
func TestEveryOverviewOfTheSampleHoldsExactlyItsOffersOnce(t *testing.T) {
	s := sample(t)
	c, tree := s.Catalogue, s.Tree()
	listed := func(holds func(catalog.Entry, *catalog.Offer) bool) (titles []string) {
		for _, e := range c.Entries {
			if offer := e.Base().AsOffer(); offer != nil && facts.InLists(e, c, s.Today) && holds(e, offer) {
				titles = append(titles, e.Base().Key())
			}
		}
		slices.Sort(titles)
		return titles
	}
	within := func(terms []*catalog.Term, id string) bool {
		return slices.ContainsFunc(terms, func(t *catalog.Term) bool {
			for ; t != nil; t = t.Parent {
				if t.ID == id {
					return true
				}
			}
			return false
		})
	}
	want := map[string][]string{"all": listed(func(catalog.Entry, *catalog.Offer) bool { return true })}
	for _, folder := range offerTypes() {
		want[folder] = listed(func(e catalog.Entry, _ *catalog.Offer) bool { return e.Base().Folder() == folder })
	}
	for _, place := range c.Places {
		want["place-"+place.ID] = listed(func(e catalog.Entry, _ *catalog.Offer) bool {
			return facts.UsableFrom(e, place, tree) != facts.NotUsable
		})
	}
	for _, topic := range c.Vocabulary("topics").Terms {
		want["topic-"+topic.ID] = listed(func(_ catalog.Entry, o *catalog.Offer) bool { return within(o.Topics, topic.ID) })
	}
	for _, audience := range c.Vocabulary("audiences").Terms {
		want["audience-"+audience.ID] = listed(func(_ catalog.Entry, o *catalog.Offer) bool { return within(o.Audiences, audience.ID) })
	}
	for _, organization := range c.Organizations {
		want["organization-"+organization.ID] = listed(func(_ catalog.Entry, o *catalog.Offer) bool { return o.Organization.To == organization })
	}
	for _, lang := range c.Languages.Codes() {
		for id, titles := range want {
			for _, length := range []string{"", "-short"} {
				path := lang + "/print/" + id + length + ".html"
				if got := heldBy(s, path); !slices.Equal(got, titles) {
					t.Errorf("%s holds %d offers, want %d: %v", path, len(got), len(titles), difference(got, titles))
				}
			}
		}
	}
}

// heldBy returns the keys of the records an overview holds, sorted, as often as it holds them; none where there is no such page.
func heldBy(s *site.Site, path string) (keys []string) {
	planned, found := s.Find(path)
	if !found {
		return nil
	}
	p := s.Model(planned).(*OverviewPage)
	key := func(link site.Link) string {
		return strings.TrimSuffix(strings.TrimPrefix(string(link.Href), "../"), ".html")
	}
	each(p.Sections, func(e Entry) { keys = append(keys, key(e.Title)) })
	for _, group := range p.Table {
		for _, line := range group.Lines {
			keys = append(keys, key(line.Title))
		}
	}
	slices.Sort(keys)
	return keys
}

func difference(got, want []string) string {
	var b strings.Builder
	for _, key := range want {
		if !slices.Contains(got, key) {
			fmt.Fprintf(&b, "-%s ", key)
		}
	}
	for i, key := range got {
		if !slices.Contains(want, key) || i > 0 && got[i-1] == key {
			fmt.Fprintf(&b, "+%s ", key)
		}
	}
	return b.String()
}

// siteYAML is the base site's own.
func siteYAML(t *testing.T) string {
	t.Helper()
	return string(baseFile(t, "content/site.yaml"))
}
