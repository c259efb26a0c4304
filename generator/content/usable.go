package content

import (
	"errors"
	"io/fs"
	"path"
	"unicode/utf8"

	"mappe/generator/diag"
)

// usable reports whether an entry of a folder is a folder or a file that can be read; a finding says why where it is not.
// Links are followed to files inside the source folder only, for which the caller's fs.FS stands (os.Root).
func (s *scanner) usable(dir string, entry fs.DirEntry) bool {
	full := func() string { return path.Join(dir, entry.Name()) } // of hardly any
	switch {
	case !utf8.ValidString(entry.Name()):
		full := full()
		s.find(diag.Error, full, "file-name", diag.Textf("Der Name der Datei %s enthält Zeichen, die nicht lesbar sind.", "The name of the file %s has characters that cannot be read.", full),
			diag.Textf("Benennen Sie sie um, am besten ohne Umlaute und Leerzeichen.", "Rename it, best without umlauts and blanks."))
		return false
	case entry.Type()&fs.ModeSymlink != 0:
		return s.follow(full())
	case !entry.IsDir() && !entry.Type().IsRegular():
		s.notAFile(full())
		return false
	}
	return true
}

// follow reports whether a link leads to a file inside the source folder.
func (s *scanner) follow(full string) bool {
	copyHint := diag.Textf("Legen Sie eine Kopie der Datei an ihre Stelle.", "Put a copy of the file in its place.")
	info, err := fs.Stat(s.tree.FS, full)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.find(diag.Error, full, "link-nowhere", diag.Textf("Die Verknüpfung %s führt ins Leere.", "The link %s leads nowhere.", full), copyHint)
	case err != nil:
		s.find(diag.Error, full, "link-outside", diag.Textf("Die Verknüpfung %s führt aus dem Ordner der Inhalte hinaus.", "The link %s leads out of the folder of the content.", full), copyHint)
	case info.IsDir():
		s.find(diag.Error, full, "link-to-folder", diag.Textf("Die Verknüpfung %s führt zu einem Ordner; mappe folgt nur solchen zu Dateien.", "The link %s leads to a folder; mappe follows only those to files.", full),
			diag.Textf("Legen Sie den Ordner selbst an ihre Stelle.", "Put the folder itself in its place."))
	case !info.Mode().IsRegular():
		s.notAFile(full)
	default:
		return true
	}
	return false
}

func (s *scanner) notAFile(full string) {
	s.find(diag.Error, full, "not-a-file", diag.Textf("%s ist weder eine Datei noch ein Ordner und kann nicht gelesen werden.", "%s is neither a file nor a folder and cannot be read.", full),
		diag.Textf("Entfernen Sie es.", "Remove it."))
}
