package cli

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"time"

	"mappe/generator/date"
)

// starter is the site that init writes. Dates in it are named as @today@, @monday+6w@ (Monday of the week in six weeks) and so on.
//
//go:embed all:starter
var starter embed.FS

// starterFile is a file of a new site.
type starterFile struct {
	path string // with slashes
	data []byte
}

// starterFiles returns the new site as of a day.
func starterFiles(today date.Date) ([]starterFile, error) {
	files := []starterFile{{"content/timetables/holidays.yaml", holidays(today.Year())}}
	err := fs.WalkDir(starter, "starter", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := starter.ReadFile(path)
		if err != nil {
			return err
		}
		files = append(files, starterFile{strings.TrimPrefix(path, "starter/"), withDates(data, today)})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("unpacking the new site: %w", err)
	}
	return files, nil
}

// withDates writes days in place of their names.
func withDates(data []byte, today date.Date) []byte {
	names := regexp.MustCompile(`@(today|monday|wednesday)(?:\+(\d+)w)?@`)
	return names.ReplaceAllFunc(data, func(name []byte) []byte {
		parts := names.FindSubmatch(name)
		weeks, _ := strconv.Atoi(string(parts[2]))
		day := today
		switch string(parts[1]) {
		case "monday":
			day = today.Monday()
		case "wednesday":
			day = today.Monday().Add(2)
		}
		return []byte(day.Add(7 * weeks).String())
	})
}

// holidayYears is for how many years a new site knows the public holidays.
const holidayYears = 3

// holidays writes the public holidays that all federal states of Germany have.
func holidays(year int) []byte {
	var out bytes.Buffer
	fmt.Fprintln(&out, "# Die Feiertage, die in ganz Deutschland gelten. Ergänzen Sie die Ihres Bundeslands, jedes Jahr die des nächsten, und die Schulferien.")
	fmt.Fprintln(&out, "public:")
	for y := year; y < year+holidayYears; y++ {
		easter := easterSunday(y)
		for _, row := range []struct {
			day  date.Date
			name string
		}{
			{date.New(y, time.January, 1), "Neujahr"},
			{easter.Add(-2), "Karfreitag"},
			{easter.Add(1), "Ostermontag"},
			{date.New(y, time.May, 1), "Tag der Arbeit"},
			{easter.Add(39), "Christi Himmelfahrt"},
			{easter.Add(50), "Pfingstmontag"},
			{date.New(y, time.October, 3), "Tag der Deutschen Einheit"},
			{date.New(y, time.December, 25), "1. Weihnachtstag"},
			{date.New(y, time.December, 26), "2. Weihnachtstag"},
		} {
			fmt.Fprintf(&out, "  - %s # %s\n", row.day, row.name)
		}
	}
	fmt.Fprintf(&out, "# So werden Schulferien eingetragen:\n# school:\n#   - name: {de: Osterferien, en: Easter holidays}\n#     from: %s\n#     to: %s\n",
		easterSunday(year+1).Add(-13), easterSunday(year+1).Add(3))
	return out.Bytes()
}

// easterSunday is Easter of the Gregorian calendar, by Gauss's formula as Lichtenberg corrected it (1997).
func easterSunday(year int) date.Date {
	century := year / 100
	moon := 15 + (3*century+3)/4 - (8*century+13)/25
	cycle := year % 19
	seed := (19*cycle + moon) % 30
	correction := (seed + cycle/11) / 29
	limit := 21 + seed - correction
	sun := 2 - (3*century+3)/4
	firstSunday := 7 - (year+year/4+sun)%7
	distance := 7 - (limit-firstSunday)%7
	return date.New(year, time.March, limit+distance)
}
