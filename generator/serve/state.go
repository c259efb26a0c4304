package serve

import (
	"context"
	"sync"
	"time"

	"mappe/generator/build"
	"mappe/generator/diag"
)

// server is the site as it is now.
type server struct {
	Options
	browsers *browsers

	// lock is held for reading while a request is answered from now, so that the site it is answered from stays open.
	lock sync.RWMutex
	now  state
}

// state is what requests are answered from.
type state struct {
	// ready is the last good site, nil before there was one.
	ready *build.Ready
	// broken says that ready is not what the sources are now: they have errors, or cannot be read.
	broken bool
	// findings and failure are those of the last change.
	findings []diag.Finding
	failure  error
}

func newServer(o Options) *server {
	return &server{Options: o, browsers: newBrowsers(), now: state{broken: true}}
}

// reload takes the sources in. What has been good stays shown while the new ones have errors. Only one call may run at a time.
func (s *server) reload(ctx context.Context) {
	started := time.Now()
	o := s.Options.Options
	o.Progress = nil
	o.Before = s.now.ready
	ready, err := build.Prepare(ctx, o)
	if ctx.Err() != nil {
		ready.Close()
		return
	}
	next := state{ready: ready, findings: ready.Findings, failure: err}
	if err != nil || ready.Site == nil {
		ready.Close()
		next.ready, next.broken = s.now.ready, true
	}
	s.take(next)
	s.Reloaded(Reload{Findings: next.findings, Err: err, Took: time.Since(started)})
	s.browsers.reload()
}

// take answers requests from another state from now on, and lets go of the site before.
func (s *server) take(next state) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if before := s.now.ready; before != nil && before != next.ready {
		before.Close()
	}
	s.now = next
}

func (s *server) close() { s.take(state{broken: true}) }
