package githistory

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// WriteTo writes everything the history says, always in the same order, so that two can be told apart by a hash. A nil History, of a
// folder that has none, writes nothing.
func (h *History) WriteTo(w io.Writer) (int64, error) {
	if h == nil {
		return 0, nil
	}
	var written int64
	for _, path := range slices.Sorted(maps.Keys(h.versions)) {
		n, err := fmt.Fprintf(w, "%q %v\n", path, h.versions[path])
		if written += int64(n); err != nil {
			return written, err
		}
	}
	n, err := fmt.Fprintf(w, "%q\n", slices.Sorted(maps.Keys(h.changed)))
	return written + int64(n), err
}
