package cli

import (
	"time"

	"github.com/spf13/cobra"

	"mappe/generator/build"
	"mappe/generator/diag"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check the content and tell all findings",
		Long:  "check reads all files and tells what is wrong with them, at their lines, and what to write instead. It writes nothing." + exitHelp,
		Args:  noMore,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.check(cmd) },
	}
}

func (a *app) check(cmd *cobra.Command) error {
	started := time.Now()
	var o build.Options
	a.fill(&o)
	result, err := build.Check(cmd.Context(), o)
	if err := a.tellRun(result, err); err != nil {
		return err
	}
	count := diag.CountOf(result.Findings)
	words := counted(count)
	a.closing(diag.Textf("%[1]d Einträge geprüft: %[2]s in %[3]s.", "%[1]d records checked: %[4]s in %[3]s.", result.Records, words.DE, time.Since(started).Round(10*time.Millisecond), words.EN))
	if count.Errors > 0 {
		return errFindings
	}
	return nil
}
