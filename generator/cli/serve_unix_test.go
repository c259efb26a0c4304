//go:build unix

package cli

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// program is the program itself, as the scripts run it, in a folder with the small site.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	dir := t.TempDir()
	if err := writeSite(dir); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Args[0], cmd.Dir = "mappe", dir
	cmd.Env = append(os.Environ(), "LANG=en", "LC_ALL=", "SOURCE_DATE_EPOCH=1795305600", "HOME="+filepath.Join(dir, ".home"))
	return cmd
}

// TestServeTellsItsAddressFollowsEditsAndEndsWithCtrlC runs it as people do; SIGTERM is how service managers end it.
func TestServeTellsItsAddressFollowsEditsAndEndsWithCtrlC(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		cmd := program(t, "serve", "--addr", "127.0.0.1:0")
		pipe, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(pipe)
		await := func(pattern string) string {
			t.Helper()
			for lines.Scan() {
				if found := regexp.MustCompile(pattern).FindStringSubmatch(lines.Text()); found != nil {
					return found[len(found)-1]
				}
			}
			t.Fatalf("%q is never said", pattern)
			return ""
		}
		await(`^Read in .+: 0 errors, \d+ warnings?, \d+ infos?$`)
		address := await(`^The website is at (http://127\.0\.0\.1:\d+/) \(stop with Ctrl\+C\)$`)
		if response, err := http.Get(address + "de/courses/a1.html"); err != nil || response.StatusCode != http.StatusOK {
			t.Errorf("the page does not come: %v", err)
		} else {
			response.Body.Close()
		}
		name := filepath.Join(cmd.Dir, "content", "courses", "a2.md")
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(text), "kind:", "kynd:", 1)), 0o666); err != nil {
			t.Fatal(err)
		}
		await(`^Read in .+: 1 error, `)
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		await(`^Stopped\.$`)
		_, _ = io.Copy(io.Discard, pipe)
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %v", signal, err)
		}
	}
}
