package site

import (
	"slices"
	"sync"

	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// newRows makes room for the rows of each language, when its first narrowed list is made. Narrowed lists repeat a record a dozen times, so
// its row is made once.
func (s *Site) newRows(lang catalog.Lang) func() *perRecord[ListRow] {
	return sync.OnceValue(func() *perRecord[ListRow] { return newPerRecord[ListRow](s.places[lang]()) })
}

// Begin finds what the pages of a language ask for first, the order of its records. Else all who make them would wait for one of them.
func (s *Site) Begin(lang catalog.Lang) { s.places[lang]() }

// Finish lets go of what only the pages of a language ask for, once all of them have been made. They can be made again all the same.
func (s *Site) Finish(lang catalog.Lang) {
	s.listRows[lang] = s.newRows(lang)
	s.search.letGo(lang)
	s.shared[lang].Clear()
	s.orders.Range(func(key, _ any) bool {
		if key.(orderKey).lang == lang {
			s.orders.Delete(key)
		}
		return true
	})
}

// rowsOf tells records as narrowed lists do. All narrowed lists lie equally deep, so that the links lead the same way from each.
func (v *view) rowsOf(records []int32) []*ListRow {
	made := v.listRows[v.lang]().all()
	list := v.room.rows.take(len(records))
	for _, record := range records {
		list = append(list, made.once(int(record), func() *ListRow { return v.lasting().row(v.Catalogue.Entries[record]) }))
	}
	return list
}

// row tells a record in a line: what kind it is, then what its card tells but for the summary.
func (v *view) row(entry catalog.Entry) *ListRow {
	card := v.toldCard(entry)
	values := 2 // what kind it is, or what somebody does
	for _, fact := range card.Facts {
		values += len(fact.Values)
	}
	row := &ListRow{Title: v.linked(card.Title), Badges: card.Badges, Until: card.Until, Told: make([]Told, 0, values)}
	if facts.KindOf(entry) != nil {
		row.Told = append(row.Told, Told{Value: v.note(card.Type)})
	}
	if contact, ok := entry.(*catalog.Contact); ok {
		row.Told = append(row.Told, Told{Value: Value{Kind: "text", Words: v.words(contact.Role)}})
	}
	for _, fact := range card.Facts {
		for i, value := range fact.Values {
			told := Told{Value: v.linkedValue(value)}
			if i == 0 && slices.Contains([]string{"running", "apply_by", "duration", "language_level", "taught_in"}, fact.Name) {
				told.Label = fact.Label
			}
			row.Told = append(row.Told, told)
		}
	}
	row.Told = slices.DeleteFunc(row.Told, func(t Told) bool { return t.Text == "" && len(t.Lines) == 0 })
	return row
}
