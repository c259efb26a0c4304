package build

import (
	"io/fs"
	"sort"
	"strings"
)

// listing is a folder as it was listed. It is kept small, and together with others, since a large county has a million files.
type listing struct {
	names   string  // of what lies in it, in their order, one behind the other
	entries []entry // are shared: a sum that is noted is known to all. It is looked at with f.mu held, and the rest never changes
}

// entry is what lies in a folder.
type entry struct {
	end  uint32      // of its name among the names
	kind fs.FileMode // without permissions
	sum  fileSum     // where it was read whole; 0 where it is not known, or once in 2^64 times: then it is read again
}

// listingOf keeps what was found in a folder. f.mu is held.
func (f *folders) listingOf(found []fs.DirEntry) listing {
	names, l := make([]string, len(found)), listing{entries: f.room.Take(len(found))}
	end := 0
	for i, e := range found {
		names[i] = e.Name()
		end += len(names[i])
		l.entries[i] = entry{end: uint32(end), kind: e.Type()}
	}
	l.names = f.names.Join(names...)
	return l
}

// name is that of an entry.
func (l listing) name(i int) string {
	if i == 0 {
		return l.names[:l.entries[0].end]
	}
	return l.names[l.entries[i-1].end:l.entries[i].end]
}

// entry returns what was listed at a path, nil for nothing. f.mu is held.
func (f *folders) entry(path string) *entry {
	slash := strings.LastIndexByte(path, '/')
	l, name := f.listed[path[:max(slash, 0)]], path[slash+1:]
	if at, there := sort.Find(len(l.entries), func(i int) int { return strings.Compare(name, l.name(i)) }); there {
		return &l.entries[at]
	}
	return nil
}

// note notes the sum of a file. One that was not listed came later, by which its folder has changed.
func (f *folders) note(path string, now fileSum) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if e := f.entry(path); e != nil {
		f.torn = f.torn || e.sum != 0 && e.sum != now
		e.sum = now
	}
}

func (f *folders) tear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.torn = true
}
