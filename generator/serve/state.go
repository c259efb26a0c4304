package serve

import (
	"context"
	"reflect"
	"sync"
	"time"

	"mappe/generator/build"
	"mappe/generator/diag"
)

// server is the site as it is now.
type server struct {
	Options
	browsers *browsers
	edited   *edits
	// behind says that a change has not been shown yet; a later one may have kept it from being read.
	behind bool

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
	return &server{Options: o, browsers: newBrowsers(), edited: newEdits(o.Source), now: state{broken: true}}
}

// settle is how long nothing may change before the whole site is read after an edit that is shown already. Who types and saves again
// and again need not wait for it.
const settle = 300 * time.Millisecond

// reload takes the sources in. What has been good stays shown while the new ones have errors. Only one call may run at a time.
//
// After an edit of a record's words alone the pages are right at once, and browsers are told so. The site is read as a whole all the same,
// for its findings; browsers hear of that only if there is something new to be seen.
func (s *server) reload(ctx context.Context) {
	started := time.Now()
	shown := s.revise(ctx)
	if !shown {
		s.behind = true
	} else {
		s.Reloaded(Reload{Findings: s.now.findings, Took: time.Since(started)})
		s.browsers.reload()
		quiet := time.NewTimer(settle)
		defer quiet.Stop()
		select {
		case <-ctx.Done():
			return
		case <-quiet.C:
		}
		started = time.Now()
	}
	o := s.Options.Options
	o.Progress = nil
	o.Before, o.Impatient = s.now.ready, true
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
	news := s.behind || next.broken || err != nil || !reflect.DeepEqual(next.findings, s.now.findings)
	s.behind = false
	s.take(next)
	if news {
		s.Reloaded(Reload{Findings: next.findings, Err: err, Took: time.Since(started)})
		s.browsers.reload()
	}
}

// revise shows an edit of a record's words, and reports false where the change is another one or is to be seen together with errors.
func (s *server) revise(ctx context.Context) bool {
	changed := s.edited.take()
	if s.now.ready == nil || s.now.broken {
		return false
	}
	revision := s.now.ready.Revise(ctx, changed)
	if revision == nil || ctx.Err() != nil {
		return false
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	revision.Apply()
	return true
}

// catchUp finds out what the last change left open since it takes long, how one gets to offers by bus and train, and then takes the sources
// in once more. Until then pages say what was true before the change.
func (s *server) catchUp(ctx context.Context) {
	ready := s.now.ready
	if ready == nil || ready.Due == nil {
		return
	}
	_, err := ready.Due.Result(ctx)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		s.Reloaded(Reload{Err: err})
	default:
		s.reload(ctx)
	}
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
