package print

import (
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/site"
)

// offer returns what is printed of a record. Pages to print lie in one folder and link alike, so that all overviews of a language share it.
func (p *planner) offer(v *site.View, entry catalog.Entry) *Offer {
	return site.Once(&p.made(v).offers, entry, func() *Offer { return p.newOffer(v, entry) })
}

// offerID is the id of a record's heading.
func offerID(entry catalog.Entry) string { return "o-" + entry.Base().Folder() + "-" + entry.Base().ID }

func (p *planner) newOffer(v *site.View, entry catalog.Entry) *Offer {
	card := v.Card(entry)
	return &Offer{
		ID: offerID(entry), Title: v.Link(entry), Type: card.Type, Summary: card.Summary, Badges: card.Badges,
		Facts: paperFacts(v, v.Facts(entry)), Code: p.code(v, entry),
	}
}

// code draws a record's code for a page in the page's language.
func (p *planner) code(v *site.View, entry catalog.Entry) Code {
	written := v.PaperCode(entry)
	if written.Src == "" {
		return Code{}
	}
	return Code{p.draw(v.ShortURL(entry)), written.Address}
}

// draw draws an address as a code; one of thousands of letters has none.
func (p *planner) draw(url string) Drawing {
	drawn, err := p.encoder.Encode(url)
	if err != nil {
		return Drawing{}
	}
	return Drawing{drawn.Path, drawn.Size}
}

// line returns a record on one line, with a title that leads nowhere: pages of any language show it.
func (p *planner) line(v *site.View, entry catalog.Entry) Line {
	return site.Once(&p.made(v).lines, entry, func() Line {
		all := v.Facts(entry)
		return Line{Title: site.Link{Words: v.Words(entry.Base().Title)}, Where: whereShort(v, entry), When: whenShort(v.Card(entry).Facts, paperFacts(v, all)), Phone: firstPhone(all)}
	})
}

// onPaper are the facts a person needs of an offer on paper, by name, in their order.
func onPaper() []string {
	return []string{
		"next_start", "running", "start", "apply_by", "when", "times", "duration", "hours", "closed", "on_demand", "lines", "stops", "where",
		"taught_in", "level", "language_level", "price", "pay", "tickets", "who", "register_by", "register", "ask", "phone", "mobile", "email", "languages_spoken", "organization",
	}
}

// paperFacts picks and shortens facts for paper: no links that say nothing when printed, no remark that is a page's. That an offer does
// not say who may come stands on the cover, not a hundred times.
func paperFacts(v *site.View, all []site.Fact) []site.Fact {
	var kept []site.Fact
	unknown := v.T("admission.unknown")
	for _, name := range onPaper() {
		i := slices.IndexFunc(all, func(f site.Fact) bool { return f.Name == name })
		if i < 0 {
			continue
		}
		f := all[i]
		f.Values = slices.DeleteFunc(paperValues(name, f.Values), func(value site.Value) bool { return value.Text == unknown })
		if len(f.Values) > 0 {
			kept = append(kept, f)
		}
	}
	return kept
}

func paperValues(name string, values []site.Value) []site.Value {
	address := slices.ContainsFunc(values, func(value site.Value) bool { return value.Kind == "address" })
	var kept []site.Value
	for _, value := range values {
		switch {
		case value.Kind == "link" && value.External: // a source
			continue
		case value.Kind == "note" && (name == "where" || name == "price" || name == "register"): // the page has the details
			continue
		case value.Kind == "link" && name == "where" && address: // the place's name stands in the address
			continue
		case value.Kind == "week":
			kept = append(kept, weekLines(value.Week)...)
			continue
		case value.Kind == "address":
			value.Lines = []string{strings.Join(value.Lines, ", ")}
			if value.Text != "" && value.Lines[0] != "" {
				value.Text += ","
			}
		case value.Kind == "link":
			value.Kind, value.Href = "text", ""
		}
		if !slices.ContainsFunc(kept, func(k site.Value) bool { return k.Text == value.Text && slices.Equal(k.Lines, value.Lines) }) {
			kept = append(kept, value)
		}
	}
	return kept
}

// weekLines writes hours as lines of words: a day that is closed needs none.
func weekLines(week *site.Week) []site.Value {
	var lines []site.Value
	for _, day := range week.Days {
		if len(day.Times) > 0 {
			lines = append(lines, site.Value{Kind: "time", Words: site.Words{Text: day.Name}, Lines: day.Times})
		}
	}
	return lines
}

// whereShort is where an offer takes place, in as few words as a line has room for.
func whereShort(v *site.View, entry catalog.Entry) site.Words {
	places, online := facts.TakesPlaceIn(entry, v.Tree())
	if contact, ok := entry.(*catalog.Contact); ok && contact.Venue != nil && contact.Venue.Place.To != nil {
		places = []*catalog.Place{contact.Venue.Place.To}
	}
	switch {
	case len(places) == 0 && online:
		return v.Own(v.T("mode.online"))
	case len(places) == 0:
		return site.Words{}
	case len(places) == 1:
		return v.Words(places[0].Title)
	}
	return v.Own(v.T("print.and_places", "place", v.Words(places[0].Title).Text, "n", len(places)-1))
}

// whenShort is when an offer starts, or when it is there.
func whenShort(card, paper []site.Fact) site.Value {
	for _, list := range [][]site.Fact{card, paper} {
		for _, name := range []string{"next_start", "running", "when", "apply_by", "start", "hours"} {
			i := slices.IndexFunc(list, func(f site.Fact) bool { return f.Name == name })
			if i < 0 || len(list[i].Values) == 0 {
				continue
			}
			value := list[i].Values[0]
			value.Href, value.Until, value.Week = "", "", nil
			return value
		}
	}
	return site.Value{}
}

func firstPhone(all []site.Fact) string {
	for _, name := range []string{"phone", "ask", "register", "on_demand", "mobile"} {
		for _, f := range all {
			if f.Name != name {
				continue
			}
			if i := slices.IndexFunc(f.Values, func(value site.Value) bool { return value.Kind == "phone" }); i >= 0 {
				return f.Values[i].Text
			}
		}
	}
	return ""
}
