// Package browser opens pages in Chromium the way a reader would, and notes what they ask for and complain about.
//
// browser.go starts the program, tab.go is one page in it, view.go is how the reader looks at it.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// ErrNone says that there is no Chromium on this machine.
var ErrNone = errors.New("no Chromium found (Debian: chromium-headless-shell; or name one in CHROMIUM)")

// Find returns the program to start: the one the environment variable CHROMIUM names, else the first that is installed.
func Find() (string, error) {
	if named := os.Getenv("CHROMIUM"); named != "" {
		return named, nil
	}
	for _, name := range []string{"chromium-headless-shell", "headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// Browser is a running Chromium.
type Browser struct {
	ctx   context.Context
	close context.CancelFunc
}

// Start starts the program until Close.
func Start(ctx context.Context, program string) (*Browser, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		// Containers rarely let a sandbox be made, and the pages are our own.
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		// Whatever a page asks another host for must fail and be seen, not be fetched.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("lang", "de"),
	)
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	ctx, leave := chromedp.NewContext(ctx)
	b := &Browser{ctx: ctx, close: func() { leave(); stop() }}
	if err := chromedp.Do(ctx); err != nil {
		b.close()
		return nil, fmt.Errorf("starting %s: %w", program, err)
	}
	return b, nil
}

// Close ends the browser.
func (b *Browser) Close() { b.close() }
