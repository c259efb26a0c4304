package pdf

// Page numbers in the contents
//
// Browsers cannot yet print "see page 12" (CSS target-counter()). So a page leaves room for its numbers,
//
//	<nav class="contents"> … <a href="#work">Work</a> <span class="pg" data-for="work"></span> …
//
// and is printed twice: the first PDF says on which sheet each section starts, which is written into the page for the second.
// The room has a width of its own in the style sheet, so that numbers move nothing; should they do so all the same, a third
// printing gets the new ones. One that moves even then would print wrong numbers and is an error.

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"

	"github.com/chromedp/chromedp"
)

// passes is how often a page is printed at most.
const passes = 3

const (
	// rooms are the sections whose page numbers the contents have room for.
	rooms = `Array.from(document.querySelectorAll(".pg[data-for]"), room => room.dataset.for)`
	// numbers is the script that writes them.
	numbers = `(starts => {
	for (const room of document.querySelectorAll(".pg[data-for]")) room.textContent = starts[room.dataset.for];
})(%s)`
)

// printWithContents prints what a tab shows.
func printWithContents(tab context.Context) ([]byte, error) {
	sections, err := chromedp.Run(tab, chromedp.Evaluate[[]string](rooms))
	if err != nil {
		return nil, err
	}
	if len(sections) == 0 {
		return paper(tab, false)
	}
	return settle(sections, func(draft bool) ([]byte, error) { return paper(tab, draft) }, func(starts map[string]int) error {
		list, err := json.Marshal(starts)
		if err != nil {
			return err
		}
		return chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(numbers, list)))
	})
}

// settle prints and writes the numbers of the sections in turn, until those on paper are the right ones. The first printing is a draft.
func settle(sections []string, paper func(draft bool) ([]byte, error), write func(starts map[string]int) error) ([]byte, error) {
	var written map[string]int
	for pass := range passes {
		data, err := paper(pass == 0)
		if err != nil {
			return nil, err
		}
		starts, err := startsOf(data, sections)
		if err != nil {
			return nil, err
		}
		if maps.Equal(starts, written) {
			return data, nil
		}
		if err := write(starts); err != nil {
			return nil, err
		}
		written = starts
	}
	return nil, &pageError{fmt.Sprintf("the numbers in its contents do not settle in %d passes; .pg needs a fixed width", passes)}
}

// startsOf returns the sheet on which each section starts, from 1.
func startsOf(data []byte, sections []string) (map[string]int, error) {
	places, err := readPlaces(data)
	if err != nil {
		return nil, fmt.Errorf("reading the PDF: %w", err)
	}
	starts := make(map[string]int, len(sections))
	for _, section := range sections {
		sheet, known := places[section]
		if !known {
			return nil, &pageError{fmt.Sprintf("its contents name a section #%s, but there is none, or no link leads to it", section)}
		}
		starts[section] = sheet
	}
	return starts, nil
}
