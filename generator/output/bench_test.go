package output

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// pagesOf returns the paths of a site with n pages in six languages, 7,000 bytes each.
func pagesOf(n int) []string {
	paths := make([]string, n)
	for i := range paths {
		lang := []string{"de", "en", "ar", "fa", "ru", "tr"}[i%6]
		paths[i] = fmt.Sprintf("%s/courses/german-course-%06d.html", lang, i)
	}
	return paths
}

// putAll puts all paths from two goroutines. salt makes the contents differ from those of another salt.
func putAll(b *testing.B, put func(path string, data []byte) error, paths []string, salt string) {
	var wait sync.WaitGroup
	for half := range 2 {
		wait.Go(func() {
			page := append(bytes.Repeat([]byte("<p>Deutschkurs B1 am Abend</p>\n"), 220), salt...)
			for i := half; i < len(paths); i += 2 {
				page = append(page[:6820+len(salt)], paths[i]...)
				if err := put(paths[i], page); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wait.Wait()
}

func benchBuild(b *testing.B, dir string, paths []string, salt string, opts Options) Summary {
	f, err := Open(dir, opts)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Abort()
	putAll(b, f.Put, paths, salt)
	summary, err := f.Finish(context.Background(), nil)
	if err != nil {
		b.Fatal(err)
	}
	return summary
}

// BenchmarkFirst writes 60,000 pages into an empty folder: as Folder does it, and as a program would that writes them
// straight to their names, which is the floor. Folders are not removed in between, since that alone takes longer.
func BenchmarkFirst(b *testing.B) {
	paths := pagesOf(60_000)
	b.Run("folder", func(b *testing.B) {
		for i := range b.N {
			benchBuild(b, filepath.Join(b.TempDir(), fmt.Sprint(i)), paths, "", Options{})
		}
	})
	b.Run("plain", func(b *testing.B) {
		for i := range b.N {
			dir := filepath.Join(b.TempDir(), fmt.Sprint(i))
			for _, path := range paths[:6] {
				if err := os.MkdirAll(filepath.Join(dir, parentOf(path)), 0o777); err != nil {
					b.Fatal(err)
				}
			}
			putAll(b, func(path string, data []byte) error {
				return os.WriteFile(filepath.Join(dir, path), data, 0o666)
			}, paths, "")
		}
	})
}

// BenchmarkAgain builds the same 60,000 pages again: unchanged, and every one changed.
func BenchmarkAgain(b *testing.B) {
	paths := pagesOf(60_000)
	dir := b.TempDir()
	benchBuild(b, dir, paths, "first", Options{})
	b.Run("unchanged", func(b *testing.B) {
		for range b.N {
			benchBuild(b, dir, paths, "first", Options{})
		}
	})
	b.Run("changed", func(b *testing.B) {
		for i := range b.N {
			benchBuild(b, dir, paths, fmt.Sprintf("%5d", i), Options{})
		}
	})
}
