package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/schema"
)

func (a *app) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new TYPE ID",
		Short: "Write the skeleton of a new record",
		Long: "new writes content/TYPE/ID/index.LANGUAGE.md with the fields that such a record usually has, what each is for, and the ids to\n" +
			"choose from. TYPE is named as its folder or in the singular, in English or German: courses, course, Kurs. --lang chooses the\n" +
			"language of the remarks. The record is a draft until the line status is taken out." + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{fmt.Errorf("new takes a type and an id, such as: new course deutsch-a1\n\n%s", cmd.UsageString())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.new(cmd, args[0], args[1]) },
	}
}

func (a *app) new(cmd *cobra.Command, typeName, id string) error {
	table := schema.New()
	rt, err := typeNamed(table, typeName)
	if err != nil {
		return err
	}
	if !content.ValidID(id) {
		message := fmt.Sprintf("%q cannot be an id: small letters a to z, digits and single hyphens, at most 60 characters", id)
		if suggestion := content.SuggestID(id); suggestion != "" && suggestion != id {
			message += fmt.Sprintf("; how about %s?", suggestion)
		}
		return usageError{errors.New(message)}
	}
	c, err := a.load(cmd)
	if err != nil {
		return err
	}
	if holder := idHolder(c, rt.Folder, id); holder != "" {
		return usageError{fmt.Errorf("the id %s is taken by %s; an id is never used twice", id, holder)}
	}
	s := &skeleton{Catalogue: c, table: table, lang: a.common.lang, today: a.common.today, sheet: a.hasCheatSheet()}
	file := path.Join(content.Root, rt.Folder, id, "index."+c.Languages[c.Default].Code+".md")
	if err := writeNew(filepath.Join(a.common.source, filepath.FromSlash(file)), s.write(rt, id)); err != nil {
		return err
	}
	a.closing(diag.Textf("%s ist angelegt. Füllen Sie die Datei aus; ohne die Zeile status erscheint der Eintrag auf der Website.",
		"%s is there. Fill it in; without the line status the record appears on the website.", file))
	return nil
}

// typeNamed finds a record type by its folder, or by its name in the singular, in English or German.
func typeNamed(table *schema.Table, written string) (*schema.RecordType, error) {
	var known []string
	for i := range table.Types {
		rt := &table.Types[i]
		names := []string{rt.Folder, rt.Label.EN, rt.Label.DE, rt.Name}
		if slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, written) }) {
			return rt, nil
		}
		known = append(known, names...)
	}
	message := fmt.Sprintf("there is no type %q, but %s", written, strings.Join(table.Folders(), ", "))
	if nearest := diag.Nearest(written, known); nearest != "" {
		message += fmt.Sprintf("; did you mean %s?", nearest)
	}
	return nil, usageError{errors.New(message)}
}

// idHolder names the record, or the file, that has an id or once had it; empty where nobody did.
func idHolder(c *catalog.Catalogue, folder, id string) string {
	for _, r := range c.Tree.Records {
		if r.Folder == folder && r.ID == id {
			return r.Files[0].Path
		}
	}
	for _, e := range c.Entries {
		if r := e.Base(); r.Folder() == folder && slices.Contains(r.FormerIDs, id) {
			return r.Key() + ", which was called so"
		}
	}
	return ""
}

func (a *app) hasCheatSheet() bool {
	_, err := os.Stat(filepath.Join(a.common.source, cheatSheetName))
	return err == nil
}

// writeNew writes a file that must not be there yet, and the folders above it.
func writeNew(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("making the folder of %s: %w", shown(path), err)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("%s is there already", shown(path))}
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", shown(path), err)
	}
	_, err = file.Write(data)
	if err := errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", shown(path), err)
	}
	return nil
}
