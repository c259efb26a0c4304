package cli

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"mappe/generator/build"
	"mappe/generator/diag"
	"mappe/generator/output"
)

func (a *app) buildCommand() *cobra.Command {
	var o build.Options
	var pdfs bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Check the content and write the website",
		Long: "build checks the content and writes the website into the output folder. With errors among the findings nothing is\n" +
			"written, unless --skip-broken leaves the records with errors out. Only files that differ are written.\n\n" +
			"--pdf prints the overviews in full length as PDFs beside their pages, in every language; those that would come out the same are not\n" +
			"printed again. It needs Chromium, Chrome or Edge; without one the website is built without PDFs. mappe pdf prints single ones." + exitHelp,
		Args: noMore,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.build(cmd, o, pdfs) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.Output, "output", "public", "folder to write to, from where you are")
	flags.StringVar(&o.BaseURL, "base-url", "", "where the website will be (default: base_url of site.yaml)")
	flags.BoolVar(&o.Drafts, "drafts", false, "publish drafts too")
	flags.BoolVar(&o.SkipBroken, "skip-broken", false, "leave records with errors out and publish the rest")
	flags.BoolVar(&o.Compress, "compress", false, "write .gz and .br files for web servers that serve them")
	flags.BoolVar(&o.Force, "force", false, "take over an output folder that holds other files")
	flags.BoolVar(&pdfs, "pdf", false, "print the overviews as PDFs too")
	registerBrowser(flags, &o)
	flags.IntVar(&o.Jobs, "jobs", 0, "how many files to work on at once (default: the number of processors)")
	return cmd
}

func (a *app) build(cmd *cobra.Command, o build.Options, pdfs bool) error {
	started := time.Now()
	a.fill(&o)
	if err := checkBuildFlags(o); err != nil {
		return usageError{err}
	}
	if err := a.settleBrowser(&o, pdfs); err != nil {
		return err
	}
	result, err := build.Build(cmd.Context(), o)
	if errors.Is(err, output.ErrForeign) {
		err = usageError{err}
	}
	if err := a.tellRun(result, err); err != nil {
		return err
	}
	count := counted(diag.CountOf(result.Findings))
	if !result.Published {
		a.closing(diag.Text{DE: "Nichts geschrieben: " + count.DE + ".", EN: "Nothing written: " + count.EN + "."})
		return errFindings
	}
	if len(result.Left) > 0 {
		a.leftOut(result.Left)
	}
	if pdfs {
		a.closing(printedPDFs(result.PDFs, o))
	}
	a.closing(built(result, o.Output, count, time.Since(started)))
	return nil
}

// checkBuildFlags says what is wrong with flags that were understood.
func checkBuildFlags(o build.Options) error {
	if o.Jobs < 0 {
		return fmt.Errorf("--jobs is how many files to work on at once, not %d", o.Jobs)
	}
	if o.Output == "" {
		return errors.New("--output is the folder to write to, and cannot be empty")
	}
	if o.BaseURL == "" {
		return nil
	}
	base, err := url.Parse(o.BaseURL)
	if err != nil || base.Scheme != "https" && base.Scheme != "http" || base.Host == "" || base.RawQuery != "" || base.Fragment != "" {
		return fmt.Errorf("--base-url is a web address such as https://angebote.example.org/, not %q", o.BaseURL)
	}
	return nil
}

// tellRun tells the findings of a run, also of one that failed after there were any.
func (a *app) tellRun(r build.Result, failed error) error {
	if failed != nil && len(r.Findings) == 0 {
		return failed
	}
	if err := a.tell(r.Findings, r.Stats()); failed == nil {
		return err
	}
	return failed
}

func built(r build.Result, folder string, count diag.Text, took time.Duration) diag.Text {
	written := r.Output.New + r.Output.Changed
	return diag.Textf("%[1]s: %[2]d Seiten aus %[3]d Einträgen, %[4]d Dateien geschrieben, %[5]d unverändert, %[6]d entfernt, %[7]s in %[8]s.",
		"%[1]s: %[2]d pages from %[3]d records, %[4]d files written, %[5]d unchanged, %[6]d removed, %[9]s in %[8]s.",
		shown(folder), r.Pages, r.Records, written, r.Output.Unchanged, r.Output.Removed, count.DE, took.Round(10*time.Millisecond), count.EN)
}

// leftOut says loudly which records are not published.
func (a *app) leftOut(records []string) {
	a.closing(diag.Textf("ACHTUNG: %d Einträge mit Fehlern wurden nicht veröffentlicht:", "ATTENTION: %d records with errors were not published:", len(records)))
	for _, record := range records {
		a.closing(diag.Text{DE: "  " + record, EN: "  " + record})
	}
}

// fill gives the pipeline what all commands know.
func (a *app) fill(o *build.Options) {
	o.Source, o.Version, o.Progress = a.common.source, version(), a.progress()
	if o.Now = a.common.now; o.Now == nil {
		o.Today = a.common.today
	}
	if cache, err := os.UserCacheDir(); err == nil {
		o.Cache = filepath.Join(cache, "mappe")
	}
}
