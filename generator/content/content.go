// Package content turns the content folder into documents: it finds the files of every record, tells their languages by
// their names, and reads one file into its keys and its long text, each with its true place.
//
// The way through the files: content.go is the tree of files, files.go what may be opened of them, scan.go finds it, records.go the
// records in it, usable.go sorts out what cannot be read, names.go is what file names mean, document.go reads one file.
package content

import (
	"io/fs"
	"slices"
)

// Root is the folder of the content below the source folder.
const Root = "content"

// Tree is the content folder as it was found: which files there are and what they are for. All paths are below the source
// folder, with slashes, sorted.
type Tree struct {
	// FS is the source folder.
	FS fs.FS
	// Site is the path of site.yaml, empty where there is none.
	Site string
	// Lock is the path of translations.lock, empty where there is none.
	Lock string
	// Vocabularies are the paths of the site's own vocabularies by name.
	Vocabularies map[string]string
	// Holidays is the path of timetables/holidays.yaml, empty where there is none.
	Holidays string
	// Timetables are the feeds: zip files and folders.
	Timetables []string
	// Media are the files in media/.
	Media []string
	// Records are all records, by folder in the order asked for, then by id.
	Records []RecordFiles
}

// RecordFiles is a record as files.
type RecordFiles struct {
	Folder, ID string
	// Files are the record's texts, one a language; two for the same language are a finding of whoever knows the default language.
	Files []TextFile
	// Attachments are the other files in the record's folder.
	Attachments []string
	// Broken marks a record that cannot be used, because of its id or because it has no text; a finding says why.
	Broken bool
	// Misnamed says that a text of it has almost the right name; a finding says which.
	Misnamed bool
}

// Key returns <type>/<id>, as a part of a path where there is one.
func (r *RecordFiles) Key() string {
	if len(r.Files) > 0 {
		return r.Files[0].Path[len(Root)+1:][:len(r.Folder)+1+len(r.ID)]
	}
	return r.Folder + "/" + r.ID
}

// TextFile is one file of a record.
type TextFile struct {
	Path string
	// Lang is the language in the file's name, empty for the default language.
	Lang string
}

// MediaHas reports whether the file is in media/.
func (t *Tree) MediaHas(path string) bool {
	_, found := slices.BinarySearch(t.Media, path)
	return found
}
