package serve

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// seen is a small source folder under watch.
type seen struct {
	t       *testing.T
	source  string
	changes <-chan struct{}
}

func watching(t *testing.T, source string) *seen {
	t.Helper()
	changes, err := watch(t.Context(), source, nil)
	must(t, err)
	return &seen{t, source, changes}
}

func (s *seen) path(name string) string { return filepath.Join(s.source, filepath.FromSlash(name)) }

// after does something to the source folder and waits until the watch tells of a change.
func (s *seen) after(what string, do ...error) {
	s.t.Helper()
	must(s.t, do...)
	select {
	case <-s.changes:
	case <-s.t.Context().Done():
		s.t.Fatalf("no change was told after %s", what)
	}
}

// edit writes a file several times and waits for a change each time: one that is still told of an earlier step does for one of them.
func (s *seen) edit(name, text string) {
	s.t.Helper()
	for _, end := range []string{".", "..", "...", "...."} {
		s.after("an edit of "+name, os.WriteFile(s.path(name), []byte(text+end), 0o666))
	}
}

func sourceFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "content", "courses", "a1", "index.md"), "one")
	write(t, filepath.Join(dir, "themes", "default", "partials", "title.html"), "one")
	return dir
}

func TestSavingIsNoticedHoweverAnEditorSaves(t *testing.T) {
	const file = "content/courses/a1/index.md"
	for _, row := range []struct {
		editor string
		save   func(s *seen) error
	}{
		{"one that writes into the file, as VS Code does", func(s *seen) error { return os.WriteFile(s.path(file), []byte("two"), 0o666) }},
		{"one that writes a new file and renames it", func(s *seen) error {
			return firstOf(os.WriteFile(s.path("content/courses/a1/.index.md.kate-swp"), []byte("two"), 0o666), os.Rename(s.path("content/courses/a1/.index.md.kate-swp"), s.path(file)))
		}},
		{"vim, which tries the folder, moves the file away, writes it anew and removes the old one", func(s *seen) error {
			return firstOf(os.WriteFile(s.path("content/courses/a1/4913"), nil, 0o666), os.Remove(s.path("content/courses/a1/4913")),
				os.Rename(s.path(file), s.path(file+"~")), os.WriteFile(s.path(file), []byte("two"), 0o666), os.Remove(s.path(file+"~")))
		}},
		{"one that removes the file and makes it again", func(s *seen) error {
			return firstOf(os.Remove(s.path(file)), os.WriteFile(s.path(file), []byte("two"), 0o666))
		}},
	} {
		t.Run(row.editor, func(t *testing.T) {
			s := watching(t, sourceFolder(t))
			for range 3 { // what replaces a file must not end the watch of it
				s.after(row.editor, row.save(s))
			}
		})
	}
}

func firstOf(failures ...error) error {
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestFoldersAreFollowed(t *testing.T) {
	for _, row := range []struct {
		what string
		do   func(s *seen)
	}{
		{"a new folder with a file in it at once, and edits of that file", func(s *seen) {
			s.after("a new folder", os.MkdirAll(s.path("content/support/cafe/pictures"), 0o777), os.WriteFile(s.path("content/support/cafe/index.md"), []byte("one"), 0o666))
			s.edit("content/support/cafe/index.md", "two")
			s.edit("content/support/cafe/pictures/plan.txt", "one")
		}},
		{"a folder that is removed and made again", func(s *seen) {
			s.after("removing the folder", os.RemoveAll(s.path("content/courses/a1")))
			s.after("making it again", os.Mkdir(s.path("content/courses/a1"), 0o777))
			s.edit("content/courses/a1/index.md", "two")
		}},
		{"a folder that is renamed, and edits in it", func(s *seen) {
			s.after("renaming", os.Rename(s.path("content/courses/a1"), s.path("content/courses/b1")))
			s.edit("content/courses/b1/index.md", "two")
			s.after("renaming back", os.Rename(s.path("content/courses/b1"), s.path("content/courses/a1")))
			s.edit("content/courses/a1/index.md", "three")
		}},
		{"a folder with folders in it that is renamed", func(s *seen) {
			s.after("renaming", os.Rename(s.path("content/courses"), s.path("content/kurse")))
			s.after("renaming back", os.Rename(s.path("content/kurse"), s.path("content/courses")))
			s.edit("content/courses/a1/index.md", "two")
		}},
		{"all content that is removed and made again", func(s *seen) {
			s.after("removing", os.RemoveAll(s.path("content")))
			s.after("making it again", os.MkdirAll(s.path("content/courses"), 0o777))
			s.edit("content/courses/a1.md", "one")
		}},
		{"the theme", func(s *seen) { s.edit("themes/default/partials/title.html", "two") }},
	} {
		t.Run(row.what, func(t *testing.T) { row.do(watching(t, sourceFolder(t))) })
	}
}

// The watch of a folder that is renamed ends some time after its new name is known, and takes with it what watches it by that name.
func TestAFolderThatIsRenamedIsFollowedOnceItsWatchHasEnded(t *testing.T) {
	source := sourceFolder(t)
	w := &folderWatcher{source: source}
	must(t, w.open())
	defer w.watcher.Close()
	before, after := filepath.Join(source, "content", "courses", "a1"), filepath.Join(source, "content", "support", "a1")
	must(t, os.Mkdir(filepath.Dir(after), 0o777), os.Rename(before, after))
	_ = w.watcher.Remove(before) // unless it has ended already
	for _, event := range []fsnotify.Event{{Name: filepath.Join(source, "content", "courses", "a1.md"), Op: fsnotify.Rename}, {Name: before, Op: fsnotify.Rename}} {
		if slices.Contains(w.watcher.WatchList(), after) {
			t.Error("it is watched before anybody can know of it")
		}
		if matters, err := w.matters(event); !matters || err != nil {
			t.Errorf("%v: %v, %v", event, matters, err)
		}
	}
	if !slices.Contains(w.watcher.WatchList(), after) {
		t.Error("it is not watched")
	}
}

func TestFoldersThatAreNotThereYetAreFollowedOnceTheyAre(t *testing.T) {
	s := watching(t, t.TempDir())
	s.after("making content", os.MkdirAll(s.path("content/courses"), 0o777))
	s.edit("content/courses/a1.md", "one")
	s.after("making a theme", os.MkdirAll(s.path("themes/default/partials"), 0o777))
	s.edit("themes/default/partials/title.html", "one")
}

func TestTheSourceMayBeNamedInAnyWay(t *testing.T) {
	dir := sourceFolder(t)
	t.Chdir(filepath.Join(dir, "content"))
	for _, source := range []string{dir, "..", "../", "../content/..", "../../" + filepath.Base(dir)} {
		s := watching(t, source)
		s.edit("content/courses/a1/index.md", source)
	}
	t.Chdir(dir)
	for _, source := range []string{".", "./"} {
		s := watching(t, source)
		s.edit("content/courses/a1/index.md", source)
	}
}

func TestAWatchOfWhatIsNotThereIsAnError(t *testing.T) {
	if _, err := watch(t.Context(), filepath.Join(t.TempDir(), "none"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestWhatDoesNotChangeTheSiteIsNoEvent(t *testing.T) {
	w := &folderWatcher{source: filepath.FromSlash("some/site")}
	for _, row := range []struct {
		name    string
		op      fsnotify.Op
		matters bool
	}{
		{"some/site/content/courses/a1.md", fsnotify.Write, true},
		{"some/site/content/courses/a1.md", fsnotify.Remove, true},
		{"some/site/content/courses/a1.md", fsnotify.Rename, true},
		{"some/site/content/courses/a1.md", fsnotify.Create, true},
		{"some/site/content/courses/a1.md", fsnotify.Chmod, false},
		{"some/site/content/courses/a1.md", fsnotify.Chmod | fsnotify.Write, true},
		{"some/site/content", fsnotify.Remove, true},
		{"some/site/themes/default/assets/base.css", fsnotify.Write, true},
		{"some/site/public/index.html", fsnotify.Write, false},
		{"some/site/README.md", fsnotify.Write, false},
		{"some/site/contents/a.md", fsnotify.Write, false},
		{"some/site", fsnotify.Write, false},
		{"some/site/content/courses/.a1.md.swp", fsnotify.Write, false},
		{"some/site/content/courses/.#a1.md", fsnotify.Create, false},
		{"some/site/content/courses/#a1.md#", fsnotify.Write, false},
		{"some/site/content/courses/a1.md~", fsnotify.Create, false},
		{"some/site/content/courses/4913", fsnotify.Create, false},
		{"some/site/content/courses/a1.md___jb_tmp___", fsnotify.Create, false},
		{"some/site/content/courses/a1.md.tmp", fsnotify.Write, false},
	} {
		if got, err := w.matters(fsnotify.Event{Name: filepath.FromSlash(row.name), Op: row.op}); got != row.matters || err != nil {
			t.Errorf("%s %s: %v, %v", row.op, row.name, got, err)
		}
	}
}

func TestABurstIsToldOnceAfterTenMillisecondsOfQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		changes, events := make(chan struct{}, 1), make(chan fsnotify.Event)
		w := &folderWatcher{source: "site", changes: changes}
		go w.run(ctx, events, nil)
		for range 100 {
			events <- fsnotify.Event{Name: filepath.FromSlash("site/content/a.md"), Op: fsnotify.Write}
			time.Sleep(quiet - time.Millisecond) // of the bubble's own clock
			synctest.Wait()
			if len(changes) > 0 {
				t.Fatal("told while the burst went on")
			}
		}
		began := time.Now()
		<-changes
		if waited := time.Since(began); waited != time.Millisecond {
			t.Errorf("told %v after the quiet began", waited+quiet-time.Millisecond)
		}
		time.Sleep(time.Hour)
		synctest.Wait()
		if len(changes) > 0 {
			t.Error("told twice")
		}
	})
}

func TestALaterChangeCancelsTheReloadThatIsRunning(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		changes, events := make(chan struct{}, 1), make(chan string, 10)
		running := 0
		done := make(chan struct{})
		go func() {
			defer close(done)
			follow(ctx, changes, func(context.Context) {}, func(ctx context.Context) {
				if running++; running > 1 {
					t.Error("two at once")
				}
				events <- "started"
				<-ctx.Done()
				running--
				events <- "cancelled"
			})
		}()
		for range 3 {
			changes <- struct{}{}
			synctest.Wait()
		}
		cancel()
		<-done
		close(events)
		var got []string
		for event := range events {
			got = append(got, event)
		}
		if want := strings.Repeat("started cancelled ", 3); strings.Join(got, " ")+" " != want {
			t.Errorf("got %v", got)
		}
	})
}

func TestLookingAtFoldersSeesWhatHasComeGoneAndChanged(t *testing.T) {
	source := sourceFolder(t)
	s := &seen{t: t, source: source}
	before := stamps(source)
	step := func(what string, differs bool, do ...error) {
		t.Helper()
		must(t, do...)
		now := stamps(source)
		if maps.Equal(before, now) == differs {
			t.Errorf("%s: seen %v", what, !differs)
		}
		before = now
	}
	step("nothing", false)
	step("a new file", true, os.WriteFile(s.path("content/courses/b1.md"), []byte("one"), 0o666))
	step("a file that is longer", true, os.WriteFile(s.path("content/courses/b1.md"), []byte("longer"), 0o666))
	step("a file that is newer", true, os.Chtimes(s.path("content/courses/b1.md"), time.Time{}, time.Unix(1, 0)))
	step("a file that is gone", true, os.Remove(s.path("content/courses/b1.md")))
	step("an editor's own file", false, os.WriteFile(s.path("content/courses/.b1.md.swp"), []byte("one"), 0o666))
	step("a file in a hidden folder", false, os.Mkdir(s.path("content/.git"), 0o777), os.WriteFile(s.path("content/.git/index"), []byte("one"), 0o666))
	step("a file beside content", false, os.WriteFile(s.path("notes.txt"), []byte("one"), 0o666))
}
