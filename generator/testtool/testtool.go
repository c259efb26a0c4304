// Package testtool finds what tests need of a machine beside Go: programs, and files that `make tools` installs. On a developer's machine a
// test may go without; where changes are judged (CI=true) it may not. It also makes a folder that all tests of a package share, and counts what is
// held.
package testtool

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"testing"
)

// Run runs a package's tests and returns what to exit with. While they run, folder names one that they share; it is removed afterwards.
func Run(m *testing.M, folder *string) int {
	var err error
	if *folder, err = os.MkdirTemp("", "mappe-tests-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(*folder)
	return m.Run()
}

// Missing ends a test that needs something this machine does not have: it fails where changes are judged, and is skipped elsewhere.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// Path is where the first of these programs is that is found. hint says how one comes by it.
func Path(t testing.TB, hint string, programs ...string) string {
	t.Helper()
	for _, program := range programs {
		if path, err := exec.LookPath(program); err == nil {
			return path
		}
	}
	Missing(t, "no "+programs[0]+" ("+hint+")")
	return ""
}

// Node is where Node.js is.
func Node(t testing.TB) string {
	t.Helper()
	return Path(t, "Debian: nodejs", "node")
}

// RunNodeTests runs files of tests in Node's own test runner, with these variables beside the environment's.
func RunNodeTests(t testing.TB, variables []string, files ...string) {
	t.Helper()
	run := exec.Command(Node(t), append([]string{"--test", "--test-reporter", "tap"}, files...)...)
	run.Env = append(os.Environ(), variables...)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// Things is how many things in memory whoever looks for what is in use has to look at.
func Things() int {
	var stats runtime.MemStats
	runtime.GC()
	runtime.GC() // what had to be finished first is gone with the second
	runtime.ReadMemStats(&stats)
	return int(stats.HeapObjects)
}
