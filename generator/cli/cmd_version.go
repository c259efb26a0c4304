package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

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

// version is that of the module, or "dev" for a build from a working copy, so that two builds of the same sources write the same files.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
