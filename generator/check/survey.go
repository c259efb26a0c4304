package check

import (
	"path"
	"slices"
	"strings"
	"sync"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/prose"
)

// survey is what the rules look at: the catalogue, today, and what several of them need to know. It does not change.
type survey struct {
	*catalog.Catalogue
	today  date.Date
	prose  *prose.Prose
	tree   *facts.PlaceTree
	levels *facts.Levels
	// there returns the records that have files, <type>/<id>, those that cannot be used included: they have findings of their own.
	there func() map[string]bool
	// renamed are the records by the names they had before.
	renamed map[string]catalog.Entry
	// names are the words of names, for texts in Leichte Sprache.
	names map[string]bool
}

func newSurvey(c *catalog.Catalogue, input Input) *survey {
	s := &survey{
		Catalogue: c, today: input.Today, prose: input.Prose,
		tree: facts.NewPlaceTree(c), levels: facts.NewLevels(c.Vocabulary("levels")),
		there: sync.OnceValue(func() map[string]bool { return recordsOf(c.Tree) }), renamed: map[string]catalog.Entry{},
		names: namesOf(c),
	}
	for _, e := range c.Entries {
		for _, id := range e.Base().FormerIDs {
			s.renamed[e.Base().Folder()+"/"+id] = e
		}
	}
	return s
}

func recordsOf(tree *content.Tree) map[string]bool {
	there := make(map[string]bool, len(tree.Records))
	for i := range tree.Records {
		there[tree.Records[i].Key()] = true
	}
	return there
}

// inUse reports whether a record is meant for readers at some time: what is drafted, planned or archived is not held to be
// fresh or complete.
func inUse(e catalog.Entry) bool {
	status := e.Base().Status
	return status == "published" || status == "paused"
}

// hasPage reports whether records of a type have a page that can be linked to.
func hasPage(folder string) bool { return folder != "venues" && folder != "notices" }

// fileOf returns the path of a file that a record names, beside it or as media/…, and whether it is there.
func (s *survey) fileOf(record *catalog.Record, name string) (string, bool) {
	if strings.HasPrefix(name, "media/") {
		full := path.Join(content.Root, name)
		return full, s.Tree.MediaHas(full)
	}
	_, found := slices.BinarySearch(record.Attachments, name)
	return path.Join(content.Root, record.Folder(), record.ID, name), found
}

// filesNear are the names by which a record can name files.
func (s *survey) filesNear(record *catalog.Record) []string {
	return append(slices.Clone(record.Attachments), s.mediaNames()...)
}

// mediaNames are the files in media/ as records name them.
func (s *survey) mediaNames() []string {
	names := make([]string, len(s.Tree.Media))
	for i, file := range s.Tree.Media {
		names[i] = strings.TrimPrefix(file, content.Root+"/")
	}
	return names
}
