package serve

import (
	"context"
	"io/fs"
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

// poll looks at all files at intervals and tells when any has changed, come or gone.
func poll(ctx context.Context, source string, changes chan<- struct{}, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	before := stamps(source)
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			now := stamps(source)
			if differ(before, now) {
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
			if err != nil || entry.IsDir() || ignored(entry.Name()) {
				return nil // what cannot be read now is looked at again next time
			}
			if info, err := entry.Info(); err == nil {
				found[path] = stamp{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return found
}

func differ(a, b map[string]stamp) bool {
	if len(a) != len(b) {
		return true
	}
	for path, stamp := range a {
		if b[path] != stamp {
			return true
		}
	}
	return false
}
