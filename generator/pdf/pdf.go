// Package pdf turns pages of a site into PDFs, with a Chromium, Chrome or Edge that it finds on the machine.
//
// The browser is never let out: it is sent to the addresses the pages will have, and every request it makes is answered from
// the site's files. So links in a PDF lead to the published site, nothing of this machine is in it, and no network is needed.
//
// The way through its files: find.go finds the browser, pdf.go starts it and prints a page, in as many passes as its contents
// need (contents.go, with places.go, which reads where a PDF's sections start); answer.go answers requests; stamp.go fixes
// what would differ from one printing to the next, and notes in the PDF what it was made from; pack.go makes it smaller, and outline.go gives
// its outline the page's words; inputs.go knows which files
// that is.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// ErrBrowser says that the browser could not be started, ended by itself or did not do what it was asked.
var ErrBrowser = errors.New("the browser failed")

// A browser that needs longer than this will never be done. It starts within a second and prints a brochure of 300 offers in five.
const (
	longestStart = time.Minute
	longestPage  = 5 * time.Minute
)

// Options say what is printed, and with what.
type Options struct {
	// Program is the browser, as Find returns it.
	Program string
	// Read returns a file of the site: the pages and all that they show. It is called by many goroutines.
	Read func(path string) ([]byte, error)
	// BaseURL is the web address at which the site will be published; it ends with a slash.
	BaseURL string
	// Date is what the PDFs give as the moment they were made.
	Date time.Time
	// Version is the program's own.
	Version string
}

// Printer is a browser that prints pages. It is safe for many goroutines.
type Printer struct {
	Options
	base *url.URL
	// browser is its name and version, HeadlessChrome/156.0.8078.79 for one.
	browser string
	ctx     context.Context // of the browser
	caller  context.Context // the one Start was given
	close   context.CancelFunc
}

// Start starts the browser until Close, or until ctx is cancelled; no process of it stays. The error is an ErrBrowser, or that of ctx.
func Start(ctx context.Context, o Options) (*Printer, error) {
	base, err := url.Parse(o.BaseURL)
	if err != nil || !strings.HasSuffix(base.Path, "/") {
		return nil, fmt.Errorf("%q is no web address that ends with a slash: %w", o.BaseURL, err)
	}
	settings := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(o.Program),
		// Containers rarely let a sandbox be made. The pages are our own, their scripts are off, and nothing is fetched.
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		// Requests are answered here; what the browser might ask for of its own accord must fail.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"),
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("disable-component-update", true),
		// Glyphs at the same places on every screen.
		chromedp.Flag("font-render-hinting", "none"),
	)
	running, stop := chromedp.NewExecAllocator(ctx, settings...)
	// What goes wrong is returned; the library would also print it.
	running, leave := chromedp.NewContext(running, chromedp.WithErrorf(func(string, ...any) {}))
	p := &Printer{Options: o, base: base, ctx: running, caller: ctx, close: func() { leave(); stop() }}
	waiting := time.AfterFunc(longestStart, leave)
	version, err := chromedp.CallBrowser(running, browser.GetVersion, cdp.Empty{})
	if !waiting.Stop() {
		err = tooLong(longestStart)
	}
	if err != nil {
		p.close()
		return nil, p.failed("starting "+o.Program, err)
	}
	p.browser = version.Product
	return p, nil
}

// Close ends the browser.
func (p *Printer) Close() { p.close() }

// Print returns a page of the site as a PDF: tagged, with an outline, title and language, on the paper its style sheet asks for, and with
// page numbers in its contents. The error is an ErrBrowser, or says what is wrong with the page.
func (p *Printer) Print(path string) ([]byte, error) {
	from, err := p.originOf(path)
	if err != nil {
		return nil, err
	}
	printed, err := p.fromBrowser(path)
	if err != nil {
		return nil, err
	}
	data := pack(dated(printed.pdf, p.Date), printed.headings)
	if printed.answers.within(from.files) {
		data = stamped(data, from.sum)
	}
	return data, nil
}

// printout is what the browser made of a page, and what it said on the way.
type printout struct {
	pdf      []byte
	headings []string
	answers  *answers
}

// fromBrowser prints a page in a tab of its own.
func (p *Printer) fromBrowser(path string) (*printout, error) {
	tab, leave := chromedp.NewContext(p.ctx)
	defer leave()
	limited, crash := context.WithCancelCause(tab)
	defer crash(nil)
	limited, end := context.WithTimeoutCause(limited, longestPage, tooLong(longestPage))
	defer end()
	// The tab lives as long as the context of its first use, which must not be the limited one.
	err := chromedp.Listen(tab, func(event any) {
		if _, crashed := event.(*inspector.EventTargetCrashed); crashed {
			crash(errors.New("the page was too much for it"))
		}
	})
	if err != nil {
		return nil, p.failed("opening a tab", err)
	}
	printed := &printout{answers: p.answer(tab)}
	err = p.printIn(limited, path, printed)
	if fault := printed.answers.fault(); fault != nil {
		err = fault
	} else if cause := context.Cause(limited); err != nil && cause != nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	if err != nil {
		return nil, p.failed("printing "+path, err)
	}
	return printed, nil
}

// printIn loads a page in a tab and prints it.
func (p *Printer) printIn(tab context.Context, path string, printed *printout) error {
	address := p.base.ResolveReference(&url.URL{Path: path})
	err := chromedp.Do(tab,
		command(fetch.Enable, fetch.EnableParams{}),
		// A page is what stands in its HTML: scripts would hide what has passed by the clock of whoever prints.
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}),
		chromedp.Navigate(address.String()),
		chromedp.Evaluate[chromedp.Void](waiting, chromedp.EvalAwaitPromise),
	)
	if err != nil {
		return err
	}
	if printed.headings, err = chromedp.Run(tab, chromedp.Evaluate[[]string](headings)); err != nil {
		return err
	}
	printed.pdf, err = printWithContents(tab)
	return err
}

// waiting is a promise that fonts and pictures are there, also those that browsers load only once a reader sees them. Those that cannot
// be shown are not waited for.
const waiting = `Promise.allSettled([...document.fonts].map(font => font.load()).concat(Array.from(document.images, image => {
	image.loading = "eager";
	return image.decode();
}))).then(() => undefined)`

// invisible is a script that makes everything invisible, where it stands, or visible again.
const invisible = `(draft => {
	const sheet = new CSSStyleSheet();
	if (draft) sheet.replaceSync("* { visibility: hidden !important; }");
	document.adoptedStyleSheets = [sheet];
})(%t)`

// paper prints what a tab shows. A draft has the same sheets and places, with nothing on them and no tags, which takes half the time.
func paper(tab context.Context, draft bool) ([]byte, error) {
	if err := chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(invisible, draft))); err != nil {
		return nil, err
	}
	return chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), func(params *page.PrintToPDFParams) {
		yes, tagged := true, !draft
		params.PreferCSSPageSize, params.PrintBackground = &yes, &yes
		// The outline is made of the tags: there is none without them.
		params.GenerateTaggedPDF, params.GenerateDocumentOutline = &tagged, &tagged
	}))
}

// command is a step that sends one command of the browser's protocol and wants nothing back.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, c, params)
		return chromedp.Void{}, err
	}
}

// failed says what went wrong. A browser that ends takes its context along, which must not look as if somebody had cancelled.
func (p *Printer) failed(doing string, err error) error {
	if cancelled := p.caller.Err(); cancelled != nil {
		return cancelled
	}
	if faulty := (*pageError)(nil); errors.As(err, &faulty) {
		return fmt.Errorf("%s: %w", doing, faulty)
	}
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		return fmt.Errorf("%s: %w: it ended by itself (%v)", doing, ErrBrowser, ended)
	}
	return fmt.Errorf("%s: %w: %s", doing, ErrBrowser, strings.TrimSpace(err.Error()))
}

func tooLong(limit time.Duration) error { return fmt.Errorf("it took longer than %s", limit) }

// pageError is what is wrong with a page, not with the browser.
type pageError struct{ what string }

func (e *pageError) Error() string { return e.what }
