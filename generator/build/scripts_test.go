package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/date"
)

// testday is the day the small sites are built for, unless a script says otherwise. No text of theirs names it.
const testday = "2026-11-22"

// TestSites builds whole small sites: each archive is a script of builds and edits, followed by files that are laid over base.txtar.
// Beside the usual commands of testscript there are
//
//	build [flags]       builds the site into public and tells the findings on stdout; with ! nothing may be published
//	changed [name ...]  says exactly what the last build did to public: +new, ~changed, -removed; build.json apart, * for all languages
//	left [name ...]     says exactly what the last build left out for its errors
//	edit file old new   replaces one piece of a file; \n is the end of a line
//	photo file width    writes a photograph with a place and a camera hidden in it
//
// Whatever a build publishes is held against all that is true of every page.
func TestSites(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/sites",
		Setup: func(env *testscript.Env) error {
			env.Values[siteKey{}] = &small{dir: env.WorkDir}
			return writeBase(env.WorkDir)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"build": buildCommand, "changed": changedCommand, "left": leftCommand, "edit": editCommand, "photo": photoCommand,
		},
	})
}

type siteKey struct{}

// small is a small site during its script.
type small struct {
	dir    string
	last   Result
	change []string // what the last build did to public
}

// writeBase writes the files of base.txtar but those that are there.
func writeBase(dir string) error {
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		return err
	}
	for _, f := range base.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if _, err := os.Stat(name); err == nil {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

func siteOf(ts *testscript.TestScript) *small { return ts.Value(siteKey{}).(*small) }

func buildCommand(ts *testscript.TestScript, neg bool, args []string) {
	s := siteOf(ts)
	o := Options{Source: s.dir, Output: filepath.Join(s.dir, "public"), Version: "test", Cache: filepath.Join(s.dir, ".cache")}
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	day := flags.String("date", testday, "")
	output := flags.String("output", "public", "")
	flags.BoolVar(&o.Drafts, "drafts", false, "")
	flags.BoolVar(&o.SkipBroken, "skip-broken", false, "")
	flags.BoolVar(&o.Compress, "compress", false, "")
	flags.BoolVar(&o.Force, "force", false, "")
	flags.StringVar(&o.BaseURL, "base-url", "", "")
	flags.IntVar(&o.Jobs, "jobs", 0, "")
	ts.Check(flags.Parse(args))
	o.Today, _ = date.Parse(*day)
	o.Output = filepath.Join(s.dir, *output)

	before := snapshotOf(ts, o.Output)
	result, err := Build(context.Background(), o)
	after := snapshotOf(ts, o.Output)
	s.last, s.change = result, before.change(after)
	for _, f := range result.Findings {
		fmt.Fprintf(ts.Stdout(), "%s:%d:%d %s %s %s\n", f.File, f.Line, f.Column, f.Severity, f.Code, f.Message.EN)
	}
	if err != nil {
		fmt.Fprintln(ts.Stdout(), err)
	}
	switch {
	case result.Published == neg:
		ts.Fatalf("published: %v, %v, %v", result.Published, err, told(result.Findings))
	case neg && !before.equal(after):
		ts.Fatalf("nothing was to be written, but: %v", before.change(after))
	case neg:
		return
	}
	for name, was := range before {
		if now, there := after[name]; there && now.sum == was.sum && !now.changed.Equal(was.changed) {
			ts.Fatalf("%s is the same and has another modification time", name)
		}
	}
	if problems := inspect(os.DirFS(o.Output), baseOf(ts, o)); len(problems) > 0 {
		ts.Fatalf("%s", strings.Join(problems, "\n"))
	}
	for name := range after {
		data, err := os.ReadFile(filepath.Join(o.Output, name))
		ts.Check(err)
		if bytes.Contains(data, []byte(s.dir)) {
			ts.Fatalf("%s holds a path of the machine", name)
		}
	}
}

// baseOf is the address the site is built for, with a slash at its end.
func baseOf(ts *testscript.TestScript, o Options) string {
	base := o.BaseURL
	for line := range strings.Lines(ts.ReadFile("content/site.yaml")) {
		if written, found := strings.CutPrefix(line, "base_url: "); found && base == "" {
			base = strings.TrimSpace(written)
		}
	}
	return strings.TrimSuffix(base, "/") + "/"
}

func changedCommand(ts *testscript.TestScript, neg bool, args []string) {
	got, args := siteOf(ts).change, slices.Clone(args)
	slices.Sort(args)
	if slices.Equal(got, args) == neg {
		ts.Fatalf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(args, "\n"))
	}
}

func leftCommand(ts *testscript.TestScript, neg bool, args []string) {
	if got := siteOf(ts).last.Left; slices.Equal(got, args) == neg {
		ts.Fatalf("left out: %v, want %v", got, args)
	}
}

func editCommand(ts *testscript.TestScript, _ bool, args []string) {
	text, lines := ts.ReadFile(args[0]), strings.NewReplacer(`\n`, "\n")
	old, new := lines.Replace(args[1]), lines.Replace(args[2])
	if strings.Count(text, old) != 1 {
		ts.Fatalf("%q is in %s %d times", old, args[0], strings.Count(text, old))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, new, 1)), 0o666))
}

// hidden is what a photograph of these tests has beside its pixels.
const hidden = "52.408N 7.972E SecretPhone 12"

func photoCommand(ts *testscript.TestScript, _ bool, args []string) {
	var width int
	_, err := fmt.Sscan(args[1], &width)
	ts.Check(err)
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), photo(ts, width), 0o666))
}

// photo is a JPEG with an Exif segment behind its first marker.
func photo(ts interface{ Check(error) }, width int) []byte {
	var plain bytes.Buffer
	ts.Check(jpeg.Encode(&plain, image.NewGray(image.Rect(0, 0, width, width*3/4)), nil))
	exif := append([]byte("Exif\x00\x00"), hidden...)
	segment := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return slices.Concat(plain.Bytes()[:2], segment, plain.Bytes()[2:])
}

// stamp is what a file was at one moment.
type stamp struct {
	sum     [sha256.Size]byte
	changed time.Time
}

// snapshot is a folder at one moment, by path with slashes.
type snapshot map[string]stamp

func snapshotOf(ts interface{ Check(error) }, dir string) snapshot {
	found := snapshot{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return ignoreAbsent(err)
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		below, _ := filepath.Rel(dir, name)
		found[filepath.ToSlash(below)] = stamp{sha256.Sum256(data), info.ModTime()}
		return err
	})
	ts.Check(err)
	return found
}

func ignoreAbsent(err error) error {
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// equal reports whether nothing was written in between.
func (s snapshot) equal(other snapshot) bool { return fmt.Sprint(s) == fmt.Sprint(other) }

// change lists what is new, different and gone, build.json apart.
func (s snapshot) change(after snapshot) []string {
	var list []string
	for name, now := range after {
		was, there := s[name]
		switch {
		case !there:
			list = append(list, "+"+name)
		case was.sum != now.sum && name != "build.json":
			list = append(list, "~"+name)
		}
	}
	for name := range s {
		if _, there := after[name]; !there {
			list = append(list, "-"+name)
		}
	}
	return asOne(list)
}

// asOne writes one * for what is said of all languages.
func asOne(list []string) []string {
	languages := []string{"de", "de-simple", "en", "ar", "kmr"}
	said := map[string]int{}
	for _, change := range list {
		if lang, rest, found := strings.Cut(change[1:], "/"); found && slices.Contains(languages, lang) {
			said[change[:1]+"*/"+rest]++
		}
	}
	list = slices.DeleteFunc(list, func(change string) bool {
		lang, rest, found := strings.Cut(change[1:], "/")
		return found && slices.Contains(languages, lang) && said[change[:1]+"*/"+rest] == len(languages)
	})
	for change, n := range said {
		if n == len(languages) {
			list = append(list, change)
		}
	}
	slices.Sort(list)
	return list
}

// checker lets helpers of scripts serve in tests.
type checker struct{ *testing.T }

func (c checker) Check(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

// smallSite writes the site of base.txtar and returns what it is built with.
func smallSite(t *testing.T) Options {
	t.Helper()
	dir := t.TempDir()
	if err := writeBase(dir); err != nil {
		t.Fatal(err)
	}
	today, _ := date.Parse(testday)
	return Options{Source: dir, Output: filepath.Join(dir, "public"), Today: today, Version: "test"}
}

// mustBuild builds a site that has no errors.
func mustBuild(t *testing.T, o Options) Result {
	t.Helper()
	result, err := Build(context.Background(), o)
	if err != nil || !result.Published {
		t.Fatalf("not published: %v\n%s", err, told(result.Findings))
	}
	return result
}
