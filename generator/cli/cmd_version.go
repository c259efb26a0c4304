package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// stamped is the version of a release. The linker writes it (make release), which it can do to a variable of a package only; nothing
// else does.
var stamped string

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noMore,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.Out, "mappe", version())
			return err
		},
	}
}

// version is that of the release, or "dev" for a program built from a working copy, whatever is in it: the version is written into
// build.json, and two builds of the same content are to write the same files.
func version() string {
	if stamped == "" {
		return "dev"
	}
	return stamped
}
