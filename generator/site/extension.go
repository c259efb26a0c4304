package site

import (
	"html/template"
	"iter"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// What packages above make pages from: the plan takes pages of theirs in, and a View gives them the words, links and facts that the
// site's own pages are made of.

// Extension is what a package above adds to a site's plan.
type Extension struct {
	Pages []Planned
	// Files yields what is no page for a site of the same plan, each made when its turn comes; nil where there is none.
	Files func(*Site) iter.Seq[File]
}

// View is one page while its model is made: its language and where its links start. It must not be kept: models are.
type View = view

// With returns the page with what makes its model.
func (p Planned) With(model func(*View) any) Planned {
	p.model = func(v *view) any { return model(v.lasting()) }
	return p
}

// Listed returns the records that lists and overviews show today, by type and id.
func (s *Site) Listed() []catalog.Entry {
	var listed []catalog.Entry
	for _, entry := range s.Catalogue.Entries {
		if s.isListed(entry) {
			listed = append(listed, entry)
		}
	}
	return listed
}

// HasPage reports whether a record has a page of its own now.
func (s *Site) HasPage(entry catalog.Entry) bool { return s.hasPage(entry) }

// Tree is how the places lie in each other.
func (s *Site) Tree() *facts.PlaceTree { return s.tree }

// LocaleOf returns a language's dates, numbers and order.
func (s *Site) LocaleOf(lang catalog.Lang) *locale.Locale { return s.locales[lang] }

// LevelsOf returns the levels an offer leads through, or asks for.
func (s *Site) LevelsOf(entry catalog.Entry) []*catalog.Term { return s.facets.LevelsOf(entry) }

// StepOffers returns the offers that serve a step of a pathway: those an editor chose, then those its filters let through, in no order.
func (s *Site) StepOffers(step *catalog.Step) (chosen, filtered []catalog.Entry) {
	for _, ref := range step.Offers {
		if ref.To != nil && s.hasPage(ref.To) {
			chosen = append(chosen, ref.To)
		}
	}
	return chosen, s.shelved().steps()[step]
}

// Lang is the page's language.
func (v *View) Lang() catalog.Lang { return v.lang }

// Code is the page's language as addresses have it.
func (v *View) Code() string { return v.code }

// Locale has the dates, numbers and order of the page's language.
func (v *View) Locale() *locale.Locale { return v.loc }

// In returns the same page told in another language: words, dates and the pages that links lead to.
func (v *View) In(lang catalog.Lang) *View {
	p := v.page
	p.Lang = lang
	other := v.view(p)
	other.up = v.up
	return other
}

// T returns a text of the interface.
func (v *View) T(key string, values ...any) string { return v.t(key, values...) }

// Own returns words in the page's own language.
func (v *View) Own(text string) Words { return v.own(text) }

// Words returns the best words there are for the page's reader.
func (v *View) Words(t catalog.Text) Words { return v.words(t) }

// ListOf returns a list of texts, each with its language.
func (v *View) ListOf(t catalog.Texts) []Words { return v.listOf(t) }

// Foreign returns words that stand in German letters whatever the page's language.
func (v *View) Foreign(text string) Words { return v.foreign(text) }

// Base fills in what every page has.
func (v *View) Base(title, description Words, trail ...Link) Page {
	return v.base(title, description, trail...)
}

// Frame is what the pages of the language share.
func (v *View) Frame() *Frame { return v.frame() }

// To leads to a path below the output folder.
func (v *View) To(path string) template.URL { return v.to(path) }

// Link leads to a record's page.
func (v *View) Link(entry catalog.Entry) Link { return v.link(entry) }

// OwnLink leads to a page of the site with words in the page's language.
func (v *View) OwnLink(text, path string) Link { return v.ownLink(text, path) }

// IsPage reports whether there is a page at a path.
func (v *View) IsPage(path string) bool { return v.isPage(path) }

// Ordered returns records as lists show them in the page's language.
func (v *View) Ordered(entries []catalog.Entry) []catalog.Entry { return v.ordered(entries) }

// Card tells a record as lists do. Its facts and badges belong to others too and must not be changed.
func (v *View) Card(entry catalog.Entry) Card { return v.sharedCard(entry) }

// AnswersByTopic tells who answers for what in a place, a group for each topic.
func (v *View) AnswersByTopic(place *catalog.Place) []Group {
	return v.answersByTopic(place, "contacts-")
}

// Offices are the contacts that answer for a topic in a place, for a reader who has not said who they are.
func (v *View) Offices(place *catalog.Place, topic *catalog.Term) []*catalog.Contact {
	return contactsOf(v.whoAnswers(place, topic))
}

// TopicOffices are the contacts that answer for a topic; without a topic, those for everything that no office names.
type TopicOffices struct {
	Topic   *catalog.Term
	Offices []*catalog.Contact
}

// OfficesByTopic are the contacts of a place, told apart as on its page.
func (v *View) OfficesByTopic(place *catalog.Place) []TopicOffices {
	var list []TopicOffices
	for _, t := range v.toldTopics(place) {
		list = append(list, TopicOffices{t.Topic, contactsOf(t.Answers)})
	}
	if rest := v.otherwise(place); len(rest) > 0 {
		list = append(list, TopicOffices{nil, contactsOf(rest)})
	}
	return list
}

func contactsOf(answers []*facts.Answer) []*catalog.Contact {
	contacts := make([]*catalog.Contact, len(answers))
	for i, answer := range answers {
		contacts[i] = answer.Contact
	}
	return contacts
}

// Facts are all facts of a record in the order people ask; none for records that are told otherwise.
func (v *View) Facts(entry catalog.Entry) []Fact {
	switch e := entry.(type) {
	case *catalog.Course:
		return v.courseFacts(e)
	case *catalog.Internship:
		return v.internshipFacts(e)
	case *catalog.Support:
		return v.supportFacts(e)
	case *catalog.Event:
		return v.eventFacts(e)
	case *catalog.Transport:
		return v.transportFacts(e)
	case *catalog.Contact:
		return v.contactFacts(e)
	case *catalog.Organization:
		return v.organizationFacts(e)
	}
	return nil
}

// Absolute is the address of a path on the web.
func (v *View) Absolute(path string) string { return v.absolute(path) }

// PrintLink leads to a page to print; its Href is empty where there is none.
func (v *View) PrintLink(text, name string) Link {
	path := address.Print(v.code, name)
	if !v.isPage(path) {
		return Link{}
	}
	return v.ownLink(text, path)
}

// View is a page for which words, links and facts are wanted before its model is made.
func (s *Site) View(p Planned) *View { return s.view(p) }

// Path is where the page is, below the output folder.
func (v *View) Path() string { return v.page.Path }
