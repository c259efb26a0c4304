package theme

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/generator/diag"
	"mappe/generator/locale"
	"mappe/themes"
)

// defaultTheme is the theme that comes with the program. It stands below every other, so that none need be complete.
const defaultTheme = "default"

// layer is one place where files of a theme lie.
type layer struct {
	files fs.FS
	dir   string // themes/<name>, what findings call it
	own   bool   // the site's own, not the program's
}

// layers are the places in the order they are asked.
type layers []layer

// file is a file of the theme and where it was found.
type file struct {
	name string // without folder and ending
	path string // as findings tell it
	data []byte
	own  bool
}

func newLayers(source fs.FS, name string) layers {
	all := layers{{files: source, dir: "themes/" + name, own: true}, {files: themes.Files, dir: name}}
	if name != defaultTheme {
		all = append(all, layer{files: themes.Files, dir: defaultTheme})
	}
	return all
}

// exists reports whether a theme of this name is in the site's folder or in the program.
func (l layers) exists(name string) bool {
	if !fs.ValidPath(name) || strings.Contains(name, "/") || name == "." {
		return false
	}
	for _, place := range l[:2] {
		if info, err := fs.Stat(place.files, place.dir); err == nil && info.IsDir() {
			return true
		}
	}
	return false
}

// read returns the files of a folder with an ending, each from the first layer that has it, by name.
func (l layers) read(folder, ending string) ([]file, error) {
	found := map[string]file{}
	for _, place := range l {
		entries, err := fs.ReadDir(place.files, path.Join(place.dir, folder))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			name, fits := strings.CutSuffix(entry.Name(), ending)
			if _, known := found[name]; known || !fits || entry.IsDir() || strings.HasPrefix(name, ".") {
				continue
			}
			if found[name], err = place.readFile(path.Join(folder, entry.Name()), name); err != nil {
				return nil, err
			}
		}
	}
	return sorted(found), nil
}

// all returns a file of every layer that has it, the site's own first.
func (l layers) all(name string) ([]file, error) {
	var files []file
	for _, place := range l {
		f, err := place.readFile(name, strings.TrimSuffix(path.Base(name), path.Ext(name)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func (l layer) readFile(below, name string) (file, error) {
	data, err := fs.ReadFile(l.files, path.Join(l.dir, below))
	if err != nil {
		return file{}, err
	}
	told := path.Join(l.dir, below)
	if !l.own {
		told = path.Join("themes", told)
	}
	return file{name: name, path: told, data: data, own: l.own}, nil
}

func sorted(found map[string]file) []file {
	files := make([]file, 0, len(found))
	for _, f := range found {
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files
}

// loader is a theme while it is read.
type loader struct {
	layers   layers
	source   fs.FS
	options  map[string]string
	asked    map[string]bool               // messages that templates ask for
	messages map[string][]*locale.Messages // by language, as parsed has read them
	findings []diag.Finding
}

// place is a place that a finding is about.
type place struct {
	file         string
	line, column int
}

func (l *loader) report(at place, severity diag.Severity, code string, message, hint diag.Text) {
	l.findings = append(l.findings, diag.Finding{
		File: at.file, Line: max(1, at.line), Column: max(1, at.column), Severity: severity, Code: code, Message: message, Hint: hint,
	})
}

// siteFile is where a site's settings stand.
const siteFile = "content/site.yaml"

// setting returns the place of a value in the site's settings, on the line of a key or below it, or their beginning.
func (l *loader) setting(key, value string) place {
	data, err := fs.ReadFile(l.source, siteFile)
	if err != nil || value == "" {
		return place{file: siteFile}
	}
	below := false
	for i, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		below = below || strings.HasPrefix(line, key+":")
		if at := indexWord(line, value); below && at >= 0 {
			return place{file: siteFile, line: i + 1, column: utf8.RuneCountInString(line[:at]) + 1}
		}
	}
	return place{file: siteFile}
}

// indexWord is where a word stands that is no part of a longer one, -1 where it does not.
func indexWord(line, word string) int {
	inWord := func(r rune) bool { return r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
	for from := 0; ; {
		at := strings.Index(line[from:], word)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(line[:at])
		after, _ := utf8.DecodeRuneInString(line[at+len(word):])
		if !inWord(before) && !inWord(after) {
			return at
		}
		from = at + len(word)
	}
}
