package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

const (
	// journalName holds, while a build publishes, the paths it is about to write and build.json does not list yet. Without
	// it, files of a build that was killed would look like somebody else's.
	journalName = workName + "/journal"
	// stagedJournal becomes the journal when it is complete.
	stagedJournal = stageName + "/" + workName
	journalHead   = "mappe journal 1"
)

// readJournal returns the paths that killed builds may have written.
func (f *Folder) readJournal() ([]string, error) {
	data, err := f.root.ReadFile(journalName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	paths, err := parseJournal(string(data))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w: %w", journalName, err, ErrDamaged)
	}
	return paths, nil
}

// parseJournal reads a head line, a line for each path, and a last line with their sum.
func parseJournal(text string) ([]string, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 3 || lines[0] != journalHead || lines[len(lines)-1] != "" {
		return nil, errors.New("it is cut short or of another version")
	}
	paths := lines[1 : len(lines)-2]
	for _, path := range paths {
		if err := CheckPath(path); err != nil {
			return nil, err
		}
	}
	if lines[len(lines)-2] != journalSum(paths) {
		return nil, errors.New("its sum does not match its list of files")
	}
	return paths, nil
}

func journalSum(paths []string) string {
	sum := newSum()
	var noHash [16]byte // its length is part of the format
	for _, path := range paths {
		sum.add(path, unknownSize, noHash[:])
	}
	return "sum " + sum.String()
}

// writeJournal lists the paths. It alone is forced onto the disk: should the power fail while a build publishes, the next
// one still knows its files, and finds those that the failure emptied by comparing.
func (f *Folder) writeJournal(paths []string) error {
	if err := f.before("write", journalName); err != nil {
		return err
	}
	file, err := f.root.OpenFile(stagedJournal, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	text := strings.Join(append(append([]string{journalHead}, paths...), journalSum(paths), ""), "\n")
	_, err = file.WriteString(text)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	return f.root.Rename(stagedJournal, journalName)
}
