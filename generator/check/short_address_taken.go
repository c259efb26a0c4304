package check

import (
	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeShortAddressTaken = "short-address-taken"

// shortAddressTaken finds records whose short addresses on paper are the same. They follow from type and id by a hash, former ids keep
// theirs, so two can meet, if rarely. An error, since a printed code would lead to the wrong record; the record that comes later by its
// id is named, since it is likelier to be the new one.
func shortAddressTaken(r *report) {
	if !r.Settings.Outputs.Short {
		return
	}
	type holder struct {
		record *catalog.Record
		id     string
	}
	taken := make(map[string]holder, len(r.Entries))
	look := func(e catalog.Entry, field, id string) {
		record := e.Base()
		code := address.Code(record.Folder(), id)
		other, found := taken[code]
		if !found {
			taken[code] = holder{record, id}
			return
		}
		if other.id == id && other.record.Folder() == record.Folder() {
			return
		}
		r.at(e, field, problem{diag.Error, codeShortAddressTaken,
			diag.Textf("„%s“ hätte auf Papier dieselbe kurze Adresse „%s“ wie %s.", "“%s” would have the same short address “%s” on paper as %s.", id, code, other.record.Folder()+"/"+other.id),
			diag.Textf("Das ist Zufall und sehr selten. Benennen Sie den neueren der beiden Einträge um, zum Beispiel in %s-1.", "This is chance and very rare. Rename the newer of the two records, for example to %s-1.", id)})
	}
	for _, e := range r.Entries {
		switch e.(type) {
		case *catalog.Venue, *catalog.Notice:
			continue // they have no page
		}
		look(e, "title", e.Base().ID)
		for _, id := range e.Base().FormerIDs {
			look(e, "former_ids", id)
		}
	}
}
