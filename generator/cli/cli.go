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
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mappe/generator/build"
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

// Main runs the command line and returns its exit code. Ctrl+C cancels whatever is running; once more ends it at once.
func Main(args []string, streams Streams, getenv func(string) string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	a := &app{Streams: streams, getenv: getenv}
	root := a.root()
	root.SetArgs(args)
	return a.exitCode(root.ExecuteContext(ctx))
}

// exitCode tells what went wrong, whatever else is to be quiet, and maps it to the program's exit code.
func (a *app) exitCode(err error) int {
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	}
	a.clearProgress()
	switch {
	case errors.As(err, new(usageError)), errors.Is(err, build.ErrSource), !a.begun:
		fmt.Fprintln(a.Err, err)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.Err, diag.Text{DE: "Abgebrochen.", EN: "Stopped."}.In(a.common.lang))
	default:
		fmt.Fprintln(a.Err, diag.Textf("Abgebrochen: %v", "Stopped: %v", err).In(a.common.lang))
	}
	return exitInternal
}

// app is what the commands of one run share.
type app struct {
	Streams
	getenv func(string) string
	common commonFlags
	// begun says that the command line has been understood; errors before that are mistakes in it.
	begun bool
	line  progressLine
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
		return usageError{fmt.Errorf("%w%s\n\n%s", err, flagMeant(cmd, err), cmd.UsageString())}
	})
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		err := a.common.settle(a)
		a.begun = err == nil
		return err
	}
	a.common.register(root)
	root.AddCommand(a.buildCommand(), a.pdfCommand(), a.serveCommand(), a.checkCommand(), a.fmtCommand(), a.newCommand(), a.initCommand(),
		a.translationsCommand(), a.timetableCommand(), a.versionCommand())
	return root
}

// noMore refuses words that a command does not take, and suggests the command that was probably meant.
func noMore(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	message := fmt.Sprintf("unknown word %q for %q", args[0], cmd.CommandPath())
	cmd.SuggestionsMinimumDistance = 2 // two letters wrong are still the same word
	if suggestions := cmd.SuggestionsFor(args[0]); len(suggestions) > 0 {
		message += fmt.Sprintf("; did you mean %q?", suggestions[0])
	}
	return usageError{fmt.Errorf("%s\n\n%s", message, cmd.UsageString())}
}

// flagMeant suggests the flag that was probably meant by one that does not exist.
func flagMeant(cmd *cobra.Command, err error) string {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return ""
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if nearest := diag.Nearest(unknown.GetSpecifiedName(), names); nearest != "" {
		return fmt.Sprintf("; did you mean --%s?", nearest)
	}
	return ""
}
