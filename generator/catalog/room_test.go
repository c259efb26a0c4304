package catalog

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

func TestTheRoomKeepsTexts(t *testing.T) {
	in := &room{}
	var kept, want []string
	for i := range 3000 {
		text := strings.Repeat("ä", i%300) + fmt.Sprint(i)
		kept, want = append(kept, in.keep(text)), append(want, text)
	}
	for i := range want {
		if kept[i] != want[i] {
			t.Fatalf("the text %d is %q, want %q", i, kept[i], want[i])
		}
	}
}

// TestTheWordsOfARecordDoNotHoldItsFile reads long files with few words in them.
func TestTheWordsOfARecordDoNotHoldItsFile(t *testing.T) {
	const records, blank = 20, 200_000
	held := func(lines int) int {
		var files []string
		for i := range records {
			files = append(files, fmt.Sprintf("content/courses/a%d.yaml", i), course+strings.Repeat("\n", lines)+"contacts: [amt]\n")
		}
		source := base(t, files...)
		before := live()
		c := loadSound(t, source, Options{})
		after := live()
		runtime.KeepAlive(c)
		runtime.KeepAlive(source)
		return after - before
	}
	if few, many := held(1), held(blank); many-few > records*blank/10 {
		t.Errorf("%d bytes are held of short files, %d of long ones", few, many)
	}
}

func live() int {
	var stats runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int(stats.HeapAlloc)
}
