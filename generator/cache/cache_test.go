package cache

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWhatIsWrittenIsReadAndWhatIsDamagedIsNot(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "when", "needed")
	if _, ok := Read(dir, "a"); ok {
		t.Fatal("there is nothing yet")
	}
	if err := Write(dir, "a", []byte("worth keeping")); err != nil {
		t.Fatal(err)
	}
	if body, ok := Read(dir, "a"); !ok || string(body) != "worth keeping" {
		t.Fatalf("%q", body)
	}
	name := filepath.Join(dir, "a")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string][]byte{"empty": nil, "cut off": whole[:len(whole)-1], "short": whole[:10], "changed": append([]byte{whole[0] ^ 1}, whole[1:]...)} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		if _, ok := Read(dir, "a"); ok {
			t.Errorf("%s: taken for whole", what)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "new-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTrimKeepsTheNewestAndWhatIsNotItsOwn(t *testing.T) {
	dir := t.TempDir()
	for i, name := range []string{"1.x", "2.x", "3.x", "4.y"} {
		if err := Write(dir, name, []byte("body")); err != nil {
			t.Fatal(err)
		}
		at := time.Unix(int64(1000+i), 0)
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	Trim(dir, "*.x", 2)
	for name, want := range map[string]bool{"1.x": false, "2.x": true, "3.x": true, "4.y": true} {
		if _, ok := Read(dir, name); ok != want {
			t.Errorf("%s is there: %v", name, ok)
		}
	}
}
