// Package cli is the program's commands, one a file, and nothing else: each reads its flags, calls the pipeline and tells what came
// of it.
//
// The way through the files: cli.go runs a command and maps what came of it to an exit code, flags.go are the flags that commands
// share, report.go tells findings, progress.go what is being done; cmd_*.go are the commands.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"mappe/generator/diag"
)

// The exit codes of every command.
const (
	exitFine     = 0  // done, and no error among the findings
	exitFindings = 1  // errors among the findings
	exitUsage    = 2  // the command was called wrongly
	exitInternal = 70 // the machine or the program failed (EX_SOFTWARE of sysexits.h)
)

// exitHelp stands at the end of every command's help.
const exitHelp = "\nExit codes: 0 fine, 1 errors among the findings, 2 usage, 70 internal."

// errFindings says that findings have been told, errors among them.
var errFindings = errors.New("errors among the findings")

// usageError is a mistake in how a command was called.
type usageError struct{ error }

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Main runs the command line and returns its exit code. Ctrl+C cancels whatever is running.
func Main(args []string, streams Streams, getenv func(string) string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	a := &app{Streams: streams, getenv: getenv}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		fmt.Fprintln(streams.Err, usage.Error())
		return exitUsage
	}
	a.closing(diag.Textf("Abgebrochen: %v", "Stopped: %v", err))
	return exitInternal
}

// app is what the commands of one run share.
type app struct {
	Streams
	getenv func(string) string
	common commonFlags
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "mappe",
		Short:         "Turns a region's offers into a website",
		Long:          "mappe checks a region's offers, kept as YAML and Markdown files, and turns them into a fast, multilingual website." + exitHelp,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noMore,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w\n\n%s", err, cmd.UsageString())}
	})
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.common.settle(a) }
	a.common.register(root)
	root.AddCommand(a.buildCommand(), a.serveCommand(), a.checkCommand(), a.translationsCommand(), a.versionCommand())
	return root
}

// noMore refuses words that a command does not take, and suggests the command that was probably meant.
func noMore(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	message := fmt.Sprintf("unknown word %q for %q", args[0], cmd.CommandPath())
	if suggestions := cmd.SuggestionsFor(args[0]); len(suggestions) > 0 {
		message += fmt.Sprintf("; did you mean %q?", suggestions[0])
	}
	return usageError{fmt.Errorf("%s\n\n%s", message, cmd.UsageString())}
}
