package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// inputs returns the page, the files that it shows and those that they show, sorted. It looks for addresses where they may stand and does not
// read the page as a browser does: one too many only means that a page is printed again, and after printing one with a file that
// is not among them nothing is remembered (Printer.Print).
func inputs(read func(path string) ([]byte, error), page string) ([]string, error) {
	known := map[string]bool{}
	waiting := []string{page}
	for len(waiting) > 0 {
		name := waiting[0]
		waiting = waiting[1:]
		if known[name] {
			continue
		}
		data, err := read(name)
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == page:
			return nil, fmt.Errorf("there is no such page: %w", err)
		case err != nil && name == page:
			return nil, err
		case err != nil:
			continue // the browser will ask for it, if it really is shown
		}
		known[name] = true
		for _, link := range linksIn(name, data) {
			if shown, inside := resolve(name, link); inside && isShown(shown) {
				waiting = append(waiting, shown)
			}
		}
	}
	var list []string
	for name := range known {
		list = append(list, name)
	}
	slices.Sort(list)
	return list, nil
}

var (
	inStyles = regexp.MustCompile(`(?i)url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)`)
	inPages  = regexp.MustCompile(`(?i)\s(?:src|srcset|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
)

// linksIn are the addresses in a page, a style sheet or a drawing, as they are written there.
func linksIn(name string, data []byte) []string {
	var found [][][]byte
	switch path.Ext(name) {
	case ".html":
		found = inPages.FindAllSubmatch(data, -1)
	case ".css", ".svg":
		found = inStyles.FindAllSubmatch(data, -1)
	}
	var links []string
	for _, groups := range found {
		value := html.UnescapeString(string(bytes.Join(groups[1:], nil)))
		for candidate := range strings.SplitSeq(value, ",") { // srcset lists pictures with their widths
			if fields := strings.Fields(candidate); len(fields) > 0 {
				links = append(links, fields[0])
			}
		}
	}
	return links
}

// isShown reports whether a file of this name is something that a page shows, and not a page or a script.
func isShown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".css", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".woff2", ".woff", ".ttf", ".otf":
		return true
	}
	return false
}

// resolve returns the file that a link in another names.
func resolve(from, link string) (name string, inside bool) {
	to, err := url.Parse(link)
	if err != nil || to.Scheme != "" || to.Host != "" || to.Path == "" {
		return "", false
	}
	name = path.Join(path.Dir(from), to.Path)
	return name, fs.ValidPath(name)
}
