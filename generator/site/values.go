package site

import (
	"html/template"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/phone"
)

// fact makes a row of facts; it reports false where no value says anything.
func (v *view) fact(name string, values []Value) (Fact, bool) {
	if slices.ContainsFunc(values, Value.isSilent) {
		values = slices.DeleteFunc(append(v.room.values.take(len(values)), values...), Value.isSilent)
	}
	if len(values) == 0 {
		return Fact{}, false
	}
	return Fact{Name: name, Label: v.t("fact." + name), Values: values}, true
}

// only is a list of a single value; an empty one where that says nothing.
func (v *view) only(value Value) []Value {
	if value.isSilent() {
		return nil
	}
	return append(v.room.values.take(1), value)
}

// isSilent reports whether a value says nothing.
func (value Value) isSilent() bool {
	return value.Text == "" && len(value.Lines) == 0 && value.Week == nil
}

// rows gathers facts in the order they are added; what says nothing is left out.
type rows struct {
	v     *view
	facts []Fact
}

func (r *rows) add(name string, value Value) { r.addAll(name, r.v.only(value)) }

func (r *rows) addAll(name string, values []Value) {
	if f, said := r.v.fact(name, values); said {
		if r.facts == nil {
			r.facts = r.v.room.facts.take(16) // an offer has about as many
		}
		r.facts = append(r.facts, f)
	}
}

// note is a plain value in the page's language.
func (v *view) note(text string) Value { return Value{Kind: "text", Words: v.own(text)} }

// said is a plain value with the language of its words.
func (v *view) said(words Words) Value { return Value{Kind: "text", Words: words} }

func (v *view) values(kind string, words []Words) []Value {
	list := v.room.values.take(len(words))
	for _, w := range words {
		list = append(list, Value{Kind: kind, Words: w})
	}
	return list
}

func linkValue(link Link) Value {
	return Value{Kind: "link", Words: link.Words, Href: link.Href, External: link.External}
}

// phone is a number to call.
func (v *view) phone(number string) Value {
	value := Value{Kind: "phone", Words: Words{Text: number}}
	if dial, ok := phone.Dial(number, v.Catalogue.Settings.DialPrefix); ok {
		value.Href = template.URL("tel:" + dial)
	}
	return value
}

func emailValue(email string) Value {
	return Value{Kind: "email", Words: Words{Text: email}, Href: template.URL("mailto:" + email)}
}

// web is an address on the web, shown without what every address has.
func web(url string) Value {
	shown := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://"), "/")
	return Value{Kind: "web", Words: Words{Text: shown}, Href: template.URL(url), External: true}
}

// address is a postal address with its place as a link.
func (v *view) address(w *catalog.Where) []Value {
	if w == nil {
		return nil
	}
	a := &w.Address
	value := Value{Kind: "address", Words: v.words(a.Name), Lines: v.room.texts.take(2)}
	for _, line := range []string{a.Street, strings.TrimSpace(a.PostalCode + " " + a.City)} {
		if line != "" {
			value.Lines = append(value.Lines, line)
		}
	}
	list := append(v.room.values.about(4), value)
	if a.Stop != "" {
		stop := v.foreign(a.Stop)
		list = append(list, Value{Kind: "text", Words: Words{Text: v.t("address.stop", "stop", v.isolate(stop.Text))}})
	}
	if !a.Directions.IsZero() {
		list = append(list, Value{Kind: "note", Words: v.words(a.Directions)})
	}
	if a.Wheelchair == catalog.Yes || a.Wheelchair == catalog.No {
		list = append(list, v.note(v.t("address.wheelchair_"+a.Wheelchair.String())))
	}
	return list
}

// placeNames are the places where an offer takes place, each a link, and "online".
func (v *view) placeNames(entry catalog.Entry) []Value {
	in := v.venuesOf(entry)
	const most = 4
	n := min(len(in.places), most+1)
	if in.online {
		n++
	}
	list := v.room.values.take(n)
	for i, place := range in.places {
		if i == most && len(in.places) > most+1 {
			list = append(list, v.note(v.t("place.and_more", "n", len(in.places)-most)))
			break
		}
		list = append(list, linkValue(v.link(place)))
	}
	if in.online {
		list = append(list, v.note(v.t("mode.online")))
	}
	return list
}

// venues are where an offer takes place.
type venues struct {
	places []*catalog.Place
	online bool
}

// venuesOf finds where an offer takes place, once for all languages and pages that tell it.
func (s *Site) venuesOf(entry catalog.Entry) *venues {
	return s.venues.once(entry.Base().Number, func() *venues {
		places, online := facts.TakesPlaceIn(entry, s.tree)
		return &venues{places, online}
	})
}

// levels tells a course's levels, "A1 to A2".
func (v *view) levels(l *catalog.LevelRange) string {
	switch {
	case l == nil:
		return ""
	case l.From != nil && l.To != nil && l.From != l.To:
		return v.t("level.from_to", "from", v.term(l.From).Text, "to", v.term(l.To).Text)
	case l.To != nil:
		return v.t("level.to", "to", v.term(l.To).Text)
	case l.From != nil:
		return v.t("level.from", "from", v.term(l.From).Text)
	}
	return ""
}

// dates tells a span of days; an open end is said.
func (v *view) dates(from, to date.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero() || from == to:
		return v.day(from)
	case from.IsZero():
		return v.t("date.until", "date", v.shortDay(to))
	}
	return v.loc.DateRange(from, to, locale.Long)
}

// moments tells when an event is.
func (v *view) moments(start, end date.Moment) Value {
	switch {
	case start.IsZero():
		return Value{}
	case !end.IsZero() && end.Date != start.Date:
		return v.note(v.loc.DateRange(start.Date, end.Date, locale.Full))
	}
	value := Value{Kind: "time", Words: v.own(v.day(start.Date))}
	if !start.Clock.IsZero() {
		value.Lines = append(v.room.texts.take(1), v.loc.ClockRange(start.Clock, end.Clock))
	}
	return value
}

func (v *view) dateOrWord(d catalog.DateOrWord) string {
	if d.Word != "" {
		return v.t("start." + d.Word)
	}
	if d.Date.IsZero() {
		return ""
	}
	return v.shortDay(d.Date)
}

// duration tells how long a placement is, "4 to 12 months".
func (v *view) duration(d *catalog.Duration) string {
	if d == nil || d.Unit == "" {
		return ""
	}
	switch {
	case d.Min != nil && d.Max != nil && *d.Min != *d.Max:
		return v.t("duration.range", "range", v.loc.Span(v.loc.Number(*d.Min), v.t("duration."+d.Unit, "n", *d.Max)))
	case d.Max != nil:
		return v.t("duration."+d.Unit, "n", *d.Max)
	case d.Min != nil:
		return v.t("duration.at_least", "duration", v.t("duration."+d.Unit, "n", *d.Min))
	}
	return ""
}

// slotRows tells weekly times, a value for each days that share them.
func (v *view) slotRows(slots []catalog.Slot) []Value {
	list := v.room.values.about(4)
	for _, row := range facts.SlotRows(slots) {
		days := v.weekdays(row.Days, locale.Wide)
		switch {
		case row.Every > 1:
			days = v.t("slot.every", "n", row.Every, "days", days)
		case len(row.Nth) > 0:
			days = v.t("slot.nth", "which", v.which(row.Nth), "days", days)
		}
		value := Value{Kind: "time", Words: v.own(days)}
		if !row.From.IsZero() {
			value.Lines = append(v.room.texts.take(1), v.loc.ClockRange(row.From, row.To))
		}
		list = append(list, value)
		if row.Mode == "online" {
			list = append(list, v.note(v.t("mode.online")))
		}
	}
	return list
}

func (v *view) which(nth []int) string {
	names := v.room.texts.take(len(nth))
	for _, n := range nth {
		name := v.t("slot.last")
		if n > 0 {
			name = v.t("slot.nth_" + v.loc.Number(n))
		}
		names = append(names, name)
	}
	return v.loc.List(names)
}

// timesOfDay tells when in the day a session is, as a word people filter by.
func (v *view) timesOfDay(s *catalog.Session) []Value {
	list := v.room.values.about(4)
	for _, id := range facts.TimesOfDay(s.Times) {
		list = append(list, v.note(v.t("time."+id)))
	}
	return list
}

// listPage is where a type's list starts.
func (v *view) listPage(folder string) Link {
	return v.linked(v.told().lists[folder])
}
