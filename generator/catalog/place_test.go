package catalog

import (
	"hash/fnv"
	"testing"
)

func TestThePlaceIsThePathAndItsHash(t *testing.T) {
	var p place
	hash := func(path string) pathHash {
		h := fnv.New32a()
		h.Write([]byte(path))
		return pathHash(h.Sum32())
	}
	at := func(path, field string) {
		t.Helper()
		if string(p.keys) != path || p.hash != hash(path) || p.at() != field || p.hash != noPath.with(path) {
			t.Errorf("the path is %s, its hash %x, the field %s; want %s, %x, %s", p.keys, p.hash, p.at(), path, hash(path), field)
		}
	}
	top := p.enter("sessions")
	p.field = len(p.keys)
	at("sessions", "sessions")
	item := p.enter("wintér")
	at("sessions.wintér", "sessions")
	deep := p.enter("from")
	p.field = len(p.keys)
	at("sessions.wintér.from", "sessions.wintér.from")
	p.leave(deep)
	at("sessions.wintér", "sessions")
	p.leave(item)
	at("sessions", "sessions")
	p.leave(top)
	p.enter("title")
	at("title", "")
}
