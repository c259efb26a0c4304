package serve

import (
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"time"
)

// pollEvery is how often the folders are looked at where they cannot be watched: network drives, or a system out of watches.
const pollEvery = time.Second

// stamp is what tells that a file has changed.
type stamp struct {
	size    int64
	changed time.Time
}

// poll looks at all files at intervals and tells when any has changed, come or gone since they were before.
func poll(ctx context.Context, source string, before map[string]stamp, changes chan<- struct{}, edited *edits, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			now := stamps(source)
			if !maps.Equal(before, now) {
				edited.note("")
				tell(changes)
			}
			before = now
		}
	}
}

func stamps(source string) map[string]stamp {
	found := map[string]stamp{}
	for _, name := range watched() {
		filepath.WalkDir(filepath.Join(source, name), func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // what cannot be read now is looked at again next time
			case ignored(entry.Name()) && entry.IsDir():
				return filepath.SkipDir
			case ignored(entry.Name()) || entry.IsDir():
				return nil
			}
			if info, err := entry.Info(); err == nil {
				found[path] = stamp{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return found
}
