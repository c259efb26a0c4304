package locale

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"mappe/generator/date"
)

func TestEachLanguageOfTheSiteKnowsItself(t *testing.T) {
	for _, row := range []struct {
		code, self, german, english, hrefLang, dir, script string
	}{
		{"de", "Deutsch", "Deutsch", "German", "de", "ltr", "Latn"},
		{"de-simple", "Leichte Sprache", "Leichte Sprache", "Easy German", "", "ltr", "Latn"},
		{"en", "English", "Englisch", "English", "en", "ltr", "Latn"},
		{"ar", "العربية", "Arabisch", "Arabic", "ar", "rtl", "Arab"},
		{"fa", "فارسی", "Persisch", "Persian", "fa", "rtl", "Arab"},
		{"prs", "دری", "Dari", "Dari", "fa-AF", "rtl", "Arab"},
		{"fa-AF", "دری", "Dari", "Dari", "fa-AF", "rtl", "Arab"},
		{"uk", "Українська", "Ukrainisch", "Ukrainian", "uk", "ltr", "Cyrl"},
		{"ru", "Русский", "Russisch", "Russian", "ru", "ltr", "Cyrl"},
		{"tr", "Türkçe", "Türkisch", "Turkish", "tr", "ltr", "Latn"},
		{"fr", "Français", "Französisch", "French", "fr", "ltr", "Latn"},
		{"ti", "ትግርኛ", "Tigrinya", "Tigrinya", "ti", "ltr", "Ethi"},
		{"kmr", "Kurmancî", "Kurdisch (Kurmandschi)", "Kurdish (Kurmanji)", "ku", "ltr", "Latn"},
		{"ckb", "کوردیی ناوەندی", "Kurdisch (Sorani)", "Kurdish (Sorani)", "ckb", "rtl", "Arab"},
		{"de-AT", "Deutsch", "Deutsch", "German", "de-AT", "ltr", "Latn"},
	} {
		l := New(row.code)
		got := []string{l.Code(), l.SelfName(), l.GermanName(), l.EnglishName(), l.HrefLang(), l.Dir(), l.Script()}
		if want := []string{row.code, row.self, row.german, row.english, row.hrefLang, row.dir, row.script}; !slices.Equal(got, want) || !l.Known() {
			t.Errorf("New(%q) is %q, want %q", row.code, got, want)
		}
	}
}

func TestAnUnknownLanguageIsNeutralButHasItsDirectionAndName(t *testing.T) {
	for _, row := range []struct {
		code, german, dir, script string
	}{
		{"qaa-Arab", "qaa-Arab", "rtl", "Arab"},
		{"sr-Latn", "Serbisch", "ltr", "Latn"}, // the table of sr is Cyrillic
		{"kmr-Arab", "Kurdisch (Kurmandschi)", "rtl", "Arab"},
		{"zzz", "zzz", "ltr", "Latn"},
		{"not a code", "not a code", "ltr", "Latn"},
		{"-", "-", "ltr", "Latn"},
		{"", "", "ltr", "Latn"},
	} {
		l := New(row.code)
		got := []string{l.SelfName(), l.GermanName(), l.Dir(), l.Script(), l.Date(date.New(2027, time.January, 12), Long)}
		if want := []string{row.code, row.german, row.dir, row.script, "January 12, 2027"}; !slices.Equal(got, want) || l.Known() {
			t.Errorf("New(%q) is %q, want %q", row.code, got, want)
		}
		if l.Plural(1) != Other || l.Ordinal(1) != Other {
			t.Errorf("New(%q) has plural forms", row.code)
		}
	}
}

func TestDatesTimesAndMoneyOfTheElevenLanguages(t *testing.T) {
	for code, want := range map[string][]string{
		"de":        {"Dienstag, 12. Januar 2027", "12.01.2027", "12.–15. Januar 2027", "17:00–19:30", "1.250,50 €", "„A“, B und C"},
		"de-simple": {"Dienstag, 12. Januar 2027", "12.01.2027", "12.–15. Januar 2027", "17:00–19:30", "1.250,50 €", "„A“, B und C"},
		"en":        {"Tuesday, January 12, 2027", "Jan 12, 2027", "January 12 – 15, 2027", "17:00 – 19:30", "€1,250.50", "“A”, B, and C"},
		"ar":        {"الثلاثاء، 12 يناير 2027", "12/01/2027", "12–15 يناير 2027", "17:00–19:30", "1,250.50 €", "”A“ وB وC"},
		"fa":        {"سه\u200cشنبه 12 ژانویهٔ 2027", "12 ژانویه 2027", "12 تا 15 ژانویهٔ 2027", "17:00 تا 19:30", "€ 1,250.50", "«A»، B، و C"},
		"prs":       {"سه\u200cشنبه 12 جنوری 2027", "12 جنو 2027", "12 تا 15 جنوری 2027", "17:00 تا 19:30", "€ 1,250.50", "«A»، B، و C"},
		"uk":        {"вівторок, 12 січня 2027 р.", "12 січ. 2027 р.", "12–15 січня 2027 р.", "17:00–19:30", "1 250,50 €", "«A», B і C"},
		"ru":        {"вторник, 12 января 2027 г.", "12 янв. 2027 г.", "12–15 января 2027 г.", "17:00–19:30", "1 250,50 €", "«A», B и C"},
		"tr":        {"12 Ocak 2027 Salı", "12 Oca 2027", "12–15 Ocak 2027", "17:00–19:30", "€1.250,50", "“A”, B ve C"},
		"fr":        {"mardi 12 janvier 2027", "12 janv. 2027", "12–15 janvier 2027", "17:00 – 19:30", "1 250,50 €", "« A », B et C"},
		"ti":        {"ሰሉስ፣ 12 ጥሪ 2027", "12 ጥሪ 2027", "12–15 ጥሪ 2027", "17:00–19:30", "€1,250.50", "«A»፣ Bን Cን"},
		"kmr":       {"sêşem, 12ê rêbendana 2027an", "12 rbn, 2027", "12ê rêbendana 2027an – 15ê rêbendana 2027an", "17:00 – 19:30", "1.250,50 €", "“A”, B û C"},
	} {
		l, day := New(code), date.New(2027, time.January, 12)
		got := []string{l.Date(day, Full), l.Date(day, Medium), l.DateRange(day, day.Add(3), Long),
			l.ClockRange(date.NewClock(17, 0), date.NewClock(19, 30)), l.Money(125050), l.List([]string{l.Quote("A"), "B", "C"})}
		for i := range got {
			got[i] = plainSpaces(got[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%q, want\n%q", code, got, want)
		}
	}
}

// plainSpaces makes expected texts readable: CLDR's thin and no-break spaces become spaces, marks of direction go. intl_test.go holds each of them.
func plainSpaces(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u200e", "", "\u200f", "").Replace(s)
}

func TestARangeSaysOnceWhatItsEndsHaveInCommon(t *testing.T) {
	l, day := New("de"), date.New(2027, time.December, 28)
	for _, row := range []struct {
		from, to date.Date
		style    Style
		want     string
	}{
		{day, day.Add(2), Full, "Dienstag, 28. – Donnerstag, 30. Dezember 2027"},
		{day, day.Add(2), Long, "28.–30. Dezember 2027"},
		{day, day.Add(2), Medium, "28.–30.12.2027"},
		{day, day.Add(2), WeekdayDayMonth, "Dienstag, 28. – Donnerstag, 30. Dezember"},
		{day, day.Add(2), DayMonth, "28.–30. Dezember"},
		{day, day.Add(2), YearMonth, "Dezember 2027"},
		{day.Add(-30), day, Long, "28. November – 28. Dezember 2027"},
		{day.Add(-30), day, YearMonth, "November–Dezember 2027"},
		{day, day.Add(6), Long, "28. Dezember 2027 – 3. Januar 2028"},
		{day, day.Add(6), DayMonth, "28. Dezember 2027 – 3. Januar 2028"},
		{day, day.Add(6), WeekdayDayMonth, "Dienstag, 28. Dezember 2027 – Montag, 3. Januar 2028"},
		{day, day, Long, "28. Dezember 2027"},
		{day, 0, Long, "28. Dezember 2027"},
		{0, day, Long, "28. Dezember 2027"},
		{0, 0, Long, ""},
		{day, day.Add(2), styles, ""},
	} {
		if got := plainSpaces(l.DateRange(row.from, row.to, row.style)); got != row.want {
			t.Errorf("DateRange(%v, %v, %d) = %q, want %q", row.from, row.to, row.style, got, row.want)
		}
	}
}

func TestTimesMayLackAnEnd(t *testing.T) {
	l, five := New("de"), date.NewClock(17, 0)
	for want, got := range map[string]string{
		"17:00":       l.ClockRange(five, 0),
		"05:00":       l.ClockRange(0, date.NewClock(5, 0)),
		"17:00–24:00": l.ClockRange(five, date.NewClock(24, 0)),
		"00:00":       l.Clock(date.NewClock(0, 0)),
		"":            l.Clock(0) + l.ClockRange(0, 0) + l.Date(0, Long),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNamesStandAlone(t *testing.T) {
	uk, de := New("uk"), New("de")
	for want, got := range map[string]string{
		"січень":         uk.Month(time.January, Wide), // січня beside a day
		"Mo":             de.Weekday(time.Monday, Abbreviated),
		"Mär":            de.Month(time.March, Abbreviated),
		"Mo – Fr":        plainSpaces(de.Span("Mo", "Fr")),
		"دوشنبه تا جمعه": New("fa").Span("دوشنبه", "جمعه"),
		"":               de.Month(0, Wide) + de.Month(13, Wide) + de.Weekday(-1, Wide) + de.Weekday(7, Wide) + de.Month(1, widths) + de.Weekday(1, widths),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	de, es, ar := New("de"), New("es"), New("ar")
	for _, row := range []struct{ got, want string }{
		{de.Number(2027), "2.027"},
		{es.Number(2027), "2027"}, // Spanish groups from five digits on
		{es.Number(12027), "12.027"},
		{de.Number(-7), "-7"},
		{ar.Number(-7), "\u200e-7"},
		{de.Number(math.MinInt64), "-9.223.372.036.854.775.808"},
		{de.Decimal(1250), "12,5"},
		{de.Decimal(1205), "12,05"},
		{de.Decimal(1200), "12"},
		{de.Decimal(-5), "-0,05"},
		{de.Money(1250), "12,50\u00a0€"},
		{de.Money(1200), "12\u00a0€"},
		{de.Money(0), "0\u00a0€"},
		{de.Money(-1250), "-12,50\u00a0€"},
		{New("uk").Money(1250), "12,50\u00a0€"}, // CLDR has EUR there; the sign is the same on every page
	} {
		if row.got != row.want {
			t.Errorf("got %q, want %q", row.got, row.want)
		}
	}
}

func TestLanguagesHaveNamesInEveryLanguage(t *testing.T) {
	for _, row := range []struct{ in, code, want string }{
		{"de", "ar", "Arabisch"}, {"de", "kmr", "Kurdisch (Kurmandschi)"}, {"de", "prs", "Dari"}, {"de", "gsg", "Deutsche Gebärdensprache"},
		{"ar", "DE", "الألمانية"}, {"tr", "uk", "Ukraynaca"}, {"de", "pt-BR", "Portugiesisch"},
		{"ti", "rom", "Romany"}, // CLDR has no name in Tigrinya
		{"de", "tlh", "tlh"}, {"de", "", ""},
	} {
		if got := New(row.in).LanguageName(row.code); got != row.want {
			t.Errorf("%s is called %q in %s, want %q", row.code, got, row.in, row.want)
		}
	}
}

func TestEveryTableIsWhole(t *testing.T) {
	for i := range tables {
		l := New(tables[i].code)
		for width := range Width(widths) {
			for m := time.January; m <= time.December; m++ {
				if l.Month(m, width) == "" || l.calendar.months[width][m-1] == "" {
					t.Errorf("%s: no name of width %d for %s", l.Code(), width, m)
				}
			}
			for d := range time.Weekday(7) {
				if l.Weekday(d, width) == "" || l.calendar.days[width][d] == "" {
					t.Errorf("%s: no name of width %d for %s", l.Code(), width, d)
				}
			}
		}
		if strings.ContainsAny(tables[i].and+tables[i].or, `<>&"'`) {
			t.Errorf("%s: a list in HTML would break", l.Code())
		}
	}
}

func TestManyGoroutinesShareALocale(t *testing.T) {
	l, done := New("de"), make(chan string)
	for range 8 {
		go func() {
			got := l.Date(date.New(2027, time.January, 12), Full) + l.SortKey("Übung 10")
			if l.Compare("a", "b") != -1 {
				got = "wrong"
			}
			done <- got
		}()
	}
	first := <-done
	for range 7 {
		if got := <-done; got != first {
			t.Errorf("got %q and %q", got, first)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, row := range []struct {
		lang, items, want string
	}{
		{"de", "Frauen|Junge Leute|Eltern", "Frauen, Junge Leute und Eltern"},
		{"de-simple", "Frauen|Eltern", "Frauen und Eltern"},
		{"fr", "Femmes|Jeunes|Parents", "Femmes · Jeunes · Parents"},
		{"fr", "Femmes", "Femmes"},
		{"fr", "femmes|parents", "femmes et parents"},
		{"ru", "Женщины|Родители", "Женщины · Родители"},
		{"uk", "Жінки|Батьки", "Жінки · Батьки"},
		{"tr", "Kadınlar|İşsizler", "Kadınlar · İşsizler"},
		{"kmr", "Jin|Êzidî", "Jin · Êzidî"},
		{"ar", "النساء|الشباب", "النساء والشباب"},
		{"ti", "ደቀንስትዮ|ወለዲ", "ደቀንስትዮን ወለዲን"},
		{"en", "", ""},
	} {
		if got := New(row.lang).Labels(strings.FieldsFunc(row.items, func(r rune) bool { return r == '|' })); got != row.want {
			t.Errorf("%s: %q, not %q", row.lang, got, row.want)
		}
	}
}

func TestEveryLanguageThatHasANameInGermanHasItsOwn(t *testing.T) {
	for code := range strings.SplitSeq(languageCodes, separator) {
		if name := New(code).SelfName(); name == code || name == "" {
			t.Errorf("%s calls itself %q", code, name)
		}
	}
	for code, want := range map[string]string{"zh-Hant-TW": "中文", "xx": "xx", "UR": "اردو", "a": "a"} {
		if name := New(code).SelfName(); name != want {
			t.Errorf("%s calls itself %q, not %q", code, name, want)
		}
	}
}
