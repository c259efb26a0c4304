package site

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
)

// hoursRow tells when an office is open, place by place, and on which days it is closed.
func (v *view) hoursRow(r *rows, hours []catalog.Hours, closed []date.Range) {
	list := v.room.values.about(4)
	for _, h := range hours {
		if h.Venue != nil {
			list = append(list, v.address(h.Venue)...)
		}
		if week := v.week(&h); week != nil {
			list = append(list, Value{Kind: "week", Week: week})
		} else {
			list = append(list, v.slotRows(h.Times)...)
		}
		if h.ByAppointment {
			list = append(list, v.note(v.t("hours.by_appointment")))
		}
		if h.Room != "" {
			list = append(list, v.note(v.t("address.room", "room", v.isolate(h.Room))))
		}
		if h.ClosedOn.School {
			list = append(list, v.note(v.t("session.not_in_school_holidays")))
		}
		if !h.Note.IsZero() {
			list = append(list, Value{Kind: "note", Words: v.words(h.Note)})
		}
	}
	r.addAll("hours", list)
	days := v.room.values.about(4)
	for _, c := range closed {
		if c.To >= v.Today {
			days = append(days, Value{Kind: "text", Words: v.own(v.dates(c.From, c.To)), Until: c.To.String()})
		}
	}
	r.addAll("closed", days)
}
