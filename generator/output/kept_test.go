package output

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestFoldersThatManyTakeAreAllClosed has more folders than stay open, taken by several at once.
func TestFoldersThatManyTakeAreAllClosed(t *testing.T) {
	kept := keptFolders(t, 3*mostKept)
	before := openFiles(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 20 * mostKept {
				dir := fmt.Sprintf("a/%d", i/4%(3*mostKept))
				if folder := kept.Take(dir); folder != nil {
					if _, err := folder.Lstat("x"); err != nil {
						t.Error(err)
					}
					kept.Give(folder)
				}
			}
		})
	}
	all.Wait()
	if len(kept.open) > mostKept {
		t.Errorf("%d are open", len(kept.open))
	}
	for dir, folder := range kept.open {
		if folder.uses != 0 {
			t.Errorf("%s is taken %d times", dir, folder.uses)
		}
	}
	if err := kept.Close(); err != nil {
		t.Error(err)
	}
	if after := openFiles(t); after > before {
		t.Errorf("%d files were open and %d are", before, after)
	}
}

// Two may open the same folder at the same time, and one may come when all is closed; what is not kept is handed back to be closed.
func TestAFolderIsKeptOnce(t *testing.T) {
	kept := keptFolders(t, 1)
	first, second, third := kept.openBelow("a"), kept.openBelow("a"), kept.openBelow("a")
	taken, superfluous := kept.keep("a", first)
	if taken == nil || taken.handle != first || superfluous != nil {
		t.Error("the first is not kept")
	}
	if again, superfluous := kept.keep("a", second); again != taken || superfluous != second || taken.uses != 2 {
		t.Error("whoever came second does not share the first")
	}
	kept.Give(taken)
	kept.Give(taken)
	kept.Close()
	if late, superfluous := kept.keep("a", third); late != nil || superfluous != third || kept.Take("a") != nil {
		t.Error("a folder is kept after the end")
	}
	second.close()
	third.close()
}

func TestWhereAllFoldersAreTakenThereIsNoRoom(t *testing.T) {
	kept := keptFolders(t, mostKept+1)
	defer kept.Close()
	for i := range mostKept {
		folder := kept.Take(fmt.Sprintf("a/%d", i))
		if folder == nil {
			t.Fatalf("%d are too many", i)
		}
		defer kept.Give(folder)
	}
	last := fmt.Sprintf("a/%d", mostKept)
	opened := kept.openBelow(last)
	if taken, superfluous := kept.keep(last, opened); taken != nil || superfluous != opened || kept.Take(last) != nil {
		t.Error("there is room for one more")
	}
	opened.close()
}

func keptFolders(t *testing.T, n int) *Kept {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		name := filepath.Join(dir, "a", fmt.Sprint(i))
		if err := os.MkdirAll(name, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(name, "x"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return Keep(root)
}

// openFiles is how many files the program has open, 0 where the system does not say.
func openFiles(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}
