package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/edit"
	"mappe/generator/schema"
	"mappe/generator/workers"
)

func (a *app) fmtCommand() *cobra.Command {
	var check bool
	cmd := &cobra.Command{
		Use:   "fmt [PATH ...]",
		Short: "Bring files into the usual form",
		Long: "fmt puts fields into their usual order, writes values in their usual form (dates 2027-02-15, times 08:30, days mo tu we),\n" +
			"puts quotes around numbers and dates where text is due, writes lists of texts one item a line, gives list items with text an id,\n" +
			"removes translations without text, and keeps CHEATSHEET.md current where there is one. Remarks, blank lines and everything\n" +
			"else stay as they are; files that cannot be read are left alone. PATH is a file or a folder (default: all content)." + exitHelp,
		RunE: func(cmd *cobra.Command, args []string) error { return a.format(cmd, args, check) },
	}
	cmd.Flags().BoolVar(&check, "check", false, "write nothing, tell what would change, and exit with 1 if anything would")
	return cmd
}

// formatter is one run of fmt.
type formatter struct {
	source   fs.FS
	tree     *content.Tree
	table    *schema.Table
	language string // the default one, empty where site.yaml does not tell
}

// formatJob is a file to format, and what becomes of it.
type formatJob struct {
	path string
	// original is the file that a translation translates, empty for others.
	original    string
	translation bool

	result edit.Formatted
	isStub bool
	err    error
}

// changed reports whether the file is to be written or removed.
func (j *formatJob) changed() bool { return j.isStub || len(j.result.Changes) > 0 }

func (a *app) format(cmd *cobra.Command, args []string, check bool) error {
	root, err := os.OpenRoot(a.common.source)
	if err != nil {
		return fmt.Errorf("opening the source folder: %w", err)
	}
	defer root.Close()
	f := &formatter{source: content.Files(root), table: schema.New()}
	if f.tree, _, err = content.Scan(f.source, f.table.Folders(), f.table.Vocabularies()); err != nil {
		return err
	}
	jobs, err := a.only(f.jobs(), args)
	if err != nil {
		return err
	}
	if err := f.run(jobs); err != nil {
		return err
	}
	sheet, err := a.staleCheatSheet(cmd)
	if err != nil {
		return err
	}
	if check {
		return a.tellUnformatted(jobs, sheet != nil)
	}
	return a.writeFormatted(jobs, sheet)
}

// jobs lists the files whose fields are in the table.
func (f *formatter) jobs() []*formatJob {
	var jobs []*formatJob
	add := func(path string) {
		if path != "" {
			jobs = append(jobs, &formatJob{path: path})
		}
	}
	add(f.tree.Site)
	f.language = f.defaultLanguage()
	for _, name := range f.table.Vocabularies() {
		add(f.tree.Vocabularies[name])
	}
	add(f.tree.Holidays)
	for _, r := range f.tree.Records {
		original := ""
		for _, file := range r.Files {
			if file.Lang == "" || strings.EqualFold(file.Lang, f.language) {
				original = file.Path
			}
		}
		for _, file := range r.Files {
			job := &formatJob{path: file.Path}
			if file.Path != original {
				job.original, job.translation = original, true
			}
			jobs = append(jobs, job)
		}
	}
	return jobs
}

// defaultLanguage takes the default language from site.yaml alone, so that mistakes elsewhere do not matter.
func (f *formatter) defaultLanguage() string {
	src, err := fs.ReadFile(f.source, f.tree.Site)
	if err != nil {
		return ""
	}
	shape, _ := edit.ShapeOf(f.table, f.tree.Site)
	settings, _ := edit.Open(f.tree.Site, edit.Format(f.tree.Site, src, shape).Src, shape)
	if settings == nil {
		return ""
	}
	return settings.Value("default_language")
}

// only keeps the jobs in the files and folders that were named.
func (a *app) only(jobs []*formatJob, args []string) ([]*formatJob, error) {
	if len(args) == 0 {
		return jobs, nil
	}
	var kept []*formatJob
	for _, arg := range args {
		folder, err := a.belowSource(arg)
		if err != nil {
			return nil, err
		}
		before := len(kept)
		for _, j := range jobs {
			if (j.path == folder || strings.HasPrefix(j.path, folder+"/") || folder == ".") && !slices.Contains(kept, j) {
				kept = append(kept, j)
			}
		}
		if len(kept) == before {
			return nil, usageError{fmt.Errorf("there is nothing to format in %s", shown(arg))}
		}
	}
	return kept, nil
}

// belowSource turns a path as it was typed into one below the source folder, with slashes.
func (a *app) belowSource(arg string) (string, error) {
	source, err := filepath.Abs(a.common.source)
	if err != nil {
		return "", fmt.Errorf("finding the source folder: %w", err)
	}
	for _, path := range []string{arg, filepath.Join(source, arg)} {
		path, err := filepath.Abs(path)
		if err != nil {
			return "", fmt.Errorf("finding %s: %w", shown(arg), err)
		}
		if _, err := os.Stat(path); err != nil {
			continue
		}
		if below, err := filepath.Rel(source, path); err == nil && fs.ValidPath(filepath.ToSlash(below)) {
			return filepath.ToSlash(below), nil
		}
	}
	return "", usageError{fmt.Errorf("there is no %s in the source folder %s", shown(arg), shown(a.common.source))}
}

// run formats on all cores, writing nothing.
func (f *formatter) run(jobs []*formatJob) error {
	_ = workers.Each(context.Background(), 0, len(jobs), func() func(int) error { // no worker fails
		return func(i int) error {
			jobs[i].err = f.one(jobs[i])
			return nil
		}
	})
	var failed []error
	for _, j := range jobs {
		failed = append(failed, j.err)
	}
	return errors.Join(failed...)
}

func (f *formatter) one(j *formatJob) error {
	src, err := fs.ReadFile(f.source, j.path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", j.path, err)
	}
	shape, _ := edit.ShapeOf(f.table, j.path)
	shape.Translation = j.translation
	if j.original != "" {
		original, err := fs.ReadFile(f.source, j.original)
		if err != nil {
			return fmt.Errorf("reading %s: %w", j.original, err)
		}
		if j.isStub = edit.IsStub(j.path, src, original, shape); j.isStub {
			return nil
		}
	}
	j.result = edit.Format(j.path, src, shape)
	return nil
}

// tellUnformatted tells what fmt would do.
func (a *app) tellUnformatted(jobs []*formatJob, sheetIsStale bool) error {
	var findings []diag.Finding
	warn := func(path, code string, message diag.Text) {
		findings = append(findings, diag.Finding{File: path, Line: 1, Column: 1, Severity: diag.Warning, Code: code, Message: message})
	}
	count := 0
	for _, j := range jobs {
		findings = append(append(findings, j.result.Findings...), j.result.Changes...)
		if j.changed() {
			count++
		}
		if j.isStub {
			warn(j.path, "empty-translation", diag.Textf("Diese Übersetzung enthält keinen Text; die Datei fällt weg.", "This translation holds no text; the file goes."))
		}
	}
	if sheetIsStale {
		count++
		warn(cheatSheetName, "cheat-sheet", diag.Textf("Der Spickzettel ist nicht auf dem Stand der Inhalte.", "The cheat sheet is not what the content says now."))
	}
	if err := a.tell(diag.Sort(findings), map[string]any{"files": len(jobs), "changed": count}); err != nil {
		return err
	}
	a.closing(diag.Textf("%d von %d Dateien würde mappe fmt ändern.", "mappe fmt would change %d of %d files.", count, len(jobs)))
	if count > 0 || diag.CountOf(findings).Errors > 0 {
		return errFindings
	}
	return nil
}

// writeFormatted writes what differs, and tells why files were left alone.
func (a *app) writeFormatted(jobs []*formatJob, sheet []byte) error {
	var findings []diag.Finding
	changed, removed := []string{}, []string{}
	for _, j := range jobs {
		findings = append(findings, j.result.Findings...)
		path := filepath.Join(a.common.source, filepath.FromSlash(j.path))
		switch {
		case j.isStub:
			if err := os.Remove(path); err != nil {
				return fmt.Errorf("removing an empty translation: %w", err)
			}
			removed = append(removed, j.path)
		case j.changed():
			if err := replaceFile(path, j.result.Src); err != nil {
				return err
			}
			changed = append(changed, j.path)
		}
	}
	if sheet != nil {
		if err := replaceFile(filepath.Join(a.common.source, cheatSheetName), sheet); err != nil {
			return err
		}
		changed = append(changed, cheatSheetName)
	}
	if err := a.tell(diag.Sort(findings), map[string]any{"files": len(jobs), "changed": changed, "removed": removed}); err != nil {
		return err
	}
	for _, path := range changed {
		a.closing(diag.Textf("geändert: %s", "changed: %s", path))
	}
	for _, path := range removed {
		a.closing(diag.Textf("entfernt: %s", "removed: %s", path))
	}
	a.closing(diag.Textf("%d Dateien: %d geändert, %d leere Übersetzungen entfernt.", "%d files: %d changed, %d empty translations removed.", len(jobs), len(changed), len(removed)))
	if diag.CountOf(findings).Errors > 0 {
		return errFindings
	}
	return nil
}

// replaceFile writes a file whole or not at all, and keeps who may read it.
func replaceFile(path string, data []byte) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	fresh := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".new")
	if err := os.WriteFile(fresh, data, mode); err != nil {
		return fmt.Errorf("writing %s: %w", shown(path), err)
	}
	if err := os.Rename(fresh, path); err != nil {
		return fmt.Errorf("writing %s: %w", shown(path), err)
	}
	return nil
}
