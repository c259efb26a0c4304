// Package workers has many things done on all cores.
package workers

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Jobs is how many things are done at once: as many as wanted, on all cores where that is none.
func Jobs(wanted int) int {
	if wanted > 0 {
		return wanted
	}
	return runtime.GOMAXPROCS(0)
}

// Each calls a worker for every number below n, so many at once as Jobs says, until one fails or ctx is cancelled, and returns why it ended early.
// Each goroutine makes a worker of its own, which may keep state between its calls.
func Each(ctx context.Context, jobs, n int, worker func() func(int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(Jobs(jobs), n) {
		workers.Go(func() {
			work := worker()
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if err := work(i); err != nil {
					cancel(err)
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}
