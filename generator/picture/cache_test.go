package picture

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"mappe/generator/cache"
)

// entries returns the files of a cache.
func entries(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheCacheIsUsed(t *testing.T) {
	kept := Cache{Dir: filepath.Join(t.TempDir(), "deep", "pictures")}
	file := asJPEG(t, photo(700, 300))
	first, err := kept.Variants(file)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(first, must(t, file)) {
		t.Error("the cache changes what is made")
	}
	files := entries(t, kept.Dir)
	if len(files) != 1 {
		t.Fatalf("got %v, want one entry", files)
	}
	planted := []Variant{{1, 2, "jpg", []byte("planted")}}
	data, err := pack(planted)
	if err != nil {
		t.Fatal(err)
	}
	if err := cache.Write(kept.Dir, filepath.Base(files[0]), data); err != nil {
		t.Fatal(err)
	}
	if got, err := kept.Variants(file); err != nil || !reflect.DeepEqual(got, planted) {
		t.Errorf("got %v, %v, want what is in the cache", got, err)
	}
	if got, err := kept.Variants(asJPEG(t, photo(701, 300))); err != nil || len(got[0].Bytes) < 100 {
		t.Errorf("another picture got %v, %v", got, err)
	}
}

func TestADamagedEntryIsMadeAgain(t *testing.T) {
	kept := Cache{Dir: t.TempDir()}
	file := asJPEG(t, photo(700, 300))
	want := must(t, file)
	if _, err := kept.Variants(file); err != nil {
		t.Fatal(err)
	}
	name := entries(t, kept.Dir)[0]
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	flipped := append([]byte(nil), whole...)
	flipped[len(flipped)/2] ^= 1
	for what, data := range map[string][]byte{"empty": {}, "cut": whole[:len(whole)-1], "one bit changed": flipped} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		if got, err := kept.Variants(file); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: not made again: %v", what, err)
		}
		if again, _ := os.ReadFile(name); len(again) != len(whole) {
			t.Errorf("%s: not mended", what)
		}
	}
}

func TestACacheThatCannotBeWrittenIsNoError(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, kept := range []Cache{{}, {Dir: filepath.Join(name, "pictures")}} {
		if got, err := kept.Variants(asJPEG(t, photo(9, 7))); err != nil || len(got) != 1 {
			t.Errorf("%q: got %v, %v", kept.Dir, got, err)
		}
	}
}

func TestErrorsAndDrawingsAreNotKept(t *testing.T) {
	kept := Cache{Dir: t.TempDir()}
	if _, err := kept.Variants([]byte("no picture")); !errors.Is(err, ErrNotPicture) {
		t.Errorf("got %v, want ErrNotPicture", err)
	}
	if _, err := kept.Variants(make([]byte, MaxBytes+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v, want ErrTooLarge", err)
	}
	if _, err := kept.Variants([]byte(drawing(``))); err != nil {
		t.Error(err)
	}
	if files := entries(t, kept.Dir); len(files) > 0 {
		t.Errorf("kept %v", files)
	}
}

func TestManyMayUseOneCache(t *testing.T) {
	kept := Cache{Dir: t.TempDir()}
	file := asJPEG(t, photo(200, 100))
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got, err := kept.Variants(file); err != nil || len(got) != 1 {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
	wait.Wait()
	if files := entries(t, kept.Dir); len(files) != 1 {
		t.Errorf("left %v, want one entry", files)
	}
}

func FuzzEntry(f *testing.F) {
	data, err := pack([]Variant{{4, 3, "jpg", []byte("x")}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		kept, file := Cache{Dir: t.TempDir()}, asJPEG(t, photo(9, 7))
		if err := os.WriteFile(filepath.Join(kept.Dir, cacheKey(file)), data, 0o666); err != nil {
			t.Fatal(err)
		}
		if variants, err := kept.Variants(file); err != nil || len(variants) == 0 {
			t.Errorf("an entry without pictures was believed: %v", err)
		}
	})
}
