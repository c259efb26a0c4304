package catalog

import (
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/together"
	"mappe/generator/yamldoc"
)

func (d *decoder) time(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	switch f.Kind {
	case schema.Clocks, schema.Dates, schema.Days:
		d.times(n, f, into)
		return
	}
	text, ok := d.scalar(n, f)
	if !ok {
		return
	}
	switch f.Kind {
	case schema.Date:
		if value, ok := date.Parse(text); ok {
			*into.Addr().Interface().(*date.Date) = value
		} else {
			d.notADate(n, f, text)
		}
	case schema.DateOrWord:
		value, isDate := date.Parse(text)
		switch {
		case isDate:
			*into.Addr().Interface().(*DateOrWord) = DateOrWord{Date: value}
		case text == f.Enum[0]:
			*into.Addr().Interface().(*DateOrWord) = DateOrWord{Word: f.Enum[0]}
		default:
			d.notADate(n, f, text)
		}
	case schema.Moment:
		if value, ok := date.ParseMoment(text); ok {
			*into.Addr().Interface().(*date.Moment) = value
		} else {
			d.notADate(n, f, text)
		}
	case schema.Clock:
		if value, ok := date.ParseClock(text); ok {
			*into.Addr().Interface().(*date.Clock) = value
		} else {
			d.notAClock(n, f, text)
		}
	}
}

// times reads the lists of days and times.
func (d *decoder) times(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	switch f.Kind {
	case schema.Clocks:
		*into.Addr().Interface().(*[]date.Clock) = readWords(d, &d.clocks, n, f, date.ParseClock, d.notAClock)
	case schema.Dates:
		*into.Addr().Interface().(*[]date.Range) = readWords(d, &d.ranges, n, f, date.ParseRange, d.notADate)
	case schema.Days:
		*into.Addr().Interface().(*[]time.Weekday) = readWords(d, &d.days, n, f, yamldoc.Day, d.notADay)
	}
}

// readWords reads each item of a list by its words, and tells those that cannot be read.
func readWords[T any](d *decoder, in *together.Values[T], n *yaml.Node, f *fieldPlan, read func(string) (T, bool), tell func(*yaml.Node, *fieldPlan, string)) []T {
	return readList(d, in, n, f, func(item *yaml.Node) (value T, ok bool) {
		text, ok := d.scalar(item, f)
		if !ok {
			return value, false
		}
		if value, ok = read(text); !ok {
			tell(item, f, text)
		}
		return value, ok
	})
}

func (d *decoder) notADate(n *yaml.Node, f *fieldPlan, text string) {
	if from, to, isRange := strings.Cut(text, ".."); isRange && f.Kind == schema.Dates {
		first, ok := date.Parse(from)
		second, alsoOK := date.Parse(to)
		if ok && alsoOK {
			d.find(n, diag.Error, "not-a-date", diag.Textf("„%s“ unter „%s“ endet vor seinem Anfang.", "“%s” at “%s” ends before its start.", text, f.Key),
				diag.Textf("Schreiben Sie: %s..%s", "Write: %s..%s", second.String(), first.String()))
			return
		}
	}
	example, otherwise := "2027-02-15", ""
	switch f.Kind {
	case schema.Moment:
		example = "2027-02-15 17:00"
	case schema.Dates:
		example = "2027-02-15, 2027-03-29..2027-04-10"
	case schema.DateOrWord:
		otherwise = f.Enum[0]
	}
	hint := diag.Textf("Schreiben Sie zum Beispiel %s.", "Write for example %s.", example)
	if otherwise != "" {
		hint = diag.Textf("Schreiben Sie zum Beispiel %s, oder: %s", "Write for example %s, or: %s", example, otherwise)
	}
	d.find(n, diag.Error, "not-a-date", diag.Textf("„%s“ unter „%s“ ist kein Tag, den es gibt.", "“%s” at “%s” is not a day that exists.", text, f.Key), hint)
}

func (d *decoder) notAClock(n *yaml.Node, f *fieldPlan, text string) {
	hint := diag.Textf("Schreiben Sie zum Beispiel 08:30.", "Write for example 08:30.")
	if clock, ok := date.ParseClock(meantClock(text)); ok {
		hint = diag.Textf("Schreiben Sie: %s", "Write: %s", clock.String())
	}
	d.find(n, diag.Error, "not-a-time", diag.Textf("„%s“ unter „%s“ ist keine Uhrzeit.", "“%s” at “%s” is not a time of day.", text, f.Key), hint)
}

// meantClock is a time of day as it is often written, 8.30 Uhr or 9h or 9, in the form that is read.
func meantClock(text string) string {
	bare := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(text), "uhr"), "h"))
	if !strings.ContainsAny(bare, ".:") {
		return bare + ":00"
	}
	return strings.Replace(bare, ".", ":", 1)
}

func (d *decoder) notADay(n *yaml.Node, f *fieldPlan, text string) {
	hint := diag.Textf("Möglich sind: mo, di, mi, do, fr, sa, so.", "Possible are: mo, tu, we, th, fr, sa, su.")
	if days := meantDays(text); len(days) > 0 {
		hint = diag.Text{DE: "Schreiben Sie: [" + dayList(days, "so mo di mi do fr sa") + "]", EN: "Write: [" + dayList(days, "su mo tu we th fr sa") + "]"}
	}
	d.find(n, diag.Error, "not-a-day", diag.Textf("„%s“ unter „%s“ ist kein Wochentag.", "“%s” at “%s” is not a day of the week.", text, f.Key), hint)
}

// meantDays are the days somebody means who writes Montag or mo-fr.
func meantDays(text string) []time.Weekday {
	day := func(name string) (time.Weekday, bool) {
		name = strings.TrimSpace(name)
		if len(name) < 2 || !utf8.ValidString(name) {
			return 0, false
		}
		return yamldoc.Day(name[:2])
	}
	from, to, isSpan := strings.Cut(strings.Replace(text, "–", "-", 1), "-")
	first, ok := day(from)
	if !ok || !isSpan {
		if !ok {
			return nil
		}
		return []time.Weekday{first}
	}
	last, ok := day(to)
	if !ok {
		return nil
	}
	days := []time.Weekday{first}
	for day := first; day != last; {
		day = (day + 1) % 7
		days = append(days, day)
	}
	return days
}

// dayList writes days as a language calls them, its names given from Sunday.
func dayList(days []time.Weekday, names string) string {
	all, list := strings.Fields(names), make([]string, len(days))
	for i, day := range days {
		list[i] = all[day]
	}
	return strings.Join(list, ", ")
}
