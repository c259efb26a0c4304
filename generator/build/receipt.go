package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"mappe/generator/output"
)

// A build that has nothing to do finds that out by a receipt, which the build before left in the cache: what it was made from, what it
// said, and how it left each file. If all of that is still so, doing it again would give the same bytes, and is left out.
//
// This is sound by four rules. What a build is made from is one hash: over the content of every file below content/ and themes/, the
// names of all folders there, what Git says of them, all options, the day, and the program itself, byte for byte. What was read and listed is
// what was summed: nothing may have changed between the two, or there is no receipt. The site counts as untouched if every file has the size and time it was left with,
// and no other build is at work or was killed there. A receipt is written beside its place and renamed, begins with the sum of what follows,
// and one that does not add up, or is of another format, is as good as none. So the cache can be emptied at any time, and builds may share it.
//
// Texts are read beforehand only where a receipt may hold. Else they are summed while records are read from them, all through one listing of
// the folders; one that changes later does not matter, since the next build finds another sum. Everything else is summed beforehand, and it
// and the folders must have the same sizes and times at the end.

// sum is the SHA-256 of all that.
type sum = [sha256.Size]byte

// receipt is what a build leaves. Its fields are exported for encoding/gob.
type receipt struct {
	From   sum
	Zone   string // the site's time zone, by which the day is told
	Result Result
	Seal   output.Seal
}

// unchanged returns what a build would say and do if it has nothing to do.
func (r *Ready) unchanged(ctx context.Context, from *sources, last *receipt) (Result, bool) {
	content, err := r.sumOf(ctx, from)
	if err != nil {
		return Result{}, false
	}
	if key, err := r.from(content, from, last.Zone); err != nil || key != last.From {
		return Result{}, false
	}
	last.Result.Output = output.Summary{Unchanged: last.Seal.Files() - 1, Bytes: last.Result.Output.Bytes}
	last.Result.PDFs = PDFs{Kept: last.Result.PDFs.all()}
	return last.Result, true
}

// lastReceipt reads the receipt that the build before left, if the site is still as it says.
func (r *Ready) lastReceipt() *receipt {
	if r.Cache == "" {
		return nil
	}
	data, err := os.ReadFile(r.receiptName())
	if err != nil || len(data) < len(sum{}) || sha256.Sum256(data[len(sum{}):]) != sum(data[:len(sum{})]) {
		return nil
	}
	var last receipt
	err = gob.NewDecoder(bytes.NewReader(data[len(sum{}):])).Decode(&last)
	if err != nil || !last.Seal.Holds(r.Output) {
		return nil
	}
	return &last
}

// madeFrom is what a site was made from, once nothing is read any more. It is not sound where a source has changed meanwhile, or cannot be read.
func (r *Ready) madeFrom(from *sources) (key sum, sound bool) {
	content, err := from.whole()
	if err != nil || !from.untouched(r.root) || from.torn {
		return sum{}, false
	}
	key, err = r.from(content, from, r.Catalogue.Settings.TimeZone)
	return key, err == nil
}

// leaveReceipt keeps what the next build may find unchanged. What cannot be kept makes that one slower, not wrong.
func (r *Ready) leaveReceipt(key sum, folder *output.Folder, result Result) {
	seal, err := folder.Seal()
	if err != nil {
		return
	}
	var packed bytes.Buffer
	packed.Write(make([]byte, len(sum{})))
	if gob.NewEncoder(&packed).Encode(receipt{key, r.Catalogue.Settings.TimeZone, result, seal}) != nil {
		return
	}
	whole := sha256.Sum256(packed.Bytes()[len(sum{}):])
	copy(packed.Bytes(), whole[:])
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
	name := sha256.Sum256([]byte(folder))
	return filepath.Join(r.Cache, "builds", hex.EncodeToString(name[:16])+".receipt")
}

// from is the hash over everything that decides what a build says and writes.
func (r *Ready) from(content sum, files *sources, zone string) (sum, error) {
	program, err := files.program()
	if err != nil {
		return sum{}, err
	}
	o := r.Options
	if o.Today.IsZero() { // as it is until the settings have been read
		o.Today = r.dayOf(zone)
	}
	o.Source, o.Output, o.Cache, o.Jobs, o.Now, o.Progress, o.Before = "", "", "", 0, nil, nil, nil
	hash := sha256.New()
	fmt.Fprintf(hash, "%x %x %+v\n", content, program, o)
	if _, err := r.history.WriteTo(hash); err != nil {
		return sum{}, err
	}
	return sum(hash.Sum(nil)), nil
}
