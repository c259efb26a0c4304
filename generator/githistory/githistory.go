// Package githistory asks Git, in one pass, which versions each file below a folder has had. It knows nothing of offers.
package githistory

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// ErrNone says that there is no history to go by: no Git, no repository, or only a part of one (a shallow clone).
var ErrNone = errors.New("no whole history")

// Version is one content that a file has had.
type Version struct {
	// Age counts commits from the newest, 0: a smaller age is later. Uncommitted changes are later than any commit.
	Age int
	// Blob names the content; it is empty where a commit removed the file.
	Blob string
}

// Uncommitted is the age of what has not been committed yet.
const Uncommitted = -1

// History is the versions of all files below a folder, and a way to their contents.
type History struct {
	repository string
	versions   map[string][]Version
	changed    map[string]bool
}

// Read reads the history of the files below a folder of a working copy, given relative to it with slashes. The error is ErrNone
// where history cannot tell anything.
func Read(ctx context.Context, dir, below string) (*History, error) {
	shallow, err := git(ctx, dir, nil, "rev-parse", "--is-shallow-repository")
	if err != nil || strings.TrimSpace(string(shallow)) != "false" {
		return nil, ErrNone
	}
	h := &History{repository: dir, versions: map[string][]Version{}, changed: map[string]bool{}}
	log, err := git(ctx, dir, nil, "-c", "core.quotePath=false", "log", "--topo-order", "--no-renames", "--raw", "--no-abbrev", "-z", "-m", "--first-parent", "--relative", "--format=tformat:commit", "--", below)
	if err != nil {
		return nil, ErrNone // a repository without commits
	}
	h.readLog(log)
	status, err := git(ctx, dir, nil, "-c", "core.quotePath=false", "diff", "--name-only", "--no-renames", "--relative", "-z", "HEAD", "--", below)
	if err != nil {
		return nil, fmt.Errorf("asking Git for uncommitted changes: %w", err)
	}
	for path := range strings.SplitSeq(string(status), "\x00") {
		if path != "" {
			h.changed[path] = true
		}
	}
	return h, nil
}

// readLog reads fields ended by NUL: "commit" opens a commit; ":<modes> <old blob> <new blob> <status>" is followed by a path.
func (h *History) readLog(log []byte) {
	fields := strings.Split(string(log), "\x00")
	age := Uncommitted
	for i := 0; i < len(fields); i++ {
		field := strings.TrimPrefix(fields[i], "\n")
		switch {
		case field == "commit":
			age++
		case strings.HasPrefix(field, ":") && i+1 < len(fields):
			parts := strings.Fields(field)
			i++
			if len(parts) < 5 {
				continue
			}
			blob := parts[3]
			if strings.Trim(blob, "0") == "" {
				blob = ""
			}
			h.versions[fields[i]] = append(h.versions[fields[i]], Version{Age: age, Blob: blob})
		}
	}
}

// Versions returns the committed versions of a file, the latest first.
func (h *History) Versions(path string) []Version { return h.versions[path] }

// HasUncommitted reports whether the file differs from its last commit, or has never been committed.
func (h *History) HasUncommitted(path string) bool {
	return h.changed[path] || len(h.versions[path]) == 0
}

// Contents calls take with the content of each blob, in their order, by one process. What take is given is only valid during the call.
func (h *History) Contents(ctx context.Context, blobs []string, take func(blob string, content []byte)) error {
	if len(blobs) == 0 {
		return nil
	}
	out, err := git(ctx, h.repository, strings.NewReader(strings.Join(blobs, "\n")+"\n"), "cat-file", "--batch")
	if err != nil {
		return fmt.Errorf("reading old versions from Git: %w", err)
	}
	reader := bufio.NewReader(bytes.NewReader(out))
	for _, blob := range blobs {
		header, err := reader.ReadString('\n')
		if err != nil {
			return fmt.Errorf("reading the old version %s from Git: %w", blob, err)
		}
		parts := strings.Fields(header)
		if len(parts) != 3 {
			continue // "<blob> missing"
		}
		size, err := strconv.Atoi(parts[2])
		if err != nil {
			return fmt.Errorf("reading the old version %s from Git: %w", blob, err)
		}
		content := make([]byte, size+1) // a line end follows
		if _, err := io.ReadFull(reader, content); err != nil {
			return fmt.Errorf("reading the old version %s from Git: %w", blob, err)
		}
		take(blob, content[:size])
	}
	return nil
}

func git(ctx context.Context, dir string, in io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir, cmd.Stdin = dir, in
	return cmd.Output()
}
