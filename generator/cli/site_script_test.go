package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/pdf"
)

// TestSiteScripts runs commands in a folder that holds the small site of package build's tests, and the files of the script over it. Beside
// the usual commands of testscript there are
//
//	edit file old new    replaces one piece of a file
//	object key ...       says that standard output is one JSON object with exactly these keys, and nothing else
//	findings code ...    says which findings the object holds, each with exactly its seven keys
//	stats key=value ...  says what the object's stats hold, among others
func TestSiteScripts(t *testing.T) {
	browser, _ := pdf.Find(os.Getenv("CHROMIUM"), os.Getenv)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/site",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("SOURCE_DATE_EPOCH", "1795305600") // 2026-11-22
			env.Setenv("HOME", filepath.Join(env.WorkDir, ".home"))
			env.Setenv("BROWSER", browser)
			return writeSite(env.WorkDir)
		},
		// The condition browser holds where one is found; where everything has to be proven it must hold.
		Condition: func(string) (bool, error) { return browser != "" || os.Getenv("CI") != "", nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"edit": editCommand, "object": objectCommand, "findings": findingsCommand, "stats": statsCommand,
		},
	})
}

// writeSite writes the files of the small site but those that are there.
func writeSite(dir string) error {
	archive, err := txtar.ParseFile("../build/testdata/base.txtar")
	if err != nil {
		return err
	}
	for _, f := range archive.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if _, err := os.Stat(name); err == nil {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

func editCommand(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if strings.Count(text, args[1]) != 1 {
		ts.Fatalf("%q is in %s %d times", args[1], args[0], strings.Count(text, args[1]))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}

// printed is standard output of the last command as one JSON object.
func printed(ts *testscript.TestScript) map[string]json.RawMessage {
	decoder := json.NewDecoder(bytes.NewReader([]byte(ts.ReadFile("stdout"))))
	var object map[string]json.RawMessage
	ts.Check(decoder.Decode(&object))
	if decoder.More() {
		ts.Fatalf("something follows the object")
	}
	return object
}

func objectCommand(ts *testscript.TestScript, _ bool, args []string) {
	sameWords(ts, slices.Sorted(maps.Keys(printed(ts))), args)
}

func findingsCommand(ts *testscript.TestScript, _ bool, args []string) {
	var list []map[string]any
	ts.Check(json.Unmarshal(printed(ts)["findings"], &list))
	if list == nil {
		ts.Fatalf("findings is no list")
	}
	codes := []string{}
	for _, f := range list {
		sameWords(ts, slices.Sorted(maps.Keys(f)), []string{"code", "column", "file", "hint", "line", "message", "severity"})
		codes = append(codes, fmt.Sprint(f["code"]))
		line, isNumber := f["line"].(float64)
		if column, both := f["column"].(float64); !isNumber || !both || line < 1 || column < 1 {
			ts.Fatalf("line and column of %v", f)
		}
		if !slices.Contains([]any{"error", "warning", "info"}, f["severity"]) || strings.Contains(fmt.Sprint(f["file"]), `\`) || f["message"] == "" {
			ts.Fatalf("severity, file and message of %v", f)
		}
	}
	sameWords(ts, codes, args)
}

func statsCommand(ts *testscript.TestScript, _ bool, args []string) {
	var stats map[string]any
	ts.Check(json.Unmarshal(printed(ts)["stats"], &stats))
	for _, arg := range args {
		key, want, _ := strings.Cut(arg, "=")
		if got := fmt.Sprint(stats[key]); got != want {
			ts.Fatalf("%s is %s", key, got)
		}
	}
}

func sameWords(ts *testscript.TestScript, got, want []string) {
	slices.Sort(got)
	want = slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		ts.Fatalf("got %v, want %v", got, want)
	}
}
