package content

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/diag"
)

func folders() []string      { return []string{"courses", "support", "pages"} }
func vocabularies() []string { return []string{"topics", "levels"} }

// files makes a source folder of empty files.
func files(names ...string) fstest.MapFS {
	source := fstest.MapFS{}
	for _, name := range names {
		source[name] = &fstest.MapFile{}
	}
	return source
}

func scan(t *testing.T, source fs.FS) (*Tree, []diag.Finding) {
	t.Helper()
	tree, findings, err := Scan(source, folders(), vocabularies())
	if err != nil {
		t.Fatal(err)
	}
	return tree, findings
}

// recordsOf tells the records of a tree, a line each: courses/a: de=… +attachment !
func recordsOf(tree *Tree) string {
	var lines []string
	for _, r := range tree.Records {
		line := r.Key() + ":"
		for _, f := range r.Files {
			line += " " + f.Lang + "=" + strings.TrimPrefix(f.Path, Root+"/"+r.Folder+"/")
		}
		for _, name := range r.Attachments {
			line += " +" + name
		}
		if r.Broken {
			line += " !"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// told writes findings a line each: severity, code and file.
func told(findings []diag.Finding) []string {
	lines := []string{}
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("%s %s %s", f.Severity, f.Code, strings.TrimPrefix(f.File, Root+"/")))
	}
	return lines
}

func TestScanFindsRecords(t *testing.T) {
	for _, row := range []struct {
		why   string
		files []string
		want  string
		told  []string
	}{
		{"a folder with a file a language", []string{"courses/a/index.de.md", "courses/a/index.ar.md"}, "courses/a: ar=a/index.ar.md de=a/index.de.md", nil},
		{"a folder in the default language", []string{"courses/a/index.md"}, "courses/a: =a/index.md", nil},
		{"flat, with a language", []string{"courses/a.de-simple.md"}, "courses/a: de-simple=a.de-simple.md", nil},
		{"flat, in the default language", []string{"courses/a.md"}, "courses/a: =a.md", nil},
		{"the same as .yaml", []string{"courses/a/index.yaml", "courses/a/index.en.yaml", "pages/b.yaml", "pages/b.en.yaml"},
			"courses/a: en=a/index.en.yaml =a/index.yaml\npages/b: en=b.en.yaml =b.yaml", nil},
		{"mixed forms of one record are one record", []string{"courses/a.en.md", "courses/a/index.de.md", "courses/a/plan.pdf"}, "courses/a: en=a.en.md de=a/index.de.md +plan.pdf", nil},
		{"attachments, below folders too", []string{"courses/a/index.md", "courses/a/foto.jpg", "courses/a/plan/herbst.pdf"}, "courses/a: =a/index.md +foto.jpg +plan/herbst.pdf", nil},
		{"the same id in two folders", []string{"support/a.md", "courses/a.md"}, "courses/a: =a.md\nsupport/a: =a.md", nil},
		{"by the table's order, then by id", []string{"support/a.md", "courses/b.md", "courses/a-1.md", "courses/a.md", "pages/a.md"},
			"courses/a: =a.md\ncourses/a-1: =a-1.md\ncourses/b: =b.md\nsupport/a: =a.md\npages/a: =a.md", nil},
		{"two languages in one name are one unknown language", []string{"courses/a.v2.de.md"}, "courses/a: v2.de=a.v2.de.md", nil},
		{"an empty record folder is nothing", []string{"courses/a/.gitkeep"}, "", nil},

		{"what starts with _ or . is ignored", []string{"courses/_a.md", "courses/_b/index.md", "courses/.a.md", "courses/c/_alt.md", "courses/c/index.md", "_notes/x.md", ".git/config"}, "courses/c: =c/index.md", nil},
		{"README files are ignored", []string{"README.md", "courses/README.md", "courses/a/readme.txt", "courses/a/README", "courses/a/README.de.md", "courses/a/index.md"}, "courses/a: =a/index.md", nil},
		{"what editors leave lying about is ignored", []string{"courses/a/index.md~", "courses/a/~$plan.docx", "courses/a/Thumbs.db", "courses/a/desktop.ini", "courses/a/index.md"}, "courses/a: =a/index.md", nil},
		{"a name that only begins like README is none", []string{"courses/readme-kurs.md"}, "courses/readme-kurs: =readme-kurs.md", nil},

		{"an id against the rule", []string{"courses/Größe A1/index.md"}, "courses/Größe A1: =Größe A1/index.md !", []string{"error invalid-id courses/Größe A1/index.md"}},
		{"reserved ids", []string{"courses/index.md", "courses/find.md", "courses/by.md", "courses/page-2.md"},
			"courses/by: =by.md !\ncourses/find: =find.md !\ncourses/index: =index.md !\ncourses/page-2: =page-2.md !",
			[]string{"error invalid-id courses/by.md", "error invalid-id courses/find.md", "error invalid-id courses/index.md", "error invalid-id courses/page-2.md"}},
		{"a folder without a text", []string{"courses/a/foto.jpg"}, "courses/a: +foto.jpg !", []string{"error no-text-file courses/a/foto.jpg"}},
		{"a folder whose text has another name", []string{"courses/a/deutsch.md", "courses/a/foto.jpg"}, "courses/a: +foto.jpg !", []string{"error no-text-file courses/a/deutsch.md"}},
		{"a folder whose text starts with a capital", []string{"courses/a/Index.md"}, "courses/a: !", []string{"error file-name courses/a/Index.md"}},
		{"a copy that a file manager made", []string{"courses/a/index.de.md", "courses/a/index.de - Kopie.md", "courses/b.de (1).md"}, "courses/a: de=a/index.de.md", []string{"warning unknown-file courses/b.de (1).md", "warning unknown-file courses/a/index.de - Kopie.md"}},
		{"a second text beside index", []string{"courses/a/index.md", "courses/a/notiz.md"}, "courses/a: =a/index.md", []string{"warning unknown-file courses/a/notiz.md"}},
		{"a text below a record's folder", []string{"courses/a/index.md", "courses/a/alt/index.md"}, "courses/a: =a/index.md", []string{"warning unknown-file courses/a/alt/index.md"}},
		{"another ending", []string{"courses/a/index.yml"}, "courses/a: !", []string{"error file-ending courses/a/index.yml"}},
		{"another ending of a translation", []string{"courses/a/index.md", "courses/a/index.en.MD"}, "courses/a: =a/index.md", []string{"error file-ending courses/a/index.en.MD"}},
		{"another ending, flat", []string{"courses/a.md.txt", "courses/b.markdown"}, "courses/a: !\ncourses/b: !", []string{"error file-ending courses/a.md.txt", "error file-ending courses/b.markdown"}},
		{"another ending of an attachment is its own affair", []string{"courses/a/index.md", "courses/a/daten.yml"}, "courses/a: =a/index.md +daten.yml", nil},
		{"a file that is no record", []string{"courses/plan.pdf"}, "", []string{"warning unknown-file courses/plan.pdf"}},
		{"a folder of nothing known", []string{"kurse/a.md"}, "", []string{"error unknown-folder kurse"}},
		{"a file beside the folders", []string{"a.md", "seite.yaml"}, "", []string{"warning unknown-file a.md", "warning unknown-file seite.yaml"}},
	} {
		for i, name := range row.files {
			row.files[i] = Root + "/" + name
		}
		tree, findings := scan(t, files(row.files...))
		if got := recordsOf(tree); got != row.want {
			t.Errorf("%s: got\n%s\nwant\n%s", row.why, got, row.want)
		}
		if got := told(findings); !slices.Equal(got, row.told) {
			t.Errorf("%s: findings %q, want %q", row.why, got, row.told)
		}
	}
}

func TestScanFindsWhatIsNoRecord(t *testing.T) {
	tree, findings := scan(t, files("content/site.yaml", "content/translations.lock", "content/vocabulary/topics.yaml", "content/timetables/holidays.yaml",
		"content/timetables/vos.zip", "content/timetables/stadt/stops.txt", "content/media/b.jpg", "content/media/a/plan.pdf", "content/media/.hidden", "themes/x"))
	if len(findings) > 0 {
		t.Errorf("findings %q", told(findings))
	}
	if tree.Site != "content/site.yaml" || tree.Lock != "content/translations.lock" || tree.Holidays != "content/timetables/holidays.yaml" {
		t.Errorf("site %q, lock %q, holidays %q", tree.Site, tree.Lock, tree.Holidays)
	}
	if len(tree.Vocabularies) != 1 || tree.Vocabularies["topics"] != "content/vocabulary/topics.yaml" {
		t.Errorf("vocabularies %v", tree.Vocabularies)
	}
	if want := []string{"content/timetables/stadt", "content/timetables/vos.zip"}; !slices.Equal(tree.Timetables, want) {
		t.Errorf("timetables %v", tree.Timetables)
	}
	if want := []string{"content/media/a/plan.pdf", "content/media/b.jpg"}; !slices.Equal(tree.Media, want) {
		t.Errorf("media %v", tree.Media)
	}
	if !tree.MediaHas("content/media/b.jpg") || tree.MediaHas("content/media/c.jpg") {
		t.Error("MediaHas is wrong")
	}
}

func TestScanReportsWhatLiesWrong(t *testing.T) {
	for _, row := range []struct{ why, file, told, hint string }{
		{"a misspelt folder", "content/course/a.md", "error unknown-folder course", "Meinten Sie courses?"},
		{"a folder like no other", "content/ablage/a.md", "error unknown-folder ablage", "Möglich sind: courses, support, pages, media, vocabulary, timetables. Soll er übergangen werden, beginnen Sie seinen Namen mit einem Unterstrich: _ablage"},
		{"site.yaml with another ending", "content/site.yml", "error file-ending site.yml", "Benennen Sie sie um in site.yaml."},
		{"a misspelt site.yaml", "content/seite.yaml", "warning unknown-file seite.yaml", "Meinten Sie site.yaml?"},
		{"a folder called like site.yaml", "content/site.yaml/x", "error unknown-folder site.yaml", ""},
		{"a folder called like the lock", "content/translations.lock/x", "error unknown-folder translations.lock", ""},
		{"a vocabulary of no field", "content/vocabulary/themen.yaml", "error unknown-vocabulary vocabulary/themen.yaml", "Möglich sind: topics, levels."},
		{"a misspelt vocabulary", "content/vocabulary/topic.yaml", "error unknown-vocabulary vocabulary/topic.yaml", "Meinten Sie topics?"},
		{"a vocabulary with another ending", "content/vocabulary/topics.yml", "error file-ending vocabulary/topics.yml", "Benennen Sie sie um in topics.yaml."},
		{"a vocabulary with a language", "content/vocabulary/topics.en.yaml", "warning unknown-file vocabulary/topics.en.yaml", ""},
		{"a vocabulary as a text", "content/vocabulary/topics.md", "warning unknown-file vocabulary/topics.md", ""},
		{"a folder among vocabularies", "content/vocabulary/topics/x.yaml", "warning unknown-file vocabulary/topics", ""},
		{"holidays with another ending", "content/timetables/holidays.yml", "error file-ending timetables/holidays.yml", "Benennen Sie sie um in holidays.yaml."},
		{"a misspelt holidays.yaml", "content/timetables/holiday.yaml", "warning unknown-file timetables/holiday.yaml", "Meinten Sie holidays.yaml?"},
		{"a timetable that is none", "content/timetables/fahrplan.pdf", "warning unknown-file timetables/fahrplan.pdf", "Hierher gehören holidays.yaml und Fahrpläne als .zip oder Ordner."},
		{"a name to be made an id", "content/courses/Größe & Ärger.md", "error invalid-id courses/Größe & Ärger.md", "Benennen Sie um, zum Beispiel in groesse-aerger."},
		{"a reserved name", "content/courses/find.md", "error invalid-id courses/find.md", "Benennen Sie um, zum Beispiel in find-1."},
		{"a name of which nothing is left", "content/courses/مرحبا.md", "error invalid-id courses/مرحبا.md", "Erlaubt sind kleine Buchstaben a bis z, Ziffern und einzelne Bindestriche, höchstens 60 Zeichen."},
		{"a text of another name", "content/courses/a/deutsch.md", "error no-text-file courses/a/deutsch.md", "Benennen Sie deutsch.md um in index.md."},
		{"a file saved by Notepad", "content/courses/a/index.md.txt", "error file-ending courses/a/index.md.txt", "Benennen Sie sie um in index.md."},
		{"records put together in a folder", "content/courses/melle/deutsch/index.de.md", "error no-text-file courses/melle/deutsch/index.de.md", "Einträge liegen nicht in Ordnern zusammen. Verschieben Sie den Ordner deutsch nach content/courses."},
		{"a text that starts with a capital", "content/courses/a/Index.de.md", "error file-name courses/a/Index.de.md", "Benennen Sie sie um in index.de.md."},
		{"a name in an old encoding", "content/courses/gr\xfcn.md", "error file-name courses/gr\xfcn.md", "Benennen Sie sie um, am besten ohne Umlaute und Leerzeichen."},
	} {
		source := oneFile{files("content/courses/ok.md"), row.file}
		_, findings := scan(t, source)
		if got := told(findings); !slices.Equal(got, []string{row.told}) {
			t.Errorf("%s: findings %q, want %q", row.why, got, row.told)
		} else if hint := findings[0].Hint.DE; row.hint != "" && hint != row.hint {
			t.Errorf("%s: hint %q, want %q", row.why, hint, row.hint)
		}
	}
}

// oneFile adds a file to a folder even where its name is none that fs.FS would open.
type oneFile struct {
	fstest.MapFS
	file string
}

func (o oneFile) ReadDir(name string) ([]fs.DirEntry, error) {
	all := fstest.MapFS{o.file: &fstest.MapFile{}}
	for path, file := range o.MapFS {
		all[path] = file
	}
	if fs.ValidPath(o.file) {
		return all.ReadDir(name)
	}
	entries, err := o.MapFS.ReadDir(name)
	if strings.HasPrefix(o.file, name+"/") && err == nil && name == "content/courses" {
		entries = append(entries, badName(strings.TrimPrefix(o.file, name+"/")))
	}
	return entries, err
}

// badName is an entry of a folder that nobody can open.
type badName string

func (n badName) Name() string               { return string(n) }
func (n badName) IsDir() bool                { return false }
func (n badName) Type() fs.FileMode          { return 0 }
func (n badName) Info() (fs.FileInfo, error) { return nil, errNoInfo }

var errNoInfo = errors.New("no info")

func TestScanWithoutContentFindsNothing(t *testing.T) {
	tree, findings := scan(t, fstest.MapFS{})
	if tree.Site != "" || len(tree.Records) > 0 || len(findings) > 0 {
		t.Errorf("found %v, %q", tree, told(findings))
	}
}

func TestScanOfAFileInPlaceOfTheFolderIsAnError(t *testing.T) {
	if _, _, err := Scan(files("content"), folders(), vocabularies()); err == nil || !strings.Contains(err.Error(), "content") {
		t.Errorf("error %v", err)
	}
}

func TestScanPassesOverWhatIsNoFile(t *testing.T) {
	source := files("content/courses/a/index.md")
	source["content/courses/b.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	source["content/media/socket"] = &fstest.MapFile{Mode: fs.ModeSocket}
	tree, findings := scan(t, source)
	if got, want := recordsOf(tree), "courses/a: =a/index.md"; got != want || len(tree.Media) > 0 {
		t.Errorf("records %s, media %v", got, tree.Media)
	}
	if got, want := told(findings), []string{"error not-a-file courses/b.md", "error not-a-file media/socket"}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

func TestFindingsAreTheSameEveryTime(t *testing.T) {
	var names []string
	for i := range 30 {
		names = append(names, fmt.Sprintf("content/courses/KURS %d.md", i))
	}
	_, first := scan(t, files(names...))
	for range 5 {
		if _, again := scan(t, files(names...)); !slices.Equal(first, again) {
			t.Fatal("the findings came in another order")
		}
	}
}
