package timetable

import "testing"

func TestTimesAreReadAsFeedsWriteThem(t *testing.T) {
	for written, want := range map[string]int32{
		"": noTime, "08:30:00": 30600, "8:30:00": 30600, "08:30": 30600, "24:10:05": 87005, "00:00:00": 0, "100:00:00": 360000, "168:00:00": maxTime,
		"168:00:01": badTime, "8": badTime, "8:3:00": badTime, "8:60:00": badTime, "8:00:60": badTime, "-1:00:00": badTime, "8.30": badTime,
		"8:00:00:00": badTime, ":00:00": badTime, "8::00": badTime, "1000:00:00": badTime, "acht": badTime,
	} {
		if got := parseTime(written); got != want {
			t.Errorf("%q is %d, want %d", written, got, want)
		}
	}
}

func TestClocksAreWrittenAndReadAlike(t *testing.T) {
	for _, clock := range []string{"00:00:00", "08:05:09", "25:30:00"} {
		if seconds, ok := ParseClock(clock); !ok || ClockOf(seconds) != clock {
			t.Errorf("%s: %d", clock, seconds)
		}
	}
	if _, ok := ParseClock(""); ok {
		t.Error("nothing is read as a time")
	}
}
