package main

import (
	"context"
	"encoding/json"
	"fmt"

	"mappe/bench/peers"
	"mappe/proof/browser"
)

// engine is one of what is measured.
type engine struct {
	name  string
	build func(ctx context.Context, cache, temp string, offers int) (site string, err error)
	page  string
	// Scripts: wait until the page can be asked, put the question and wait for ten results, and ask again and again: [milliseconds].
	ready, first, again string
}

func engines() []engine {
	return []engine{
		{name: "mappe", build: buildOurs, page: "de/search.html", ready: until(`!document.getElementById("found").hidden`), first: oursFirst, again: oursAgain},
		{name: "Pagefind " + peers.PagefindVersion, build: buildPagefind, page: "", ready: until("self.ready"), first: pagefindFirst, again: pagefindAgain},
	}
}

// until waits for something to be true, and then for what it has set off.
func until(condition string) string {
	return `(async () => {
	while (!(` + condition + `)) await new Promise((done) => setTimeout(done, 20));
	await new Promise((done) => setTimeout(done, 300));
	return true;
})()`
}

const oursFirst = `(async (text) => {
	const input = document.getElementById("q"), count = document.getElementById("result-count");
	delete count.dataset.count;
	input.value = text;
	document.getElementById("search").requestSubmit();
	while (!count.dataset.count || document.getElementById("results").children.length < Math.min(10, count.dataset.count)) await new Promise((done) => setTimeout(done, 20));
	await new Promise((done) => setTimeout(done, 300));
	return Number(count.dataset.count);
})(%s)`

const oursAgain = `(async (text) => {
	const { folder, head } = document.getElementById("search").dataset;
	const engine = await mappeSearch.open(folder, head, document.getElementById("search").dataset);
	return timed(() => engine.query({ text }));
})(%s)`

const pagefindFirst = `(async (text) => {
	const found = await pagefind.search(text);
	await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
	return found.results.length;
})(%s)`

const pagefindAgain = `(async (text) => timed(() => pagefind.search(text)))(%s)`

// timed asks thirty times, of which the first ten warm up, and returns the median of the others.
const timed = `self.timed = async (ask) => {
	const times = [];
	for (let i = 0; i < 30; i++) {
		const start = performance.now();
		await ask();
		times.push(performance.now() - start);
	}
	return times.slice(10).sort((a, b) => a - b)[10];
}`

// ask opens the page in a tab that knows nothing yet and asks one question.
func (e *engine) ask(chromium *browser.Browser, s *server, question string) (r result, err error) {
	tab, err := chromium.Open(peers.CorpusDay)
	if err != nil {
		return r, err
	}
	defer tab.Close()
	quoted, err := json.Marshal(question)
	if err != nil {
		return r, err
	}
	s.taken()
	if err := tab.Load(s.address + e.page); err != nil {
		return r, err
	}
	if _, err := browser.Ask[bool](tab, e.ready); err != nil {
		return r, err
	}
	r.Open = s.taken()
	if r.Hits, err = browser.Ask[int](tab, fmt.Sprintf(e.first, quoted)); err != nil {
		return r, err
	}
	r.First = s.taken()
	if err := tab.Tell(timed); err != nil {
		return r, err
	}
	r.Warm, err = browser.Ask[float64](tab, fmt.Sprintf(e.again, quoted))
	return r, err
}
