// Package serve shows a site while it is being edited: the pipeline of package build, with pages rendered when they are asked for, the
// source watched, and the browser told to reload.
//
// The way through the files: serve.go runs it, state.go is the last good site and what is wrong since, edits.go the files that have changed, pages.go answers requests,
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
	// Addr is host:port to listen on. Without a host only this computer can reach it.
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
	listener, err := listen(ctx, o.Addr)
	if err != nil {
		return err
	}
	defer listener.Close() // once more, where it was not served from
	o.BaseURL = addressOf(listener)
	s := newServer(o)
	defer s.close()
	watching, stop := context.WithCancel(ctx)
	defer stop()
	changes, err := watch(watching, o.Source, s.edited)
	if err != nil {
		return err
	}
	s.reload(ctx)
	if ctx.Err() != nil {
		return nil
	}
	o.Started(o.BaseURL)
	followed := make(chan struct{})
	go func() {
		defer close(followed)
		follow(watching, changes, s.catchUp, func(ctx context.Context) {
			s.reload(ctx)
			s.catchUp(ctx)
		})
	}()
	err = s.serve(ctx, listener)
	stop()
	<-followed
	return err
}

// listen opens the port. A loopback address is the default, so that nobody else in the network sees drafts unless told so.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("listening on %s: %w", addr, err)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", net.JoinHostPort(host, port))
	if err != nil {
		return nil, fmt.Errorf("listening on %s: %w", addr, err)
	}
	return listener, nil
}

// addressOf is what one types into a browser of this computer.
func addressOf(listener net.Listener) string {
	at, ok := listener.Addr().(*net.TCPAddr)
	if ok && at.IP.IsUnspecified() {
		return fmt.Sprintf("http://localhost:%d/", at.Port)
	}
	return "http://" + listener.Addr().String() + "/"
}

// serve answers requests until ctx is cancelled.
func (s *server) serve(ctx context.Context, listener net.Listener) error {
	web := &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving %s: %w", s.BaseURL, err)
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	if err := web.Shutdown(closing); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("closing %s: %w", s.BaseURL, err)
	}
	return nil
}

// follow calls first, and then reload for each change, one at a time. A later change cancels what is being done.
func follow(ctx context.Context, changes <-chan struct{}, first, reload func(context.Context)) {
	cancel := func() {}
	done := make(chan struct{})
	start := func(work func(context.Context)) {
		var working context.Context
		working, cancel = context.WithCancel(ctx)
		done = make(chan struct{})
		go func(ended chan struct{}) {
			defer close(ended)
			work(working)
		}(done)
	}
	start(first)
	for {
		select {
		case <-ctx.Done():
			cancel()
			<-done
			return
		case <-changes:
			cancel()
			<-done
			start(reload)
		}
	}
}
