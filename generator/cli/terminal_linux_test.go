package cli

import (
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// terminal opens a pseudo-terminal: what is written to screen is read from seen, with CR LF at the ends of lines.
func terminal(t *testing.T) (screen, seen *os.File) {
	t.Helper()
	seen, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { seen.Close() })
	number, err := unix.IoctlGetInt(int(seen.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(seen.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	screen, err = os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return screen, seen
}

// onTerminal runs a command whose output and errors are both on a terminal, and returns what was written to it.
func onTerminal(t *testing.T, env []string, args ...string) string {
	t.Helper()
	screen, seen := terminal(t)
	cmd := program(t, args...)
	cmd.Env = append(append(cmd.Env, "TERM=xterm", "NO_COLOR="), env...)
	cmd.Stdout, cmd.Stderr = screen, screen
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	screen.Close()
	written, err := io.ReadAll(seen)
	if err != nil && !errors.Is(err, syscall.EIO) { // how Linux says that the terminal is closed
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %v\n%s", args, err, written)
	}
	return string(written)
}

func TestOnATerminalProgressIsOneLineThatGoesBeforeAnythingElseIsWritten(t *testing.T) {
	for _, args := range [][]string{{"check"}, {"build"}} {
		written := onTerminal(t, nil, args...)
		if !strings.Contains(written, "\r\x1b[KReading the content …") || !strings.Contains(written, "\r\x1b[KChecking the content …") {
			t.Errorf("%v does not say what is being done: %q", args, written)
		}
		if args[0] == "build" && !strings.Contains(written, "\r\x1b[KWriting pages … ") {
			t.Errorf("no number of pages: %q", written)
		}
		_, rest, _ := strings.Cut(written, "content/")
		if before := strings.TrimSuffix(written, "content/"+rest); !strings.HasSuffix(before, "\r\x1b[K") {
			t.Errorf("%v: the line is still there before the findings: %q", args, before)
		}
		if lines := strings.Split(written, "\n"); strings.Contains(strings.Join(lines[1:], "\n"), "…\r\n") {
			t.Errorf("%v: progress stays on the screen: %q", args, written)
		}
	}
}

func TestColoursAreForTerminalsAndNotWhereNobodyWantsThem(t *testing.T) {
	const blue = "\x1b[1;36minfo\x1b[0m"
	for _, row := range []struct {
		env      []string
		coloured bool
	}{
		{nil, true},
		{[]string{"NO_COLOR=1"}, false},
		{[]string{"TERM=dumb"}, false},
	} {
		if written := onTerminal(t, row.env, "check", "--quiet"); strings.Contains(written, blue) != row.coloured {
			t.Errorf("%v: %q", row.env, written)
		}
	}
}

func TestADumbTerminalGetsPlainLines(t *testing.T) {
	written := onTerminal(t, []string{"TERM=dumb"}, "check")
	if !strings.HasPrefix(written, "Reading the content …\r\nChecking the content …\r\n") || strings.Contains(written, "\x1b") {
		t.Errorf("got %q", written)
	}
}
