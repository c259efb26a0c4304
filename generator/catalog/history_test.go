package catalog

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mappe/generator/content"
	"mappe/generator/githistory"
)

// editedSite is a site in a Git repository of its own, to be changed and committed.
type editedSite struct {
	*testing.T
	dir string
}

// copied is the same repository again, to be changed on its own.
func (s editedSite) copied(t *testing.T) editedSite {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(s.dir)); err != nil {
		t.Fatal(err)
	}
	return editedSite{t, dir}
}

// newEditedSite has the base site and a translated course, committed.
func newEditedSite(t *testing.T) editedSite {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	s := editedSite{t, t.TempDir()}
	for name, file := range baseFiles(t) {
		s.write(name, string(file.Data))
	}
	s.write(courseDE, germanCourse)
	s.write(courseEN, englishCourse)
	s.git("init", "-q")
	s.commit()
	return s
}

const (
	courseDE, courseEN = "content/courses/a/index.de.md", "content/courses/a/index.en.md"
	germanCourse       = "---\ntitle: Kurs\nkind: integration\nprices: [{id: a, amount: 5, note: Bar}]\n---\nText, der lang genug ist, dass er derselbe bleibt.\n"
	englishCourse      = "---\ntitle: Course\n---\nA text that is long enough to stay the same.\n"
)

func (s editedSite) git(args ...string) {
	s.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@example.org"}, args...)...)
	cmd.Dir = s.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		s.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (s editedSite) commit() {
	s.Helper()
	s.git("add", "-A")
	s.git("commit", "-q", "-m", "change")
}

func (s editedSite) write(name, text string) {
	s.Helper()
	full := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(text), 0o644)); err != nil {
		s.Fatal(err)
	}
}

// replace changes words in a file.
func (s editedSite) replace(name, old, new string) {
	s.Helper()
	text, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil || !strings.Contains(string(text), old) {
		s.Fatalf("%s has no %q: %v", name, old, err)
	}
	s.write(name, strings.Replace(string(text), old, new, 1))
}

// state is that of the course's English text, by the history of the repository in dir.
func (s editedSite) state(dir string) TranslationState {
	s.Helper()
	history, err := githistory.Read(context.Background(), dir, content.Root)
	if err != nil && !errors.Is(err, githistory.ErrNone) {
		s.Fatal(err)
	}
	c, _ := load(s, os.DirFS(dir), Options{History: history})
	lang, _ := c.Languages.Find("en")
	return c.Find("courses", "a").Base().Translations[lang]
}

func TestStateByHistory(t *testing.T) {
	committed := newEditedSite(t)
	for _, row := range []struct {
		why  string
		edit func(editedSite)
		want TranslationState
	}{
		{"both made in one commit", func(s editedSite) {}, Current},
		{"the source's text changed later", func(s editedSite) { s.replace(courseDE, "Kurs", "Deutschkurs"); s.commit() }, Outdated},
		{"the source's long text changed later", func(s editedSite) { s.replace(courseDE, "derselbe", "der gleiche"); s.commit() }, Outdated},
		{"a text of a list's item changed later", func(s editedSite) { s.replace(courseDE, "Bar", "Mit Karte"); s.commit() }, Outdated},
		{"and the translation after that", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.commit()
			s.replace(courseEN, "Course", "German course")
			s.commit()
		}, Current},
		{"both changed in one commit", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.replace(courseEN, "Course", "German course")
			s.commit()
		}, Current},
		{"the translation alone changed later", func(s editedSite) { s.replace(courseEN, "Course", "German course"); s.commit() }, Current},
		{"only a fact of the source changed later", func(s editedSite) { s.replace(courseDE, "amount: 5", "amount: 6"); s.commit() }, Current},
		{"only a comment was added to the source", func(s editedSite) {
			s.replace(courseDE, "kind:", "# Rücksprache mit der VHS\nkind:")
			s.commit()
		}, Current},
		{"only the form of the source changed", func(s editedSite) {
			s.replace(courseDE, "title: Kurs\nkind: integration", "kind: integration\ntitle:   \"Kurs\"")
			s.commit()
		}, Current},
		{"only line ends changed", func(s editedSite) {
			s.write(courseDE, strings.ReplaceAll(germanCourse, "\n", "\r\n"))
			s.commit()
		}, Current},
		{"only keywords and extra were added", func(s editedSite) {
			s.replace(courseDE, "kind:", "keywords: [Sprache]\nextra: {Raum: Saal}\nkind:")
			s.commit()
		}, Current},
		{"a text changed and changed back", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.commit()
			s.write(courseDE, germanCourse)
			s.commit()
		}, Outdated},
		{"a fact after the translation of a newer text", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.commit()
			s.replace(courseEN, "Course", "German course")
			s.commit()
			s.replace(courseDE, "amount: 5", "amount: 6")
			s.commit()
		}, Current},
		{"the source was renamed, its text the same", func(s editedSite) {
			s.git("mv", courseDE, "content/courses/a/index.md")
			s.commit()
		}, Current},
		{"the source was renamed after its text had changed", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.commit()
			s.git("mv", courseDE, "content/courses/a/index.md")
			s.commit()
		}, Outdated},
		{"the record was renamed while outdated", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.commit()
			s.git("mv", "content/courses/a", "content/courses/b")
			s.git("mv", "content/courses/b", "content/courses/a")
			s.git("mv", "content/courses/a/index.en.md", "content/courses/a.en.md")
			s.commit()
		}, Outdated},
		{"an uncommitted change of the source", func(s editedSite) { s.replace(courseDE, "Kurs", "Deutschkurs") }, Outdated},
		{"an uncommitted change of a fact", func(s editedSite) { s.replace(courseDE, "amount: 5", "amount: 6") }, Current},
		{"uncommitted changes of both", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.replace(courseEN, "Course", "German course")
		}, Current},
		{"a translation of an outdated text, not yet committed", func(s editedSite) {
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.commit()
			s.replace(courseEN, "Course", "German course")
		}, Current},
		{"by a machine", func(s editedSite) { s.replace(courseEN, "title:", "machine: true\ntitle:"); s.commit() }, MachineMade},
		{"by a machine, of an older text", func(s editedSite) {
			s.replace(courseEN, "title:", "machine: true\ntitle:")
			s.commit()
			s.replace(courseDE, "Kurs", "Deutschkurs")
			s.commit()
		}, Outdated},
		{"a version in between that cannot be read", func(s editedSite) {
			s.replace(courseDE, "title: Kurs", "title: \"Kurs")
			s.commit()
			s.write(courseDE, germanCourse)
			s.commit()
			s.replace(courseEN, "Course", "German course")
			s.commit()
		}, Current},
	} {
		t.Run(row.why, func(t *testing.T) {
			s := committed.copied(t)
			row.edit(s)
			if got := s.state(s.dir); got != row.want {
				t.Errorf("got %v, want %v", got, row.want)
			}
		})
	}
}

func TestStateWithoutWholeHistoryIsUnknown(t *testing.T) {
	s := newEditedSite(t)
	s.replace(courseDE, "Kurs", "Deutschkurs")
	s.commit()
	shallow := filepath.Join(t.TempDir(), "shallow")
	s.git("clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(s.dir), shallow)
	if got := s.state(shallow); got != UnknownState {
		t.Errorf("in a shallow clone: %v", got)
	}
	whole := filepath.Join(t.TempDir(), "whole")
	s.git("clone", "-q", "file://"+filepath.ToSlash(s.dir), whole)
	if got := s.state(whole); got != Outdated {
		t.Errorf("in a whole clone: %v", got)
	}
}

func TestTheLockComesBeforeHistory(t *testing.T) {
	s := newEditedSite(t)
	s.replace(courseDE, "Kurs", "Deutschkurs")
	s.commit()
	c, _ := load(t, os.DirFS(s.dir), Options{})
	entry := c.Find("courses", "a")
	c.Lock.Set(entry.Base().Key(), "en", c.TextHash(entry))
	s.write("content/translations.lock", string(c.Lock.Bytes()))
	if got := s.state(s.dir); got != Current {
		t.Errorf("confirmed: %v", got)
	}
	s.replace(courseDE, "Deutschkurs", "Sprachkurs")
	if got := s.state(s.dir); got != Outdated {
		t.Errorf("changed after that: %v", got)
	}
	s.write("content/translations.lock", "")
	s.write(courseDE, germanCourse)
	s.commit()
	s.replace(courseEN, "Course", "German course")
	if got := s.state(s.dir); got != Current {
		t.Errorf("with an empty lock, by history: %v", got)
	}
}

// One blob in two records of different types is read by each type's own fields.
func TestTheSameFileInTwoFoldersIsReadTwice(t *testing.T) {
	s := newEditedSite(t)
	same := "title: Hilfe\nkind: advice\nrole: Berät\nphone: \"0541 501-0\"\n"
	s.write("content/contacts/gleich.yaml", same)
	s.write("content/support/gleich.yaml", same)
	s.write("content/contacts/gleich.en.yaml", "title: Help\n")
	s.write("content/support/gleich.en.yaml", "title: Help\n")
	s.commit()
	s.replace("content/contacts/gleich.yaml", "Berät", "Hilft")
	s.replace("content/support/gleich.yaml", "Berät", "Hilft")
	s.commit()
	for range 5 {
		history, err := githistory.Read(context.Background(), s.dir, content.Root)
		if err != nil {
			t.Fatal(err)
		}
		c, _ := load(t, os.DirFS(s.dir), Options{History: history})
		if got := c.Find("contacts", "gleich").Base().Translations[1]; got != Outdated {
			t.Errorf("contacts, where role is a text: %v", got)
		}
		if got := c.Find("support", "gleich").Base().Translations[1]; got != Current {
			t.Errorf("support, where there is no role: %v", got)
		}
	}
}

// vanishing is a folder in which a file is gone once it is to be read again.
type vanishing struct {
	fs.FS
	file  string
	opens *int
}

func (v vanishing) Open(name string) (fs.File, error) {
	if name == v.file {
		if *v.opens++; *v.opens > 1 {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
	}
	return v.FS.Open(name)
}

func TestAFileThatVanishesIsAnError(t *testing.T) {
	s := newEditedSite(t)
	s.replace(courseDE, "Kurs", "Deutschkurs")
	history, err := githistory.Read(context.Background(), s.dir, content.Root)
	if err != nil {
		t.Fatal(err)
	}
	opens := 0
	_, _, err = Load(context.Background(), vanishing{os.DirFS(s.dir), courseDE, &opens}, Options{History: history})
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), courseDE) {
		t.Errorf("error %v", err)
	}
}
