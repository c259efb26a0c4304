package catalog

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/diag"
	"mappe/generator/testtool"
)

func TestTheRoomKeepsTexts(t *testing.T) {
	in := newRoom(1)
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

// TestATextIsSaidInAnyOrderOfLanguages begins with the default language, as decoding does, which need not be the first.
func TestATextIsSaidInAnyOrderOfLanguages(t *testing.T) {
	in := newRoom(2)
	var text, next Text
	in.say(&text, 1, "eins")
	in.say(&next, 1, "zwei")
	in.say(&text, 0, "drei")
	in.say(&text, 3, "vier") // more than were expected
	for i, want := range []string{"drei", "eins", "", "vier"} {
		if got := text.In(Lang(i)); got != want {
			t.Errorf("in language %d it is %q, want %q", i, got, want)
		}
	}
	if next.In(0) != "" || next.In(1) != "zwei" {
		t.Errorf("the next is %q and %q", next.In(0), next.In(1))
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

// TestARecordIsFewThings counts what whoever looks for what is in use has to look at for each record.
func TestARecordIsFewThings(t *testing.T) {
	const most = 3 // the course itself; its files, texts and lists lie together with others
	held := func(records int) int {
		var files []string
		for i := range records {
			files = append(files, fmt.Sprintf("content/courses/a%d/index.md", i), fmt.Sprintf("---\n%s---\nText %d.\n", course+"contacts: [amt]\ntopics: [work, language]\nlanguages_spoken: [de, en]\n", i))
			for _, lang := range []string{"en", "ar"} {
				files = append(files, fmt.Sprintf("content/courses/a%d/index.%s.md", i, lang), fmt.Sprintf("---\ntitle: Course %d\nsummary: What it is\n---\nText %d.\n", i, i))
			}
		}
		source := base(t, files...)
		before := testtool.Things()
		c, _, err := Load(t.Context(), source, Options{Jobs: 1})
		after := testtool.Things()
		if err != nil || len(c.Courses) != records {
			t.Fatalf("%d courses, %v", len(c.Courses), err)
		}
		runtime.KeepAlive(c)
		runtime.KeepAlive(source)
		return after - before
	}
	if few, many := held(10), held(410); many-few > most*400 {
		t.Errorf("a record is %d things", (many-few)/400)
	}
}

// TestWhatIsDecodedIsNoPartOfItsFile reads all records of each site between two long files, in the same room: the first makes it large, the last
// writes over all of it.
func TestWhatIsDecodedIsNoPartOfItsFile(t *testing.T) {
	for name, s := range siteCases(t) {
		want, findings := load(t, s.files, Options{Jobs: 1})
		before := string(s.outcome(want, findings))
		for _, file := range []string{"content/courses/0.yaml", "content/notices/zz.yaml"} {
			s.files[file] = &fstest.MapFile{Data: []byte("title: " + strings.Repeat("?", 100_000))}
		}
		c, findings := load(t, s.files, Options{Jobs: 1})
		findings = slices.DeleteFunc(findings, func(f diag.Finding) bool {
			return strings.HasSuffix(f.File, "/0.yaml") || strings.HasSuffix(f.File, "/zz.yaml")
		})
		if after := string(s.outcome(c, findings)); after != before {
			t.Errorf("%s: got\n%s\nwant\n%s", name, after, before)
		}
	}
}

// TestARecordThatIsReadAgainAndAgainHoldsNothingMore edits a course's words many times, as somebody does who looks at every sentence.
func TestARecordThatIsReadAgainAndAgainHoldsNothingMore(t *testing.T) {
	file := "content/courses/a.md"
	source := base(t, file, "---\n"+course+"contacts: [amt]\nlanguages_spoken: [de, en]\n---\n"+strings.Repeat("Wort ", 2000))
	c := loadSound(t, source, Options{})
	edit := func(times int) {
		for i := range times {
			source[file].Data = fmt.Appendf(nil, "---\n%scontacts: [amt]\nlanguages_spoken: [de, en]\n---\n%s%d", course, strings.Repeat("Wort ", 2000), i)
			revision := c.Reread(t.Context(), source, "courses/a", nil)
			if revision == nil {
				t.Fatal("the course is not read again")
			}
			revision.Apply()
		}
	}
	edit(10)
	before := live()
	edit(200)
	if more := live() - before; more > 10_000 { // as long as one text
		t.Errorf("%d bytes more are held after 200 edits", more)
	}
	runtime.KeepAlive(c)
	runtime.KeepAlive(source)
}
