package site

import (
	"cmp"
	"html/template"
	"iter"
	"strconv"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/phone"
)

func itoa(n int) string { return strconv.Itoa(n) }

// record starts the page of a single record with what all of them have.
func (v *view) record(entry catalog.Entry) *RecordPage {
	base := entry.Base()
	summary := v.words(base.Summary)
	p := v.room.records.one(RecordPage{
		Page: v.baseIn(func(lang catalog.Lang) bool { return v.hasText(entry, lang) },
			v.words(base.Title), cmp.Or(summary, v.words(base.Title)), v.trail(entry)...),
		Record:   base.Key(),
		TypeName: v.t("kind." + base.Folder()),
		Summary:  summary,
		Picture:  v.picture(base),
		Body:     v.body(entry),
	})
	if kind := facts.KindOf(entry); kind != nil {
		p.TypeName = v.term(kind).Text
	}
	v.fallbackAlert(&p.Page, base)
	v.lifeAlerts(&p.Page, base)
	v.noticeAlerts(&p.Page, func(n *catalog.Notice) bool { return isAbout(n, entry) })
	v.reportAndEdit(&p.Page, base)
	p.German = v.german(entry)
	p.Code = v.PaperCode(entry)
	if !base.LastVerified.IsZero() {
		p.Checked = v.t("record.checked", "date", v.shortDay(base.LastVerified))
	}
	if base.SourceURL != "" {
		p.Source = outside(v.own(v.t("record.source")), base.SourceURL)
	}
	return p
}

// trail leads from the home page to the record.
func (v *view) trail(entry catalog.Entry) []Link {
	switch entry.(type) {
	case *catalog.Page, *catalog.Place:
		return nil
	}
	return append(v.room.links.take(1), v.listPage(entry.Base().Folder()))
}

// german is in German what one shows at a counter, since the office speaks German: title and summary beside a translated text, and the
// facts that a card tells.
func (v *view) german(entry catalog.Entry) []Words {
	r, lang := entry.Base(), v.Catalogue.Default
	if v.lang == lang {
		return nil
	}
	words := v.room.words.take(3)
	if r.Title.In(v.lang) != "" {
		words = append(words, v.in(r.Title.In(lang), lang))
		if summary := r.Summary.In(lang); summary != "" {
			words = append(words, v.in(summary, lang))
		}
	}
	if told := v.germanFacts(entry); told != "" {
		words = append(words, v.in(told, lang))
	}
	return words
}

// germanFacts is what a card tells of a record in the default language, in one line: made once for all languages that show it.
func (v *view) germanFacts(entry catalog.Entry) string {
	return *v.inGerman.once(entry.Base().Number, func() *string {
		var told []string
		v := v.lasting()
		for _, f := range v.In(v.Catalogue.Default).card(entry).Facts {
			texts := make([]string, len(f.Values))
			for i, value := range f.Values {
				texts[i] = strings.TrimSpace(value.Text + " " + strings.Join(value.Lines, " "))
			}
			told = append(told, f.Label+": "+strings.Join(texts, ", "))
		}
		line := strings.Join(told, " · ")
		return &line
	})
}

// isAbout reports whether a notice is about a record.
func isAbout(n *catalog.Notice, entry catalog.Entry) bool {
	for _, ref := range n.About {
		if ref.To == entry {
			return true
		}
	}
	return false
}

// callFirst fills in the call button and the link to apply at: those of the booking, else of the first contact, else of the
// organization.
func (v *view) callFirst(p *RecordPage, offer *catalog.Offer, booking *catalog.Booking) {
	number := ""
	if booking != nil {
		number = booking.Phone
		if number == "" && booking.Contact.To != nil {
			number = contactPhone(booking.Contact.To)
		}
		if booking.URL != "" {
			p.Apply = outside(v.own(v.t("action.apply")), booking.URL)
		}
	}
	for contact := range v.published(offer.Contacts) {
		if number == "" {
			number = contactPhone(contact)
		}
	}
	if number == "" && offer.Organization.To != nil {
		number = offer.Organization.To.Phone
	}
	p.Call = v.callLink(number)
}

func contactPhone(c *catalog.Contact) string { return cmp.Or(c.Phone, c.Mobile) }

func (v *view) callLink(number string) Link {
	dial, ok := phone.Dial(number, v.Catalogue.Settings.DialPrefix)
	if !ok {
		return Link{}
	}
	return Link{Words: Words{Text: number}, Href: template.URL("tel:" + dial)}
}

// published are the contacts that have a page now.
func (v *view) published(refs []catalog.Ref[catalog.Contact]) iter.Seq[*catalog.Contact] {
	return func(yield func(*catalog.Contact) bool) {
		for _, ref := range refs {
			if ref.To != nil && v.hasPage(ref.To) && !yield(ref.To) {
				return
			}
		}
	}
}

// contactValues tell whom to ask: the office as a link, its numbers, and when it can be reached.
func (v *view) contactValues(c *catalog.Contact) []Value {
	told := v.told().contacts.once(v, c, func(v *view, _ catalog.Entry) *[]Value { list := v.ofNoPage().newContactValues(c); return &list })
	return v.linkedValues(*told)
}

func (v *view) newContactValues(c *catalog.Contact) []Value {
	list := append(v.room.values.take(4), linkValue(v.link(c)))
	for _, number := range []string{c.Phone, c.Mobile} {
		if number != "" {
			list = append(list, v.phone(number))
		}
	}
	if c.Email != "" {
		list = append(list, emailValue(c.Email))
	}
	return list
}

// cards tells several records, those that have a page.
func cards[T catalog.Entry](v *view, entries []T) []Card {
	list := v.room.cards.take(len(entries))
	for _, entry := range entries {
		if v.hasPage(entry) {
			list = append(list, v.sharedCard(entry))
		}
	}
	return list
}

// related is the section of what an editor put beside the record.
func (v *view) related(p *RecordPage, offer *catalog.Offer) {
	var entries []catalog.Entry
	for _, ref := range offer.Related {
		if ref.To != nil {
			entries = append(entries, ref.To)
		}
	}
	v.section(p, Section{ID: "related", Heading: v.t("section.related"), Cards: cards(v, entries)})
}

// section adds a section that has something to say.
func (v *view) section(p *RecordPage, s Section) {
	if len(s.Facts)+len(s.Cards)+len(s.Links)+len(s.Groups)+len(s.Runs)+len(s.Steps)+len(s.Items)+len(s.Chain) > 0 || s.Body.HTML != "" || s.Table != nil || s.Intro.Text != "" {
		if p.Sections == nil {
			p.Sections = v.room.sections.about(8)
		}
		p.Sections = append(p.Sections, s)
	}
}

// reminders of package facts that pages need in more than one place.
func (v *view) admission(a *catalog.Admission) facts.Admission {
	return facts.AdmissionOf(&catalog.Offer{Admission: a}, v.Today)
}
