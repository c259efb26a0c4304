package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"mappe/generator/content"
	"mappe/generator/output"
)

// A build that has nothing to do finds that out by a receipt, which the build before left in the cache: what it was made from, what it
// said, and how it left each file. If all of that is still so, doing it again would give the same bytes, and is left out.
//
// This is sound by four rules. What a build is made from is one hash: over the content of every file below content/ and themes/, the
// names of all folders there, what Git says of them, all options, the day, and the program itself, byte for byte. No file may have changed
// while the build ran, or there is no receipt. The site counts as untouched if every file has the size and time it was left with,
// and no other build is at work or was killed there. A receipt is written beside its place and renamed, begins with the sum of what follows,
// and one that does not add up, or is of another format, is as good as none. So the cache can be emptied at any time, and builds may share it.

// receipt is what a build leaves. Its fields are exported for encoding/gob.
type receipt struct {
	From   [sha256.Size]byte
	Zone   string // the site's time zone, by which the day is told
	Result Result
	Seal   output.Seal
}

// sources are the files a site is made from, as they were when the build began.
type sources struct {
	stamps [sha256.Size]byte // of sizes and times
	sum    [sha256.Size]byte // of contents and names
}

// unchanged returns what a build would say and do if it has nothing to do.
func (r *Ready) unchanged(from *sources) (Result, bool) {
	data, err := os.ReadFile(r.receiptName())
	if err != nil || len(data) < sha256.Size || sha256.Sum256(data[sha256.Size:]) != [sha256.Size]byte(data[:sha256.Size]) {
		return Result{}, false
	}
	var last receipt
	if gob.NewDecoder(bytes.NewReader(data[sha256.Size:])).Decode(&last) != nil {
		return Result{}, false
	}
	if key, err := r.from(from, last.Zone); err != nil || key != last.From || !last.Seal.Holds(r.Output) {
		return Result{}, false
	}
	last.Result.Output = output.Summary{Unchanged: len(last.Seal.Files) - 1, Bytes: last.Result.Output.Bytes}
	return last.Result, true
}

// leaveReceipt keeps what the next build may find unchanged. What cannot be kept makes that one slower, not wrong.
func (r *Ready) leaveReceipt(from *sources, result Result) {
	zone := r.Catalogue.Settings.TimeZone
	var again foundSources
	var key [sha256.Size]byte
	var seal output.Seal
	var failed [3]error
	var all sync.WaitGroup
	all.Go(func() { again, failed[0] = r.findSources() })
	all.Go(func() { key, failed[1] = r.from(from, zone) })
	all.Go(func() { seal, failed[2] = output.SealOf(r.Output) })
	all.Wait()
	if errors.Join(failed[:]...) != nil || again.stamps != from.stamps {
		return
	}
	var packed bytes.Buffer
	packed.Write(make([]byte, sha256.Size))
	if gob.NewEncoder(&packed).Encode(receipt{key, zone, result, seal}) != nil {
		return
	}
	sum := sha256.Sum256(packed.Bytes()[sha256.Size:])
	copy(packed.Bytes(), sum[:])
	name := r.receiptName()
	if os.MkdirAll(filepath.Dir(name), 0o777) != nil {
		return
	}
	file, err := os.CreateTemp(filepath.Dir(name), "receipt-*.tmp")
	if err != nil {
		return
	}
	_, err = file.Write(packed.Bytes())
	if errors.Join(err, file.Close()) != nil || os.Rename(file.Name(), name) != nil {
		os.Remove(file.Name())
	}
}

// receiptName is where the receipt for an output folder is kept.
func (r *Ready) receiptName() string {
	folder, err := filepath.Abs(r.Output)
	if err != nil {
		folder = r.Output
	}
	sum := sha256.Sum256([]byte(folder))
	return filepath.Join(r.Cache, "builds", hex.EncodeToString(sum[:16])+".receipt")
}

// from is the hash over everything that decides what a build says and writes.
func (r *Ready) from(files *sources, zone string) ([sha256.Size]byte, error) {
	o := r.Options
	today := o.Today
	if today.IsZero() {
		today = r.dayOf(zone)
	}
	o.Source, o.Output, o.Cache, o.Jobs, o.Now, o.Progress, o.Before = "", "", "", 0, nil, nil, nil
	hash := sha256.New()
	fmt.Fprintf(hash, "%s %x %+v\n", today, files.sum, o)
	if _, err := r.history.WriteTo(hash); err != nil {
		return [sha256.Size]byte{}, err
	}
	program, err := os.Executable()
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	file, err := os.Open(program)
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	defer file.Close()
	_, err = io.Copy(hash, file)
	return [sha256.Size]byte(hash.Sum(nil)), err
}

// readSources hashes all files a site is made from; nil where that cannot be done, or nothing is kept anyway.
func (r *Ready) readSources(ctx context.Context) *sources {
	if r.Cache == "" {
		return nil
	}
	found, err := r.findSources()
	if err != nil {
		return nil
	}
	files := foldersOf(r.root)
	defer files.close()
	sums := make([][sha256.Size]byte, len(found.files))
	err = r.each(ctx, len(sums), func() func(int) error {
		buffer := make([]byte, 64<<10)
		return func(i int) error {
			file, err := files.Open(found.files[i])
			if err != nil {
				return err
			}
			defer file.Close()
			hash := sha256.New()
			_, err = io.CopyBuffer(hash, struct{ io.Reader }{file}, buffer) // or the file would bring a buffer of its own
			sums[i] = [sha256.Size]byte(hash.Sum(nil))
			return err
		}
	})
	if err != nil {
		return nil
	}
	whole := sha256.New()
	for i, name := range found.files {
		fmt.Fprintf(whole, "%q %x\n", name, sums[i])
	}
	for _, name := range found.folders {
		fmt.Fprintf(whole, "%q\n", name)
	}
	return &sources{found.stamps, [sha256.Size]byte(whole.Sum(nil))}
}

// foundSources are the files and folders that a site may be made from, and a hash over the sizes and times of the files, by which a change
// while the build runs is noticed.
type foundSources struct {
	files, folders []string
	stamps         [sha256.Size]byte
}

func (r *Ready) findSources() (found foundSources, err error) {
	hash := sha256.New()
	for _, top := range []string{content.Root, "themes"} {
		err := fs.WalkDir(r.root.FS(), top, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case name == top && errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case entry.IsDir():
				found.folders = append(found.folders, name)
				return nil
			}
			found.files = append(found.files, name)
			info, err := entry.Info()
			if err == nil {
				fmt.Fprintf(hash, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
			}
			return err
		})
		if err != nil {
			return foundSources{}, err
		}
	}
	found.stamps = [sha256.Size]byte(hash.Sum(nil))
	return found, nil
}
