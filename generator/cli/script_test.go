package cli

import (
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what commands say into the scripts of testdata/script")

// TestMain makes the program itself a command of the scripts: exec mappe.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"mappe": func() { os.Exit(Main(os.Args[1:], Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Getenv)) },
	})
}

// TestScripts runs the commands as people do: each script is a folder of files and what is typed there. The day is 2026-11-16, a Monday,
// and findings are in English unless a script says otherwise.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en")
			env.Setenv("SOURCE_DATE_EPOCH", "1794787200")
			env.Setenv("NO_COLOR", "1")
			return nil
		},
	})
}
