package timetable

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// What a feed may hold. The national feeds of large countries have 3 GB of stop times; their tables shrink to a twentieth in a zip,
// rarely to a fortieth, where a zip made to fill a disk shrinks to a thousandth.
const (
	maxTableBytes  = 4 << 30
	maxShrink      = 150      // times, for tables over freeShrink
	freeShrink     = 16 << 20 // bytes that may shrink as they like
	maxArchive     = 2 << 30  // bytes of a zip that has to be read into memory
	maxFilesInFeed = 10_000
)

// errTooLarge is met where a table grows beyond its limit.
var errTooLarge = errors.New("larger than a timetable can be")

// archive is a zip or a folder with the tables of a feed.
type archive struct {
	open   map[string]func() (io.ReadCloser, error) // by name of the table, "stops.txt"
	folder map[string]string                        // what findings call the small tables of a folder
	closer io.Closer
}

// openArchive opens a feed: a folder, or a zip whatever its name.
func openArchive(source Source) (*archive, error) {
	info, err := fs.Stat(source.FS, source.Path)
	if err != nil {
		return nil, fmt.Errorf("opening the timetable: %w", err)
	}
	if info.IsDir() {
		return openFolder(source)
	}
	file, err := source.FS.Open(source.Path)
	if err != nil {
		return nil, fmt.Errorf("opening the timetable: %w", err)
	}
	a, err := openZip(file, info.Size())
	if err != nil {
		file.Close()
		return nil, err
	}
	a.closer = file
	return a, nil
}

func (a *archive) Close() error {
	if a.closer == nil {
		return nil
	}
	return a.closer.Close()
}

// openZip lists a zip's tables; those in the uppermost folder that has any win, so that a copy in a sub-folder does not matter.
func openZip(file fs.File, size int64) (*archive, error) {
	at, ok := file.(io.ReaderAt)
	if !ok {
		data, err := io.ReadAll(io.LimitReader(file, maxArchive))
		if err != nil {
			return nil, fmt.Errorf("reading the timetable: %w", err)
		}
		at, size = bytes.NewReader(data), int64(len(data))
	}
	reader, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // no path of it is ever used to write
		return nil, fmt.Errorf("reading the zip: %w", err)
	}
	if len(reader.File) > maxFilesInFeed {
		return nil, fmt.Errorf("reading the zip: %d files: %w", len(reader.File), errTooLarge)
	}
	found := map[string]*zip.File{}
	var names []string
	for _, f := range reader.File {
		name := strings.ReplaceAll(f.Name, `\`, "/") // some Windows programs
		if !strings.Contains("/"+name, "/__MACOSX/") {
			found[name] = f
			names = append(names, name)
		}
	}
	a := &archive{open: map[string]func() (io.ReadCloser, error){}}
	for table, name := range tablesAmong(names) {
		a.open[table] = func() (io.ReadCloser, error) { return openEntry(found[name]) }
	}
	return a, nil
}

// openEntry opens one table of a zip. What the zip says of its size is checked, and then not trusted.
func openEntry(f *zip.File) (io.ReadCloser, error) {
	limit := max(int64(freeShrink), min(maxTableBytes, int64(min(f.CompressedSize64, maxTableBytes))*maxShrink))
	if f.UncompressedSize64 > uint64(limit) {
		return nil, errTooLarge
	}
	reader, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("reading the zip: %w", err)
	}
	return &limited{reader, limit}, nil
}

// limited stops with an error, where io.LimitReader would stop as if the file had ended.
type limited struct {
	io.ReadCloser
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.ReadCloser.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// maxShown is how large a table may be for findings to name its own file: whoever prints them reads it for the line.
const maxShown = 1 << 20

// openFolder lists a folder's tables, as openZip does; sub-folders count two levels deep.
func openFolder(source Source) (*archive, error) {
	var names []string
	sizes := map[string]int64{}
	err := fs.WalkDir(source.FS, source.Path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && strings.Count(strings.TrimPrefix(name, source.Path), "/") > 2:
			return fs.SkipDir
		case len(names) > maxFilesInFeed:
			return errTooLarge
		case entry.Type().IsRegular():
			names = append(names, name)
			if info, err := entry.Info(); err == nil {
				sizes[name] = info.Size()
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the timetable's folder: %w", err)
	}
	a := &archive{open: map[string]func() (io.ReadCloser, error){}, folder: map[string]string{}}
	for table, name := range tablesAmong(names) {
		if sizes[name] <= maxShown {
			a.folder[table] = path.Join(source.Name, strings.TrimPrefix(name, source.Path))
		}
		a.open[table] = func() (io.ReadCloser, error) {
			file, err := source.FS.Open(name)
			if err != nil {
				return nil, fmt.Errorf("opening a table: %w", err)
			}
			return &limited{file, maxTableBytes}, nil
		}
	}
	return a, nil
}

// tablesAmong picks the text files of the uppermost folder that holds stop times, else stops.
func tablesAmong(names []string) map[string]string {
	tables := map[string]string{}
	slices.Sort(names)
	for _, key := range []string{"stop_times.txt", "stops.txt", "trips.txt"} {
		best, depth := "", 0
		for _, name := range names {
			if d := strings.Count(name, "/"); strings.EqualFold(path.Base(name), key) && (best == "" || d < depth) {
				best, depth = name, d
			}
		}
		if best == "" {
			continue
		}
		for _, name := range names {
			if base := strings.ToLower(path.Base(name)); path.Dir(name) == path.Dir(best) && strings.HasSuffix(base, ".txt") && tables[base] == "" {
				tables[base] = name
			}
		}
		return tables
	}
	return tables
}
