package check

import (
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
)

const (
	codeFormerIDTaken   = "former-id-taken"
	codeFormerIDInvalid = "former-id-invalid"
)

// formerIDTaken finds former names of records that are another record's, now or once, or that no record can have had: an id is
// "never used again for something else". An error, since the page that leads on from the old address cannot be made.
func formerIDTaken(r *report) {
	firsts := map[string]catalog.Entry{}
	for _, e := range r.Entries {
		record := e.Base()
		own := map[string]bool{}
		for _, id := range record.FormerIDs {
			key := record.Folder() + "/" + id
			switch {
			case own[id]:
			case !content.ValidID(id):
				r.at(e, "former_ids", problem{diag.Error, codeFormerIDInvalid,
					diag.Textf("„%s“ kann nie der Name eines Eintrags gewesen sein.", "“%s” can never have been the name of a record.", id), idRule(id)})
			case key == record.Key():
				r.at(e, "former_ids", problem{diag.Error, codeFormerIDTaken,
					diag.Textf("„%s“ ist der jetzige Name dieses Eintrags.", "“%s” is the present name of this record.", id),
					diag.Textf("Entfernen Sie ihn aus former_ids.", "Remove it from former_ids.")})
			case r.there()[key]:
				r.formerIDTaken(e, id, diag.Textf("„%s“ ist jetzt der Name eines anderen Eintrags.", "“%s” is the name of another record now.", id))
			case firsts[key] != nil:
				r.formerIDTaken(e, id, diag.Textf("„%s“ ist auch ein früherer Name von %s.", "“%s” is a former name of %s, too.", id, firsts[key].Base().Key()))
			default:
				firsts[key] = e
			}
			own[id] = true
		}
	}
}

func (r *report) formerIDTaken(e catalog.Entry, id string, message diag.Text) {
	r.at(e, "former_ids", problem{diag.Error, codeFormerIDTaken, message,
		diag.Textf("Eine alte Adresse kann nur zu einem Eintrag führen. Entfernen Sie „%s“ aus former_ids, oder benennen Sie den anderen Eintrag um.", "An old address can lead to one record only. Remove “%s” from former_ids, or rename the other record.", id)})
}

// idRule says what a name may be, and what this one might have been.
func idRule(id string) diag.Text {
	if _, name, found := strings.Cut(id, "/"); found && content.ValidID(name) {
		return diag.Textf("Schreiben Sie den Namen ohne den Ordner: %s", "Write the name without the folder: %s", name)
	}
	if suggestion := content.SuggestID(id); suggestion != "" {
		return diag.Textf("Meinten Sie %s?", "Did you mean %s?", suggestion)
	}
	return diag.Textf("Erlaubt sind kleine Buchstaben a bis z, Ziffern und einzelne Bindestriche, höchstens 60 Zeichen.", "Small letters a to z, digits and single hyphens are allowed, at most 60 characters.")
}
