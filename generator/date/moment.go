package date

// Moment is a day with an optional time of day, in the site's time zone.
type Moment struct {
	Date  Date
	Clock Clock
}

// IsZero reports that no moment is given.
func (m Moment) IsZero() bool { return m.Date.IsZero() }

// Before reports whether m lies before other; a moment without a time counts as the start of its day.
func (m Moment) Before(other Moment) bool {
	return m.Date < other.Date || m.Date == other.Date && m.Clock < other.Clock
}

// String writes the moment as 2027-03-01 17:00, without the time where there is none.
func (m Moment) String() string {
	if m.Clock.IsZero() {
		return m.Date.String()
	}
	return m.Date.String() + " " + m.Clock.String()
}
