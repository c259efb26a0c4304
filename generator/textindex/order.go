package textindex

import "sort"

// OrderKey joins what decides a document's number into one key for Order.
func OrderKey(shelf, key string) string { return shelf + "\x1f" + key }

// Order numbers documents by their keys (see OrderKey): the result holds, for each key, its number from 0. The numbers are those of
// the script's hits and of masks, the same in every language's index.
func Order(keys []string) []int {
	sorted := sortedByKey(keys)
	numbers := make([]int, len(keys))
	for number, i := range sorted {
		numbers[i] = number
	}
	return numbers
}

// sortedByKey returns the indices of the keys in their order.
func sortedByKey(keys []string) []int {
	sorted := make([]int, len(keys))
	for i := range sorted {
		sorted[i] = i
	}
	sort.SliceStable(sorted, func(a, b int) bool { return keys[sorted[a]] < keys[sorted[b]] })
	return sorted
}
