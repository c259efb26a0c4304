package workers

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
)

func TestEachNumberIsDoneOnce(t *testing.T) {
	for _, jobs := range []int{0, 1, 3, 100} {
		done := make([]atomic.Int32, 50)
		var made atomic.Int32
		err := Each(t.Context(), jobs, len(done), func() func(int) error {
			made.Add(1)
			return func(i int) error { done[i].Add(1); return nil }
		})
		for i := range done {
			if n := done[i].Load(); n != 1 {
				t.Errorf("%d jobs: number %d was done %d times", jobs, i, n)
			}
		}
		if want := min(Jobs(jobs), len(done)); err != nil || int(made.Load()) != want {
			t.Errorf("%d jobs: %d workers, want %d; %v", jobs, made.Load(), want, err)
		}
	}
}

func TestAFailureEndsTheWork(t *testing.T) {
	failed, done := errors.New("failed"), 0
	err := Each(t.Context(), 1, 10, func() func(int) error {
		return func(i int) error {
			done++
			if i == 3 {
				return failed
			}
			return nil
		}
	})
	if !errors.Is(err, failed) || done != 4 {
		t.Errorf("%d were done, %v", done, err)
	}
}

func TestNothingIsDoneOnceItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := Each(ctx, 2, 10, func() func(int) error {
		return func(i int) error { t.Errorf("%d was done", i); return nil }
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
}
