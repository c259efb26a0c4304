package textindex

import (
	"encoding/binary"
	"testing"
)

func TestEightBytesAreReadAsIfZerosFollowed(t *testing.T) {
	for text := "häuserzeile"; text != ""; text = text[:len(text)-1] {
		var padded [8]byte
		copy(padded[:], text)
		if got, want := eight(text), binary.LittleEndian.Uint64(padded[:]); got != want {
			t.Errorf("%q is read as %x, want %x", text, got, want)
		}
	}
}

func TestSpellingsStayWhatTheyAreWhenTheTableGrows(t *testing.T) {
	table := newSpellingTable()
	const many = 5000
	hashOf := func(i int32) uint64 { return spellingHash(string(rune(0x4E00 + i))) }
	for i := range int32(many) {
		table.add(spelling{hash: hashOf(i), word: i}, string(rune('a'+i%26))).count++
	}
	for i := range int32(many) {
		s := table.find(hashOf(i))
		if s == nil || s.word != i || s.count != 1 || table.lower[i] != string(rune('a'+i%26)) {
			t.Fatalf("spelling %d is %+v", i, s)
		}
	}
	if s := table.find(spellingHash("none")); s != nil {
		t.Errorf("found %+v, which nobody put in", s)
	}
}

func TestWhetherAFileFitsIsWhatItsLengthSays(t *testing.T) {
	k := newPacker()
	payload := []byte("Deutsch für den Beruf, Stufe B1, in Melle")
	file, err := k.pack("core", payload)
	if err != nil {
		t.Fatal(err)
	}
	for limit, want := range map[int]bool{len(file.Data): true, len(file.Data) - 1: false} {
		if fits, err := k.fits(limit, payload); err != nil || fits != want {
			t.Errorf("%d bytes in %d: %v, %v", len(file.Data), limit, fits, err)
		}
	}
}
