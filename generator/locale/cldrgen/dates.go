package main

import (
	"cmp"
	"fmt"
	"strings"
)

// style says where CLDR keeps the patterns of one of locale's styles: for one day, and for ranges the skeletons to try in turn. Interval
// patterns are widened to the month and day names that the style has (UTS #35, part 4, Missing Skeleton Fields).
type style struct {
	name      string
	day       []string // paths below the calendar, the first that exists
	intervals []string // skeletons, the first that exists
	wide      bool     // names are written in full
}

// styles are in the order of locale's constants.
func styles() []style {
	const formats = "dateTimeFormats/availableFormats/"
	return []style{
		{"full", []string{"dateFormats/full"}, []string{"yMMMMEEEEd", "yMMMMEd", "yMMMEd"}, true},
		{"long", []string{"dateFormats/long"}, []string{"yMMMMd", "yMMMd"}, true},
		{"medium", []string{"dateFormats/medium"}, []string{"yMMMd"}, false},
		{"weekdayDayMonth", []string{formats + "MMMMEEEEd", formats + "MMMMEd", formats + "MMMEd"}, []string{"MMMMEEEEd", "MMMMEd", "MMMEd"}, true},
		{"dayMonth", []string{formats + "MMMMd"}, []string{"MMMMd", "MMMd"}, true},
		{"yearMonth", []string{formats + "yMMMM"}, []string{"yMMMM"}, true},
	}
}

func dateEntry(s *source, code string) (entry, error) {
	calendar, err := s.main("cldr-dates-full", code, "ca-gregorian.json", "dates/calendars/gregorian")
	if err != nil {
		return nil, err
	}
	e, err := calendarNames(calendar)
	if err != nil {
		return nil, err
	}
	var days, ranges []string
	for _, style := range styles() {
		day, err := dayPattern(calendar, code, style)
		if err != nil {
			return nil, err
		}
		intervals, err := intervalPatterns(calendar, code, style, day)
		if err != nil {
			return nil, err
		}
		days, ranges = append(days, day), append(ranges, intervals)
	}
	clock, clockRange, err := clockPatterns(calendar)
	if err != nil {
		return nil, err
	}
	return append(e,
		field{"dates", days}, field{"ranges", ranges},
		field{"span", calendar.text("dateTimeFormats/intervalFormats/intervalFormatFallback")},
		field{"clock", clock}, field{"clockRange", clockRange},
	), nil
}

// calendarNames returns the names of months and days.
func calendarNames(calendar node) (entry, error) {
	var e entry
	for _, list := range []struct{ field, path, keys string }{
		{"months", "months/format", "1 2 3 4 5 6 7 8 9 10 11 12"},
		{"monthsAlone", "months/stand-alone", "1 2 3 4 5 6 7 8 9 10 11 12"},
		{"days", "days/format", "sun mon tue wed thu fri sat"},
		{"daysAlone", "days/stand-alone", "sun mon tue wed thu fri sat"},
	} {
		var paths []string
		for _, width := range []string{"wide", "abbreviated"} {
			for key := range strings.FieldsSeq(list.keys) {
				paths = append(paths, list.path+"/"+width+"/"+key)
			}
		}
		names, err := calendar.join(paths...)
		if err != nil {
			return nil, err
		}
		e = append(e, field{list.field, names})
	}
	return e, nil
}

func dayPattern(calendar node, code string, style style) (string, error) {
	if pattern := betterDate(code, style.name); pattern != "" {
		return pattern, nil
	}
	for _, path := range style.day {
		if pattern := calendar.text(path); pattern != "" {
			return widen(pattern, style.wide, ""), checkPattern(pattern)
		}
	}
	return "", fmt.Errorf("no pattern for the style %s", style.name)
}

// intervalPatterns returns the patterns for days that differ in the day, the month and the year. A style whose months are
// numbers takes the intervals of numbers.
func intervalPatterns(calendar node, code string, style style, day string) (string, error) {
	if wholeRanges(code, style.name) {
		return joinTexts("", "", "")
	}
	skeletons := style.intervals
	if !strings.Contains(day, "MMM") && !strings.Contains(day, "LLL") {
		skeletons = []string{"yMd"}
	}
	var found node
	for _, skeleton := range skeletons {
		if n, err := calendar.object("dateTimeFormats/intervalFormats/" + skeleton); err == nil {
			found = n
			break
		}
	}
	texts := make([]string, 3)
	for i, key := range []string{"d", "M", "y"} {
		pattern := found.text(key)
		if err := checkPattern(pattern); err != nil {
			return "", err
		}
		texts[i] = widen(pattern, style.wide, day)
	}
	return joinTexts(texts...)
}

// clockPatterns returns the 24-hour patterns without words such as "Uhr", which the messages add where a sentence needs them.
func clockPatterns(calendar node) (one, two string, err error) {
	one = withoutWords(calendar.text("dateTimeFormats/availableFormats/Hm"))
	two = withoutWords(calendar.text("dateTimeFormats/intervalFormats/Hm/H"))
	return one, two, cmp.Or(checkPattern(one), checkPattern(two))
}

// widen writes names in full where wide is set, and numbers of days and months with the digits they have in the pattern of one day.
func widen(pattern string, wide bool, day string) string {
	replace := func(short, long string, when bool) {
		if when && !strings.Contains(pattern, long) {
			pattern = strings.ReplaceAll(pattern, short, long)
		}
	}
	if wide {
		replace("MMM", "MMMM", true)
		replace("LLL", "LLLL", true)
		replace("ccc", "cccc", true)
		pattern = replaceOutsideQuotes(pattern, "E", "EEEE")
	}
	if day != "" {
		replace("d", "dd", strings.Contains(day, "dd"))
		replace("M", "MM", strings.Contains(day, "MM") && !strings.Contains(pattern, "MMM"))
	}
	return pattern
}

// replaceOutsideQuotes replaces a lone letter.
func replaceOutsideQuotes(pattern, letter, with string) string {
	if strings.Contains(pattern, with) {
		return pattern
	}
	parts := strings.Split(pattern, "'")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = strings.ReplaceAll(parts[i], letter, with)
	}
	return strings.Join(parts, "'")
}

// withoutWords takes quoted words, with the space before and the full stop after them, out of a pattern.
func withoutWords(pattern string) string {
	parts := strings.Split(pattern, "'")
	for i := 1; i < len(parts); i += 2 {
		parts[i-1] = strings.TrimRight(parts[i-1], " \u00a0\u202f")
		parts[i] = ""
		if i+1 < len(parts) {
			parts[i+1] = strings.TrimPrefix(parts[i+1], ".")
		}
	}
	return strings.Join(parts, "")
}

// checkPattern refuses letters that package locale does not know, so that they are noticed here.
func checkPattern(pattern string) error {
	if strings.HasPrefix(pattern, "latestFirst:") || strings.HasPrefix(pattern, "earliestFirst:") {
		return fmt.Errorf("pattern %q has an order of its own", pattern)
	}
	parts := strings.Split(pattern, "'")
	for i := 0; i < len(parts); i += 2 {
		for _, letter := range parts[i] {
			isLetter := 'a' <= letter|0x20 && letter|0x20 <= 'z'
			if isLetter && !strings.ContainsRune("yMLdEcHm", letter) {
				return fmt.Errorf("pattern %q has the unknown field %c", pattern, letter)
			}
		}
	}
	return nil
}
