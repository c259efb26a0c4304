package reach

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// ask asks a store for the county.
func ask(t *testing.T, s *Store, source fstest.MapFS) *Request {
	t.Helper()
	q, err := s.Ask(load(t, source), today(), 1)
	if err != nil || q == nil {
		t.Fatal(q, err)
	}
	return q
}

func resultOf(t *testing.T, q *Request) *Result {
	t.Helper()
	r, err := q.Result(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAResultIsKeptAsLongAsNothingItDependsOnChanges(t *testing.T) {
	source := files(t)
	replace := func(name, old, new string) {
		source[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(source[name].Data), old, new, 1)), ModTime: time.Unix(1, 0)}
	}
	s := &Store{Dir: t.TempDir()}
	first := resultOf(t, ask(t, s, source))
	if again, whole := ask(t, &Store{Dir: s.Dir}, source).Known(); !whole || !reflect.DeepEqual(again.Offers, first.Offers) {
		t.Error("what was kept in files is not what was computed")
	}
	for _, row := range []struct {
		what, name, old, new string
		same                 bool
	}{
		{"a title", "content/courses/vormittag.yaml", "Vormittags", "Am Vormittag", true},
		{"a place's name", "content/places/adorf.yaml", "title: Adorf", "title: Altdorf", true},
		{"a contact", "content/contacts/telefon.yaml", "11000", "11009", true},
		{"an hour", "content/courses/vormittag.yaml", "09:00", "09:15", false},
		{"a date", "content/courses/vormittag.yaml", "2027-04-09", "2027-04-08", false},
		{"a venue", "content/venues/schule.yaml", "52.301", "52.302", false},
		{"a place's stop", "content/places/adorf.yaml", "Adorf, Mitte", "Bedorf, Mitte", false},
		{"how to book", "content/transport/taxi.yaml", "60", "90", false},
		{"a setting", "content/site.yaml", "languages: [de]", "languages: [de]\nreach: {walk_m: 500}", false},
		{"the timetable", "content/timetables/bus/stop_times.txt", "a1,07:40:00,07:40:00", "a1,07:39:00,07:39:00", false},
	} {
		replace(row.name, row.old, row.new)
		q := ask(t, s, source)
		if _, whole := q.Known(); whole != row.same {
			t.Errorf("%s has changed; still known: %v", row.what, whole)
		}
		resultOf(t, q)
	}
	if kept, _ := filepath.Glob(filepath.Join(s.Dir, "*.reach")); len(kept) > mostKept {
		t.Errorf("%d results are kept", len(kept))
	}
}

func TestTheLastResultStandsInWhileTheNextIsNotKnown(t *testing.T) {
	source := files(t)
	s := new(Store)
	if r, whole := ask(t, s, source).Known(); r != nil || whole {
		t.Error("there is nothing yet")
	}
	first := resultOf(t, ask(t, s, source))
	source["content/courses/vormittag.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(source["content/courses/vormittag.yaml"].Data), "09:00", "09:30", 1))}
	if r, whole := ask(t, s, source).Known(); r != first || whole {
		t.Error("the last result is gone")
	}
}

func TestADamagedFileIsComputedAgain(t *testing.T) {
	dir := t.TempDir()
	want := resultOf(t, ask(t, &Store{Dir: dir}, files(t)))
	kept, err := filepath.Glob(filepath.Join(dir, "*.reach"))
	if err != nil || len(kept) != 1 {
		t.Fatal(kept, err)
	}
	whole, err := os.ReadFile(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string][]byte{"cut off": whole[:len(whole)/2], "empty": nil} {
		if err := os.WriteFile(kept[0], data, 0o666); err != nil {
			t.Fatal(err)
		}
		if got := resultOf(t, ask(t, &Store{Dir: dir}, files(t))); !reflect.DeepEqual(got.Offers, want.Offers) {
			t.Errorf("%s: another result", what)
		}
	}
}

func TestTheResultDoesNotDependOnHowManyWork(t *testing.T) {
	results := make([]*Result, 2)
	for i, jobs := range []int{1, 8} {
		q, err := new(Store).Ask(load(t, files(t)), today(), jobs)
		if err != nil {
			t.Fatal(err)
		}
		results[i] = resultOf(t, q)
	}
	if !reflect.DeepEqual(results[0], results[1]) {
		t.Error("they differ")
	}
}

func TestComputingStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ask(t, new(Store), files(t)).Result(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
