package serve

import (
	"context"
	"sync/atomic"
	"time"

	"mappe/generator/build"
	"mappe/generator/diag"
)

// server is the site as it is now. Requests read what reload has put there last.
type server struct {
	Options
	browsers *browsers
	state    atomic.Pointer[state]
}

// state is what requests are answered from. It does not change.
type state struct {
	// ready is the last good site, nil before there was one.
	ready *build.Ready
	// findings and failure are those of the last change, which may be no good.
	findings []diag.Finding
	failure  error
}

// broken reports whether the last change keeps pages from being made.
func (s *state) broken() bool { return s.failure != nil || diag.CountOf(s.findings).Errors > 0 }

// reload takes the sources in. What has been good stays shown while the new ones have errors.
func (s *server) reload(ctx context.Context) {
	started := time.Now()
	o := s.Options.Options
	o.Progress = nil
	if before := s.state.Load(); before != nil && before.ready != nil {
		o.Before = before.ready.Prose
	}
	ready, err := build.Prepare(ctx, o)
	if ctx.Err() != nil {
		ready.Close()
		return
	}
	next := &state{ready: ready, findings: ready.Findings, failure: err}
	if err != nil || ready.Site == nil {
		ready.Close()
		next.ready = nil
		if before := s.state.Load(); before != nil {
			next.ready = before.ready
		}
	}
	s.state.Store(next)
	s.Reloaded(Reload{Findings: next.findings, Err: err, Took: time.Since(started)})
	s.browsers.reload()
}
