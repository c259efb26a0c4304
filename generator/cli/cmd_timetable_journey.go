package cli

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"mappe/generator/diag"
	"mappe/generator/timetable"
)

// journeyFlags are what a journey is asked for with.
type journeyFlags struct {
	feeds              []string
	from, to           string
	arriveBy, departAt string
	maxRides           int
	minChange          int
	walk, walkEnds     float64
	wheelchair         bool
}

// mostRides is the largest number of rides a journey may be asked for with.
const mostRides = 20

func (a *app) timetableJourneyCommand() *cobra.Command {
	var f journeyFlags
	cmd := &cobra.Command{
		Use:   "journey --feed PATH --from STOP --to STOP --date YYYY-MM-DD (--arrive-by|--depart-at HH:MM[:SS])",
		Short: "Find the journeys between two stops on a day",
		Long: "journey finds all journeys between two stops that no other one beats in departure, arrival and number of rides, the best first.\n" +
			"STOP is a stop_id, or the name of stops; a station stands for its stops. Times past midnight count on beyond 24:00:00. It\n" +
			"finds rides that must be booked too, and says so. With --json it prints {\"journeys\": […]}." + exitHelp,
		Args: noMore,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.timetableJourney(cmd, f) },
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&f.feeds, "feed", nil, "GTFS feed, a zip or a folder; several are merged")
	flags.StringVar(&f.from, "from", "", "stop to start from")
	flags.StringVar(&f.to, "to", "", "stop to go to")
	flags.StringVar(&f.arriveBy, "arrive-by", "", "when to be there at the latest, HH:MM or HH:MM:SS")
	flags.StringVar(&f.departAt, "depart-at", "", "when to leave at the earliest, HH:MM or HH:MM:SS")
	flags.IntVar(&f.maxRides, "max-rides", 4, "how many vehicles to take at most")
	flags.IntVar(&f.minChange, "min-change", 120, "seconds a change takes at least")
	flags.Float64Var(&f.walk, "walk", 400, "metres to walk at most between two rides, as the crow flies")
	flags.Float64Var(&f.walkEnds, "walk-ends", 0, "metres to walk at most to the first stop and from the last one, as the crow flies")
	flags.BoolVar(&f.wheelchair, "wheelchair", false, "only trips known to take wheelchairs, and no stops known not to")
	return cmd
}

func (a *app) timetableJourney(cmd *cobra.Command, f journeyFlags) error {
	query, err := f.query()
	if err != nil {
		return err
	}
	query.Date = a.common.today
	t, findings, err := readTimetable(cmd, f.feeds)
	if err != nil {
		return err
	}
	if diag.CountOf(findings).Errors > 0 {
		printer := diag.Printer{Lang: a.common.lang, Colour: a.colour(a.Err)}
		if err := printer.Print(a.Err, findings); err != nil {
			return err
		}
		return errFindings
	}
	if query.From, err = stopsNamed(t, f.from); err != nil {
		return err
	}
	if query.To, err = stopsNamed(t, f.to); err != nil {
		return err
	}
	journeys := t.Journeys(query)
	if a.common.format == "json" {
		err = a.journeysAsJSON(t, f, journeys)
	} else {
		err = a.printJourneys(t, f, journeys)
	}
	if err != nil {
		return err
	}
	a.closing(diag.Textf("%[1]s am %[3]s nach Fahrplan.", "%[2]s on %[3]s by timetable.",
		plural(len(journeys), "Verbindung", "Verbindungen"), plural(len(journeys), "journey", "journeys"), query.Date))
	return nil
}

// query reads the flags.
func (f journeyFlags) query() (timetable.Query, error) {
	q := timetable.Query{MaxRides: f.maxRides, MinChange: f.minChange, Walk: f.walk, WalkEnds: f.walkEnds, ArriveBy: f.arriveBy != "",
		Use: timetable.Use{Wheelchair: f.wheelchair, OnCall: true}}
	switch {
	case len(f.feeds) == 0:
		return q, usageError{fmt.Errorf("--feed says which timetable to look into")}
	case f.from == "" || f.to == "":
		return q, usageError{fmt.Errorf("--from and --to say between which stops")}
	case (f.arriveBy == "") == (f.departAt == ""):
		return q, usageError{fmt.Errorf("either --arrive-by or --depart-at says when")}
	case f.maxRides < 1 || f.maxRides > mostRides:
		return q, usageError{fmt.Errorf("--max-rides is a number from 1 to %d", mostRides)}
	case f.minChange < 0 || f.minChange > 86400:
		return q, usageError{fmt.Errorf("--min-change is a number of seconds from 0 to 86400")}
	case !(f.walk >= 0 && f.walkEnds >= 0):
		return q, usageError{fmt.Errorf("--walk and --walk-ends are metres, not below 0")}
	}
	written := f.arriveBy + f.departAt
	seconds, ok := timetable.ParseClock(written)
	if !ok {
		return q, usageError{fmt.Errorf("%q is no time such as 08:30 or 08:30:00", written)}
	}
	q.Time = seconds
	return q, nil
}

// stopsNamed returns the stops that a flag names.
func stopsNamed(t *timetable.Timetable, name string) ([]int32, error) {
	stops, known := t.Find(name)
	if known {
		return stops, nil
	}
	message := fmt.Sprintf("no stop %q in the timetable", name)
	if nearest := diag.Nearest(name, t.Names()); nearest != "" {
		message += fmt.Sprintf("; did you mean %q?", nearest)
	}
	return nil, usageError{fmt.Errorf("%s", message)}
}

// journeyJSON and legJSON are what other programs read. Stops and routes are named by their ids in the feed.
type journeyJSON struct {
	Departure string    `json:"departure"`
	Arrival   string    `json:"arrival"`
	Rides     int       `json:"rides"`
	Legs      []legJSON `json:"legs"`
}

type legJSON struct {
	From      string `json:"from"`
	To        string `json:"to"`
	Departure string `json:"departure"`
	Arrival   string `json:"arrival"`
	Route     string `json:"route"`
	Walk      bool   `json:"walk"`
}

func (a *app) journeysAsJSON(t *timetable.Timetable, f journeyFlags, journeys []timetable.Journey) error {
	list := []journeyJSON{}
	for _, j := range journeys {
		out := journeyJSON{timetable.ClockOf(j.Departure), timetable.ClockOf(j.Arrival), j.Rides, []legJSON{}}
		for _, leg := range j.Legs {
			x := legJSON{From: f.from, To: f.to, Departure: timetable.ClockOf(leg.Departure), Arrival: timetable.ClockOf(leg.Arrival), Walk: leg.Walk}
			if leg.From >= 0 {
				x.From = t.Stops[leg.From].ID
			}
			if leg.To >= 0 {
				x.To = t.Stops[leg.To].ID
			}
			if leg.Route >= 0 {
				x.Route = t.Routes[leg.Route].ID
			}
			out.Legs = append(out.Legs, x)
		}
		list = append(list, out)
	}
	encoder := json.NewEncoder(a.Out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(map[string]any{"journeys": list}); err != nil {
		return fmt.Errorf("writing the journeys as JSON: %w", err)
	}
	return nil
}

// printJourneys writes the journeys as a person reads them.
func (a *app) printJourneys(t *timetable.Timetable, f journeyFlags, journeys []timetable.Journey) error {
	name := func(stop int32, place string) string {
		if stop < 0 {
			return place
		}
		return t.Stops[stop].Name
	}
	for _, j := range journeys {
		rides := diag.Text{DE: plural(j.Rides, "Fahrt", "Fahrten"), EN: plural(j.Rides, "ride", "rides")}
		if _, err := fmt.Fprintf(a.Out, "%s – %s  %s\n", timetable.ClockOf(j.Departure), timetable.ClockOf(j.Arrival), rides.In(a.common.lang)); err != nil {
			return fmt.Errorf("printing the journeys: %w", err)
		}
		for _, leg := range j.Legs {
			fmt.Fprintf(a.Out, "    %s %s → %s %s  %s\n", timetable.ClockOf(leg.Departure), name(leg.From, f.from), timetable.ClockOf(leg.Arrival), name(leg.To, f.to),
				a.vehicle(t, leg))
		}
	}
	return nil
}

// vehicle says what one takes for a leg.
func (a *app) vehicle(t *timetable.Timetable, leg timetable.Leg) string {
	if leg.Walk {
		return diag.Text{DE: "zu Fuß", EN: "on foot"}.In(a.common.lang)
	}
	words := t.Routes[leg.Route].Name()
	if leg.Every > 0 {
		words += diag.Textf(", etwa alle %d Minuten", ", about every %d minutes", (leg.Every+59)/60).In(a.common.lang)
	}
	if leg.Stay {
		words += diag.Text{DE: ", sitzen bleiben", EN: ", stay seated"}.In(a.common.lang)
	}
	if leg.OnCall {
		words += diag.Text{DE: ", nur auf Bestellung", EN: ", only when booked"}.In(a.common.lang)
		if leg.Booking >= 0 && t.Bookings[leg.Booking].Phone != "" {
			words += " (" + t.Bookings[leg.Booking].Phone + ")"
		}
	}
	return words
}
