package reach

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"runtime"

	"mappe/generator/cache"
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/timetable"
)

// cacheVersion is raised when the same plan and timetable would give another result.
const cacheVersion = "2"

// mostKept is how many results a folder keeps: those of a few sites, or of a site and its branch.
const mostKept = 6

// Store keeps the result that still holds, in memory and in files: one depends on the timetables' bytes, the plan, the week and this
// program's version, which its name sums up (see package cache). The timetable itself is kept in memory too, for the next result. It serves one
// caller at a time.
type Store struct {
	// Dir is the folder for files, empty for none.
	Dir string

	stamps, sums string // of the timetables' files
	timetable    *timetable.Timetable
	reading      []diag.Finding
	around       string // what it is cut to
	key          string
	result       *Result
}

// Request is a catalogue with its timetables, to be answered.
type Request struct {
	store     *Store
	plan      *Plan
	feeds     []timetable.Source
	today     date.Date
	key       string
	jobs      int
	sums, cut string
}

// Ask prepares to answer a catalogue. It returns nil where there is nothing to answer by: no timetable, or a site that wants none.
func (s *Store) Ask(c *catalog.Catalogue, today date.Date, jobs int) (*Request, error) {
	if c.Tree == nil || len(c.Tree.Timetables) == 0 || !c.Settings.Outputs.Reach {
		return nil, nil
	}
	q := &Request{store: s, plan: NewPlan(c, today), today: today, jobs: jobs}
	for _, feed := range c.Tree.Timetables {
		q.feeds = append(q.feeds, timetable.Source{FS: c.Tree.FS, Path: feed, Name: feed})
	}
	if err := s.sum(c.Tree.FS, c.Tree.Timetables); err != nil {
		return nil, err
	}
	q.sums, q.cut = s.sums, fmt.Sprint(s.sums, q.plan.Cut, q.plan.Around)
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %s %s %s", cacheVersion, runtime.Version(), today.Monday(), s.sums, q.plan.key()))
	q.key = hex.EncodeToString(sum[:16])
	return q, nil
}

// sum sums the timetables' files up, again only where their size or time has changed.
func (s *Store) sum(source fs.FS, feeds []string) error {
	var files []string
	var stamps bytes.Buffer
	for _, feed := range feeds {
		err := fs.WalkDir(source, feed, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			info, err := fs.Stat(source, name)
			if err != nil {
				return err
			}
			files = append(files, name)
			fmt.Fprintf(&stamps, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
			return nil
		})
		if err != nil {
			return fmt.Errorf("looking at the timetable %s: %w", feed, err)
		}
	}
	if s.stamps == stamps.String() {
		return nil
	}
	hash := sha256.New()
	for _, name := range files {
		fmt.Fprintf(hash, "%q\n", name)
		file, err := source.Open(name)
		if err != nil {
			return fmt.Errorf("reading the timetable %s: %w", name, err)
		}
		_, err = io.Copy(hash, file)
		file.Close()
		if err != nil {
			return fmt.Errorf("reading the timetable %s: %w", name, err)
		}
	}
	s.stamps, s.sums = stamps.String(), hex.EncodeToString(hash.Sum(nil)[:16])
	return nil
}

// Known returns the result if it was computed before, else the last one there was, nil for none; whole says which. A last one is of an older
// catalogue or timetable: what it says of an offer was true then.
func (q *Request) Known() (r *Result, whole bool) {
	s := q.store
	if s.key == q.key {
		return s.result, true
	}
	if data, there := cache.Read(s.Dir, q.name()); there && s.Dir != "" {
		read := new(Result)
		if gob.NewDecoder(bytes.NewReader(data)).Decode(read) == nil {
			s.key, s.result = q.key, read
			return read, true
		}
	}
	return s.result, false
}

func (q *Request) name() string { return q.key + ".reach" }

// Result returns the result, computing it if need be.
func (q *Request) Result(ctx context.Context) (*Result, error) {
	if r, whole := q.Known(); whole {
		return r, nil
	}
	s := q.store
	if s.timetable == nil || s.around != q.cut {
		circles := make([]timetable.Circle, len(q.plan.Around))
		for i, at := range q.plan.Around {
			circles[i] = timetable.Circle{Lat: at.Lat, Lon: at.Lon, Metres: q.plan.Cut}
		}
		if q.plan.Cut <= 0 {
			circles = nil
		}
		read, findings, err := timetable.Read(ctx, q.feeds, circles)
		if err != nil {
			return nil, err
		}
		s.timetable, s.reading, s.around = read, findings, q.cut
	}
	r, err := Compute(ctx, q.plan, s.timetable, q.today, q.jobs)
	if err != nil {
		return nil, err
	}
	r.Problems.Feeds = append(append([]diag.Finding(nil), s.reading...), r.Problems.Feeds...)
	s.key, s.result = q.key, r
	var body bytes.Buffer
	if s.Dir != "" && gob.NewEncoder(&body).Encode(r) == nil {
		if cache.Write(s.Dir, q.name(), body.Bytes()) == nil { // what cannot be kept is computed again next time
			cache.Trim(s.Dir, "*.reach", mostKept)
		}
	}
	return r, nil
}

// Release lets go of the timetable, which is read again for the next result that is not known.
func (s *Store) Release() { s.timetable, s.reading, s.around = nil, nil, "" }
