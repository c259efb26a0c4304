package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"

	"mappe/generator/diag"
)

// Scan finds the files of a source folder. folders are those of the record types, vocabularies the names a site may define.
// An error means that the folder itself cannot be read.
func Scan(source fs.FS, folders, vocabularies []string) (*Tree, []diag.Finding, error) {
	s := &scanner{tree: &Tree{FS: source, Vocabularies: map[string]string{}}, vocabularies: vocabularies}
	entries, err := fs.ReadDir(source, Root)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("reading the folder %s: %w", Root, err)
	}
	for _, entry := range entries {
		if err := s.top(entry, folders); err != nil {
			return nil, nil, err
		}
	}
	sort.SliceStable(s.tree.Records, func(i, j int) bool {
		a, b := s.tree.Records[i], s.tree.Records[j]
		if a.Folder != b.Folder {
			return slices.Index(folders, a.Folder) < slices.Index(folders, b.Folder)
		}
		return a.ID < b.ID
	})
	slices.Sort(s.tree.Media)
	return s.tree, s.findings, nil
}

type scanner struct {
	tree         *Tree
	vocabularies []string
	findings     []diag.Finding
}

// top takes what lies directly in the content folder.
func (s *scanner) top(entry fs.DirEntry, folders []string) error {
	name := entry.Name()
	full := path.Join(Root, name)
	switch {
	case ignored(name):
		return nil
	case name == "site.yaml":
		s.tree.Site = full
	case name == "translations.lock":
		s.tree.Lock = full
	case !entry.IsDir():
		s.unknownFile(full, diag.Textf("Hierher gehören nur site.yaml und die Ordner der Angebote.", "Only site.yaml and the folders of the offers belong here."))
	case name == "media":
		return s.media(full)
	case name == "vocabulary":
		return s.vocabulary(full)
	case name == "timetables":
		return s.timetables(full)
	case slices.Contains(folders, name):
		return s.records(full, name)
	default:
		s.unknownFolder(full, append(slices.Clone(folders), "media", "vocabulary", "timetables"))
	}
	return nil
}

// records takes the folder of a record type.
func (s *scanner) records(dir, folder string) error {
	entries, err := s.read(dir)
	if err != nil {
		return err
	}
	byID := map[string]*RecordFiles{}
	record := func(id string) *RecordFiles {
		if byID[id] == nil {
			byID[id] = &RecordFiles{Folder: folder, ID: id}
		}
		return byID[id]
	}
	for _, entry := range entries {
		full := path.Join(dir, entry.Name())
		if entry.IsDir() {
			if err := s.recordFolder(full, "", record(entry.Name())); err != nil {
				return err
			}
			continue
		}
		stem, lang, ok := textFile(entry.Name())
		if !ok {
			s.unknownFile(full, diag.Textf("Ein Angebot ist eine Datei mit der Endung .md oder .yaml, oder ein Ordner mit index.md darin.", "A record is a file that ends in .md or .yaml, or a folder with index.md in it."))
			continue
		}
		r := record(stem)
		r.Files = append(r.Files, TextFile{full, lang})
	}
	for _, r := range byID {
		s.add(*r, dir)
	}
	return nil
}

// recordFolder takes a record's own folder and the folders below it.
func (s *scanner) recordFolder(dir, below string, r *RecordFiles) error {
	entries, err := s.read(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		full, name := path.Join(dir, entry.Name()), path.Join(below, entry.Name())
		if entry.IsDir() {
			if err := s.recordFolder(full, name, r); err != nil {
				return err
			}
			continue
		}
		stem, lang, ok := textFile(entry.Name())
		switch {
		case ok && stem == "index" && below == "":
			r.Files = append(r.Files, TextFile{full, lang})
		case ok:
			s.unknownFile(full, diag.Textf("In diesem Ordner heißen die Texte index.md oder index.<Sprache>.md, zum Beispiel index.ar.md.", "In this folder the texts are called index.md or index.<language>.md, such as index.ar.md."))
		default:
			r.Attachments = append(r.Attachments, name)
		}
	}
	return nil
}

// add keeps a record, marked as broken where its id is against the rule.
func (s *scanner) add(r RecordFiles, dir string) {
	if len(r.Files) == 0 {
		if len(r.Attachments) > 0 {
			s.find(diag.Error, path.Join(dir, r.ID, r.Attachments[0]), "no-text-file",
				diag.Textf("Im Ordner %s liegt keine Datei index.md.", "The folder %s has no file index.md.", path.Join(dir, r.ID)),
				diag.Textf("Legen Sie dort eine Datei index.md an, oder entfernen Sie den Ordner.", "Create a file index.md there, or remove the folder."))
		}
		return
	}
	sort.Slice(r.Files, func(i, j int) bool { return r.Files[i].Path < r.Files[j].Path })
	slices.Sort(r.Attachments)
	if !ValidID(r.ID) {
		r.Broken = true
		hint := diag.Textf("Erlaubt sind kleine Buchstaben a bis z, Ziffern und einzelne Bindestriche, höchstens 60 Zeichen.", "Small letters a to z, digits and single hyphens are allowed, at most 60 characters.")
		if suggestion := SuggestID(r.ID); suggestion != "" && suggestion != r.ID {
			hint = diag.Textf("Benennen Sie um, zum Beispiel in %s.", "Rename it, for example to %s.", suggestion)
		}
		s.find(diag.Error, r.Files[0].Path, "invalid-id", diag.Textf("„%s“ kann kein Name eines Eintrags sein, denn er wird Teil der Internetadresse.", "“%s” cannot be the name of a record, since it becomes part of the web address.", r.ID), hint)
	}
	s.tree.Records = append(s.tree.Records, r)
}

func (s *scanner) media(dir string) error {
	entries, err := s.read(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		full := path.Join(dir, entry.Name())
		if !entry.IsDir() {
			s.tree.Media = append(s.tree.Media, full)
		} else if err := s.media(full); err != nil {
			return err
		}
	}
	return nil
}

func (s *scanner) vocabulary(dir string) error {
	entries, err := s.read(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		full := path.Join(dir, entry.Name())
		name, _, ok := textFile(entry.Name())
		switch {
		case !ok || path.Ext(full) == ".md" || entry.IsDir():
			s.unknownFile(full, diag.Textf("Hierher gehören nur Dateien mit der Endung .yaml.", "Only files that end in .yaml belong here."))
		case !slices.Contains(s.vocabularies, name):
			hint := diag.DidYouMean(name, s.vocabularies)
			s.find(diag.Error, full, "unknown-vocabulary", diag.Textf("Ein Verzeichnis von Begriffen namens „%s“ kennt mappe nicht.", "mappe knows no vocabulary called “%s”.", name), hint)
		default:
			s.tree.Vocabularies[name] = full
		}
	}
	return nil
}

func (s *scanner) timetables(dir string) error {
	entries, err := s.read(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		full := path.Join(dir, entry.Name())
		switch {
		case entry.Name() == "holidays.yaml":
			s.tree.Holidays = full
		case entry.IsDir() || strings.EqualFold(path.Ext(full), ".zip"):
			s.tree.Timetables = append(s.tree.Timetables, full)
		default:
			s.unknownFile(full, diag.Textf("Hierher gehören holidays.yaml und Fahrpläne als .zip oder Ordner.", "holidays.yaml and timetables as .zip or folders belong here."))
		}
	}
	return nil
}

// read lists a folder without what is ignored and without links that lead out of the source folder.
func (s *scanner) read(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.tree.FS, dir)
	if err != nil {
		return nil, fmt.Errorf("reading the folder %s: %w", dir, err)
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return ignored(e.Name()) || !s.inside(path.Join(dir, e.Name()), e)
	}), nil
}

// inside reports whether an entry can be opened within the source folder; a link that leads elsewhere is an error.
func (s *scanner) inside(full string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return true
	}
	info, err := fs.Stat(s.tree.FS, full)
	if err == nil && !info.IsDir() {
		return true
	}
	s.find(diag.Error, full, "link-outside",
		diag.Textf("Die Verknüpfung %s führt zu einem Ordner, aus dem Ordner der Inhalte hinaus, oder ins Leere.", "The link %s leads to a folder, out of the content's folder, or nowhere.", full),
		diag.Textf("Legen Sie eine Kopie der Datei an ihre Stelle.", "Put a copy of the file in its place."))
	return false
}

func (s *scanner) unknownFolder(full string, known []string) {
	s.find(diag.Error, full, "unknown-folder", diag.Textf("Den Ordner %s kennt mappe nicht; was darin liegt, erscheint nirgends.", "mappe does not know the folder %s; what lies in it appears nowhere.", full), diag.DidYouMean(path.Base(full), known))
}

func (s *scanner) unknownFile(full string, hint diag.Text) {
	s.find(diag.Warning, full, "unknown-file", diag.Textf("Die Datei %s gehört zu keinem Eintrag.", "The file %s belongs to no record.", full), hint)
}

func (s *scanner) find(severity diag.Severity, file, code string, message, hint diag.Text) {
	s.findings = append(s.findings, diag.Finding{File: file, Line: 1, Column: 1, Severity: severity, Code: code, Message: message, Hint: hint})
}
