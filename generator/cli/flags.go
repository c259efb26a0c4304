package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mappe/generator/date"
	"mappe/generator/diag"
)

// commonFlags are the flags of every command.
type commonFlags struct {
	source, day, format, language string
	json, quiet                   bool

	// today is the day of the computer, or the one asked for; now tells the moment, from which a build takes the day in the site's time
	// zone, and is nil where a day was asked for.
	today date.Date
	now   func() time.Time
	lang  diag.Lang
}

func (f *commonFlags) register(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVar(&f.source, "source", ".", "folder that holds content/")
	flags.StringVar(&f.day, "date", "", "day to build for, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today)")
	flags.StringVar(&f.format, "format", "text", "how findings are told: text, json, github or gitlab")
	flags.BoolVar(&f.json, "json", false, "short for --format json")
	flags.StringVar(&f.language, "lang", "", "language of findings, de or en (default: from the environment)")
	flags.BoolVar(&f.quiet, "quiet", false, "tell findings only, neither progress nor the closing line")
}

// settle works out what the flags mean once they are read.
func (f *commonFlags) settle(a *app) error {
	if f.json {
		f.format = "json"
	}
	switch f.format {
	case "text", "json", "github", "gitlab":
	default:
		return usageError{fmt.Errorf("--format is text, json, github or gitlab, not %q", f.format)}
	}
	language := f.language
	if language == "" {
		language = environmentLanguage(a.getenv)
	}
	switch language {
	case "de":
		f.lang = diag.German
	case "en":
		f.lang = diag.English
	default:
		return usageError{fmt.Errorf("--lang is de or en, not %q", language)}
	}
	return f.settleDate(a)
}

// environmentLanguage takes the language of findings from the locale, as POSIX orders its variables.
func environmentLanguage(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(value, "de") {
				return "de"
			}
			return "en"
		}
	}
	return systemLanguage()
}

// settleDate finds the day of the build. SOURCE_DATE_EPOCH is the convention of reproducible-builds.org, seconds since 1970.
func (f *commonFlags) settleDate(a *app) error {
	if f.day != "" {
		day, ok := date.Parse(f.day)
		if !ok || day.IsZero() {
			return usageError{fmt.Errorf("--date is a day such as 2027-02-15, not %q", f.day)}
		}
		f.today = day
		return nil
	}
	if epoch := a.getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return usageError{fmt.Errorf("SOURCE_DATE_EPOCH is a number of seconds, not %q", epoch)}
		}
		if f.today = date.Of(time.Unix(seconds, 0).UTC()); f.today.IsZero() {
			return usageError{errors.New("SOURCE_DATE_EPOCH lies on 1970-01-01; no site is built for that day")}
		}
		f.now = func() time.Time { return time.Unix(seconds, 0) }
		return nil
	}
	f.today, f.now = date.Of(time.Now()), time.Now
	return nil
}
