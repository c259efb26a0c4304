package textindex

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// What is of another kind has other frequent bytes: a file is smaller if gzip counts them anew, and holds the same.
func TestCutsMakeFilesSmaller(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	var p part
	for _, kind := range []string{"0123456", "abcdefg", "0123456"} {
		p.cut()
		for range 4_000 {
			p.WriteByte(kind[random.IntN(len(kind))])
		}
	}
	k := newPacker()
	whole, err := k.pack("x", p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	cut, err := k.pack("x", p.Bytes(), p.cuts...)
	if err != nil {
		t.Fatal(err)
	}
	if cut.Name != whole.Name || !bytes.Equal(unpacked(cut.Data), unpacked(whole.Data)) {
		t.Error("a file that is cut holds something else")
	}
	if len(cut.Data) > len(whole.Data)*95/100 {
		t.Errorf("%d bytes with cuts, %d without", len(cut.Data), len(whole.Data))
	}
}

func TestTheHeadIsCutWhereAnotherColumnBegins(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	input := madeUp(2_000)
	input.Facets = nil
	for f := range 3 {
		facet := Facet{ID: fmt.Sprint("f", f)}
		for term := range 8 << f {
			facet.Terms, facet.Parents = append(facet.Terms, fmt.Sprint(term)), append(facet.Parents, -1)
		}
		input.Facets = append(input.Facets, facet)
	}
	for i := range input.Documents {
		input.Documents[i].Facets = [][]int{{random.IntN(8)}, {random.IntN(16)}, {random.IntN(32)}}
	}
	index, err := Build(context.Background(), input)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range index.Files {
		if whole, err := newPacker().pack("head", unpacked(f.Data)[8:]); f.Name == index.Head && (err != nil || len(f.Data) > len(whole.Data)*95/100) {
			t.Errorf("the head has %d bytes, without cuts %d, %v", len(f.Data), len(whole.Data), err)
		}
	}
}
