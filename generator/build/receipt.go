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
	stamps string
	sum    [sha256.Size]byte
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
	if again, err := r.stampAll(); err != nil || again != from.stamps {
		return
	}
	zone := r.Catalogue.Settings.TimeZone
	key, err := r.from(from, zone)
	if err != nil {
		return
	}
	seal, err := output.SealOf(r.Output)
	if err != nil {
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
	stamps, err := r.stampAll()
	if err != nil {
		return nil
	}
	var names []string
	err = r.walkSources(func(name string, entry fs.DirEntry) error {
		if !entry.IsDir() {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return nil
	}
	sums := make([][sha256.Size]byte, len(names))
	err = r.each(ctx, len(names), func() func(int) error {
		buffer := make([]byte, 64<<10)
		return func(i int) error {
			file, err := r.root.Open(names[i])
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
	for i, name := range names {
		fmt.Fprintf(whole, "%q %x\n", name, sums[i])
	}
	_ = r.walkSources(func(name string, entry fs.DirEntry) error {
		if entry.IsDir() {
			fmt.Fprintf(whole, "%q\n", name)
		}
		return nil
	}) // it went well a moment ago
	return &sources{stamps, [sha256.Size]byte(whole.Sum(nil))}
}

// stampAll tells the size and time of every source, so that a change while the build runs is noticed.
func (r *Ready) stampAll() (string, error) {
	hash := sha256.New()
	err := r.walkSources(func(name string, entry fs.DirEntry) error {
		info, err := entry.Info()
		if err == nil && !entry.IsDir() {
			fmt.Fprintf(hash, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	return string(hash.Sum(nil)), err
}

// walkSources visits all files and folders that a site may be made from.
func (r *Ready) walkSources(visit func(name string, entry fs.DirEntry) error) error {
	for _, top := range []string{content.Root, "themes"} {
		err := fs.WalkDir(r.root.FS(), top, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				if name == top && errors.Is(err, fs.ErrNotExist) {
					return nil
				}
				return err
			}
			return visit(name, entry)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
