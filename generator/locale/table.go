package locale

// separator stands between the items of a list in the generated tables; no text of CLDR's contains it.
const separator = "|"

// table is what CLDR knows of a language, as far as the site needs it. Lists are one text with the separator between
// the items, so that the data needs no work before main.
type table struct {
	code   string // CLDR's own
	script string // ISO 15924
	self   string // the language's name in itself, with a capital letter where the script has them
	german string
	// english is the language's name in English.
	english string
	// months and monthsAlone hold the twelve wide and then the twelve abbreviated names, first as they stand beside a day,
	// then as they stand alone. days and daysAlone are the same for the week, from Sunday.
	months, monthsAlone, days, daysAlone string
	// dates are the patterns by style. ranges are those for two days that differ in the day, the month or the year, in this
	// order; an empty one means that each day is written in full.
	dates, ranges [styles]string
	// span joins any two things to a range, as "{0} – {1}".
	span              string
	clock, clockRange string
	decimal, group    string
	minus             string
	// minimumGrouping is how many digits must stand before the first separator of thousands.
	minimumGrouping      int
	money, moneyNegative string // "{0}" is the amount
	// and and or are the patterns for the start, middle and end of a list and for two items.
	and, or string
	quotes  string
	// cardinal and ordinal are plural rules for whole numbers, as "one:n%10=1,n%100!=11;few:…": categories by semicolon,
	// alternatives by "/", conditions by ",".
	cardinal, ordinal string
	// languages are the names of the languages of languageCodes, in this language; empty where CLDR has none.
	languages string
}
