package output

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"sync"
)

// mostKept is how many folders stay open at once. Systems allow a program to have some hundreds of files open (macOS: 256 unless raised,
// as Go does), and what is read or written one after the other lies in few folders.
const mostKept = 32

// Kept are folders below a root that stay open for a while: os.Root walks a path part by part, and files that are read or written one after
// the other lie beside each other, so that the way to them need not be walked for each. It saves two thirds of what reading all sources
// takes (build.BenchmarkReadAll).
type Kept struct {
	root *os.Root

	mu     sync.Mutex
	open   map[string]*Opened // by path
	closed bool
}

// Opened is a folder that is open, for its plain files.
type Opened struct {
	*handle
	uses int // how many have taken it
}

// Keep begins to keep folders open below root, until Close is called. Windows does not rename folders that are open.
func Keep(root *os.Root) *Kept { return &Kept{root: root, open: map[string]*Opened{}} }

// Take returns a folder, which is to be given back; nil for the root itself, and for one that cannot be opened, or not now: then the root knows
// another way, or what is wrong.
func (k *Kept) Take(dir string) *Opened {
	if dir == "" || dir == "." {
		return nil
	}
	k.mu.Lock()
	folder, closed := k.open[dir], k.closed
	if folder != nil {
		folder.uses++
	}
	k.mu.Unlock()
	if folder != nil || closed {
		return folder
	}
	opened := k.openBelow(dir)
	if opened == nil {
		return nil
	}
	folder, superfluous := k.keep(dir, opened)
	if superfluous != nil {
		superfluous.close()
	}
	return folder
}

// Give gives back a folder.
func (k *Kept) Give(folder *Opened) {
	k.mu.Lock()
	defer k.mu.Unlock()
	folder.uses--
}

// openBelow opens a folder, from the one above it, which the next one needs as well. Nobody waits for that: who waits for a lock while the
// system is asked falls asleep, and waking takes longer than the answer.
func (k *Kept) openBelow(dir string) *handle {
	if slash := strings.LastIndexByte(dir, '/'); slash > 0 {
		if above := k.Take(dir[:slash]); above != nil {
			opened, err := above.below(dir[slash+1:])
			k.Give(above)
			if err == nil {
				return opened
			}
		}
	}
	opened, err := openHandle(k.root, dir)
	if err != nil {
		return nil
	}
	return opened
}

// keep keeps a folder that was opened, and has it taken, unless somebody else was faster or there is no room. superfluous is what is to be
// closed then, or what had to make room.
func (k *Kept) keep(dir string, opened *handle) (taken *Opened, superfluous *handle) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if folder := k.open[dir]; folder != nil {
		folder.uses++
		return folder, opened
	}
	if k.closed {
		return nil, opened
	}
	made, superfluous := k.room()
	if !made {
		return nil, opened
	}
	folder := &Opened{handle: opened, uses: 1}
	k.open[dir] = folder
	return folder, superfluous
}

// room takes out a folder that nobody has taken where too many are open, and reports whether one more may be. k.mu is held.
func (k *Kept) room() (made bool, out *handle) {
	if len(k.open) < mostKept {
		return true, nil
	}
	for dir, folder := range k.open {
		if folder.uses == 0 {
			delete(k.open, dir)
			return true, folder.handle
		}
	}
	return false, nil
}

// Close closes the folders; all must have been given back.
func (k *Kept) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.closed = true
	var errs []error
	for dir, folder := range k.open {
		errs = append(errs, folder.close())
		delete(k.open, dir)
	}
	return errors.Join(errs...)
}

// create makes a file of a name that is free below root, and tells when, in nanoseconds since 1970. Windows may set that no sooner than the
// file is closed.
func create(root *os.Root, name string, data []byte) (at int64, err error) {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return 0, err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err != nil {
		return 0, err
	}
	info, err := root.Lstat(name)
	if err != nil {
		return 0, err
	}
	return info.ModTime().UnixNano(), nil
}

// Lstat tells of a file or folder; of a link, not of what it leads to.
func (k *Kept) Lstat(path string) (fs.FileInfo, error) {
	dir := parentOf(path)
	if folder := k.Take(dir); folder != nil {
		defer k.Give(folder)
		return folder.Lstat(nameIn(dir, path))
	}
	return k.root.Lstat(path)
}

// ReadDir lists a folder, by name. The system is asked of what an entry is no sooner than its Info.
func (k *Kept) ReadDir(dir string) ([]fs.DirEntry, error) {
	folder := k.Take(dir)
	if folder == nil {
		return fs.ReadDir(k.root.FS(), dir)
	}
	defer k.Give(folder)
	entries, err := folder.list()
	all := make([]listed, len(entries))
	for i := range entries {
		all[i] = listed{entries[i], k, dir}
		entries[i] = &all[i]
	}
	return entries, err
}

// listed is what was found in a folder.
type listed struct {
	fs.DirEntry
	kept *Kept
	dir  string
}

func (l *listed) Info() (fs.FileInfo, error) { return l.kept.Lstat(l.dir + "/" + l.Name()) }

// nameIn is how the file path of a folder is called in it.
func nameIn(dir, path string) string {
	if dir == "" {
		return path
	}
	return path[len(dir)+1:]
}
