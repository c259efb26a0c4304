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
		key   string
		entry catalog.Entry
	}
	taken := map[string]holder{}
	for _, e := range r.Entries {
		switch e.(type) {
		case *catalog.Venue, *catalog.Notice:
			continue // they have no page
		}
		record := e.Base()
		for i, id := range append([]string{record.ID}, record.FormerIDs...) {
			code, key := address.Code(record.Folder(), id), record.Folder()+"/"+id
			other, found := taken[code]
			if !found {
				taken[code] = holder{key, e}
			}
			if !found || other.key == key {
				continue
			}
			field := "title"
			if i > 0 {
				field = "former_ids"
			}
			r.at(e, field, problem{diag.Error, codeShortAddressTaken,
				diag.Textf("„%s“ hätte auf Papier dieselbe kurze Adresse „%s“ wie %s.", "“%s” would have the same short address “%s” on paper as %s.", id, code, other.key),
				diag.Textf("Das ist Zufall und sehr selten. Benennen Sie den neueren der beiden Einträge um, zum Beispiel in %s-1.", "This is chance and very rare. Rename the newer of the two records, for example to %s-1.", id)})
		}
	}
}
