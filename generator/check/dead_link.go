package check

import (
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
	"mappe/generator/markdown"
)

const (
	codeDeadLink          = "dead-link"
	codeLinkToUnpublished = "link-to-unpublished"
)

// deadLink finds links in long texts that lead nowhere: to a record or a file that is not there, or to a record that has no page. An
// error; where the record is there but not published the link becomes plain text, which is a warning ("error: no such record;
// warning and plain text: not published").
func deadLink(r *report, e catalog.Entry) {
	for lang := range r.Languages {
		doc := r.prose.Doc(e.Base(), catalog.Lang(lang))
		if doc == nil {
			continue
		}
		for _, link := range doc.Links {
			var p problem
			switch link.Kind {
			case markdown.Record:
				p = r.recordLink(link)
			case markdown.File:
				p = r.fileLink(e.Base(), link)
			}
			if p.code != "" {
				r.inBody(e, catalog.Lang(lang), link.Line, link.Column, p)
			}
		}
	}
}

// recordLink says what is wrong with a link to a record; no code means nothing. A record that is there but cannot be read has
// findings of its own.
func (r *report) recordLink(link markdown.Link) problem {
	folder, id := link.RecordName()
	to := r.Find(folder, id)
	switch {
	case to == nil && r.there()[link.Target]:
		return problem{}
	case to == nil:
		return problem{diag.Error, codeDeadLink,
			diag.Textf("Der Link führt zu %s, aber das gibt es nicht.", "The link leads to %s, which does not exist.", link.Target), r.otherRecord(folder, id)}
	case !hasPage(folder):
		return problem{diag.Error, codeDeadLink,
			diag.Textf("Der Link führt zu %s, aber Einträge unter %s/ haben keine eigene Seite.", "The link leads to %s, but records in %s/ have no page of their own.", link.Target, folder),
			diag.Textf("Entfernen Sie den Link, oder nennen Sie einen anderen Eintrag.", "Remove the link, or name another record.")}
	case !facts.HasPage(to.Base(), r.today):
		return problem{diag.Warning, codeLinkToUnpublished,
			diag.Textf("Der Link führt zu %s, aber dieser Eintrag ist nicht veröffentlicht; Leser sehen nur den Text.", "The link leads to %s, but this record is not published; readers see only the words.", link.Target),
			diag.Textf("Veröffentlichen Sie ihn (status: published, publish_from, publish_until), oder entfernen Sie den Link.", "Publish it (status: published, publish_from, publish_until), or remove the link.")}
	}
	return problem{}
}

// otherRecord advises what to link to instead.
func (r *report) otherRecord(folder, id string) diag.Text {
	if now := r.renamed[folder+"/"+id]; now != nil {
		return diag.Textf("Der Eintrag heißt jetzt anders. Schreiben Sie: record:%s", "The record is called otherwise now. Write: record:%s", now.Base().Key())
	}
	var same, elsewhere []string
	for _, e := range r.Entries {
		switch {
		case !hasPage(e.Base().Folder()):
		case e.Base().Folder() == folder:
			same = append(same, e.Base().ID)
		case e.Base().ID == id:
			elsewhere = append(elsewhere, e.Base().Key())
		}
	}
	if len(elsewhere) > 0 {
		return diag.Textf("Meinten Sie record:%s?", "Did you mean record:%s?", elsewhere[0])
	}
	if nearest := diag.Nearest(id, same); nearest != "" {
		return diag.Textf("Meinten Sie record:%s/%s?", "Did you mean record:%s/%s?", folder, nearest)
	}
	if len(same) == 0 {
		folders := r.folders()
		return diag.Textf("Mögliche Ordner sind: %s.", "Possible folders are: %s.", strings.Join(folders, ", "))
	}
	return diag.Textf("Prüfen Sie den Namen im Ordner %s, oder entfernen Sie den Link.", "Check the name in the folder %s, or remove the link.", folder)
}

// folders are those that hold records with pages.
func (r *report) folders() []string {
	var folders []string
	for _, e := range r.Entries {
		if folder := e.Base().Folder(); hasPage(folder) && !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	return folders
}

func (r *report) fileLink(record *catalog.Record, link markdown.Link) problem {
	path, found := r.fileOf(record, link.Target)
	if found {
		return problem{}
	}
	return problem{diag.Error, codeDeadLink,
		diag.Textf("Der Link führt zu der Datei %s, aber die gibt es nicht.", "The link leads to the file %s, which does not exist.", path), otherFile(link.Target, r.filesNear(record))}
}

// otherFile advises on a file that is not among those there are.
func otherFile(name string, there []string) diag.Text {
	if hint := diag.DidYouMean(name, there); hint != (diag.Text{}) {
		return hint
	}
	return diag.Textf("Legen Sie die Datei dorthin, oder ändern Sie den Namen; große und kleine Buchstaben zählen.", "Put the file there, or change the name; capital and small letters count.")
}
