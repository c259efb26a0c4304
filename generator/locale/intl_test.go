package locale

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mappe/generator/date"
)

// intl is what Node's Intl writes, by testdata/intl.mjs.
type intl struct {
	Dates, Ranges       map[string]map[string]string
	Clocks, ClockRanges map[string]string
	Numbers, Decimals   map[string]string
	Money               map[string]string
	And, Or             map[string]string
	Cardinals, Ordinals string
}

// styleOf reads the names of styles in intl.json.
func styleOf(name string) Style {
	return Style(slices.Index([]string{"full", "long", "medium", "weekdayDayMonth", "dayMonth", "yearMonth"}, name))
}

// intended is something that we write otherwise than Intl, on purpose.
type intended struct {
	languages, what, reason string
}

// differences are all there are. Node 20 has CLDR 48.0, our tables are those of 48.2.
func differences() []intended {
	return []intended{
		{"de bg", "clock range", "words such as Uhr are the messages' business"},
		{"es fa vi", "clock", "CLDR writes 8:30; Intl is asked for two digits because one gives 8:30 in German too, against CLDR"},
		{"ar", "medium range", "CLDR's numbers of a range have one digit, those of one day two; we write two in both"},
		{"fa-AF", "dayMonth", "cldrgen's overrides: CLDR contradicts itself"},
		{"ti", "long, medium", "cldrgen's overrides: CLDR contradicts itself"},
		{"ku", "weekdayDayMonth", "cldrgen's overrides: the inflected form that CLDR has in full"},
		{"ku", "full range, long range, weekdayDayMonth range, dayMonth range, yearMonth range", "cldrgen's overrides: CLDR's intervals lack the endings"},
		{"ckb", "full, medium, dayMonth, yearMonth", "cldrgen's overrides: CLDR has the root locale's order"},
		{"ckb ps", "full range, long range, medium range, weekdayDayMonth range, dayMonth range, yearMonth range", "cldrgen's overrides: CLDR's intervals are the root locale's"},
		{"ckb", "and, or", "cldrgen's overrides: CLDR has English words"},
		{"ps", "or", "cldrgen's overrides: CLDR has English words"},
		{"fa", "dayMonth range", "new in CLDR 48.2"},
		{"hr pl ru uk", "yearMonth range", "new in CLDR 48.2"},
		{"fa fa-AF ru", "weekdayDayMonth range", "over New Year we say the year, as Intl does in the other languages"},
		{"ru", "full range", "we write both days' names in full, as Intl does in the other languages"},
	}
}

// reasonToDiffer says why a language writes something otherwise, "" if it should not.
func reasonToDiffer(language, what string) string {
	for _, d := range differences() {
		if slices.Contains(strings.Fields(d.languages), language) && slices.Contains(strings.Split(d.what, ", "), what) {
			return d.reason
		}
	}
	return ""
}

func TestEveryLanguageWritesAsIntlDoes(t *testing.T) {
	src, err := os.ReadFile("testdata/intl.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden struct{ Languages map[string]intl }
	if err := json.Unmarshal(src, &golden); err != nil {
		t.Fatal(err)
	}
	if len(golden.Languages) != len(tables) {
		t.Errorf("intl.json has %d languages, the tables %d", len(golden.Languages), len(tables))
	}
	for _, code := range slices.Sorted(maps.Keys(golden.Languages)) {
		t.Run(code, func(t *testing.T) { compareWithIntl(t, New(code), golden.Languages[code]) })
	}
}

func compareWithIntl(t *testing.T, l *Locale, want intl) {
	differing := map[string]bool{}
	check := func(what, key, intl, ours string) {
		t.Helper()
		// V8 writes a plain space for CLDR's narrow no-break space, in single dates only.
		if strings.ReplaceAll(intl, "\u202f", " ") == strings.ReplaceAll(ours, "\u202f", " ") {
			return
		}
		differing[what] = true
		if reasonToDiffer(l.Code(), what) == "" {
			t.Errorf("%s %s: Intl writes %q, we write %q", what, key, intl, ours)
		}
	}
	for style, days := range want.Dates {
		for day, text := range days {
			check(style, day, text, l.Date(parseDay(day), styleOf(style)))
		}
	}
	for style, ranges := range want.Ranges {
		for days, text := range ranges {
			from, to, _ := strings.Cut(days, "..")
			check(style+" range", days, text, l.DateRange(parseDay(from), parseDay(to), styleOf(style)))
		}
	}
	for clock, text := range want.Clocks {
		check("clock", clock, text, l.Clock(parseClock(clock)))
	}
	for clocks, text := range want.ClockRanges {
		from, to, _ := strings.Cut(clocks, "..")
		check("clock range", clocks, text, l.ClockRange(parseClock(from), parseClock(to)))
	}
	for items, text := range want.And {
		check("and", items, text, l.List(strings.Split(items, "..")))
	}
	for items, text := range want.Or {
		check("or", items, text, l.ListOr(strings.Split(items, "..")))
	}
	compareNumbersWithIntl(l, want, check)
	refuseOldReasons(t, l.Code(), differing)
}

// refuseOldReasons keeps the list of differences as short as it can be.
func refuseOldReasons(t *testing.T, language string, differing map[string]bool) {
	for _, d := range differences() {
		for what := range strings.SplitSeq(d.what, ", ") {
			if slices.Contains(strings.Fields(d.languages), language) && !differing[what] {
				t.Errorf("%s is listed as a difference, but there is none", what)
			}
		}
	}
}

func compareNumbersWithIntl(l *Locale, want intl, check func(what, key, intl, ours string)) {
	for n, text := range want.Numbers {
		check("number", n, text, l.Number(atoi(n)))
	}
	for n, text := range want.Decimals {
		check("decimal", n, text, l.Decimal(int64(atoi(n))))
	}
	for n, text := range want.Money {
		check("money", n, text, l.Money(int64(atoi(n))))
	}
	for n := range want.Cardinals {
		check("cardinal", strconv.Itoa(n), want.Cardinals[n:n+1], letterOf(l.Plural(n)))
		check("ordinal", strconv.Itoa(n), want.Ordinals[n:n+1], letterOf(l.Ordinal(n)))
	}
}

// letterOf is how intl.json writes a category.
func letterOf(c Category) string { return "oz12fm"[c : c+1] }

func parseDay(s string) date.Date {
	d, _ := date.Parse(s)
	return d
}

func parseClock(s string) date.Clock {
	c, _ := date.ParseClock(s)
	return c
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
