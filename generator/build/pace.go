package build

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// How far memory may grow before it is looked through again: by this much, but by no less and no more than these shares of what is held. A
// build lives for seconds and most of what it makes is short-lived, so that looking often is wasted, and what a large county holds
// must not be doubled meanwhile. Go's own pace, once what is held, takes a fifth more CPU for 1,000 offers in six languages. What has once been had
// from the system may be filled again: texts that are read and parsed take the most room, the pages after them less and less with every language.
const (
	paceBytes = 208 << 20
	paceLeast = 60  // percent
	paceMost  = 800 // percent: 32 MiB before the first look
)

// pace keeps that measure after every look, until it is stopped; then Go's own pace is back.
func pace() (stop func()) {
	before := debug.SetGCPercent(paceMost)
	var turn sync.Mutex // a measure that is being taken must not come after the end
	stopped := false
	var by measure
	var again func(int)
	again = func(int) {
		turn.Lock()
		defer turn.Unlock()
		if !stopped {
			debug.SetGCPercent(by.percent(memory()))
			runtime.AddCleanup(new([16]byte), again, 0) // is called after the next look, which finds that nobody holds it
		}
	}
	again(0)
	return func() {
		turn.Lock()
		defer turn.Unlock()
		stopped = true
		debug.SetGCPercent(before)
	}
}

// measure is what memory may grow by.
type measure struct{ most uint64 } // of what was once had may be filled again

// percent is how far memory may grow from what is held, in percent of it, where so much is had from the system.
func (m *measure) percent(held, had uint64) int {
	m.most = max(m.most, had/5*4) // the rest is lost between what is held
	if held == 0 {
		return paceMost
	}
	return int(min(max((max(m.most, held+paceBytes)-held)*100/held, paceLeast), paceMost))
}

// memory is what the last look through memory found to be in use, and what is had from the system for such things, in bytes.
func memory() (held, had uint64) {
	samples := []metrics.Sample{
		{Name: "/gc/heap/live:bytes"},
		{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}, {Name: "/memory/classes/heap/free:bytes"},
	}
	metrics.Read(samples)
	for _, s := range samples[1:] {
		had += s.Value.Uint64()
	}
	return samples[0].Value.Uint64(), had
}
