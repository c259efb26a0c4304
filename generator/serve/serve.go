// Package serve shows a site while it is being edited: the pipeline of package build, with pages rendered when they are asked for, the
// source watched, and the browser told to reload.
//
// The way through the files: serve.go runs it, state.go is the last good site and what is wrong since, pages.go answers requests,
// findings.go shows findings as a page, events.go tells browsers to reload, watch.go and poll.go notice changes.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"mappe/generator/build"
	"mappe/generator/diag"
)

// Options say what is served and where.
type Options struct {
	build.Options
	// Addr is host:port to listen on.
	Addr string
	// Lang is the language of the findings page.
	Lang diag.Lang
	// Started is told the address once the site can be visited, Reloaded after each change that has been taken in.
	Started  func(address string)
	Reloaded func(Reload)
}

// Reload is what became of one change.
type Reload struct {
	Findings []diag.Finding
	// Err says why the sources could not even be read.
	Err  error
	Took time.Duration
}

// Run serves until ctx is cancelled.
func Run(ctx context.Context, o Options) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", o.Addr)
	if err != nil {
		return fmt.Errorf("listening on %s: %w", o.Addr, err)
	}
	address := "http://" + listener.Addr().String() + "/"
	o.BaseURL = address
	s := &server{Options: o, browsers: newBrowsers()}
	changes, err := watch(ctx, o.Source)
	if err != nil {
		listener.Close()
		return err
	}
	s.reload(ctx)
	o.Started(address)
	go s.follow(ctx, changes)

	web := &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving %s: %w", address, err)
	case <-ctx.Done():
	}
	s.browsers.close()
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	if err := web.Shutdown(closing); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("closing %s: %w", address, err)
	}
	return nil
}

// follow takes changes in, one at a time. A later change cancels the one that is being taken in.
func (s *server) follow(ctx context.Context, changes <-chan struct{}) {
	cancel := func() {}
	done := make(chan struct{})
	close(done)
	for {
		select {
		case <-ctx.Done():
			cancel()
			<-done
			return
		case <-changes:
			cancel()
			<-done
			var reloading context.Context
			reloading, cancel = context.WithCancel(ctx)
			done = make(chan struct{})
			go func(ended chan struct{}) {
				defer close(ended)
				s.reload(reloading)
			}(done)
		}
	}
}
