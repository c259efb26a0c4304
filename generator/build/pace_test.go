package build

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
)

func TestMemoryGrowsByAMeasureOfItsOwn(t *testing.T) {
	for held, want := range map[uint64]int{0: paceMost, 1 << 20: paceMost, paceBytes: 100, 4 * paceBytes: paceLeast, 1 << 40: paceLeast, paceBytes / 2: 200} {
		if got := new(measure).percent(held, held); got != want {
			t.Errorf("%d bytes held: it may grow by %d %%, want %d", held, got, want)
		}
	}
	var m measure
	m.percent(paceBytes, 5*paceBytes)
	if got := m.percent(paceBytes, paceBytes); got != 300 {
		t.Errorf("where five times as much was had once it may grow by %d %%, want 300: four fifths of that", got)
	}
	large := measure{most: 40 * paceBytes}
	if got := large.percent(0, paceBytes); got != 40*paceBytes/paceUnknown*100 {
		t.Errorf("before the first look it may grow by %d %%, want as much as is expected", got)
	}
	if got := large.percent(paceBytes, 2*paceBytes); got != 3900 {
		t.Errorf("where much is expected it may grow by %d %%, want 3900: up to that", got)
	}
}

func TestGoesBackToGosOwnPace(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	p := pace()
	if now := debug.SetGCPercent(paceMost); now == 100 {
		t.Error("nothing is measured")
	}
	p.expect(1 << 20)
	if now := debug.SetGCPercent(paceMost); now <= paceMost {
		t.Errorf("with a million files to come it may grow by %d %%", now)
	}
	p.expect(1)
	if now := debug.SetGCPercent(paceMost); now <= paceMost {
		t.Errorf("with one more it may grow by %d %%", now)
	}
	p.stop()
	p.expect(1 << 20)
	runtime.GC()
	if after := debug.SetGCPercent(100); after != 100 {
		t.Errorf("afterwards it is %d", after)
	}
}

// TestAMeasureIsTakenAfterEachLook waits until one is, for ever if need be.
func TestAMeasureIsTakenAfterEachLook(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	p := pace()
	defer p.stop()
	now := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	for range 2 {
		debug.SetGCPercent(77)
		runtime.GC()
		for metrics.Read(now); now[0].Value.Uint64() == 77; metrics.Read(now) {
			runtime.Gosched()
		}
	}
}
