package build

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// How far memory may grow before it is looked through again: by this much, but by no less and no more than these shares of what is held. A
// build lives for seconds and most of what it makes is short-lived, so that looking often is wasted, and what a large county holds
// must not be doubled meanwhile. Go's own pace, once what is held, takes a fifth more CPU for 1,000 offers in six languages. Up to where it has
// grown before, memory may grow again: less is held with every language that is finished, and the system gets nothing back so soon.
const (
	paceBytes = 112 << 20
	paceLeast = 30  // percent
	paceMost  = 800 // percent: 32 MiB before the first look
)

// pace keeps that measure after every look, until it is stopped; then Go's own pace is back.
func pace() (stop func()) {
	before := debug.SetGCPercent(paceMost)
	var turn sync.Mutex // a measure that is being taken must not come after the end
	stopped := false
	most := uint64(0)
	var again func(int)
	again = func(int) {
		turn.Lock()
		defer turn.Unlock()
		if !stopped {
			held := held()
			most = max(most, held+paceBytes)
			debug.SetGCPercent(pacePercent(held, most))
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

// pacePercent is how far memory may grow from what is held up to what it may be at most, in percent of what is held.
func pacePercent(held, most uint64) int {
	if held == 0 {
		return paceMost
	}
	return int(min(max((most-held)*100/held, paceLeast), paceMost))
}

// held is what the last look through memory found to be in use, in bytes.
func held() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
