package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"mappe/bench/peers"
)

// edits is how often an edit is timed.
const edits = 9

// edit changes the long text of one course and puts it back.
type edit struct {
	file   string
	before []byte
	// page is where the course is published.
	page string
}

// newEdit chooses the first course.
func newEdit(content string) (*edit, error) {
	files, err := filepath.Glob(filepath.Join(content, "content", "courses", "*", "index.de.md"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no course to edit in %s: %w", content, err)
	}
	before, err := os.ReadFile(files[0])
	return &edit{files[0], before, "de/courses/" + filepath.Base(filepath.Dir(files[0])) + ".html"}, err
}

// word is what an edit adds, another one each time.
func (e *edit) word(n int) string { return fmt.Sprintf("Änderung-%c", 'A'+n) }

func (e *edit) save(n int) error {
	return os.WriteFile(e.file, append(bytes.Clone(e.before), "\n"+e.word(n)+"\n"...), 0o666)
}

func (e *edit) undo() {
	if err := os.WriteFile(e.file, e.before, 0o666); err != nil {
		log.Print(err)
	}
}

// serveEdits times edits in the server: from the file being saved to the event that makes browsers reload, and to the page with the edit.
func (b *bench) serveEdits(ctx context.Context) error {
	if err := b.setOutputs(allOutputs); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := exec.CommandContext(ctx, b.mappe, "serve", "--addr", "127.0.0.1:0", "--lang", "en", "--source", b.content, "--date", peers.CorpusDay)
	said, err := server.StdoutPipe()
	if err != nil {
		return err
	}
	if err := server.Start(); err != nil {
		return err
	}
	defer server.Wait()
	defer cancel()
	address := addressIn(said)
	if address == "" {
		return fmt.Errorf("the server does not say where it is")
	}
	go io.Copy(io.Discard, said)
	events, err := listen(ctx, address)
	if err != nil {
		return err
	}
	e, err := newEdit(b.content)
	if err != nil {
		return err
	}
	defer e.undo()
	for n := range edits {
		if err := b.serveEdit(e, n, address, events); err != nil {
			return err
		}
	}
	b.results.MiBServe = memoryOf(server.Process.Pid)
	return nil
}

func (b *bench) serveEdit(e *edit, n int, address string, events *bufio.Scanner) error {
	started := time.Now()
	if err := e.save(n); err != nil {
		return err
	}
	for events.Scan() && events.Text() != "event: reload" {
	}
	if err := events.Err(); err != nil {
		return fmt.Errorf("waiting for the event: %w", err)
	}
	told := time.Since(started)
	page, err := fetch(address + e.page)
	if err != nil {
		return err
	}
	if !strings.Contains(page, e.word(n)) {
		return fmt.Errorf("%s does not have the edit although the event was sent", e.page)
	}
	b.results.event = append(b.results.event, told)
	b.results.shown = append(b.results.shown, time.Since(started))
	return nil
}

// addressIn reads what the server says until it names its address.
func addressIn(said io.Reader) string {
	address := regexp.MustCompile(`http://[0-9.:]+/`)
	for lines := bufio.NewScanner(said); lines.Scan(); {
		if found := address.FindString(lines.Text()); found != "" {
			return found
		}
	}
	return ""
}

// listen waits for events as a browser does. The first line is read here, after which none is missed.
func listen(ctx context.Context, address string) (*bufio.Scanner, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"_mappe/events", nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	events := bufio.NewScanner(answer.Body)
	events.Scan()
	return events, events.Err()
}

func fetch(address string) (string, error) {
	answer, err := http.Get(address)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	return string(page), err
}

// memoryOf is what a running process holds, in MiB; 0 where that cannot be read.
func memoryOf(pid int) float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), "VmRSS:")
	var kib float64
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		return 0
	}
	return kib / 1024
}

// median is the middle one.
func median[T float64 | int | int64 | time.Duration](list []T) T {
	if len(list) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}
