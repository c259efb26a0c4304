package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"mappe/generator/date"
)

// pattern is the week of a session.
type pattern struct {
	days     []string
	from, to string
	units    int // a day
}

func patterns() []pattern {
	return []pattern{
		{weekdays(), "08:30", "12:15", 4},
		{[]string{"mo", "tu", "we", "th"}, "13:30", "17:30", 5},
		{[]string{"tu", "th"}, "18:00", "21:15", 4},
		{[]string{"mo", "we"}, "17:30", "20:00", 3},
		{[]string{"sa"}, "09:00", "14:00", 6},
	}
}

func weekdays() []string { return []string{"mo", "tu", "we", "th", "fr"} }

func (c *Corpus) course(a *author, m *Map, before, behind []*draft) {
	m.add("kind", c.draw(a, "course-kinds", 1)[0])
	m.add("subject", c.draw(a, "subjects", 1)[0])
	levels := slices.DeleteFunc(c.terms["levels"].IDs(), func(id string) bool { return strings.Contains(id, ".") })
	if a.chance(39, 46) {
		from := a.IntN(len(levels))
		m.add("level", Flow{{"from", Plain(levels[from])}, {"to", Plain(levels[min(from+a.between(0, 3), len(levels)-1)])}})
	}
	m.add("mode", one(a, []Plain{"on_site", "on_site", "on_site", "on_site", "hybrid", "online"}))
	if a.chance(37, 46) {
		m.add("certificates", c.draw(a, "certificates", a.between(1, 2)))
	}
	if len(before) > 0 && a.chance(7, 46) {
		m.add("requires", plains(one(a, before).id))
	}
	if len(behind) > 0 && a.chance(15, 46) {
		m.add("leads_to", plains(one(a, behind).id))
	}
	if a.chance(16, 46) {
		m.add("beside_work", Plain("yes"))
	}
	p := one(a, patterns())
	m.add("workload", Flow{{"per_week", p.units * len(p.days)}})
	sessions := List{}
	for i := range one(a, []int{1, 1, 1, 2, 2, 3}) {
		sessions = append(sessions, c.session(a, p, i, m.get("venue") != nil))
	}
	m.add("sessions", sessions)
}

// session makes a dated run, or one in fifteen on demand. Only a house has rooms.
func (c *Corpus) session(a *author, p pattern, i int, house bool) Map {
	if a.chance(1, 15) {
		return Map{{"id", Plain("bedarf-" + strconv.Itoa(i+1))}, {"on_demand", Plain("yes")}, {"note", a.sentence(6, 12)}}
	}
	start := epoch().Add(a.between(14, 330)).Monday()
	end := start.Add(7*a.between(3, 38) - 2)
	s := Map{{"id", Plain(fmt.Sprintf("%04d-%02d-gruppe-%d", start.Year(), int(start.Month()), i+1))}}
	if a.chance(1, 10) {
		s.add("title", a.phrase(1, 3))
	}
	s.add("start", Plain(start.String()))
	s.add("end", Plain(end.String()))
	s.add("times", List{Flow{{"days", plains(p.days...)}, {"from", Plain(p.from)}, {"to", Plain(p.to)}, {"units", p.units}}})
	school := a.chance(35, 60)
	if school {
		s.add("closed_on", plains("school"))
	}
	var except date.Range
	if a.chance(1, 12) {
		except = date.Range{From: start.Add(7), To: start.Add(13)}
		s.add("except", List{Plain(except.String())})
	}
	if house && a.chance(14, 60) {
		s.add("room", strconv.Itoa(a.between(1, 40)))
	}
	total := a.between(8, 25)
	s.add("seats", Flow{{"total", total}, {"free", a.between(0, total)}, {"as_of", Plain(epoch().Add(-a.between(0, 10)).String())}})
	if a.chance(32, 60) {
		s.add("register_by", Plain(start.Add(-a.between(3, 20)).String()))
	}
	if a.chance(1, 60) {
		s.add("cancelled", Plain("yes"))
	}
	if a.chance(13, 60) {
		s.add("note", a.sentence(6, 12))
	}
	s.add("workload", Flow{{"units", c.units(p, start, end, except, school)}})
	return s
}

// units counts what a session's dates add up to, so that the workload is the right one.
func (c *Corpus) units(p pattern, start, end date.Date, except date.Range, school bool) int {
	days := map[time.Weekday]string{time.Monday: "mo", time.Tuesday: "tu", time.Wednesday: "we", time.Thursday: "th", time.Friday: "fr", time.Saturday: "sa"}
	units := 0
	for day := start; day <= end; day++ {
		closed := c.calendar.IsPublicHoliday(day) || school && c.calendar.IsSchoolHoliday(day) || !except.From.IsZero() && except.Contains(day)
		if !closed && slices.Contains(p.days, days[day.Weekday()]) {
			units += p.units
		}
	}
	return units
}
