package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing may happen before a change is taken in: editors save in several steps.
const quiet = 10 * time.Millisecond

// watched are the folders below the source folder that make a difference.
func watched() []string { return []string{"content", "themes"} }

// watch tells of every change below the source folder, once things are quiet again. It watches folders, not files, since editors
// replace files when they save. Where the system cannot watch any more, it looks at regular intervals.
func watch(ctx context.Context, source string) (<-chan struct{}, error) {
	changes := make(chan struct{}, 1)
	watcher, err := fsnotify.NewBufferedWatcher(4096)
	if err == nil {
		w := &folderWatcher{source: source, watcher: watcher, changes: changes}
		if err = w.addAll(); err == nil {
			go w.run(ctx)
			return changes, nil
		}
		watcher.Close()
	}
	if !isExhausted(err) {
		return nil, fmt.Errorf("watching %s: %w", source, err)
	}
	go poll(ctx, source, changes, pollEvery)
	return changes, nil
}

// folderWatcher follows the folders below the source folder.
type folderWatcher struct {
	source  string
	watcher *fsnotify.Watcher
	changes chan<- struct{}
}

func (w *folderWatcher) addAll() error {
	if err := w.watcher.Add(w.source); err != nil {
		return err
	}
	for _, name := range watched() {
		if err := w.add(filepath.Join(w.source, name)); err != nil {
			return err
		}
	}
	return nil
}

// add watches a folder and those below it. What has gone meanwhile is no mistake.
func (w *folderWatcher) add(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case path != folder && ignored(entry.Name()):
			return filepath.SkipDir
		}
		if err := w.watcher.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// run gathers events until it has been quiet for a moment, then tells of the change.
func (w *folderWatcher) run(ctx context.Context) {
	defer w.watcher.Close()
	timer := time.NewTimer(quiet)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event, open := <-w.watcher.Events:
			if !open {
				return
			}
			if w.matters(event) {
				timer.Reset(quiet)
			}
		case err, open := <-w.watcher.Errors:
			if !open {
				return
			}
			if w.recover(ctx, err) {
				return
			}
			timer.Reset(quiet)
		case <-timer.C:
			tell(w.changes)
		}
	}
}

// recover answers an error of the watcher. After an overflow nobody knows what has changed, so all folders are walked again; where
// the system is out of watches, looking at intervals takes over.
func (w *folderWatcher) recover(ctx context.Context, err error) (gaveUp bool) {
	if !isExhausted(err) {
		err = w.addAll()
	}
	if !isExhausted(err) {
		return false
	}
	go poll(ctx, w.source, w.changes, pollEvery)
	return true
}

// matters reports whether an event may change the site, and watches folders that are new.
func (w *folderWatcher) matters(event fsnotify.Event) bool {
	below, err := filepath.Rel(w.source, event.Name)
	if err != nil || event.Op == fsnotify.Chmod {
		return false
	}
	top, _, nested := strings.Cut(filepath.ToSlash(below), "/")
	isWatched := top == watched()[0] || top == watched()[1]
	if !isWatched || nested && ignored(filepath.Base(event.Name)) {
		return false
	}
	if event.Has(fsnotify.Create) {
		if info, err := os.Lstat(event.Name); err == nil && info.IsDir() {
			if err := w.add(event.Name); isExhausted(err) {
				return true // the files of this folder are followed no further than this change
			}
		}
	}
	return true
}

// ignored are the files that editors leave beside those they save.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp") || name == "4913"
}

// tell says that something has changed; saying it twice before anybody listens is saying it once.
func tell(changes chan<- struct{}) {
	select {
	case changes <- struct{}{}:
	default:
	}
}
