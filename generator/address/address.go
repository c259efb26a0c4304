// Package address says where every page lives. An address never holds a translated word, so that it stays the same in every
// language and whatever a title becomes.
package address

import (
	"strconv"
	"strings"
)

// Home returns the path of a language's home page. Paths are below the output folder, with slashes.
func Home(lang string) string { return lang + "/index.html" }

// Chooser is the path of the choice of language.
const Chooser = "index.html"

// NotFound is the path of the page that web servers show for what is not there.
const NotFound = "404.html"

// List returns the path of a page of a type's list, pages counted from 1.
func List(lang, folder string, page int) string {
	if page > 1 {
		return lang + "/" + folder + "/page-" + strconv.Itoa(page) + ".html"
	}
	return lang + "/" + folder + "/index.html"
}

// Narrowed returns the path of a page of a type's list narrowed to one term of a facet.
func Narrowed(lang, folder, facet, term string, page int) string {
	path := lang + "/" + folder + "/by/" + facet + "/" + term
	if page > 1 {
		path += ".page-" + strconv.Itoa(page)
	}
	return path + ".html"
}

// Record returns the path of a record's page.
func Record(lang, folder, id string) string { return lang + "/" + folder + "/" + id + ".html" }

// Reach returns the path of the page that says how to get to a record by bus and train.
func Reach(lang, folder, id string) string { return lang + "/reach/" + folder + "/" + id + ".html" }

// Place returns the path of the page with everything for a place.
func Place(lang, id string) string { return Record(lang, "places", id) }

// Topic returns the path of the page with everything for a topic.
func Topic(lang, id string) string { return Record(lang, "topics", id) }

// ContactFinder returns the path of the page that says whom to ask.
func ContactFinder(lang string) string { return lang + "/contacts/find.html" }

// Open returns the path of the view of what is open whatever one's papers.
func Open(lang string) string { return lang + "/open.html" }

// Search returns the path of the search.
func Search(lang string) string { return lang + "/search.html" }

// SearchFolder is the folder of all search indexes.
const SearchFolder = "search/"

// SearchIndex returns the folder of a language's search index, with a slash at its end.
func SearchIndex(lang string) string { return SearchFolder + lang + "/" }

// ReachFolder is where the files lie by which the search narrows by the way there and home.
const ReachFolder = "reach/"

// OpenSearch returns the path of what a browser needs to search the site from its address bar.
func OpenSearch(lang string) string { return lang + "/opensearch.xml" }

// Media returns the path of a file of a record, or in media/ where the folder is empty.
func Media(folder, id, name string) string {
	if folder == "" {
		return "media/" + name
	}
	return "media/" + folder + "/" + id + "/" + name
}

// Manifest returns the path of a language's web app manifest.
func Manifest(lang string) string { return lang + "/manifest.json" }

// Public returns what a path is called on the web, where a folder's index is called after the folder.
func Public(path string) string {
	if folder, isIndex := strings.CutSuffix(path, "index.html"); isIndex && (folder == "" || folder[len(folder)-1] == '/') {
		return folder
	}
	return path
}

// Up returns what leads from a page to the folder its own path starts in, "../" as often as the page is deep. Links are
// relative, so that the site works at any path of any web server.
func Up(path string) string {
	const deep = "../../../../../../../../" // deeper than pages lie, so that nothing is made anew for each link
	n := strings.Count(path, "/")
	if n*len("../") > len(deep) {
		return strings.Repeat("../", n)
	}
	return deep[:n*len("../")]
}

// Relative returns the link from one page to another, as short as it can be.
func Relative(from, to string) string {
	up, down := Steps(from, to)
	return up + down
}

// Steps returns what a link is made of that is as short as it can be: what leads up to the folder that both pages share, then down.
func Steps(from, to string) (up, down string) {
	shared := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			shared = i + 1
		}
	}
	return Up(from[shared:]), to[shared:]
}
