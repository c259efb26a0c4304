package output

// How a site changes while people read it
//
// A build may be killed at any moment, the disk may be full, rendering may fail at page 50,000. Three promises hold all
// the same: every file a reader gets is whole; every link he can follow leads somewhere; what is not part of the change
// stays untouched. They come from two decisions.
//
// First, nothing is visible before everything is there. Put compares with the file on the disk and writes only what
// differs, into .building/new, under the path it will have:
//
//	public/index.html                  ← readers are here, and see the old site
//	public/de/courses/b1-evening.html
//	public/.building/lock              held by this build
//	public/.building/new/index.html    differs from the one above
//	public/.building/new/ar/…          a language that is new
//
// So pages stream to the disk in any order and from all cores, none waits in memory, and a build that fails, is cancelled
// or runs out of space in the long part of its work just drops the folder. The price is room for the changed files twice.
//
// Second, Finish publishes by renaming alone, in an order in which no visible page links to what is not there yet or is
// gone already:
//
//	1 journal   the paths that will appear and that build.json does not list yet
//	2 new       first assets/, then what lies in folders: no page that is visible now links there. Then the files at the
//	            top, where readers and search engines enter: icons, index.html, and what leads to that, so that a first
//	            build opens its door last. A folder that did not exist is renamed as a whole, which makes a first build
//	            a handful of renames
//	3 changed   they may link to all that is new. Those at the top come last again
//	4 removals  no page links there any more
//	5 displacing  what could not be put before because an old file had the name of its folder, or an old folder its
//	            name, or one that differs in case only. One name cannot be two things: these files alone are missing for a
//	            moment
//	6 build.json, then the journal goes
//
// A kill between two renames leaves whole files and living links. The next build knows from build.json and the journal
// together which files are the program's: it drops the stage, compares everything, completes and cleans up.
//
// What may be removed or overwritten is never found by looking, only by these two lists. A file that stands in neither is
// somebody else's: it stays, and if it is in the way the build stops before step 1.
//
// Files are not forced onto the disk one by one, which would take longer than the whole build. After a power failure,
// comparing finds what was lost.

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// plan lists what Finish has to do, by paths.
type plan struct {
	fresh      []string // files, and folders, which end with a slash
	changed    []string
	removed    []string
	displacing []string
	intended   []string // for the journal
	entries    []entry  // for build.json, sorted
	summary    Summary
}

func (f *Folder) finish(ctx context.Context, counts map[string]int) (Summary, error) {
	if f.fault != nil {
		return Summary{}, f.fault
	}
	p := f.plan()
	if err := f.closeFolders(); err != nil {
		return Summary{}, err
	}
	if err := f.before("stage", manifestName); err != nil {
		return Summary{}, err
	}
	self, err := f.writeManifest(p.entries, counts)
	if err != nil {
		return Summary{}, err
	}
	if err := ctx.Err(); err != nil {
		return Summary{}, err
	}
	if len(p.intended) > 0 {
		if err := f.writeJournal(p.intended); err != nil {
			return Summary{}, err
		}
	}
	f.begun = true
	if err := f.publish(p, self); err != nil {
		return Summary{}, err
	}
	f.done, f.published = true, p.entries
	return p.summary, nil
}

// plan sorts all files by what has to be done with them.
func (f *Folder) plan() *plan {
	p := &plan{removed: f.recased, intended: f.journal, entries: make([]entry, 0, len(f.files))}
	paths := make([]string, 0, len(f.files)) // are sorted faster than what they stand for
	for _, r := range f.files {
		paths = append(paths, r.path)
	}
	slices.Sort(paths)
	folders := map[*folder]bool{}
	for _, path := range paths {
		r := f.files[fold(path)]
		if r.fate == waiting {
			p.removed = append(p.removed, path)
			continue
		}
		p.entries = append(p.entries, entry{path, r.size, r.hash, r.changed})
		if !r.listed {
			p.intended = append(p.intended, path)
		}
		f.planFile(p, r, folders)
	}
	for _, paths := range f.spellings {
		p.removed = append(p.removed, paths...)
	}
	for d := range folders {
		p.fresh = append(p.fresh, d.path+"/")
	}
	slices.Sort(p.intended)
	slices.SortFunc(p.fresh, byEntrance)
	slices.SortFunc(p.changed, byEntrance)
	slices.Sort(p.removed)
	return p
}

// planFile finds the step for a file that was put. It collects the folders to be renamed as a whole.
func (f *Folder) planFile(p *plan, r record, folders map[*folder]bool) {
	p.summary.Bytes += r.size
	switch r.fate {
	case unchanged:
		p.summary.Unchanged++
	case changed:
		p.summary.Changed++
		p.changed = append(p.changed, r.path)
	case displacing:
		p.summary.New++
		p.displacing = append(p.displacing, r.path)
	case fresh:
		p.summary.New++
		d := f.folders[fold(parentOf(r.path))]
		if d.absent() {
			folders[d.highestAbsent()] = true
		} else {
			p.fresh = append(p.fresh, r.path)
		}
	}
}

// byEntrance orders paths so that what others lead to comes first.
func byEntrance(a, b string) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a, b))
}

func rank(name string) int {
	switch plain := strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br"); {
	case strings.HasPrefix(name, assetsFolder):
		return 0
	case strings.Contains(name, "/"):
		return 1
	case plain == "index.html":
		return 3
	case path.Ext(plain) == ".html" || path.Ext(plain) == ".xml" || path.Ext(plain) == ".txt":
		return 4 // they lead to index.html: the page for errors, site maps
	}
	return 2 // pages load them: icons, the manifest
}

// publish makes the plan visible.
func (f *Folder) publish(p *plan, self digest) error {
	for _, path := range slices.Concat(p.fresh, p.changed) {
		if err := f.reveal(strings.TrimSuffix(path, "/")); err != nil {
			return err
		}
	}
	var err error
	if p.summary.Removed, err = f.remove(p.removed); err != nil {
		return err
	}
	for _, path := range p.displacing {
		if err := f.makeRoom(path); err != nil {
			return err
		}
		if err := f.reveal(path); err != nil {
			return err
		}
	}
	if self == f.old.self {
		return nil
	}
	return f.reveal(manifestName)
}

// reveal moves a file or folder from the stage into its place.
func (f *Folder) reveal(path string) error {
	if err := f.before("publish", path); err != nil {
		return err
	}
	return patiently(func() error { return f.root.Rename(stageName+"/"+path, path) })
}

// patiently tries again for about two seconds where a reader's open file is in the way. Only Windows knows that.
func patiently(do func() error) error {
	for pause := 10 * time.Millisecond; pause < 2*time.Second; pause *= 2 {
		if err := do(); err == nil || !inUse(err) {
			return err
		}
		time.Sleep(pause)
	}
	return do()
}

// remove takes away files of earlier builds, and the folders that become empty by it. It returns how many were there.
func (f *Folder) remove(paths []string) (int, error) {
	removed := 0
	reachable := map[string]bool{"": true}
	emptied := map[string]bool{}
	for _, path := range paths {
		if !f.reachable(parentOf(path), reachable) {
			continue
		}
		was, err := f.removeFile(path)
		if err != nil {
			return removed, err
		}
		if was {
			removed++
		}
		for folder := parentOf(path); folder != ""; folder = parentOf(folder) {
			emptied[folder] = true
		}
	}
	for _, folder := range deepestFirst(emptied) {
		if err := f.removeIfEmpty(folder); err != nil {
			return removed, err
		}
	}
	return removed, nil
}

// reachable reports whether the folder exists and no part of its path is a link. Through a link lies another file than
// the one that was written. It remembers its answers in known.
func (f *Folder) reachable(folder string, known map[string]bool) bool {
	answer, ok := known[folder]
	if !ok {
		info, err := f.root.Lstat(folder)
		answer = err == nil && info.IsDir() && f.reachable(parentOf(folder), known)
		known[folder] = answer
	}
	return answer
}

// removeFile removes a file or a link and reports whether there was one. A folder that took its place stays.
func (f *Folder) removeFile(path string) (bool, error) {
	if info, err := f.root.Lstat(path); err != nil || info.IsDir() {
		return false, ignoreAbsent(err)
	}
	if err := f.before("remove", path); err != nil {
		return false, err
	}
	err := patiently(func() error { return f.root.Remove(path) })
	return err == nil, ignoreAbsent(err)
}

// removeIfEmpty removes a folder if nothing is left in it.
func (f *Folder) removeIfEmpty(path string) error {
	if info, err := f.root.Lstat(path); err != nil || !info.IsDir() {
		return ignoreAbsent(err)
	}
	folder, err := f.root.Open(path)
	if err != nil {
		return err
	}
	_, err = folder.Readdirnames(1)
	folder.Close()
	if err != io.EOF {
		return err
	}
	if err := f.before("remove", path); err != nil {
		return err
	}
	return f.root.Remove(path)
}

// makeRoom removes the empty folder that stands in the place of a file, and makes the folders above it.
func (f *Folder) makeRoom(path string) error {
	if err := f.before("make room", path); err != nil {
		return err
	}
	empty := map[string]bool{path: true}
	err := fs.WalkDir(f.root.FS(), path, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			empty[name] = true
		}
		return ignoreAbsent(err)
	})
	if err != nil {
		return err
	}
	for _, folder := range deepestFirst(empty) {
		if err := f.removeIfEmpty(folder); err != nil {
			return err
		}
	}
	if parent := parentOf(path); parent != "" {
		return f.root.MkdirAll(parent, 0o777)
	}
	return nil
}

// deepestFirst orders folders so that each comes after those inside it.
func deepestFirst(folders map[string]bool) []string {
	var paths []string
	for path := range folders {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int { return strings.Compare(b, a) })
	return paths
}
