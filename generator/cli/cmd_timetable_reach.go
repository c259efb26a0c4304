package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mappe/generator/build"
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/reach"
	"mappe/generator/timetable"
)

func (a *app) timetableReachCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "reach <type>/<id>",
		Short: "Tell from where one gets to an offer by bus and train, in time and home again",
		Long: "reach holds the times of a course, a placement or an event against the timetables in content/timetables and tells for each place\n" +
			"when to leave, when one arrives and when one is home, as the pages do. “None” means that no journey was found by timetable." + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("which offer? Name one, such as courses/deutsch-a1\n\n%s", cmd.UsageString())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.timetableReach(cmd, args[0]) },
	}
}

func (a *app) timetableReach(cmd *cobra.Command, name string) error {
	var o build.Options
	a.fill(&o)
	o.Progress = nil
	ready, err := build.Load(cmd.Context(), o)
	if err != nil {
		return err
	}
	defer ready.Close()
	if ready.Catalogue == nil {
		return a.tell(ready.Findings, nil)
	}
	entry, err := a.record(ready.Catalogue, strings.Trim(name, "/"))
	if err != nil {
		return err
	}
	store := reach.Store{Dir: o.Cache}
	asked, err := store.Ask(ready.Catalogue, ready.Today, 0)
	if err != nil {
		return err
	}
	if asked == nil {
		return usageError{fmt.Errorf("this site has no timetable in content/timetables, or outputs.reach is no")}
	}
	result, err := asked.Result(cmd.Context())
	if err != nil {
		return err
	}
	visits := result.Offers[entry.Base().Key()]
	findings := result.Findings(ready.Catalogue, ready.Today)
	if a.common.format == "text" {
		if err := a.printReach(ready.Catalogue, result, visits); err != nil {
			return err
		}
		findings = nil
	}
	if err := a.tell(findings, map[string]any{"from": result.Valid.From.String(), "to": result.Valid.To.String(), "visits": a.visitsJSON(result, visits)}); err != nil {
		return err
	}
	a.closing(diag.Textf("%[1]s: %[2]d Orte, %[3]d Uhrzeiten, nach Fahrplan bis %[4]s.", "%[1]s: %[2]d places, %[3]d hours, by timetable until %[4]s.",
		entry.Base().Key(), len(result.Origins), len(visits), result.Valid.To))
	return nil
}

// wayJSON and answerJSON are what other programs read. Times are HH:MM:SS and count on beyond 24:00:00.
type wayJSON struct {
	Departure string     `json:"departure"`
	Arrival   string     `json:"arrival"`
	Rides     int        `json:"rides"`
	Legs      []reachLeg `json:"legs"`
}

type reachLeg struct {
	legJSON
	OnCall bool `json:"on_call"`
	About  bool `json:"about"`
}

type answerJSON struct {
	Place  string   `json:"place"`
	Class  string   `json:"class"`
	There  *wayJSON `json:"there"`
	Back   *wayJSON `json:"back"`
	Last   string   `json:"last"`
	Works  int      `json:"works"`
	Booked int      `json:"booked"`
	Not    []string `json:"not"`
	Stops  int      `json:"stops"`
	From   int      `json:"stops_reaching"`
	Median int      `json:"median"`
}

func (a *app) visitsJSON(r *reach.Result, visits []*reach.Visit) []map[string]any {
	list := []map[string]any{}
	for _, v := range visits {
		answers := []answerJSON{}
		for o := range v.Answers {
			x := &v.Answers[o]
			out := answerJSON{Place: r.Origins[o], Class: x.Class.String(), There: wayOf(r, &x.There), Back: wayOf(r, &x.Back), Works: x.Works, Booked: x.Booked,
				Not: []string{}, Stops: x.Stops, From: x.Reaching, Median: x.Median}
			if x.Last > 0 {
				out.Last = timetable.ClockOf(60 * x.Last)
			}
			for _, day := range x.Not {
				out.Not = append(out.Not, day.String())
			}
			answers = append(answers, out)
		}
		list = append(list, map[string]any{"from": v.From.String(), "to": v.To.String(), "dates": len(v.Dates), "dates_beyond": v.Beyond, "places": answers})
	}
	return list
}

// wayOf tells a way by the names of its stops, since a record names them so too; nil where there is none.
func wayOf(r *reach.Result, w *reach.Way) *wayJSON {
	if !w.Found() {
		return nil
	}
	clock := func(minutes int32) string { return timetable.ClockOf(60 * int(minutes)) }
	name := func(stop int32) string {
		if stop < 0 {
			return ""
		}
		return r.Stops[stop].Name
	}
	out := &wayJSON{Departure: clock(int32(w.Departure)), Arrival: clock(int32(w.Arrival)), Rides: w.Rides}
	for _, leg := range w.Legs {
		x := reachLeg{legJSON: legJSON{From: name(leg.From), To: name(leg.To), Departure: clock(leg.Departure), Arrival: clock(leg.Arrival), Walk: leg.Walk}, OnCall: leg.OnCall, About: leg.About}
		if leg.Line >= 0 {
			x.Route = r.Lines[leg.Line].Name
		}
		out.Legs = append(out.Legs, x)
	}
	return out
}

// printReach writes a table for each hour.
func (a *app) printReach(c *catalog.Catalogue, r *reach.Result, visits []*reach.Visit) error {
	a.clearProgress()
	say := func(de, en string, values ...any) string { return diag.Textf(de, en, values...).In(a.common.lang) }
	w := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	for _, v := range visits {
		fmt.Fprintln(w, say("%s–%s, %d Termine", "%s–%s, %d dates", v.From, v.To, len(v.Dates)))
		fmt.Fprintln(w, say("  von\tab\tan\tzurück ab\tzu Hause\tletzte\tTermine\t", "  from\tleave\tarrive\tback\thome\tlast\tdates\t"))
		for o := range v.Answers {
			x := &v.Answers[o]
			place := r.Origins[o]
			if entry := c.Find("places", place); entry != nil {
				place = entry.Base().Title.In(c.Default)
			}
			cells := []string{"–", "–", "–", "–", "–"}
			if x.There.Found() {
				cells[0], cells[1] = reach.Clock(x.There.Departure).String(), reach.Clock(x.There.Arrival).String()
			}
			if x.Back.Found() {
				cells[2], cells[3] = reach.Clock(x.Back.Departure).String(), reach.Clock(x.Back.Arrival).String()
			}
			if x.Last > 0 {
				cells[4] = reach.Clock(x.Last).String()
			}
			fmt.Fprintf(w, "  %s\t%s\t%d/%d\t%s\n", place, strings.Join(cells, "\t"), x.Works, len(v.Dates), a.classWords(x))
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("printing the journeys: %w", err)
	}
	return nil
}

func (a *app) classWords(x *reach.Answer) string {
	words := map[reach.Class]diag.Text{
		reach.None:    {DE: "keine Verbindung gefunden", EN: "no journey found"},
		reach.OneWay:  {DE: "nur ein Weg gefunden", EN: "only one way found"},
		reach.OnCall:  {DE: "nur mit Bestellung", EN: "only with booking"},
		reach.Local:   {DE: "am Ort", EN: "on the spot"},
		reach.Regular: {},
	}
	return words[x.Class].In(a.common.lang)
}
