package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"mappe/generator/build"
	"mappe/generator/diag"
)

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Start a site of your own",
		Long: "init writes a small site into a new or empty folder: a place, an organization, two contacts, a course, an offer of support and the\n" +
			"legal pages as drafts, settings for GitLab, GitHub and Forgejo that check and publish, settings for editors, and a cheat sheet." + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("init takes the folder to write to, such as: init angebote\n\n%s", cmd.UsageString())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.init(cmd, args[0]) },
	}
}

func (a *app) init(cmd *cobra.Command, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return usageError{fmt.Errorf("%s is no folder that can be written to: %w", shown(dir), err)}
	}
	if len(entries) > 0 {
		return usageError{fmt.Errorf("%s is not empty; name a new folder", shown(dir))}
	}
	files, err := starterFiles(a.common.today)
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := writeNew(filepath.Join(dir, filepath.FromSlash(file.path)), file.data); err != nil {
			return err
		}
	}
	a.common.source = dir
	var o build.Options
	a.fill(&o)
	o.Progress = nil
	ready, err := build.Load(cmd.Context(), o)
	if err != nil {
		return err
	}
	defer ready.Close()
	if ready.Catalogue == nil {
		return fmt.Errorf("reading the new site: %s", ready.Findings[0].Message.EN)
	}
	if err := writeNew(filepath.Join(dir, cheatSheetName), cheatSheet(ready.Catalogue)); err != nil {
		return err
	}
	a.closing(diag.Textf("%[1]s: %[2]d Dateien. Weiter geht es in %[1]s/README.md; zum Ansehen: mappe serve --source %[1]s",
		"%[1]s: %[2]d files. Go on with %[1]s/README.md; to look at it: mappe serve --source %[1]s", shown(dir), len(files)+1))
	return nil
}
