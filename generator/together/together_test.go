package together

import (
	"slices"
	"strings"
	"testing"
	"unsafe"
)

func TestTextsLieTogether(t *testing.T) {
	var texts Texts
	at := func(text string) uintptr { return uintptr(unsafe.Pointer(unsafe.StringData(text))) }
	if first := texts.Keep([]byte("erster")); first != "erster" || texts.piece.Cap() > 2*len(first) {
		t.Errorf("%q takes %d bytes", first, texts.piece.Cap())
	}
	source, next := []byte("ein Text"), 0
	for last := texts.Keep(source); next < 100; next++ {
		text := texts.Keep(source)
		if copy(source, "EIN"); text != "ein Text" {
			t.Fatalf("it is %q", text)
		}
		copy(source, "ein")
		if next > 50 && at(text) == at(last)+uintptr(len(last)) {
			return
		}
		last = text
	}
	t.Error("no text lies behind another")
}

func TestAPieceOfTextsHasALimit(t *testing.T) {
	var texts Texts
	for range 1000 {
		texts.Keep([]byte(strings.Repeat("x", 1000)))
	}
	if texts.piece.Cap() > most+most/8 { // rounded up to what is given out
		t.Errorf("a piece has %d bytes", texts.piece.Cap())
	}
	if long := texts.Keep(make([]byte, 2*most)); len(long) != 2*most {
		t.Errorf("a text that is longer has %d bytes", len(long))
	}
}

func TestValuesLieTogether(t *testing.T) {
	var values Values[int]
	if values.Keep(nil) != nil {
		t.Error("none are kept as some")
	}
	if values.Take(0) == nil {
		t.Error("no values are nil")
	}
	given := []int{1, 2, 3}
	first := values.Keep(given)
	given[0] = 9
	second, third := values.Keep([]int{4, 5}), values.Keep([]int{6})
	if again := append(second, 7); !slices.Equal(first, []int{1, 2, 3}) || !slices.Equal(again, []int{4, 5, 7}) || third[0] != 6 {
		t.Errorf("kept are %v, %v, %v", first, second, third)
	}
	if cap(first) != 3 || &unsafe.Slice(&second[0], 3)[2] != &third[0] {
		t.Error("they do not lie one behind the other")
	}
	for range 100_000 {
		values.Keep(given)
	}
	if values.size != most/8 {
		t.Errorf("a piece has %d values", values.size)
	}
}
