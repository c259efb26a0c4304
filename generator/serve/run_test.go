package serve

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// running starts a server and returns its address.
func running(t *testing.T, o Options) (address string, stop func() error) {
	t.Helper()
	started := make(chan string, 1)
	o.Started = func(address string) { started <- address }
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, o) }()
	t.Cleanup(cancel)
	select {
	case address = <-started:
	case err := <-ended:
		t.Fatalf("not started: %v", err)
	}
	return address, func() error {
		cancel()
		return next(t, ended)
	}
}

func fetch(t *testing.T, address string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	must(t, err)
	response, err := http.DefaultClient.Do(request)
	must(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(t, err)
	return string(body)
}

func TestAnEditIsOnTheScreenAndTheBrowserIsToldToReload(t *testing.T) {
	source := smallSite(t)
	o, reloads := optionsOf(source)
	address, stop := running(t, o)
	next(t, reloads) // the first time
	page := address + "de/courses/a2.html"
	if !strings.Contains(fetch(t, page), "Weiter geht es.") {
		t.Fatal("the page is not there")
	}

	events, err := http.Get(address + "_mappe/events")
	must(t, err)
	defer events.Body.Close()
	lines := bufio.NewScanner(events.Body)
	lines.Scan() // the connection stands

	name := filepath.Join(source, "content", "courses", "a2.md")
	text, err := os.ReadFile(name)
	must(t, err)
	write(t, name+".new", strings.Replace(string(text), "Weiter geht es.", "Jetzt anders.", 1))
	must(t, os.Rename(name+".new", name))
	for lines.Scan() && lines.Text() != "event: reload" {
	}
	if lines.Text() != "event: reload" {
		t.Fatal("no event came")
	}
	for !strings.Contains(fetch(t, page), "Jetzt anders.") {
		next(t, reloads) // the first may have been of the new file alone
	}
	if err := stop(); err != nil {
		t.Errorf("stopped with %v", err)
	}
}

func TestItListensForThisComputerAloneUnlessToldOtherwise(t *testing.T) {
	for _, row := range []struct {
		addr     string
		loopback bool
	}{
		{"127.0.0.1:0", true},
		{"localhost:0", true},
		{":0", true},
		{"0.0.0.0:0", false},
	} {
		listener, err := listen(t.Context(), row.addr)
		must(t, err)
		if ip := listener.Addr().(*net.TCPAddr).IP; ip.IsLoopback() != row.loopback {
			t.Errorf("%s listens on %s", row.addr, ip)
		}
		if address := addressOf(listener); !row.loopback && !strings.HasPrefix(address, "http://localhost:") {
			t.Errorf("%s is visited at %s", row.addr, address)
		}
		listener.Close()
	}
	if _, err := listen(t.Context(), "8080"); err == nil {
		t.Error("an address without a colon is taken")
	}
}

func TestASourceThatIsNotThereEndsIt(t *testing.T) {
	o, _ := optionsOf(filepath.Join(t.TempDir(), "none"))
	if err := Run(t.Context(), o); err == nil {
		t.Error("no error")
	}
}

func TestAPortThatIsTakenEndsIt(t *testing.T) {
	listener, err := listen(t.Context(), "127.0.0.1:0")
	must(t, err)
	defer listener.Close()
	o, _ := optionsOf(smallSite(t))
	o.Addr = listener.Addr().String()
	if err := Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), o.Addr) {
		t.Errorf("got %v", err)
	}
}

func TestACancelledReloadLeavesWhatIsThere(t *testing.T) {
	source := smallSite(t)
	s := served(t, source)
	before := s.now.ready
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s.reload(ctx)
	if s.now.ready != before || s.now.broken {
		t.Error("the site has changed")
	}
	if r := get(s, "/de/"); r.Code != http.StatusOK {
		t.Errorf("got %d", r.Code)
	}
}
