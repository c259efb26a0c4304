package locale

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

func TestNamesAreOrderedAsTheLanguageOrdersThem(t *testing.T) {
	for code, want := range map[string]string{
		"de":        "Apfel Äpfel Apfelsaft Kurs.2 Kurs.10 Ofen Öffnung Zug",
		"de-simple": "Apfel Äpfel Ofen Öffnung Zug",
		"tr":        "cadde çay dağ ılık inek oda ödev sağ şah ün",
		"uk":        "вода гора ґанок ера є їжа яма",
		"ru":        "ёлка ель жара яма",
		"fa":        "آب پدر گل مادر هوا یک",
		"ar":        "باب تاج ثوب جمل",
		"ti":        "ሀገር ለካቲት ሓምለ መጋቢት ሰሉስ ቀዳም ዓርቢ",
		"kmr":       "adar civak çarşem ders erd êvar gulan havîn înî jin sibat şem ûr xanî",
		"fr":        "cote coté côte côté zèbre", // accents count from the left, as everywhere but in Canada
	} {
		words := strings.Fields(want)
		l := New(code)
		shuffled := slices.Clone(words)
		slices.Reverse(shuffled)
		SortBy(l, shuffled, func(s string) string { return s })
		if !slices.Equal(shuffled, words) {
			t.Errorf("%s: got %q, want %q", code, shuffled, words)
		}
		if !slices.IsSortedFunc(words, l.Compare) {
			t.Errorf("%s: Compare disagrees with SortBy on %q", code, words)
		}
	}
}

func TestKurmanciHasLettersOfItsOwn(t *testing.T) {
	l := New("kmr")
	alphabet := strings.Fields("a b c ç d e ê f g h i î j k l m n o p q r s ş t u û v w x y z")
	shuffled := slices.Clone(alphabet)
	slices.Reverse(shuffled)
	SortBy(l, shuffled, func(s string) string { return s })
	if !slices.Equal(shuffled, alphabet) {
		t.Errorf("the alphabet is ordered as %q", shuffled)
	}
	for _, row := range [][2]string{{"cz", "ça"}, {"Cz", "ça"}, {"çz", "da"}, {"CZ", "Ç"}, {"c", "ç"}} {
		if l.Compare(row[0], row[1]) != -1 {
			t.Errorf("%q should stand before %q", row[0], row[1])
		}
	}
	if l.Compare("c\u0327ay", "çay") != 0 {
		t.Error("ç made of two characters is another letter")
	}
}

func TestSortKeysOrderAsCompareDoes(t *testing.T) {
	words := strings.Fields("a A ä b Kurs-2 Kurs-10 Kurs-010 ç ŞEM şem z 1 10 2 ሰሉስ باب ёлка")
	for i := range tables {
		l := New(tables[i].code)
		for _, a := range words {
			for _, b := range words {
				if got, want := cmp.Compare(l.SortKey(a), l.SortKey(b)), l.Compare(a, b); got != want {
					t.Errorf("%s: the keys of %q and %q compare as %d, the texts as %d", l.Code(), a, b, got, want)
				}
			}
		}
	}
}

func TestSortByKeepsTheOrderOfEquals(t *testing.T) {
	items := []string{"b 1", "a 2", "b 3", "a 4"}
	SortBy(New("de"), items, func(s string) string { return s[:1] })
	if want := []string{"a 2", "a 4", "b 1", "b 3"}; !slices.Equal(items, want) {
		t.Errorf("got %q, want %q", items, want)
	}
}
