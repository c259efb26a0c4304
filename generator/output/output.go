// Package output owns the disk: it takes a set of files and makes a folder hold exactly them, so that a reader never meets
// a half-written file or a dead link, and a copying program finds only what changed.
//
// It knows nothing of pages. The way through its files: this one opens and ends a build, put.go compares and stages each
// file, publish.go (begin with its essay) moves the staged files into place and removes what is gone, folders.go knows
// which folders exist. manifest.go reads and writes build.json, journal.go the list of files that a killed build may have
// left, lock*.go keeps two builds apart, path.go says which paths are allowed, compress.go writes .gz and .br, hashed.go
// names assets, read.go reads what has been put and writes single files elsewhere.
package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
)

const (
	// workName is the folder inside the output that a build works in. It is gone when the build is.
	workName = ".building"
	// stageName holds what is not published yet, under the same paths as in the output.
	stageName = workName + "/new"
)

// The reasons for which an output folder is refused. The errors that wrap them name the folder or file.
var (
	// ErrBusy says that another build is writing to the same folder.
	ErrBusy = errors.New("another build is writing to this folder; wait until it has ended")
	// ErrForeign says that something in the folder was not written by this program and would have to be overwritten.
	ErrForeign = errors.New("not written by this program")
	// ErrDamaged says that build.json or the journal of a killed build cannot be trusted, so that nobody knows which
	// files may be removed.
	ErrDamaged = errors.New("damaged; empty the folder and build again, or use --force to keep what is there")
	// ErrPath says that a path cannot be written on every computer, or that two paths are the same on some.
	ErrPath = errors.New("not a path that works on every computer")
)

// Options say how a folder is written.
type Options struct {
	// Version is the program's version. It is written into build.json.
	Version string
	// Date is the day the site was built for, as YYYY-MM-DD. It is written into build.json.
	Date string
	// Force takes over a folder that holds other files, or whose build.json is damaged. Files in the way are then
	// overwritten; others stay.
	Force bool
	// Compress writes a .gz and a .br file beside each text file that becomes smaller by it.
	Compress bool
}

// Summary says what a build did to the folder. Compressed copies count as files, build.json does not.
type Summary struct {
	New       int   // files that were not there before
	Changed   int   // files whose content differs from before
	Unchanged int   // files left alone, with their modification time
	Removed   int   // files an earlier build wrote and this one did not
	Bytes     int64 // size of all files of the site
}

// Folder is an output folder during one build. Between Open and Finish nothing a reader sees changes.
type Folder struct {
	dir     string
	opts    Options
	root    *os.Root
	stage   *os.Root
	lock    *lock
	created bool       // the folder was made by Open
	old     manifest   // of the last finished build; its list of files is in files
	journal []string   // files that killed builds may have left, beyond those in old
	buffers sync.Pool  // of *[]byte, to compare with
	site    *Kept      // folders of the root
	staged  *Kept      // folders of the stage
	squeeze compressor // writes compressed copies

	mu      sync.Mutex
	files   map[string]record  // by fold of the path
	folders map[string]*folder // by fold of the path
	recased []string           // old files whose new name differs in case only
	// spellings are further names of known files that differ from the one in files in case only, by fold of the path.
	spellings map[string][]string
	fault     error   // the first one of Put
	ended     bool    // Finish or Abort was called
	begun     bool    // the first visible change was made or is about to be
	done      bool    // the folder holds exactly what was put
	published []entry // what it then holds, by path

	// step is called before each change of the disk; tests end the program there or return an error in its place.
	step func(what, path string) error
}

// Open takes the folder dir for one build and makes it if there is none. Another build has to wait until Finish or Abort.
//
// The error is ErrBusy if another build has the folder, ErrForeign if it holds other files and no build.json, and
// ErrDamaged if its build.json is not one that this program wrote; Options.Force lifts the last two. A folder that is
// refused is left as it was.
func Open(dir string, opts Options) (*Folder, error) {
	f, err := open(dir, opts, nil)
	if err != nil {
		return nil, fmt.Errorf("open output folder %s: %w", dir, err)
	}
	return f, nil
}

func open(dir string, opts Options, step func(what, path string) error) (*Folder, error) {
	f := &Folder{dir: dir, opts: opts, files: map[string]record{}, folders: map[string]*folder{},
		spellings: map[string][]string{}, step: step}
	f.buffers.New = func() any { b := make([]byte, 64<<10); return &b }
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return nil, err
		}
		f.created = true
	}
	var err error
	if f.root, err = os.OpenRoot(dir); err != nil {
		return nil, err
	}
	if err := f.checkOurs(); err != nil {
		return nil, errors.Join(err, f.root.Close())
	}
	if f.lock, err = acquire(f.root); err != nil {
		return nil, errors.Join(err, f.root.Close())
	}
	if err := f.begin(); err != nil {
		return nil, errors.Join(err, f.Abort())
	}
	return f, nil
}

// begin reads what earlier builds wrote and clears the stage.
func (f *Folder) begin() error {
	err := f.readHistory()
	if errors.Is(err, ErrDamaged) && f.opts.Force {
		f.old, f.journal = manifest{}, nil
		clear(f.files)
		clear(f.spellings)
		err = nil
	}
	if err != nil {
		return err
	}
	if err := f.before("clear", stageName); err != nil {
		return err
	}
	if err := f.root.RemoveAll(stageName); err != nil {
		return err
	}
	if err := f.root.Mkdir(stageName, 0o777); err != nil {
		return err
	}
	f.folders[""] = &folder{there: true}
	if f.stage, err = f.root.OpenRoot(stageName); err != nil {
		return err
	}
	f.site, f.staged = Keep(f.root), Keep(f.stage)
	return nil
}

// readHistory fills files with what build.json and the journal name.
func (f *Folder) readHistory() error {
	entries, err := f.readManifest()
	if err != nil {
		return err
	}
	for _, e := range entries {
		f.files[fold(e.path)] = record{path: e.path, size: e.size, hash: e.hash, known: true}
	}
	paths, err := f.readJournal()
	if err != nil {
		return err
	}
	for _, path := range paths {
		switch r, listed := f.files[fold(path)]; {
		case !listed:
			f.files[fold(path)] = record{path: path, size: unknownSize, known: true}
		case r.path == path:
			continue
		default:
			f.spellings[fold(path)] = append(f.spellings[fold(path)], path)
		}
		f.journal = append(f.journal, path)
	}
	return nil
}

// checkOurs refuses a folder that holds files and bears no trace of an earlier build.
func (f *Folder) checkOurs() error {
	if f.opts.Force {
		return nil
	}
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return err
	}
	foreign := ""
	for _, entry := range entries {
		if entry.Name() == manifestName {
			return nil
		}
		if entry.Name() != workName && foreign == "" {
			foreign = entry.Name()
		}
	}
	if foreign == "" {
		return nil
	}
	if _, err := f.root.Lstat(journalName); err == nil {
		return nil
	}
	return fmt.Errorf("it holds other files (%s) and no %s: %w; choose another folder, or use --force to write beside them",
		foreign, manifestName, ErrForeign)
}

// Finish publishes what was put, removes what earlier builds wrote and this one did not, and writes build.json with the
// given counts, to which it adds "files" and "bytes". All calls of Put must have returned.
//
// Cancelling ctx is heeded until the first visible change; from there on finishing is quicker and better than stopping.
// After an error before that the folder is as it was; after a later one the next build completes and cleans up.
func (f *Folder) Finish(ctx context.Context, counts map[string]int) (Summary, error) {
	if err := f.end(); err != nil {
		return Summary{}, err
	}
	summary, err := f.finish(ctx, counts)
	if err := errors.Join(err, f.release()); err != nil {
		return Summary{}, fmt.Errorf("publish into %s: %w", f.dir, err)
	}
	return summary, nil
}

// Abort gives the folder up and leaves the site as it was. After Finish it does nothing, so it can be deferred.
func (f *Folder) Abort() error {
	if f.end() != nil {
		return nil
	}
	if err := f.release(); err != nil {
		return fmt.Errorf("give up writing to %s: %w", f.dir, err)
	}
	return nil
}

// end marks the build as ended, once.
func (f *Folder) end() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return errEnded
	}
	f.ended = true
	return nil
}

var errEnded = errors.New("the build has ended")

// release removes the working folder and gives back the lock. The journal stays unless the build completed: the next one
// must know what this or an earlier one may have left.
func (f *Folder) release() error {
	var errs []error
	if f.stage != nil {
		errs = append(errs, f.closeFolders(), f.stage.Close(), f.root.RemoveAll(stageName))
	}
	if f.done {
		errs = append(errs, ignoreAbsent(f.root.Remove(journalName)))
	}
	errs = append(errs, f.lock.release(f.root))
	// This and the last one fail, rightly, where something is left inside.
	f.root.Remove(workName)
	errs = append(errs, f.root.Close())
	if f.created && !f.begun && !f.done {
		os.Remove(f.dir)
	}
	return errors.Join(errs...)
}

// before tells a test what is about to be done to the disk.
func (f *Folder) before(what, path string) error {
	if f.step == nil {
		return nil
	}
	return f.step(what, path)
}

func ignoreAbsent(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
