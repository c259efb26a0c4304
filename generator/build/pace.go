package build

import (
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// How far memory may grow before it is looked through again: by this much, but by no less and no more than these shares of what is held. A
// build lives for seconds and most of what it makes is short-lived, so that looking often is wasted: Go's own pace takes a fifth more CPU for
// 1,000 offers in six languages. It is the pace of large counties, though: three fifths of it took a twentieth more for 30,000, and never looking
// no less. What has once been had from the system may be filled again: texts that are read and parsed take the most room, the pages after them
// less and less with every language.
//
// Nothing is looked through before so much is held as the sources will make: all of them are read, parsed and kept before the first page is made.
const (
	paceBytes   = 208 << 20
	paceLeast   = 100     // percent: Go's own pace
	paceMost    = 800     // percent: 32 MiB before the first look
	paceSource  = 5 << 10 // bytes, for each file that is read: some 2 kB of words, what is made of them, and what is dropped on the way
	paceUnknown = 4 << 20 // what Go takes to be held before its first look
)

// pacer keeps that measure after every look, until it is stopped; then Go's own pace is back.
type pacer struct {
	turn    sync.Mutex // a measure that is being taken must not come after the end
	stopped bool
	before  int
	by      measure
	end     chan struct{}
}

func pace() *pacer {
	p := &pacer{before: debug.SetGCPercent(paceMost), end: make(chan struct{})}
	go p.watch()
	return p
}

// watch takes the measure after each look. Go tells nobody at once that it has looked: what is called once something is out of use
// (runtime.AddCleanup) waits until its memory is tidied up, on a busy machine for seconds, in which a percentage that was meant for little made
// the memory of 10,000 offers half as large again.
func (p *pacer) watch() {
	each := time.NewTicker(5 * time.Millisecond)
	defer each.Stop()
	looks := []metrics.Sample{{Name: "/gc/cycles/total:gc-cycles"}}
	for last := uint64(0); ; {
		select {
		case <-p.end:
			return
		case <-each.C:
		}
		if metrics.Read(looks); looks[0].Value.Uint64() != last {
			last = looks[0].Value.Uint64()
			p.take(0)
		}
	}
}

// take takes the measure, where so many bytes are expected.
func (p *pacer) take(expected uint64) {
	p.turn.Lock()
	defer p.turn.Unlock()
	p.by.most = max(p.by.most, expected)
	if !p.stopped {
		debug.SetGCPercent(p.by.percent(memory()))
	}
}

// expect tells how many files will be read.
func (p *pacer) expect(files int) { p.take(uint64(files) * paceSource) }

// stop is for once.
func (p *pacer) stop() {
	p.turn.Lock()
	defer p.turn.Unlock()
	p.stopped = true
	close(p.end)
	debug.SetGCPercent(p.before)
}

// measure is what memory may grow by.
type measure struct{ most uint64 } // so many bytes may be filled again, since they were once had, or at first, since they will be

// percent is how far memory may grow from what is held, in percent of it, where so much is had from the system.
func (m *measure) percent(held, had uint64) int {
	m.most = max(m.most, had/5*4) // the rest is lost between what is held
	if held == 0 {
		return int(max(m.most*100/paceUnknown, paceMost))
	}
	most := max(m.most, held)
	return int(max(min((max(most, held+paceBytes)-held)*100/held, paceMost), (most-held)*100/held, paceLeast))
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
