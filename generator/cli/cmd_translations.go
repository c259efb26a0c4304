package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mappe/generator/build"
	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
)

func (a *app) translationsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "translations",
		Short: "Say which translations are up to date, or confirm that they are",
		Args:  noMore,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.translationsStatusCommand(), a.translationsAcceptCommand())
	return cmd
}

func (a *app) translationsStatusCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "status [LANGUAGE]",
		Short: "List translations that are missing, outdated, made by a machine or of unknown state",
		Long: "status lists every record and language whose translation is not current. The evidence is translations.lock, else the\n" +
			"history in Git where it is whole, else unknown." + exitHelp,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.load(cmd)
			if err != nil {
				return err
			}
			return a.status(c, args)
		},
	}
}

func (a *app) status(c *catalog.Catalogue, only []string) error {
	if len(only) > 0 {
		if _, known := c.Languages.Find(only[0]); !known {
			return usageError{fmt.Errorf("the site has no language %q, but %s", only[0], strings.Join(c.Languages.Codes(), ", "))}
		}
	}
	table := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	count := map[catalog.TranslationState]int{}
	for _, entry := range c.Entries {
		base := entry.Base()
		for i, state := range base.Translations {
			code := c.Languages[i].Code
			if len(only) > 0 && !strings.EqualFold(code, only[0]) {
				continue
			}
			count[state]++
			if state != catalog.Current && state != catalog.Source {
				fmt.Fprintf(table, "%s\t%s\t%s\n", base.Key(), code, state)
			}
		}
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("printing the translations: %w", err)
	}
	a.closing(diag.Textf("Übersetzungen: %d aktuell, %d veraltet, %d maschinell, %d unbekannt, %d fehlen.", "Translations: %d current, %d outdated, %d by machine, %d unknown, %d missing.",
		count[catalog.Current], count[catalog.Outdated], count[catalog.MachineMade], count[catalog.UnknownState], count[catalog.Missing]))
	return nil
}

func (a *app) translationsAcceptCommand() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "accept TYPE/ID [LANGUAGE ...]",
		Short: "Confirm that translations say what the original says now",
		Long: "accept writes into translations.lock which state of the original each translation stands for: that of a record in the\n" +
			"languages named, or in all it has, or with --all every translation there is." + exitHelp,
		RunE: func(cmd *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return usageError{fmt.Errorf("name a record, such as courses/deutsch-a1, or say --all\n\n%s", cmd.UsageString())}
			}
			c, err := a.load(cmd)
			if err != nil {
				return err
			}
			return a.accept(c, args)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "confirm every translation")
	return cmd
}

func (a *app) accept(c *catalog.Catalogue, args []string) error {
	entries, wanted := c.Entries, map[catalog.Lang]bool{}
	if len(args) > 0 {
		folder, id, _ := strings.Cut(args[0], "/")
		entry := c.Find(folder, id)
		if entry == nil {
			return usageError{fmt.Errorf("there is no record %q", args[0])}
		}
		entries = []catalog.Entry{entry}
		for _, code := range args[1:] {
			lang, known := c.Languages.Find(code)
			if !known {
				return usageError{fmt.Errorf("the site has no language %q, but %s", code, strings.Join(c.Languages.Codes(), ", "))}
			}
			wanted[lang] = true
		}
	}
	accepted := 0
	for _, entry := range entries {
		base := entry.Base()
		for i, file := range base.Files {
			lang := catalog.Lang(i)
			if file == nil || lang == c.Default || len(wanted) > 0 && !wanted[lang] {
				continue
			}
			c.Lock.Set(base.Key(), c.Languages[i].Code, c.TextHash(entry))
			accepted++
		}
	}
	c.Lock.Keep(func(record, code string) bool {
		folder, id, _ := strings.Cut(record, "/")
		lang, known := c.Languages.Find(code)
		entry := c.Find(folder, id)
		return known && entry != nil && entry.Base().File(lang) != nil
	})
	if err := a.writeLock(c.Lock.Bytes()); err != nil {
		return err
	}
	a.closing(diag.Textf("%d Übersetzungen bestätigt.", "%d translations confirmed.", accepted))
	return nil
}

// writeLock replaces translations.lock, whole or not at all.
func (a *app) writeLock(data []byte) error {
	path := filepath.Join(a.common.source, content.Root, "translations.lock")
	if err := os.WriteFile(path+".new", data, 0o644); err != nil {
		return fmt.Errorf("writing translations.lock: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("writing translations.lock: %w", err)
	}
	return nil
}

// load reads the catalogue for a command that only looks at it. Errors in records do not matter here, those in the settings do.
func (a *app) load(cmd *cobra.Command) (*catalog.Catalogue, error) {
	var o build.Options
	a.fill(&o)
	o.Progress = nil
	ready, err := build.Load(cmd.Context(), o)
	if err != nil {
		return nil, err
	}
	defer ready.Close()
	if ready.Catalogue == nil {
		if err := a.tell(ready.Findings, map[string]any{}); err != nil {
			return nil, err
		}
		return nil, errFindings
	}
	return ready.Catalogue, nil
}

func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return noMore(cmd, args[n:])
		}
		return nil
	}
}
