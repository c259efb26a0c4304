package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/timetable"
)

func (a *app) timetableCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "timetable",
		Short: "Look into a timetable: what it holds, which journeys, how to get to an offer",
		Args:  noMore,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.timetableInfoCommand(), a.timetableJourneyCommand(), a.timetableReachCommand())
	return cmd
}

func (a *app) timetableInfoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "info FEED...",
		Short: "Say what a timetable holds: its period, the kinds of days, how much, and what is wrong with it",
		Long: "info reads GTFS feeds, each a zip or a folder, merges them and tells their period, which days are alike, how many stops, lines and\n" +
			"trips there are, and what is wrong with them. --date is the day from which it must still be valid." + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("which timetable? Name a zip or a folder\n\n%s", cmd.UsageString())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.timetableInfo(cmd, args) },
	}
}

func (a *app) timetableInfo(cmd *cobra.Command, feeds []string) error {
	t, findings, err := readTimetable(cmd, feeds)
	if err != nil {
		return err
	}
	findings = diag.Sort(append(findings, t.Over(a.common.today)...))
	about := aboutTimetable(t)
	if a.common.format == "text" {
		if err := a.printTimetable(about); err != nil {
			return err
		}
	}
	if err := a.tell(findings, about.stats()); err != nil {
		return err
	}
	count := diag.CountOf(findings)
	words := counted(count)
	a.closing(diag.Textf("%[1]s gelesen: %[3]s.", "%[2]s read: %[4]s.",
		plural(about.counts.Trips, "Fahrt", "Fahrten"), plural(about.counts.Trips, "trip", "trips"), words.DE, words.EN))
	if count.Errors > 0 {
		return errFindings
	}
	return nil
}

// readTimetable reads the feeds a command names, paths as anybody writes them. One that is not there is a mistake in the call.
func readTimetable(cmd *cobra.Command, feeds []string) (*timetable.Timetable, []diag.Finding, error) {
	sources := make([]timetable.Source, len(feeds))
	for i, feed := range feeds {
		folder, name := filepath.Split(filepath.Clean(feed))
		if name == "." || name == ".." {
			folder, name = feed, "."
		}
		sources[i] = timetable.Source{FS: os.DirFS(cmp.Or(folder, ".")), Path: name, Name: shown(filepath.Clean(feed))}
	}
	t, findings, err := timetable.Read(cmd.Context(), sources, nil)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, usageError{fmt.Errorf("no such timetable: %w", err)}
	}
	return t, findings, err
}

// timetableFacts is what info tells.
type timetableFacts struct {
	feeds  []timetable.Feed
	period date.Range
	types  []timetable.DayType
	counts timetable.Counts
}

// mostDays is how many days are sorted into types; some feeds say "until 2099".
const mostDays = 1100

func aboutTimetable(t *timetable.Timetable) timetableFacts {
	about := timetableFacts{feeds: t.Feeds, counts: t.Counts()}
	period, found := t.Period()
	if found {
		about.period = period
		about.types = t.DayTypes(date.Range{From: period.From, To: min(period.To, period.From.Add(mostDays-1))})
	}
	return about
}

func (f timetableFacts) stats() map[string]any {
	type feed struct {
		Name      string `json:"name"`
		Publisher string `json:"publisher"`
		Version   string `json:"version"`
		From      string `json:"valid_from"`
		To        string `json:"valid_to"`
	}
	type dayType struct {
		Trips int      `json:"trips"`
		Days  []string `json:"days"`
	}
	feeds, types := []feed{}, []dayType{}
	for _, x := range f.feeds {
		feeds = append(feeds, feed{x.Name, x.Publisher, x.Version, x.Valid.From.String(), x.Valid.To.String()})
	}
	for _, x := range f.types {
		days := make([]string, len(x.Days))
		for i, day := range x.Days {
			days[i] = day.String()
		}
		types = append(types, dayType{x.Trips, days})
	}
	return map[string]any{
		"feeds": feeds, "from": f.period.From.String(), "to": f.period.To.String(), "day_types": types,
		"stops": f.counts.Stops, "stations": f.counts.Stations, "routes": f.counts.Routes, "trips": f.counts.Trips, "stop_times": f.counts.Calls,
		"frequencies": f.counts.Frequencies, "transfers": f.counts.Transfers, "on_demand": f.counts.Areas,
	}
}

// printTimetable writes the facts as a person reads them.
func (a *app) printTimetable(f timetableFacts) error {
	a.clearProgress()
	w := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	line := func(de, en string, value any) {
		fmt.Fprintf(w, "%s\t%v\n", diag.Text{DE: de, EN: en}.In(a.common.lang), value)
	}
	for _, feed := range f.feeds {
		line("Fahrplan", "timetable", strings.Join(slices.DeleteFunc([]string{feed.Name, feed.Publisher, feed.Version}, func(s string) bool { return s == "" }), " · "))
	}
	if !f.period.From.IsZero() {
		line("fährt", "runs", f.period)
	}
	line("Haltestellen", "stops", f.counts.Stops)
	line("Linien", "lines", f.counts.Routes)
	line("Fahrten", "trips", f.counts.Trips)
	line("Halte", "calls", f.counts.Calls)
	for _, rare := range []struct {
		de, en string
		count  int
	}{{"Stationen", "stations", f.counts.Stations}, {"im Takt", "by headway", f.counts.Frequencies}, {"Übergänge", "transfers", f.counts.Transfers}, {"auf Bestellung", "on demand", f.counts.Areas}} {
		if rare.count > 0 {
			line(rare.de, rare.en, rare.count)
		}
	}
	for i, kind := range f.types {
		if i == 12 {
			line("", "", diag.Textf("und %d weitere Arten von Tagen", "and %d more kinds of days", len(f.types)-i).In(a.common.lang))
			break
		}
		words := diag.Text{
			DE: fmt.Sprintf("%s an %s, %s, zuerst %s", plural(kind.Trips, "Fahrt", "Fahrten"), plural(len(kind.Days), "Tag", "Tagen"), weekdays(kind.Days, diag.German), kind.Days[0]),
			EN: fmt.Sprintf("%s on %s, %s, first on %s", plural(kind.Trips, "trip", "trips"), plural(len(kind.Days), "day", "days"), weekdays(kind.Days, diag.English), kind.Days[0]),
		}
		line(fmt.Sprintf("Tage %d", i+1), fmt.Sprintf("days %d", i+1), words.In(a.common.lang))
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("printing the timetable: %w", err)
	}
	return nil
}

// weekdays names the days of the week that occur among some days.
func weekdays(days []date.Date, lang diag.Lang) string {
	names := [2][7]string{diag.German: {"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"}, diag.English: {"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"}}[lang]
	var occur [7]bool
	for _, day := range days {
		occur[day.Weekday()] = true
	}
	var list []string
	for i := range 7 {
		if day := (time.Monday + time.Weekday(i)) % 7; occur[day] {
			list = append(list, names[day])
		}
	}
	return strings.Join(list, " ")
}
