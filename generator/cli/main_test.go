package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"mappe/generator/build"
	"mappe/generator/diag"
)

func TestWhatWentWrongIsToldAndMappedToAnExitCode(t *testing.T) {
	for _, row := range []struct {
		what string
		err  error
		code int
		told string
	}{
		{"nothing", nil, 0, ""},
		{"errors among the findings, which have been told", fmt.Errorf("checking: %w", errFindings), 1, ""},
		{"a mistake in the call", usageError{errors.New("--x is y")}, 2, "--x is y\n"},
		{"a source that is not there", fmt.Errorf("opening: %w", build.ErrSource), 2, "opening: no folder that can be opened\n"},
		{"Ctrl+C", fmt.Errorf("writing: %w", context.Canceled), 70, "Stopped.\n"},
		{"the machine's fault", errors.New("disk full"), 70, "Stopped: disk full\n"},
	} {
		var out, told bytes.Buffer
		a := &app{Streams: Streams{Out: &out, Err: &told}, begun: true, common: commonFlags{format: "text", lang: diag.English, quiet: true}}
		if code := a.exitCode(row.err); code != row.code || told.String() != row.told || out.Len() > 0 {
			t.Errorf("%s: code %d, told %q, printed %q", row.what, code, told.String(), out.String())
		}
	}
	var told bytes.Buffer
	a := &app{Streams: Streams{Err: &told}}
	if code := a.exitCode(errors.New("unknown command")); code != 2 {
		t.Errorf("what a command line does not say before it is understood: code %d", code)
	}
}

func TestTheLanguageOfFindingsComesFromTheEnvironmentAsPOSIXOrdersIt(t *testing.T) {
	for _, row := range []struct {
		all, messages, lang, want string
	}{
		{"", "", "", "en"},
		{"", "", "de_DE.UTF-8", "de"},
		{"", "", "de", "de"},
		{"", "", "C", "en"},
		{"", "de_AT", "en_US", "de"},
		{"C", "de_AT", "de_DE", "en"},
		{"de_CH", "en_US", "en_US", "de"},
	} {
		values := map[string]string{"LC_ALL": row.all, "LC_MESSAGES": row.messages, "LANG": row.lang}
		if got := environmentLanguage(func(name string) string { return values[name] }); got != row.want {
			t.Errorf("%v: %s", values, got)
		}
	}
}
