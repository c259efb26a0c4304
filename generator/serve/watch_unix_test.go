//go:build unix

package serve

import (
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watcherOf is a watch that can be told of errors.
func watcherOf(t *testing.T, source string) (*folderWatcher, *seen, chan<- error) {
	t.Helper()
	changes := make(chan struct{}, 1)
	w := &folderWatcher{source: source, changes: changes, pollEvery: time.Millisecond}
	must(t, w.open())
	failures := make(chan error)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.run(t.Context(), w.watcher.Events, failures)
	}()
	t.Cleanup(func() {
		<-ended
		w.watcher.Close()
	})
	return w, &seen{t, source, changes}, failures
}

func TestAfterAnOverflowAllFoldersAreWalkedAgain(t *testing.T) {
	w, s, failures := watcherOf(t, sourceFolder(t))
	must(t, w.watcher.Remove(s.path("content/courses/a1"))) // as if the event of its making had been lost
	failures <- fsnotify.ErrEventOverflow
	next(t, s.changes)
	s.edit("content/courses/a1/index.md", "two")
}

func TestWhereTheWatchesAreExhaustedFoldersAreLookedAtInstead(t *testing.T) {
	for _, exhausted := range []error{syscall.ENOSPC, syscall.EMFILE} {
		_, s, failures := watcherOf(t, sourceFolder(t))
		failures <- exhausted
		next(t, s.changes)
		s.edit("content/courses/a1/index.md", "two, and longer")
		s.edit("content/courses/b1.md", "one")
	}
}

func TestWhereThereIsNoWatchFromTheStartFoldersAreLookedAtInstead(t *testing.T) {
	source := sourceFolder(t)
	changes := make(chan struct{}, 1)
	w := &folderWatcher{source: source, changes: changes, pollEvery: time.Millisecond}
	must(t, w.start(t.Context(), syscall.ENOSPC))
	s := &seen{t, source, changes}
	s.edit("content/courses/a1/index.md", "two, and longer")
	s.edit("themes/default/partials/title.html", "two, and longer")
}
