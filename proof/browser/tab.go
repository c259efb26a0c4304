package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Tab is a page in the browser. It is for one goroutine.
type Tab struct {
	ctx   context.Context
	close context.CancelFunc

	mu       sync.Mutex // the browser tells in its own time
	requests []string
	messages []string
}

// Open opens an empty tab that shares no cookies and no storage with the others. For its pages it is noon of the day (as 2027-02-15).
func (b *Browser) Open(day string) (*Tab, error) {
	ctx, leave := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t := &Tab{ctx: ctx, close: leave}
	err := chromedp.Listen(ctx, t.note)
	if err == nil {
		err = chromedp.Do(ctx, command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: clock(day)}))
	}
	if err != nil {
		leave()
		return nil, fmt.Errorf("opening a tab: %w", err)
	}
	return t, nil
}

// clock is a script that stops the page's clock.
func clock(day string) string {
	return `{
	const now = new Date("` + day + `T12:00:00").getTime();
	self.Date = class extends Date {
		constructor(...given) { super(...(given.length ? given : [now])); }
		static now() { return now; }
	};
}`
}

// Speaks sets the languages that the reader's browser is set to, for the pages to be loaded.
func (t *Tab) Speaks(languages ...string) error {
	source := fmt.Sprintf("Object.defineProperty(navigator, 'languages', { configurable: true, get: () => %q.split(' ') })", strings.Join(languages, " "))
	if err := chromedp.Do(t.ctx, command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})); err != nil {
		return fmt.Errorf("setting the reader's languages: %w", err)
	}
	return nil
}

// Close closes the tab.
func (t *Tab) Close() { t.close() }

// note keeps what the browser tells about the page.
func (t *Tab) note(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		t.requests = append(t.requests, e.Request.URL)
	case *network.EventLoadingFailed:
		t.messages = append(t.messages, "loading failed: "+e.ErrorText+" "+string(e.BlockedReason))
	case *log.EventEntryAdded:
		t.messages = append(t.messages, strings.TrimSpace(fmt.Sprintf("%s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL)))
	case *runtime.EventExceptionThrown:
		t.messages = append(t.messages, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		t.messages = append(t.messages, "console."+string(e.Type))
	}
}

// Load goes to an address and waits until everything the page asks for is there.
func (t *Tab) Load(address string) error {
	t.mu.Lock()
	t.requests, t.messages = nil, nil
	t.mu.Unlock()
	if err := chromedp.Do(t.ctx, chromedp.Navigate(address)); err != nil {
		return fmt.Errorf("loading %s: %w", address, err)
	}
	return nil
}

// Requests are the addresses the page has asked for since it was loaded, its own first.
func (t *Tab) Requests() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.requests)
}

// Messages are what stands in the console since the page was loaded: what scripts print or throw, and what the browser complains of.
func (t *Tab) Messages() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.messages)
}

// Ask evaluates an expression in the page and returns its value; a promise is waited for.
func Ask[T any](t *Tab, expression string) (T, error) {
	answer, err := chromedp.Run(t.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return answer, fmt.Errorf("asking the page: %w", err)
	}
	return answer, nil
}

// Tell evaluates a script in the page for what it does.
func (t *Tab) Tell(script string) error {
	if err := chromedp.Do(t.ctx, chromedp.Evaluate[chromedp.Void](script)); err != nil {
		return fmt.Errorf("running a script in the page: %w", err)
	}
	return nil
}

// PressTab presses the tabulator key a number of times.
func (t *Tab) PressTab(times int) error {
	if err := chromedp.Do(t.ctx, chromedp.KeyEvent(strings.Repeat(kb.Tab, times))); err != nil {
		return fmt.Errorf("pressing the tabulator key: %w", err)
	}
	return nil
}

// PressEnter presses the enter key.
func (t *Tab) PressEnter() error {
	if err := chromedp.Do(t.ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
		return fmt.Errorf("pressing the enter key: %w", err)
	}
	return nil
}

// Print returns the page as a PDF on A4, as a reader's print dialog would make it: without backgrounds, the margins the page's own.
func (t *Tab) Print() ([]byte, error) {
	own := true
	pdf, err := chromedp.Run(t.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), func(p *page.PrintToPDFParams) { p.PreferCSSPageSize = &own }))
	if err != nil {
		return nil, fmt.Errorf("printing: %w", err)
	}
	return pdf, nil
}

// Cookies is how many cookies the browser holds for the page.
func (t *Tab) Cookies() (int, error) {
	cookies, err := chromedp.Run(t.ctx, func(ctx context.Context, target *chromedp.Target) (int, error) {
		answer, err := cdp.Call(ctx, target, network.GetCookies, network.GetCookiesParams{})
		return len(answer.Cookies), err
	})
	if err != nil {
		return 0, fmt.Errorf("asking for cookies: %w", err)
	}
	return cookies, nil
}

// Screenshot returns a PNG of the whole page, not only of what the window shows.
func (t *Tab) Screenshot() ([]byte, error) {
	picture, err := chromedp.Run(t.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		return nil, fmt.Errorf("taking a screenshot: %w", err)
	}
	return picture, nil
}
