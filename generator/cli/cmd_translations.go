package cli

import (
	"bytes"
	"encoding/json"
	"errors"
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

// translation is one translation as status tells it.
type translation struct {
	Record   string                   `json:"record"`
	Language string                   `json:"language"`
	State    string                   `json:"state"`
	state    catalog.TranslationState // the same, to be told in words
}

func (a *app) status(c *catalog.Catalogue, only []string) error {
	if len(only) > 0 {
		if _, err := a.language(c, only[0]); err != nil {
			return err
		}
	}
	open := []translation{}
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
				open = append(open, translation{base.Key(), code, state.String(), state})
			}
		}
	}
	if err := a.tellTranslations(open, count); err != nil {
		return fmt.Errorf("printing the translations: %w", err)
	}
	a.closing(diag.Textf("Übersetzungen: %d aktuell, %d veraltet, %d maschinell, %d unbekannt, %d fehlen.", "Translations: %d current, %d outdated, %d by machine, %d unknown, %d missing.",
		count[catalog.Current], count[catalog.Outdated], count[catalog.MachineMade], count[catalog.UnknownState], count[catalog.Missing]))
	return nil
}

// tellTranslations prints a line for each translation that is not current, or with --json all of them and their number by state.
func (a *app) tellTranslations(open []translation, count map[catalog.TranslationState]int) error {
	if a.common.format == "json" {
		stats := map[string]int{}
		for state := catalog.Missing; state < catalog.Source; state++ {
			stats[state.String()] = count[state]
		}
		encoder := json.NewEncoder(a.Out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(map[string]any{"translations": open, "stats": stats})
	}
	table := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	for _, t := range open {
		fmt.Fprintf(table, "%s\t%s\t%s\n", t.Record, t.Language, stateWords(t.state).In(a.common.lang))
	}
	return table.Flush()
}

func stateWords(state catalog.TranslationState) diag.Text {
	german := map[catalog.TranslationState]string{catalog.Missing: "fehlt", catalog.Outdated: "veraltet", catalog.MachineMade: "maschinell", catalog.UnknownState: "unbekannt"}
	return diag.Text{DE: german[state], EN: state.String()}
}

// language finds a language of the site by the code somebody typed.
func (a *app) language(c *catalog.Catalogue, code string) (catalog.Lang, error) {
	lang, known := c.Languages.Find(code)
	if !known {
		return 0, usageError{fmt.Errorf("the site has no language %q, but %s", code, strings.Join(c.Languages.Codes(), ", "))}
	}
	return lang, nil
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
		entry, err := a.record(c, args[0])
		if err != nil {
			return err
		}
		entries = []catalog.Entry{entry}
		for _, code := range args[1:] {
			lang, err := a.language(c, code)
			switch {
			case err != nil:
				return err
			case lang == c.Default:
				return usageError{fmt.Errorf("%s is the language of the original", code)}
			case entry.Base().File(lang) == nil:
				return usageError{fmt.Errorf("%s has no text in the language %s", args[0], code)}
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
	if err := a.writeLock(c); err != nil {
		return err
	}
	a.closing(diag.Textf("%d Übersetzungen bestätigt.", "%d translations confirmed.", accepted))
	return nil
}

// record finds a record by what somebody typed.
func (a *app) record(c *catalog.Catalogue, name string) (catalog.Entry, error) {
	folder, id, _ := strings.Cut(name, "/")
	if entry := c.Find(folder, id); entry != nil {
		return entry, nil
	}
	keys := make([]string, len(c.Entries))
	for i, entry := range c.Entries {
		keys[i] = entry.Base().Key()
	}
	message := fmt.Sprintf("there is no record %q that can be read", name)
	if nearest := diag.Nearest(name, keys); nearest != "" {
		message += fmt.Sprintf("; did you mean %s?", nearest)
	}
	return nil, usageError{errors.New(message)}
}

// writeLock writes translations.lock without the lines of translations that are gone. One whose file cannot be read now is not gone.
func (a *app) writeLock(c *catalog.Catalogue) error {
	there := map[string]bool{}
	for _, r := range c.Tree.Records {
		for _, file := range r.Files {
			if lang, known := c.Languages.Find(file.Lang); known {
				there[r.Key()+" "+c.Languages[lang].Code] = true
			}
		}
	}
	c.Lock.Keep(func(record, code string) bool { return there[record+" "+code] })
	path := filepath.Join(a.common.source, content.Root, "translations.lock")
	before, err := os.ReadFile(path)
	if data := c.Lock.Bytes(); !bytes.Equal(data, before) || err != nil && len(data) > 0 {
		return replaceFile(path, data)
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
		if err := a.tell(ready.Findings, build.Result{Findings: ready.Findings}.Stats()); err != nil {
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
