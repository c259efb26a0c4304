package locale

import (
	"math"
	"testing"
)

func TestPluralFormsOfTheElevenLanguages(t *testing.T) {
	numbers := []int{0, 1, 2, 3, 5, 11, 21, 22, 100, 111, 1000000}
	for code, want := range map[string]string{
		"de": "o1ooooooooo", "de-simple": "o1ooooooooo", "en": "o1ooooooooo",
		"ar": "z12ffmmmomo",
		"fa": "11ooooooooo", "uk": "m1ffmm1fmmm", "ru": "m1ffmm1fmmm",
		"tr": "o1ooooooooo", "fr": "11oooooooom", "ti": "11ooooooooo", "kmr": "o1ooooooooo",
	} {
		l, got := New(code), ""
		for _, n := range numbers {
			got += letterOf(l.Plural(n))
			if l.Plural(-n) != l.Plural(n) {
				t.Errorf("%s: the sign of %d changes its form", code, n)
			}
		}
		if got != want {
			t.Errorf("%s: the forms of %v are %s, want %s", code, numbers, got, want)
		}
	}
}

func TestOrdinalsOfEnglish(t *testing.T) {
	l := New("en")
	for n, want := range map[int]Category{1: One, 2: Two, 3: Few, 4: Other, 11: Other, 21: One, 112: Other, 123: Few} {
		if got := l.Ordinal(n); got != want {
			t.Errorf("the ordinal form of %d is %s, want %s", n, got, want)
		}
	}
}

func TestThereIsAFormForEveryNumber(t *testing.T) {
	for i := range tables {
		for _, n := range []int{math.MinInt64, -1, math.MaxInt64} {
			if c := New(tables[i].code).Plural(n); c >= categories {
				t.Errorf("%s: %d has the form %d", tables[i].code, n, c)
			}
		}
	}
}
