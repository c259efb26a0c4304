package date

import (
	"testing"
	"time"
)

func TestParseAcceptsWhatEditorsWrite(t *testing.T) {
	for _, row := range []struct {
		written, want string
	}{
		{"2027-02-15", "2027-02-15"},
		{"15.02.2027", "2027-02-15"},
		{"5.2.2027", "2027-02-05"},
		{" 2028-02-29 ", "2028-02-29"},
		{"2027-02-29", ""},
		{"2027-13-01", ""},
		{"2027-2-5", ""},
		{"15.02.27", ""},
		{"2027-02", ""},
		{"morgen", ""},
		{"", ""},
		{"0001-01-01", ""},
	} {
		got, ok := Parse(row.written)
		if got.String() != row.want || ok != (row.want != "") {
			t.Errorf("Parse(%q) = %v, %v; want %q", row.written, got, ok, row.want)
		}
	}
}

func TestParseClock(t *testing.T) {
	for written, want := range map[string]string{
		"8:30": "08:30", "08:30": "08:30", "0:00": "00:00", "24:00": "24:00",
		"24:01": "", "8.30": "", "8:3": "", "8:60": "", "-1:00": "", "": "", "123:00": "",
	} {
		got, ok := ParseClock(written)
		if got.String() != want || ok != (want != "") {
			t.Errorf("ParseClock(%q) = %v, %v; want %q", written, got, ok, want)
		}
	}
}

func TestParseMomentAndRange(t *testing.T) {
	if m, ok := ParseMoment("2027-03-01 17:00"); !ok || m.String() != "2027-03-01 17:00" {
		t.Errorf("moment with time: %v, %v", m, ok)
	}
	if m, ok := ParseMoment("01.03.2027"); !ok || m.String() != "2027-03-01" {
		t.Errorf("moment without time: %v, %v", m, ok)
	}
	if _, ok := ParseMoment("2027-03-01 abends"); ok {
		t.Error("a moment with a word for a time was accepted")
	}
	if r, ok := ParseRange("2027-03-01..05.03.2027"); !ok || r.Days() != 5 {
		t.Errorf("range: %v, %v", r, ok)
	}
	if _, ok := ParseRange("2027-03-05..2027-03-01"); ok {
		t.Error("a range that ends before it starts was accepted")
	}
}

func TestCalendarArithmeticAgreesWithTheStandardLibrary(t *testing.T) {
	for d := New(1960, 1, 1); d < New(2050, 1, 1); d += 13 {
		std := d.Time()
		if d.Weekday() != std.Weekday() || d.Year() != std.Year() || d.Day() != std.Day() || Of(std) != d {
			t.Fatalf("%v disagrees with %v", d, std)
		}
		if monday := d.Monday(); monday.Weekday() != time.Monday || d-monday > 6 || d < monday {
			t.Fatalf("Monday of %v is %v", d, monday)
		}
	}
	if got := New(2027, 1, 31).AddMonths(1); got != New(2027, 2, 28) {
		t.Errorf("a month after 31 January is %v", got)
	}
	if got := New(2027, 11, 15).AddMonths(3); got != New(2028, 2, 15) {
		t.Errorf("three months after 15 November is %v", got)
	}
}

func TestCalendarKnowsHolidays(t *testing.T) {
	c := NewCalendar([]Date{New(2027, 12, 25), New(2027, 1, 1)}, []Range{{New(2027, 10, 16), New(2027, 10, 30)}, {New(2027, 1, 30), New(2027, 2, 1)}})
	for _, row := range []struct {
		day            Date
		public, school bool
	}{
		{New(2027, 1, 1), true, false},
		{New(2027, 12, 25), true, false},
		{New(2027, 12, 24), false, false},
		{New(2027, 10, 16), false, true},
		{New(2027, 10, 30), false, true},
		{New(2027, 10, 31), false, false},
	} {
		if c.IsPublicHoliday(row.day) != row.public || c.IsSchoolHoliday(row.day) != row.school {
			t.Errorf("%v: public %v, school %v", row.day, c.IsPublicHoliday(row.day), c.IsSchoolHoliday(row.day))
		}
	}
	if !c.HasPublicHolidays(2027) || c.HasPublicHolidays(2028) || c.HasPublicHolidays(2026) {
		t.Error("the years with public holidays are wrong")
	}
	if !c.HasSchoolHolidays(2027) || c.HasSchoolHolidays(2028) {
		t.Error("the years with school holidays are wrong")
	}
}

func TestMinutesRunOverMidnight(t *testing.T) {
	if got := Minutes(NewClock(22, 0), NewClock(1, 30)); got != 210 {
		t.Errorf("22:00 to 1:30 is %d minutes", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2027-02-15", "15.02.2027", "2027-03-01 17:00", "2027-03-01..2027-03-05", "24:00", "...", "T"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := Parse(s); ok {
			if again, ok := Parse(d.String()); !ok || again != d {
				t.Errorf("%q reads as %v, which reads as %v", s, d, again)
			}
		}
		if c, ok := ParseClock(s); ok {
			if again, ok := ParseClock(c.String()); !ok || again != c {
				t.Errorf("%q reads as %v, which reads as %v", s, c, again)
			}
		}
		ParseMoment(s)
		ParseRange(s)
	})
}
