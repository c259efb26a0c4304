// Package githistory asks Git, in one pass, which versions each file below a folder has had. It knows nothing of offers.
package githistory

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
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
	// Path is how the file was called then.
	Path string
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
//
// It goes along the first parents: what a merge brings in counts as changed by the merge. Editors work on branches, and a
// text and its translation that arrive together were made together, whatever else was merged meanwhile.
func Read(ctx context.Context, dir, below string) (*History, error) {
	shallow, err := git(ctx, dir, "rev-parse", "--is-shallow-repository")
	if err != nil || strings.TrimSpace(string(shallow)) != "false" {
		return nil, noneUnless(ctx)
	}
	h := &History{repository: dir, versions: map[string][]Version{}, changed: map[string]bool{}}
	log, err := git(ctx, dir, "log", "--topo-order", "--raw", "--find-renames", "--no-abbrev", "-z", "-m", "--first-parent", "--relative", "--no-show-signature", "--format=tformat:commit", "--", below)
	if err != nil { // a repository without commits
		return nil, noneUnless(ctx)
	}
	h.readLog(log)
	status, err := git(ctx, dir, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", "HEAD", "--", below)
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

// noneUnless is ErrNone, unless Git failed because it was to stop.
func noneUnless(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("asking Git for the history: %w", err)
	}
	return ErrNone
}

// readLog reads fields ended by NUL: "commit" opens a commit; ":<modes> <old blob> <new blob> <status>" is followed by a path, or
// by two where a file was renamed. Commits come from the newest, so what an older one calls by a file's former name is that file.
func (h *History) readLog(log []byte) {
	fields := strings.Split(string(log), "\x00")
	renamed := map[string]string{}
	now := func(path string) string {
		if name, ok := renamed[path]; ok {
			return name
		}
		return path
	}
	age := Uncommitted
	for i := 0; i < len(fields); i++ {
		field := strings.TrimPrefix(fields[i], "\n")
		if field == "commit" {
			age++
			continue
		}
		parts := strings.Fields(field)
		if !strings.HasPrefix(field, ":") || len(parts) < 5 || i+1 >= len(fields) {
			continue
		}
		i++
		path, blob := fields[i], parts[3]
		if strings.Trim(blob, "0") == "" {
			blob = ""
		}
		if strings.HasPrefix(parts[4], "R") && i+1 < len(fields) {
			i++
			former := path
			path = fields[i]
			h.add(now(path), Version{age, blob, path})
			renamed[former] = now(path)
			continue
		}
		h.add(now(path), Version{age, blob, path})
		if strings.HasPrefix(parts[4], "A") {
			delete(renamed, path) // whatever was called so before is another file
		}
	}
}

func (h *History) add(path string, v Version) { h.versions[path] = append(h.versions[path], v) }

// Versions returns the committed versions of a file, the latest first.
func (h *History) Versions(path string) []Version { return h.versions[path] }

// Edited returns the same history after edits of files that are not committed. Nil stays nil.
func (h *History) Edited(paths ...string) *History {
	if h == nil {
		return nil
	}
	edited := *h
	edited.changed = maps.Clone(h.changed)
	for _, path := range paths {
		edited.changed[path] = true
	}
	return &edited
}

// HasUncommitted reports whether the file differs from its last commit, or is in none.
func (h *History) HasUncommitted(path string) bool {
	versions := h.versions[path]
	return h.changed[path] || len(versions) == 0 || versions[0].Blob == ""
}

// Contents calls take with the content of each blob, in their order, by one process; one that the repository does not have is passed
// over. What take is given is only valid during the call.
func (h *History) Contents(ctx context.Context, blobs []string, take func(blob string, content []byte)) error {
	if len(blobs) == 0 {
		return nil
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // ends Git where reading ends early
	cmd := command(ctx, h.repository, "cat-file", "--batch")
	cmd.Stdin = strings.NewReader(strings.Join(blobs, "\n") + "\n")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("reading old versions from Git: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("reading old versions from Git: %w", err)
	}
	if err := readBatch(bufio.NewReaderSize(out, 1<<16), blobs, take); err != nil {
		stop()
		_ = cmd.Wait() // its failure follows from ours
		return err
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("reading old versions from Git: %w", err)
	}
	return nil
}

// readBatch reads what cat-file --batch writes: "<blob> <type> <size>", the content and a line end, or "<blob> missing".
func readBatch(in *bufio.Reader, blobs []string, take func(blob string, content []byte)) error {
	var content []byte
	for _, blob := range blobs {
		header, err := in.ReadString('\n')
		if err != nil {
			return fmt.Errorf("reading the old version %s from Git: %w", blob, err)
		}
		parts := strings.Fields(header)
		if len(parts) != 3 {
			continue
		}
		size, err := strconv.Atoi(parts[2])
		if err != nil || size < 0 {
			return fmt.Errorf("reading the old version %s from Git: its size is %q", blob, parts[2])
		}
		content = slices.Grow(content[:0], size+1)[:size+1]
		if _, err := io.ReadFull(in, content); err != nil {
			return fmt.Errorf("reading the old version %s from Git: %w", blob, err)
		}
		take(blob, content[:size])
	}
	return nil
}

func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	return command(ctx, dir, args...).Output()
}

// command is Git as it is by itself, whatever its user has configured for reading on a terminal. It writes nothing into the
// repository and fetches nothing: what a partial clone has not got is missing.
func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{"--no-optional-locks", "-c", "core.quotePath=false", "-c", "color.ui=false", "-c", "log.showSignature=false"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_NO_LAZY_FETCH=1")
	return cmd
}
