package serve

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// edit changes a file as an editor would, and notes it as the watcher does.
func edit(t *testing.T, s *server, name, old, words string) {
	t.Helper()
	file := filepath.Join(s.Source, filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	must(t, err)
	if !strings.Contains(string(text), old) {
		t.Fatalf("%s does not say %q", name, old)
	}
	must(t, os.WriteFile(file, []byte(strings.Replace(string(text), old, words, 1)), 0o666))
	s.edited.note(file)
}

func TestAnEditOfWordsIsShownFirstAndTheWholeReadAfterwards(t *testing.T) {
	source := smallSite(t)
	s := served(t, source)
	before := s.now.ready
	edit(t, s, "content/courses/a2.md", "Weiter geht es.", "Jetzt anders.")
	if !s.revise(t.Context()) || s.now.ready != before {
		t.Fatal("the edit was not taken in alone")
	}
	if page := get(s, "/de/courses/a2.html").Body.String(); !strings.Contains(page, "Jetzt anders.") {
		t.Error("the page does not show the edit")
	}
	edit(t, s, "content/courses/a2.md", "Jetzt anders.", "Noch anders.")
	s.reload(t.Context())
	if s.now.ready == before || s.behind {
		t.Error("the whole was not read afterwards")
	}
	if page := get(s, "/de/courses/a2.html").Body.String(); !strings.Contains(page, "Noch anders.") {
		t.Error("the page does not show the second edit")
	}
}

func TestAChangeThatAnEditOfWordsInterruptsIsToldOnceItIsRead(t *testing.T) {
	source := smallSite(t)
	o, reloads := optionsOf(source)
	s := newServer(o)
	defer s.close()
	s.reload(t.Context())
	next(t, reloads)
	s.behind = true // as a reload leaves it that was cancelled
	edit(t, s, "content/courses/a2.md", "Weiter geht es.", "Jetzt anders.")
	s.reload(t.Context())
	next(t, reloads) // the words
	select {
	case <-reloads: // the whole
	default:
		t.Error("browsers are not told of what was left over")
	}
}

func TestWhereErrorsAreShownNothingIsTakenInAlone(t *testing.T) {
	s := served(t, smallSite(t))
	s.now.broken = true
	edit(t, s, "content/courses/a2.md", "Weiter geht es.", "Jetzt anders.")
	if s.revise(t.Context()) {
		t.Error("it was")
	}
}

func TestEditsAreTakenOnce(t *testing.T) {
	e := newEdits("site")
	e.note(filepath.FromSlash("site/content/b.md"))
	e.note(filepath.FromSlash("site/content/a.md"))
	e.note(filepath.FromSlash("site/content/a.md"))
	if got := strings.Join(e.take(), " "); got != "content/a.md content/b.md" {
		t.Errorf("got %s", got)
	}
	e.note(filepath.FromSlash("site/content/a.md"))
	e.note("")
	if got := e.take(); got != nil {
		t.Errorf("got %v although something unknown has changed", got)
	}
	if got := e.take(); len(got) > 0 {
		t.Errorf("got %v twice", got)
	}
	(*edits)(nil).note("x")
}
