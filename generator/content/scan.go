package content

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"mappe/generator/diag"
	"mappe/generator/together"
)

// Scan finds the files of a source folder. folders are those of the record types, vocabularies the names a site may define.
// An error means that the folder itself cannot be read.
func Scan(source fs.FS, folders, vocabularies []string) (*Tree, []diag.Finding, error) {
	s := &scanner{tree: &Tree{FS: source, Vocabularies: map[string]string{}}, folders: folders, vocabularies: vocabularies, byFolder: map[string][]RecordFiles{}}
	entries, err := s.read(Root)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	for _, entry := range entries {
		if err := s.top(entry); err != nil {
			return nil, nil, err
		}
	}
	for _, folder := range folders {
		s.tree.Records = append(s.tree.Records, s.byFolder[folder]...)
	}
	slices.Sort(s.tree.Media)
	return s.tree, s.findings, nil
}

type scanner struct {
	tree                  *Tree
	folders, vocabularies []string
	byFolder              map[string][]RecordFiles // by id
	findings              []diag.Finding

	paths together.Texts
	files together.Values[TextFile]
}

// top takes what lies directly in the content folder.
func (s *scanner) top(entry fs.DirEntry) error {
	name := entry.Name()
	full := path.Join(Root, name)
	better, almost := almostText(name)
	switch {
	case entry.IsDir() && name == "media":
		return s.media(full)
	case entry.IsDir() && name == "vocabulary":
		return s.vocabulary(full)
	case entry.IsDir() && name == "timetables":
		return s.timetables(full)
	case entry.IsDir() && slices.Contains(s.folders, name):
		return s.records(full, name)
	case entry.IsDir():
		s.unknownFolder(full)
	case name == "site.yaml":
		s.tree.Site = full
	case name == "translations.lock":
		s.tree.Lock = full
	case almost && better == "site.yaml":
		s.wrongEnding(full, better)
	default:
		s.unknownFile(full, orElse(diag.DidYouMean(name, []string{"site.yaml", "translations.lock"}),
			diag.Textf("Hierher gehören nur site.yaml und die Ordner der Angebote.", "Only site.yaml and the folders of the offers belong here.")))
	}
	return nil
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
		name, lang, ok := textFile(entry.Name())
		better, almost := almostText(entry.Name())
		switch {
		case !entry.IsDir() && almost:
			s.wrongEnding(full, better)
		case entry.IsDir() || !ok || path.Ext(full) != ".yaml" || lang != "":
			s.unknownFile(full, diag.Textf("Hier liegt je Verzeichnis von Begriffen eine Datei, zum Beispiel topics.yaml; ihre Sprachen stehen darin.", "Each vocabulary is one file here, such as topics.yaml; its languages are in it."))
		case !slices.Contains(s.vocabularies, name):
			s.find(diag.Error, full, "unknown-vocabulary", diag.Textf("Ein Verzeichnis von Begriffen namens „%s“ kennt mappe nicht.", "mappe knows no vocabulary called “%s”.", name),
				orElse(diag.DidYouMean(name, s.vocabularies), diag.Textf("Möglich sind: %s.", "Possible are: %s.", strings.Join(s.vocabularies, ", "))))
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
		better, almost := almostText(entry.Name())
		switch {
		case entry.IsDir() || strings.EqualFold(path.Ext(full), ".zip"):
			s.tree.Timetables = append(s.tree.Timetables, full)
		case entry.Name() == "holidays.yaml":
			s.tree.Holidays = full
		case almost:
			s.wrongEnding(full, better)
		default:
			s.unknownFile(full, orElse(diag.DidYouMean(entry.Name(), []string{"holidays.yaml"}),
				diag.Textf("Hierher gehören holidays.yaml und Fahrpläne als .zip oder Ordner.", "holidays.yaml and timetables as .zip or folders belong here.")))
		}
	}
	return nil
}

// read lists a folder without what is ignored and what cannot be used.
func (s *scanner) read(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.tree.FS, dir)
	if err != nil {
		return nil, fmt.Errorf("reading the folder %s: %w", dir, err)
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return ignored(e.Name()) || !s.usable(dir, e)
	}), nil
}

func (s *scanner) unknownFolder(full string) {
	known := append(slices.Clone(s.folders), "media", "vocabulary", "timetables")
	s.find(diag.Error, full, "unknown-folder", diag.Textf("Den Ordner %s kennt mappe nicht; was darin liegt, erscheint nirgends.", "mappe does not know the folder %s; what lies in it appears nowhere.", full),
		orElse(diag.DidYouMean(path.Base(full), known), diag.Textf("Möglich sind: %[2]s. Soll er übergangen werden, beginnen Sie seinen Namen mit einem Unterstrich: _%[1]s", "Possible are: %[2]s. If it is to be passed over, start its name with an underscore: _%[1]s", path.Base(full), strings.Join(known, ", "))))
}

func (s *scanner) unknownFile(full string, hint diag.Text) {
	s.find(diag.Warning, full, "unknown-file", diag.Textf("Die Datei %s gehört nicht hierher und erscheint nirgends.", "The file %s does not belong here and appears nowhere.", full), hint)
}

// wrongEnding reports a file that would hold text if it were called otherwise.
func (s *scanner) wrongEnding(full, better string) {
	s.find(diag.Error, full, "file-ending", diag.Textf("Die Datei %s wird so nicht gelesen: Texte enden auf .md oder .yaml.", "The file %s is not read as it is: texts end in .md or .yaml.", full),
		diag.Textf("Benennen Sie sie um in %s.", "Rename it to %s.", path.Base(better)))
}

// wrongCase reports a text whose name has capital letters in it: it would be found on some computers and not on others.
func (s *scanner) wrongCase(full, better string) {
	s.find(diag.Error, full, "file-name", diag.Textf("Die Datei %s wird so nicht gelesen: große und kleine Buchstaben zählen.", "The file %s is not read as it is: capital and small letters count.", full),
		diag.Textf("Benennen Sie sie um in %s.", "Rename it to %s.", better))
}

func (s *scanner) find(severity diag.Severity, file, code string, message, hint diag.Text) {
	s.findings = append(s.findings, diag.Finding{File: file, Line: 1, Column: 1, Severity: severity, Code: code, Message: message, Hint: hint})
}

func orElse(t, otherwise diag.Text) diag.Text {
	if t == (diag.Text{}) {
		return otherwise
	}
	return t
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
