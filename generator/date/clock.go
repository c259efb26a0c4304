package date

import "fmt"

// Clock is a time of day in minutes since midnight, plus one: the zero value means "no time", so that midnight can be told
// from nothing.
type Clock int16

// NewClock returns the time of day; 24:00 is allowed as the end of a day.
func NewClock(hour, minute int) Clock { return Clock(hour*60 + minute + 1) }

// IsZero reports that no time is given.
func (c Clock) IsZero() bool { return c == 0 }

// Minutes returns the minutes since midnight.
func (c Clock) Minutes() int { return int(c) - 1 }

// Hour returns the hour, 0 to 24.
func (c Clock) Hour() int { return c.Minutes() / 60 }

// Minute returns the minute of the hour.
func (c Clock) Minute() int { return c.Minutes() % 60 }

// String writes the time with two digits each, 08:30, or nothing where there is no time.
func (c Clock) String() string {
	if c.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c.Hour(), c.Minute())
}

// Minutes returns how long it is from one time of day to another; an end before its start lies on the next day.
func Minutes(from, to Clock) int {
	length := to.Minutes() - from.Minutes()
	if length < 0 {
		length += 24 * 60
	}
	return length
}
