package site

import (
	"slices"
	"unsafe"

	"mappe/generator/date"
	"mappe/generator/facts"
)

// Room is memory for the model of one page, used again for that of the next. Of all memory that a build passed through, more than half were
// models, each of them garbage as soon as its page was written. A room is for one goroutine at a time.
//
// What lives how long: what a view takes from its room is gone when the room gets its next page. Whatever outlives a page, such as what pages
// share, is made by a view without a room (view.lasting), which is given memory for good. once and perRecord.once (kept.go) hand just such a
// view to what makes something shared, so that it knows no other. No view with a room gets to packages above.
type Room struct {
	view       view
	lasting    view // of the same page, without a room; empty until it is asked for
	records    slab[RecordPage]
	lists      slab[ListPage]
	values     slab[Value]
	facts      slab[Fact]
	words      slab[Words]
	links      slab[Link]
	languages  slab[LanguageLink]
	alternates slab[Alternate]
	sections   slab[Section]
	groups     slab[Group]
	cards      slab[Card]
	rows       slab[*ListRow]
	runs       slab[Run]
	badges     slab[Badge]
	calendars  slab[Calendar]
	months     slab[CalendarMonth]
	steps      slab[ChainStep]
	meetings   slab[facts.Meeting]
	days       slab[date.Date]
	texts      slab[string]
	bytes      slab[byte]
	bodies     slab[byte] // apart, since links are made while a body is written
}

// clear takes back all that was taken.
func (r *Room) clear() {
	r.view, r.lasting = view{}, view{}
	r.records.clear()
	r.lists.clear()
	r.values.clear()
	r.facts.clear()
	r.words.clear()
	r.links.clear()
	r.languages.clear()
	r.alternates.clear()
	r.sections.clear()
	r.groups.clear()
	r.cards.clear()
	r.rows.clear()
	r.runs.clear()
	r.badges.clear()
	r.calendars.clear()
	r.months.clear()
	r.steps.clear()
	r.meetings.clear()
	r.days.clear()
	r.texts.clear()
	r.bytes.clear()
	r.bodies.clear()
}

// text is a text of some bytes, which may change afterwards.
func (r *Room) text(b []byte) string { return textOf(append(r.bytes.take(len(b)), b...)) }

// joined writes texts one after another.
func (r *Room) joined(texts ...string) string {
	n, longest := 0, ""
	for _, text := range texts {
		if n += len(text); len(text) > len(longest) {
			longest = text
		}
	}
	if n == len(longest) {
		return longest // the others are empty
	}
	b := r.bytes.take(n)
	for _, text := range texts {
		b = append(b, text...)
	}
	return textOf(b)
}

// textOf is bytes as a text, without a copy. They must not be changed any more; the text lives as long as they do.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// slab is memory for values of a type. One that was never cleared has none: what is taken from it is memory for good.
type slab[T any] struct {
	all    []T // what is taken; its capacity is what there is
	lacked int // how many more were wanted; the next page finds room for them
}

// take returns an empty list with room for n.
func (s *slab[T]) take(n int) []T {
	from := len(s.all)
	switch {
	case n == 0:
		return nil
	case cap(s.all) == 0:
		return make([]T, 0, n)
	case from+n > cap(s.all):
		s.lacked += n
		return make([]T, 0, n)
	}
	s.all = s.all[:from+n]
	return s.all[from : from : from+n]
}

// about returns an empty list that values are to be added to, likely no more than n.
func (s *slab[T]) about(n int) []T {
	if cap(s.all) == 0 {
		return nil
	}
	return s.take(n)
}

// one returns where a value lies.
func (s *slab[T]) one(value T) *T {
	list := append(s.take(1), value)
	return &list[0]
}

// filled returns what is added to an empty list. Nothing else may be taken meanwhile.
func (s *slab[T]) filled(add func([]T) []T) []T {
	from := len(s.all)
	list := slices.Clip(add(s.all[from:]))
	switch n := len(list); {
	case cap(s.all) == 0:
	case from+n > cap(s.all):
		s.lacked += n
	default:
		s.all = s.all[:from+n]
	}
	return list
}

// clear takes back what was taken. Nothing of it is left, lest it be met where it should not be.
func (s *slab[T]) clear() {
	clear(s.all)
	if wanted := len(s.all) + s.lacked; wanted > cap(s.all) || cap(s.all) == 0 {
		s.all, s.lacked = make([]T, 0, max(wanted, 8)), 0
	}
	s.all = s.all[:0]
}
