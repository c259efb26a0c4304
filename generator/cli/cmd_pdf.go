package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mappe/generator/build"
	"mappe/generator/diag"
	"mappe/generator/pdf"
)

func (a *app) pdfCommand() *cobra.Command {
	var o build.Options
	var only []string
	cmd := &cobra.Command{
		Use:   "pdf",
		Short: "Print overviews and other pages as PDFs",
		Long: "pdf prints pages as PDFs into a folder, from the content as it is now; the website need not have been built. It prints the overviews in\n" +
			"full length in every language, or with --only the pages that are named:\n\n" +
			"  --only place-bramsche            this overview, in every language\n" +
			"  --only 'ar/place-*'              the overviews of all places in Arabic\n" +
			"  --only 'de/folder-bramsche-*'    the folders for Bramsche\n" +
			"  --only de/courses/b1-evening     any page, by its path on the website\n\n" +
			"The PDFs lie in the output folder under the paths of their pages; those that would come out the same are not printed again. A\n" +
			"Chromium, Chrome or Edge prints them, which goes nowhere: no network is needed. " + exitHelp,
		Args: noMore,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.pdf(cmd, o, only) },
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&only, "only", nil, "print the pages of this name; * stands for any letters; may be given again")
	flags.StringVar(&o.Output, "output", "pdf", "folder to write to, from where you are")
	registerBrowser(flags, &o)
	flags.StringVar(&o.BaseURL, "base-url", "", "where the website will be, for links (default: base_url of site.yaml)")
	flags.BoolVar(&o.Drafts, "drafts", false, "print drafts too")
	flags.BoolVar(&o.SkipBroken, "skip-broken", false, "leave records with errors out and print the rest")
	flags.IntVar(&o.Jobs, "jobs", 0, "how many pages to print at once (default: the number of processors)")
	return cmd
}

func registerBrowser(flags *pflag.FlagSet, o *build.Options) {
	flags.StringVar(&o.Browser, "browser", "", "program that prints PDFs (default: MAPPE_BROWSER, else a Chromium, Chrome or Edge that is found)")
}

func (a *app) pdf(cmd *cobra.Command, o build.Options, only []string) error {
	started := time.Now()
	a.fill(&o)
	if err := checkBuildFlags(o); err != nil {
		return usageError{err}
	}
	if _, err := os.Stat(filepath.Join(o.Output, "build.json")); err == nil {
		return usageError{fmt.Errorf("--output: %s holds a website; mappe build --pdf puts PDFs there, or choose another folder", shown(o.Output))}
	}
	if err := a.settleBrowser(&o, true); err != nil {
		return err
	}
	if o.Browser == "" {
		return errors.New(noBrowser().In(a.common.lang))
	}
	result, err := build.Print(cmd.Context(), o, only)
	if unknown := (*build.NoPageError)(nil); errors.As(err, &unknown) {
		return usageError{fmt.Errorf("--only: %w", unknown)}
	}
	if err := a.tellRun(result, err); err != nil {
		return err
	}
	count := counted(diag.CountOf(result.Findings))
	if !result.Published {
		a.closing(diag.Text{DE: "Nichts gedruckt: " + count.DE + ".", EN: "Nothing printed: " + count.EN + "."})
		return errFindings
	}
	took := time.Since(started).Round(10 * time.Millisecond)
	a.closing(diag.Textf("%[1]s: %[2]s gedruckt, %[3]d unverändert, %[4]s in %[6]s.", "%[1]s: %[2]s printed, %[3]d unchanged, %[5]s in %[6]s.",
		shown(o.Output), plural(result.PDFs.Printed, "PDF", "PDFs"), result.PDFs.Kept, count.DE, count.EN, took))
	return nil
}

// settleBrowser finds the browser, where one is wanted. That there is none is no error here; one that is named has to be there.
func (a *app) settleBrowser(o *build.Options, wanted bool) error {
	named := o.Browser
	if o.Browser = ""; !wanted {
		return nil
	}
	if named == "" {
		named = a.getenv("MAPPE_BROWSER")
	}
	program, err := pdf.Find(named, a.getenv)
	switch {
	case errors.Is(err, pdf.ErrNone):
		return nil
	case err != nil:
		return usageError{err}
	}
	o.Browser = program
	return nil
}

func noBrowser() diag.Text {
	return diag.Text{
		DE: "Kein Chromium, Chrome oder Edge gefunden; --browser oder MAPPE_BROWSER nennt einen.",
		EN: "No Chromium, Chrome or Edge was found; --browser or MAPPE_BROWSER names one.",
	}
}

// printedPDFs says what became of the PDFs of a build.
func printedPDFs(p build.PDFs, o build.Options) diag.Text {
	if o.Browser == "" {
		none := noBrowser()
		return diag.Text{DE: "Ohne PDFs: " + none.DE, EN: "Without PDFs: " + none.EN}
	}
	return diag.Textf("PDFs: %d gedruckt, %d unverändert.", "PDFs: %d printed, %d unchanged.", p.Printed, p.Kept)
}
