package main

import (
	"strings"

	"mappe/generator/date"
)

// publicHolidays are those of Lower Saxony.
const publicHolidays = `
2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-10-31 2026-12-25 2026-12-26
2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-10-03 2027-10-31 2027-12-25 2027-12-26
2028-01-01 2028-04-14 2028-04-17 2028-05-01 2028-05-25 2028-06-05 2028-10-03 2028-10-31 2028-12-25 2028-12-26
2029-01-01 2029-03-30 2029-04-02 2029-05-01 2029-05-10 2029-05-21 2029-10-03 2029-10-31 2029-12-25 2029-12-26`

// schoolHolidays are the long ones of Lower Saxony; those of 2029 are no decision of anybody.
const schoolHolidays = `
winter 2026-12-23..2027-01-09
easter 2027-03-22..2027-04-03
summer 2027-07-08..2027-08-18
autumn 2027-10-16..2027-10-30
winter 2027-12-23..2028-01-08
easter 2028-04-10..2028-04-22
summer 2028-07-20..2028-08-30
autumn 2028-10-23..2028-11-04
winter 2028-12-27..2029-01-06
easter 2029-03-19..2029-04-03`

// holidayNames are in the order of the languages.
func holidayNames() map[string]Text {
	return map[string]Text{
		"winter": {"Weihnachtsferien", "Christmas holidays", "عطلة عيد الميلاد", "Різдвяні канікули", "Noel tatili", "Vacances de Noël"},
		"easter": {"Osterferien", "Easter holidays", "عطلة عيد الفصح", "Великодні канікули", "Paskalya tatili", "Vacances de Pâques"},
		"summer": {"Sommerferien", "Summer holidays", "العطلة الصيفية", "Літні канікули", "Yaz tatili", "Vacances d’été"},
		"autumn": {"Herbstferien", "Autumn holidays", "عطلة الخريف", "Осінні канікули", "Sonbahar tatili", "Vacances d’automne"},
	}
}

// schoolHoliday is one range of days with the key of its name.
type schoolHoliday struct {
	name string
	days date.Range
}

func publicDays() []date.Date {
	var days []date.Date
	for _, word := range strings.Fields(publicHolidays) {
		if day, ok := date.Parse(word); ok {
			days = append(days, day)
		}
	}
	return days
}

func schoolDays() []schoolHoliday {
	var list []schoolHoliday
	words := strings.Fields(schoolHolidays)
	for i := 0; i+1 < len(words); i += 2 {
		if days, ok := date.ParseRange(words[i+1]); ok {
			list = append(list, schoolHoliday{words[i], days})
		}
	}
	return list
}

func calendar() *date.Calendar {
	var school []date.Range
	for _, holiday := range schoolDays() {
		school = append(school, holiday.days)
	}
	return date.NewCalendar(publicDays(), school)
}
