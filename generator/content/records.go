package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"mappe/generator/diag"
	"mappe/generator/together"
)

// gathered is a record while its files are being found.
type gathered struct {
	RecordFiles
	// strays are texts in its folder that are not called index, misnamed those that would be with another ending.
	strays, misnamed []string
}

// records takes the folder of a record type.
func (s *scanner) records(dir, folder string) error {
	entries, err := s.read(dir)
	if err != nil {
		return err
	}
	byID := map[string]*gathered{}
	var all together.Values[gathered]
	record := func(id string) *gathered {
		if byID[id] == nil {
			byID[id] = all.One(gathered{RecordFiles: RecordFiles{Folder: folder, ID: id}})
		}
		return byID[id]
	}
	for _, entry := range entries {
		if entry.IsDir() {
			below := dir + "/" + entry.Name()
			if err := s.recordFolder(below, len(below)+1, record(entry.Name())); err != nil {
				return err
			}
			continue
		}
		s.flatFile(dir, entry, record)
	}
	for _, id := range sortedKeys(byID) {
		s.add(byID[id], dir)
	}
	return nil
}

// flatFile takes a file that is a record without a folder of its own.
func (s *scanner) flatFile(dir string, entry fs.DirEntry, record func(id string) *gathered) {
	full := s.paths.Join(dir, "/", entry.Name())
	name := full[len(dir)+1:]
	if stem, lang, ok := textFile(name); ok && maybeLanguage(lang) {
		r := record(stem)
		r.Files = append(r.Files, TextFile{full, lang})
		return
	}
	if better, almost := almostText(name); almost {
		s.wrongEnding(full, better)
		stem, _, _ := textFile(better)
		r := record(stem)
		r.misnamed = append(r.misnamed, full)
		return
	}
	s.unknownFile(full, diag.Textf("Ein Angebot ist eine Datei mit der Endung .md oder .yaml, oder ein Ordner mit index.md darin.", "A record is a file that ends in .md or .yaml, or a folder with index.md in it."))
}

// recordFolder takes a record's own folder and the folders below it. In the paths of all of them, names within the record begin at the same byte.
func (s *scanner) recordFolder(dir string, within int, r *gathered) error {
	entries, err := s.read(dir)
	if err != nil {
		return err
	}
	top := len(dir)+1 == within
	if top && r.Files == nil {
		r.Files = s.files.Take(len(entries))[:0]
	}
	for _, entry := range entries {
		if entry.IsDir() {
			if err := s.recordFolder(dir+"/"+entry.Name(), within, r); err != nil {
				return err
			}
			continue
		}
		full := s.paths.Join(dir, "/", entry.Name())
		name := full[len(dir)+1:]
		stem, lang, isText := textFile(name)
		better, almost := almostText(name)
		meant, _, _ := textFile(better)
		switch {
		case isText && stem == "index" && top && maybeLanguage(lang):
			r.Files = append(r.Files, TextFile{full, lang})
		case isText && stem != "index" && strings.EqualFold(stem, "index") && top:
			s.wrongCase(full, strings.ToLower(name))
			r.misnamed = append(r.misnamed, full)
		case isText:
			r.strays = append(r.strays, full)
		case almost && meant == "index" && top:
			s.wrongEnding(full, better)
			r.misnamed = append(r.misnamed, full)
		default:
			r.Attachments = append(r.Attachments, full[within:])
		}
	}
	return nil
}

// add keeps a record, marked as broken where it has no text or its id is against the rule. An empty folder is none.
func (s *scanner) add(r *gathered, dir string) {
	slices.SortFunc(r.Files, func(a, b TextFile) int { return strings.Compare(a.Path, b.Path) })
	slices.Sort(r.Attachments)
	r.Misnamed = len(r.misnamed) > 0
	folder := dir + "/" + r.ID
	switch {
	case len(r.Files) == 0 && len(r.misnamed)+len(r.strays)+len(r.Attachments) == 0:
		return
	case len(r.Files) == 0:
		r.Broken = true
		s.noText(r, folder)
	case !ValidID(r.ID):
		r.Broken = true
		s.invalidID(r)
	}
	if len(r.Files) > 0 {
		for _, stray := range r.strays {
			s.unknownFile(stray, diag.Textf("In diesem Ordner heißen die Texte index.md oder index.<Sprache>.md, zum Beispiel index.ar.md.", "In this folder the texts are called index.md or index.<language>.md, such as index.ar.md."))
		}
	}
	if len(r.Files) > 0 {
		r.ID = r.Key()[len(r.Folder)+1:] // a part of the path, which stays anyway
	}
	s.byFolder[r.Folder] = append(s.byFolder[r.Folder], r.RecordFiles)
}

// noText reports a folder without a text of the record; what is nearest to one says where, unless that has been said already.
func (s *scanner) noText(r *gathered, folder string) {
	file := ""
	hint := diag.Textf("Legen Sie dort eine Datei index.md an, oder entfernen Sie den Ordner.", "Create a file index.md there, or remove the folder.")
	switch {
	case len(r.misnamed) > 0:
		return
	case len(r.strays) > 0 && path.Dir(r.strays[0]) != folder:
		file = r.strays[0]
		hint = diag.Textf("Einträge liegen nicht in Ordnern zusammen. Verschieben Sie den Ordner %s nach %s.", "Records do not lie in folders together. Move the folder %s to %s.", path.Base(path.Dir(file)), path.Dir(folder))
	case len(r.strays) > 0:
		file = r.strays[0]
		hint = diag.Textf("Benennen Sie %s um in %s.", "Rename %s to %s.", path.Base(file), "index"+path.Ext(file))
	default:
		file = path.Join(folder, r.Attachments[0])
	}
	s.find(diag.Error, file, "no-text-file", diag.Textf("Im Ordner %s liegt keine Datei index.md.", "The folder %s has no file index.md.", folder), hint)
}

func (s *scanner) invalidID(r *gathered) {
	message := diag.Textf("„%s“ kann kein Name eines Eintrags sein, denn er wird Teil der Internetadresse.", "“%s” cannot be the name of a record, since it becomes part of the web address.", r.ID)
	if reserved(r.ID) {
		message = diag.Textf("„%s“ kann kein Name eines Eintrags sein, denn so heißt schon eine Seite, die mappe selbst anlegt.", "“%s” cannot be the name of a record, since a page that mappe makes itself is called so.", r.ID)
	}
	hint := diag.Textf("Erlaubt sind kleine Buchstaben a bis z, Ziffern und einzelne Bindestriche, höchstens %d Zeichen.", "Small letters a to z, digits and single hyphens are allowed, at most %d characters.", maxID)
	if suggestion := SuggestID(r.ID); suggestion != "" {
		hint = diag.Textf("Benennen Sie um, zum Beispiel in %s.", "Rename it, for example to %s.", suggestion)
	}
	s.find(diag.Error, r.Files[0].Path, "invalid-id", message, hint)
}
