package timetable

// readCalendar reads the weekly patterns. Services that no trip uses are of no interest.
func (r *reader) readCalendar() {
	r.each("calendar.txt", []string{"service_id"}, optional, func(t *table) func() {
		id, start, end := t.column("service_id"), t.column("start_date"), t.column("end_date")
		var days [7]int
		for i, name := range [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"} {
			days[i] = t.column(name)
		}
		return func() {
			of, used := r.services[t.at(id)]
			if !used {
				return
			}
			s := &r.Timetable.services[of]
			s.named = true
			if s.first != 0 {
				r.tally.row(twice, t, t.at(id))
				return
			}
			s.first, s.last = r.day(t, start), r.day(t, end)
			for i, column := range days {
				if t.at(column) == "1" && s.first != 0 {
					s.week |= 1 << i
				}
			}
		}
	})
}

// readCalendarDates reads the exceptions, which are all there is in feeds without calendar.txt.
func (r *reader) readCalendarDates() {
	r.each("calendar_dates.txt", []string{"service_id", "date"}, optional, func(t *table) func() {
		id, day, kind := t.column("service_id"), t.column("date"), t.column("exception_type")
		return func() {
			of, used := r.services[t.at(id)]
			if !used {
				return
			}
			on := r.day(t, day)
			s := &r.Timetable.services[of]
			s.named = true
			switch {
			case on == 0:
			case t.at(kind) == "2":
				s.removed = append(s.removed, on)
			case t.at(kind) == "1":
				s.added = append(s.added, on)
			default:
				r.tally.row(badValue, t, t.at(kind), "exception_type")
			}
		}
	})
}
