package pdf

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"

	"mappe/generator/testtool"
)

func TestAProgramThatIsNoBrowserIsAPlainError(t *testing.T) {
	program := testtool.Path(t, "part of every Unix", "false")
	_, err := Start(t.Context(), Options{Program: program, BaseURL: "https://a.example/"})
	if !errors.Is(err, ErrBrowser) || errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "starting "+program) {
		t.Errorf("%v", err)
	}
}

// interrupted are files whose style sheet calls for an interruption when the browser asks for it, which is after it was looked at.
type interrupted struct {
	fstest.MapFS
	asked *int
	do    func()
}

func (i interrupted) ReadFile(name string) ([]byte, error) {
	if filepath.Ext(name) == ".css" {
		if *i.asked++; *i.asked == 3 {
			i.do()
		}
	}
	return i.MapFS.ReadFile(name)
}

func TestABrowserThatEndsWhilePrintingIsAPlainError(t *testing.T) {
	var p *Printer
	site := files(map[string]string{"de/print/all.html": brochure("de", "ltr", "Alles", "Abschnitt", 3)})
	o := options(t, nil)
	o.Read = interrupted{site, new(int), func() { chromedp.CallBrowser(p.ctx, browser.Crash, cdp.Empty{}) }}.ReadFile
	p = start(t, o)
	data, err := p.Print("de/print/all.html")
	if !errors.Is(err, ErrBrowser) || errors.Is(err, context.Canceled) || data != nil || !strings.Contains(err.Error(), "printing de/print/all.html: ") {
		t.Errorf("%v, %d bytes", err, len(data))
	}
}

func TestAPageThatIsTooMuchForTheBrowserIsAPlainError(t *testing.T) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		testtool.Missing(t, "the system does not tell which processes there are")
	}
	var p *Printer
	site := files(map[string]string{"de/print/all.html": brochure("de", "ltr", "Alles", "Abschnitt", 3)})
	o := options(t, nil)
	o.Read = interrupted{site, new(int), func() { killRenderers(chromedp.FromContext(p.ctx).Browser.Process().Pid) }}.ReadFile
	p = start(t, o)
	data, err := p.Print("de/print/all.html")
	if !errors.Is(err, ErrBrowser) || !strings.Contains(err.Error(), "too much for it") || data != nil {
		t.Errorf("%v, %d bytes", err, len(data))
	}
	site["de/print/all.html"].Data = []byte("<p>next")
	if _, err := p.Print("de/print/all.html"); err != nil {
		t.Errorf("the next page: %v", err)
	}
}

// killRenderers kills the processes below one that hold pages, as a system does that is short of memory.
func killRenderers(above int) {
	list, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range list {
		stat, _ := os.ReadFile(name)
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:])) // proc(5): state, parent
		if len(fields) < 2 || fields[1] != strconv.Itoa(above) {
			continue
		}
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		if command, _ := os.ReadFile(filepath.Join(filepath.Dir(name), "cmdline")); bytes.Contains(command, []byte("--type=renderer")) {
			if process, err := os.FindProcess(pid); err == nil {
				process.Kill()
			}
		}
		killRenderers(pid)
	}
}

func TestCancellingStopsTheBrowserAndLeavesNothing(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	o := options(t, nil)
	o.Read = interrupted{files(map[string]string{"de/print/all.html": brochure("de", "ltr", "Alles", "Abschnitt", 3)}), new(int), cancel}.ReadFile
	p, err := Start(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	process := chromedp.FromContext(p.ctx).Browser.Process()
	if data, err := p.Print("de/print/all.html"); !errors.Is(err, context.Canceled) || errors.Is(err, ErrBrowser) || data != nil {
		t.Errorf("%v, %d bytes", err, len(data))
	}
	p.Close()
	if err := process.Kill(); !errors.Is(err, os.ErrProcessDone) {
		t.Errorf("the browser is still there: %v", err)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
	list, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, name := range list {
		if command, _ := os.ReadFile(name); bytes.Contains(command, []byte(temporary)) {
			t.Errorf("a process of the browser is still there: %q", command)
		}
	}
}
