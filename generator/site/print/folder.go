package print

import (
	"slices"
	"sync"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/site"
)

// folder is what somebody who lives in a place and goes a pathway carries from office to office (the "Mappe"): German on the left,
// their own language on the right.
type folder struct {
	place   *catalog.Place
	pathway *catalog.Pathway
	// usable are the offers that the people of the place can use.
	usable func() map[catalog.Entry]bool
}

func (f *folder) id() string { return "folder-" + f.place.ID + "-" + f.pathway.ID }

// findFolders pairs the places people say they live in, and the county for everybody else, with the pathways.
func (p *planner) findFolders() []*folder {
	places := p.Tree().Municipalities()
	if county := p.Tree().County(); county != nil && !slices.Contains(places, county) {
		places = append(slices.Clone(places), county)
	}
	offers := slices.DeleteFunc(p.Listed(), func(e catalog.Entry) bool { return e.Base().AsOffer() == nil })
	where := sync.OnceValue(func() *facts.Whereabouts { return facts.NewWhereabouts(offers, p.Tree()) })
	var list []*folder
	for _, place := range places {
		if !p.HasPage(place) {
			continue
		}
		usable := sync.OnceValue(func() map[catalog.Entry]bool {
			here, around := where().From(place)
			set := make(map[catalog.Entry]bool, len(here)+len(around))
			for _, e := range slices.Concat(here, around) {
				set[e] = true
			}
			return set
		})
		for _, pathway := range p.Catalogue.Pathways {
			if p.HasPage(pathway) {
				list = append(list, &folder{place, pathway, usable})
			}
		}
	}
	return list
}

func (p *planner) planFolders(lang catalog.Lang) {
	if len(p.folders) == 0 {
		return
	}
	code := p.Catalogue.Languages[lang].Code
	paper := &paper{name: "folder", lang: lang, make: func(s *site.Site) sheet {
		v := s.View(site.Planned{Path: address.Print(code, "folder"), Kind: "folder", Lang: lang})
		return p.sheet(v, "folder", v.T("folder.title"), nil)
	}}
	p.papers = append(p.papers, paper)
	for _, f := range p.folders {
		p.add(site.Planned{Path: address.Print(code, f.id()), Kind: "folder", Lang: lang}, func(v *site.View) any { return p.folderPage(v, f, p.sheetOf(v.Site, paper).path) })
	}
}

// folderParts are the four parts of the folder, in its order.
func folderParts() []string { return []string{"language", "work", "social", "personal"} }

func (p *planner) folderPage(v *site.View, f *folder, paper string) *FolderPage {
	t := p.tongues(v)
	title := v.Own(v.T("folder.of", "pathway", locale.Isolate(v.Words(f.pathway.Title).Text), "place", locale.Isolate(v.Words(f.place.Title).Text)))
	page := &FolderPage{
		Page:    v.Base(title, v.Own(v.T("folder.about")), v.OwnLink(v.T("print.title"), address.PrintIndex(v.Code()))),
		Heading: t.say("folder.title"), Pathway: t.text(f.pathway.Title), Place: t.text(f.place.Title),
		Alone: t.alone, Intro: []Pair{t.say("folder.intro"), t.say("folder.use"), t.say("folder.stored")},
	}
	page.Sheets = paper
	page.Cover = p.cover(v, 0, f.place)
	for _, field := range []string{"name", "born", "address", "phone", "languages", "school", "since"} {
		page.Fields = append(page.Fields, t.say("folder.field_"+field)) // folder.field_name, .field_born, .field_address, .field_phone, .field_languages, .field_school, .field_since
	}
	labels := &FolderLabels{
		Todo: t.say("folder.todo"), Bring: t.say("folder.bring"), Ask: t.say("folder.ask"), Offers: t.say("folder.offers"),
		Notes: t.say("folder.notes"), Record: t.say("folder.record"),
	}
	for _, part := range folderParts() {
		page.part(v, p.folderPart(t, f, labels, part))
	}
	if rest := p.folderPart(t, f, labels, ""); len(rest.Steps) > 0 {
		page.part(v, rest)
	}
	page.Addresses = t.say("folder.addresses")
	page.Offices = p.folderOffices(t, f.place)
	page.number(v, &page.Offices.FolderHead, "contacts", t.sayWith("print.contacts_in", "place", f.place.Title))
	page.Glossary = p.folderGlossary(t)
	if len(page.Glossary.Entries) > 0 {
		page.number(v, &page.Glossary.FolderHead, "abbreviations", t.say("print.abbreviations"))
	}
	page.Letter = folderLetter(t, f.pathway)
	page.number(v, &page.Letter.FolderHead, "letter", t.say("folder.letter"))
	return page
}

// number gives a part its number and its line in the contents.
func (page *FolderPage) number(v *site.View, head *FolderHead, id string, heading Pair) {
	*head = FolderHead{ID: id, Href: anchor(id), Number: v.Locale().Number(len(page.Contents) + 1), Heading: heading}
	page.Contents = append(page.Contents, *head)
}

func (page *FolderPage) part(v *site.View, part FolderPart) {
	page.number(v, &part.FolderHead, part.ID, part.Heading)
	page.Parts = append(page.Parts, part)
}

// folderPart is one of the four parts: the steps of the pathway that belong to it, and room to write down what was reached.
func (p *planner) folderPart(t *tongues, f *folder, labels *FolderLabels, name string) FolderPart {
	part := FolderPart{Labels: labels, FolderHead: FolderHead{ID: "part-" + name, Heading: t.say("print.rest")}}
	if name == "" {
		part.ID = "part-rest"
	} else {
		part.Heading = t.say("part." + name)
		for _, column := range blankColumns(name) {
			part.Blank = append(part.Blank, t.say("folder.column_"+column))
		}
	}
	for i := range f.pathway.Steps {
		if step := &f.pathway.Steps[i]; step.Part == name {
			made := p.folderStep(t, f, step, i+1)
			made.Labels = labels
			part.Steps = append(part.Steps, made)
		}
	}
	return part
}

// blankColumns are the headings of the table that is filled in by hand in a part: folder.column_course, .column_level, .column_from_to,
// .column_proof, .column_company, .column_task, .column_who, .column_what, .column_phone, .column_date, .column_office, .column_next.
func blankColumns(part string) []string {
	switch part {
	case "language":
		return []string{"course", "level", "from_to", "proof"}
	case "work":
		return []string{"company", "task", "from_to", "proof"}
	case "social":
		return []string{"who", "what", "phone", "date"}
	}
	return []string{"date", "office", "what", "next"}
}

func (p *planner) folderStep(t *tongues, f *folder, s *catalog.Step, number int) FolderStep {
	// The words of a step are the same in the folders of all places.
	step := site.Once(&p.made(t.own).steps, s, func() FolderStep { return stepWords(t, s) })
	step.Number = t.own.Locale().Number(number)
	seen := map[*catalog.Contact]bool{}
	for _, topic := range s.Ask {
		for _, contact := range t.own.Offices(f.place, topic) {
			if !seen[contact] {
				seen[contact] = true
				step.Offices = append(step.Offices, p.folderOffice(t, contact, briefly))
			}
		}
	}
	step.Offers = p.folderOffers(t, f, s)
	return step
}

func stepWords(t *tongues, s *catalog.Step) FolderStep {
	step := FolderStep{ID: "step-" + s.ID, Title: t.text(s.Title), Text: t.text(s.Text), Documents: t.list(s.Documents)}
	for _, todo := range s.Todo {
		step.Todo = append(step.Todo, t.text(todo.Text))
	}
	return step
}

// mostStepOffers is how many offers a step lists; the pathway's page has the others.
const mostStepOffers = 8

// folderOffers are the offers of a step that can be used in the place: those an editor chose, then in the order of lists.
func (p *planner) folderOffers(t *tongues, f *folder, s *catalog.Step) []FolderOffer {
	serving := site.Once(&p.made(t.own).stepOffers, s, func() []catalog.Entry {
		chosen, filtered := t.own.StepOffers(s)
		return slices.Concat(chosen, t.own.Ordered(filtered))
	})
	usable := f.usable()
	var shown []catalog.Entry
	for _, entry := range serving {
		if usable[entry] && !slices.Contains(shown, entry) && len(shown) < mostStepOffers {
			shown = append(shown, entry)
		}
	}
	offers := make([]FolderOffer, len(shown))
	for i, entry := range shown {
		offers[i] = site.Once(&p.made(t.own).folderOffers, entry, func() FolderOffer { return p.folderOffer(t, entry) })
	}
	return offers
}

func (p *planner) folderOffer(t *tongues, entry catalog.Entry) FolderOffer {
	offer := FolderOffer{German: p.folderLine(t.german, entry), Code: p.code(t.own, entry)}
	if !t.alone {
		own := p.folderLine(t.own, entry)
		offer.Own = &own
	}
	return offer
}

func (p *planner) folderLine(v *site.View, entry catalog.Entry) FolderLine {
	return FolderLine{Line: p.line(v, entry), Lang: v.Code(), Dir: v.Locale().Dir()}
}

// folderOffices tells who answers for what in the place, topic by topic.
func (p *planner) folderOffices(t *tongues, place *catalog.Place) FolderOffices {
	var section FolderOffices
	seen := map[*catalog.Contact]bool{}
	for _, answer := range t.own.OfficesByTopic(place) {
		group := FolderTopic{Topic: t.say("contacts.other_topics")}
		if answer.Topic != nil {
			group.Topic = t.text(answer.Topic.Label)
		}
		for _, contact := range answer.Offices {
			group.Offices = append(group.Offices, p.folderOffice(t, contact, briefly))
			if !seen[contact] {
				seen[contact] = true
				section.Addresses = append(section.Addresses, p.folderOffice(t, contact, wholly))
			}
		}
		section.Topics = append(section.Topics, group)
	}
	locale.SortBy(t.german.Locale(), section.Addresses, func(o FolderOffice) string { return o.Name.German.Text })
	section.Crisis = t.own.Frame().Crisis
	return section
}

// length says how much is told of an office.
type length bool

const (
	briefly length = false
	wholly  length = true
)

// officeKey is an office as a folder tells it; it stands in the folders of many places.
type officeKey struct {
	contact *catalog.Contact
	length
}

// folderOffice is an office with some of its facts.
func (p *planner) folderOffice(t *tongues, contact *catalog.Contact, much length) FolderOffice {
	return site.Once(&p.made(t.own).offices, officeKey{contact, much}, func() FolderOffice { return p.newFolderOffice(t, contact, much) })
}

func (p *planner) newFolderOffice(t *tongues, contact *catalog.Contact, much length) FolderOffice {
	office := FolderOffice{Name: t.text(contact.Title)}
	names := []string{"phone", "mobile"}
	if much == wholly {
		names = append(names, "where", "hours")
	}
	for _, f := range site.Once(&p.made(t.own).facts, contact, func() []site.Fact { return t.own.Facts(contact) }) {
		if slices.Contains(names, f.Name) {
			office.Facts = append(office.Facts, site.Fact{Name: f.Name, Label: f.Label, Values: paperValues(f.Name, f.Values)})
		}
	}
	return office
}

// folderGlossary explains every abbreviation: offices use them whatever the folder says.
func (p *planner) folderGlossary(t *tongues) FolderGlossary {
	var g FolderGlossary
	for _, a := range p.glossary {
		g.Entries = append(g.Entries, FolderTerm{Abbreviation: a.entry.Abbreviation, Title: t.text(a.entry.Title), Text: t.text(a.entry.Summary)})
	}
	locale.SortBy(t.german.Locale(), g.Entries, func(e FolderTerm) string { return e.Abbreviation })
	return g
}

// folderLetter says to others what the folder is: to companies where the pathway is for them, else to parents, teachers and companies.
func folderLetter(t *tongues, pathway *catalog.Pathway) FolderLetter {
	isFor := func(term *catalog.Term) bool { return term.ID == "employers" }
	if slices.ContainsFunc(pathway.Audiences, isFor) {
		return FolderLetter{Lines: []Pair{t.say("folder.letter_greeting"), t.say("folder.letter_team"), t.say("folder.letter_keep"), t.say("folder.letter_thanks")}}
	}
	return FolderLetter{Lines: []Pair{t.say("folder.letter_greeting"), t.say("folder.letter_what"), t.say("folder.letter_parents"), t.say("folder.letter_company"), t.say("folder.letter_keep"), t.say("folder.letter_thanks")}}
}
