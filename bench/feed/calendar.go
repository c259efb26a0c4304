package main

import (
	"fmt"
	"time"

	"gopkg.in/yaml.v3"

	"mappe/generator/date"
)

// readHolidays reads the site's holidays.yaml.
func readHolidays(written []byte) (*date.Calendar, error) {
	var file struct {
		Public []string
		School []struct{ From, To string }
	}
	if err := yaml.Unmarshal(written, &file); err != nil {
		return nil, fmt.Errorf("reading the holidays: %w", err)
	}
	var public []date.Date
	var school []date.Range
	for _, day := range file.Public {
		d, ok := date.Parse(day)
		if !ok {
			return nil, fmt.Errorf("reading the holidays: %q is no day", day)
		}
		public = append(public, d)
	}
	for _, span := range file.School {
		from, ok := date.Parse(span.From)
		to, ok2 := date.Parse(span.To)
		if !ok || !ok2 {
			return nil, fmt.Errorf("reading the holidays: %q to %q are no days", span.From, span.To)
		}
		school = append(school, date.Range{From: from, To: to})
	}
	return date.NewCalendar(public, school), nil
}

// services are the sets of days a line may run on, in the order they are written.
func services() []string {
	return []string{"daily", "workday", "school", "holiday", "saturday", "sunday"}
}

// week is the weekly pattern of a service, Monday first, as calendar.txt has it.
func week(service string) string {
	return map[string]string{"daily": "1,1,1,1,1,1,1", "workday": "1,1,1,1,1,0,0", "school": "1,1,1,1,1,0,0", "holiday": "0,0,0,0,0,0,0", "saturday": "0,0,0,0,0,1,0", "sunday": "0,0,0,0,0,0,1"}[service]
}

// byWeek reports whether the weekly pattern has the day, runs whether the service really runs: public holidays are Sundays.
func byWeek(service string, day date.Date) bool {
	return week(service)[2*((int(day.Weekday())+6)%7)] == '1'
}

func runs(service string, day date.Date, calendar *date.Calendar) bool {
	public, weekday := calendar.IsPublicHoliday(day), day.Weekday()
	workday := !public && weekday != time.Saturday && weekday != time.Sunday
	switch service {
	case "daily":
		return true
	case "workday":
		return workday
	case "school":
		return workday && !calendar.IsSchoolHoliday(day)
	case "holiday":
		return workday && calendar.IsSchoolHoliday(day)
	case "saturday":
		return !public && weekday == time.Saturday
	}
	return public || weekday == time.Sunday
}
