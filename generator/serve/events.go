package serve

import (
	"fmt"
	"net/http"
	"sync"
)

// browsers are the pages that wait to be told to reload, by server-sent events.
type browsers struct {
	lock    sync.Mutex
	waiting map[chan struct{}]bool
}

func newBrowsers() *browsers { return &browsers{waiting: map[chan struct{}]bool{}} }

// reload tells every page to reload.
func (b *browsers) reload() {
	b.lock.Lock()
	defer b.lock.Unlock()
	for page := range b.waiting {
		select {
		case page <- struct{}{}:
		default: // it has been told and has not heard yet
		}
	}
}

func (b *browsers) join() chan struct{} {
	b.lock.Lock()
	defer b.lock.Unlock()
	page := make(chan struct{}, 1)
	b.waiting[page] = true
	return page
}

func (b *browsers) leave(page chan struct{}) {
	b.lock.Lock()
	defer b.lock.Unlock()
	delete(b.waiting, page)
}

// ServeHTTP keeps a page's connection open and writes an event for each reload.
func (b *browsers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page := b.join()
	defer b.leave(page)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flush := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 500\n\n")
	if err := flush.Flush(); err != nil {
		return
	}
	for {
		select {
		case <-page:
			fmt.Fprint(w, "event: reload\ndata: now\n\n")
			if err := flush.Flush(); err != nil {
				return
			}
		case <-r.Context().Done(): // the browser has gone, or the program ends
			return
		}
	}
}

// reloadScript listens for events. It reloads once the server is back too, after it was started anew.
const reloadScript = `(function () {
  var lost = false;
  var events = new EventSource("/_mappe/events");
  events.addEventListener("reload", function () { location.reload(); });
  events.onerror = function () { lost = true; };
  events.onopen = function () { if (lost) location.reload(); };
})();
`
