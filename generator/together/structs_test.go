package together

import (
	"reflect"
	"testing"
)

type price struct {
	extra bool
	words string
}

func TestWhatIsTakenStaysApart(t *testing.T) {
	var in Values[int]
	var lists [][]int
	for i := range 2000 {
		list := in.Take(i % 7)
		for j := range list {
			if list[j] != 0 {
				t.Fatalf("the list %d has %v in it", i, list)
			}
			list[j] = i
		}
		lists = append(lists, append(list, -1)[:len(list)]) // whatever is added must go elsewhere
	}
	for i, list := range lists {
		for _, value := range list {
			if value != i || len(list) != i%7 {
				t.Fatalf("the list %d is %v", i, list)
			}
		}
	}
}

func TestStructsStayApart(t *testing.T) {
	in := Structs{}
	var all []*price
	for i := range 3000 {
		one := in.One(reflect.TypeFor[price]()).Interface().(*price)
		list := in.Take(reflect.TypeFor[price](), 2).Interface().([]price)
		if !reflect.DeepEqual(append(list, *one), make([]price, 3)) || cap(list) != 2 {
			t.Fatalf("the structs %d are not new", i)
		}
		one.extra, list[0].extra, list[1].words = true, true, "a"
		all = append(all, one, &list[0], &list[1])
	}
	seen := map[*price]bool{}
	for _, p := range all {
		if seen[p] {
			t.Fatal("a struct is given away twice")
		}
		seen[p] = true
	}
}
