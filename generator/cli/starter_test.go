package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"mappe/generator/date"
	"mappe/generator/diag"
)

func TestEasterSunday(t *testing.T) {
	for _, want := range []date.Date{
		date.New(2026, time.April, 5), date.New(2027, time.March, 28), date.New(2028, time.April, 16), date.New(2038, time.April, 25),
		date.New(2049, time.April, 18), date.New(2076, time.April, 19), date.New(1981, time.April, 19), date.New(2008, time.March, 23),
	} {
		if got := easterSunday(want.Year()); got != want {
			t.Errorf("Easter %d is on %s, not %s", want.Year(), want, got)
		}
	}
}

// starterText returns a file of the new site.
func starterText(t *testing.T, path string) []byte {
	t.Helper()
	data, err := starter.ReadFile("starter/" + path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTheEditorsTaskRecognisesEveryFinding(t *testing.T) {
	var tasks struct {
		Tasks []struct {
			Args           []string
			ProblemMatcher []struct {
				Severity string
				Pattern  struct {
					Regexp                            string
					File, Line, Column, Message, Code int
				}
			}
		}
	}
	if err := json.Unmarshal(starterText(t, ".vscode/tasks.json"), &tasks); err != nil {
		t.Fatal(err)
	}
	check := tasks.Tasks[0]
	if !slices.Equal(check.Args, []string{"check", "--lang", "de"}) {
		t.Errorf("the task runs %v", check.Args)
	}
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		var out bytes.Buffer
		printer := diag.Printer{Lang: diag.German}
		finding := diag.Finding{File: "content/a: b/index.de.md", Line: 3, Column: 7, Severity: severity, Code: "text-lost", Message: diag.Textf("Etwas [hier]: fehlt.", "")}
		if err := printer.Print(&out, []diag.Finding{finding}); err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, m := range check.ProblemMatcher {
			if parts := regexp.MustCompile(m.Pattern.Regexp).FindStringSubmatch(strings.TrimSpace(out.String())); parts != nil {
				p := m.Pattern
				found = append(found, m.Severity, parts[p.File], parts[p.Line], parts[p.Column], parts[p.Message], parts[p.Code])
			}
		}
		if want := []string{severity.String(), finding.File, "3", "7", finding.Message.DE, finding.Code}; !slices.Equal(found, want) {
			t.Errorf("%s: %q, not %q", severity, found, want)
		}
	}
}

func TestThePipelinesCheckStrictlyAndPublishWithTheWholeHistory(t *testing.T) {
	var gitlab struct {
		Variables struct {
			Depth string `yaml:"GIT_DEPTH"`
		}
		Check, Format, Preview, Publish struct {
			Script    []string
			Artifacts struct {
				When    string
				Paths   []string
				Reports map[string]string
			}
		}
	}
	if err := yaml.Unmarshal(starterText(t, ".gitlab-ci.yml"), &gitlab); err != nil {
		t.Fatal(err)
	}
	if gitlab.Variables.Depth != "0" || gitlab.Check.Artifacts.Reports["codequality"] == "" || gitlab.Check.Artifacts.When != "always" || len(gitlab.Preview.Artifacts.Paths) == 0 {
		t.Errorf("GitLab: %+v", gitlab)
	}
	var hub struct {
		On struct {
			Schedule []struct{ Cron string }
			Push     struct{ Branches []string }
		}
		Jobs map[string]struct {
			Steps []struct {
				Uses, Run string
				With      map[string]string
			}
		}
	}
	if err := yaml.Unmarshal(starterText(t, ".github/workflows/site.yml"), &hub); err != nil {
		t.Fatal(err)
	}
	if len(hub.On.Schedule) != 1 || !slices.Equal(hub.On.Push.Branches, []string{"main"}) {
		t.Errorf("GitHub runs on %+v", hub.On)
	}
	scripts := map[string]string{
		"check": strings.Join(append(gitlab.Check.Script, gitlab.Format.Script...), "\n"), "preview": strings.Join(gitlab.Preview.Script, "\n"), "publish": strings.Join(gitlab.Publish.Script, "\n"),
	}
	for name, job := range hub.Jobs {
		for _, step := range job.Steps {
			if strings.HasPrefix(step.Uses, "actions/checkout@") && step.With["fetch-depth"] != "0" {
				t.Errorf("%s has not the whole history", name)
			}
			scripts[strings.TrimSuffix(name, "-forgejo")] += "\n" + step.Run
		}
	}
	for job, commands := range map[string][]string{
		"check":   {"bin/mappe check --lang de --format gitlab", "bin/mappe check --lang de --format github", "fmt --check --lang de --format github", "fmt --check --lang de --format gitlab"},
		"preview": {"bin/mappe build --lang de --drafts"},
		"publish": {"bin/mappe build --lang de --skip-broken --compress", "sh .ci/publish.sh"},
	} {
		for _, command := range commands {
			if !strings.Contains(scripts[job], command) {
				t.Errorf("%s does not run %s:\n%s", job, command, scripts[job])
			}
		}
		if job != "publish" && strings.Contains(scripts[job], "--skip-broken") {
			t.Errorf("%s is not strict", job)
		}
	}
}

// TestPublishing runs the script with stand-ins for the programs that copy, which tell how they were called.
func TestPublishing(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // the script runs on the pipeline's Linux
	}
	for _, row := range []struct {
		name, to, want string
		fails          bool
	}{
		{"rsync compares contents", "PUBLISH_TO=rsync", "rsync --recursive --links --checksum --delay-updates --delete-after --compress --rsh=ssh -i SECRET/key -o UserKnownHostsFile=SECRET/known_hosts -o StrictHostKeyChecking=yes -o BatchMode=yes public/ web@www.example.org:/var/www/", false},
		{"sftp mirrors", "PUBLISH_TO=sftp", "lftp -c set sftp:connect-program 'ssh -i SECRET/key -o UserKnownHostsFile=SECRET/known_hosts -o StrictHostKeyChecking=yes -o BatchMode=yes -a -x'; set cmd:fail-exit true; open sftp://web:@www.example.org; mirror --reverse --delete --parallel=4 public/ '/var/www/'", false},
		{"an object store is synchronised", "PUBLISH_TO=object", "rclone sync --checksum --delete-after public/ site:/var/www/", false},
		{"nothing chosen", "PUBLISH_TO=", "PUBLISH_TO ist nicht gesetzt: nichts veröffentlicht.", false},
		{"an unknown way", "PUBLISH_TO=ftp", "PUBLISH_TO ist rsync, sftp oder object, nicht: ftp", true},
	} {
		t.Run(row.name, func(t *testing.T) {
			dir := t.TempDir()
			script := filepath.Join(dir, "publish.sh")
			write := func(path, text string) {
				if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			write(script, string(starterText(t, ".ci/publish.sh")))
			for _, name := range []string{"rsync", "lftp", "rclone"} {
				write(filepath.Join(dir, name), "#!/bin/sh\necho "+name+" \"$@\"\n")
			}
			cmd := exec.Command("sh", script)
			cmd.Env = []string{"PATH=" + dir + ":" + os.Getenv("PATH"), "TMPDIR=" + dir, row.to,
				"PUBLISH_HOST=web@www.example.org", "PUBLISH_PATH=/var/www/", "PUBLISH_KEY=secret", "PUBLISH_KNOWN_HOSTS=known"}
			out, err := cmd.CombinedOutput()
			said := regexp.MustCompile(regexp.QuoteMeta(dir)+`/tmp\.\w+`).ReplaceAllString(strings.TrimSpace(string(out)), "SECRET")
			if said != row.want || (err != nil) != row.fails {
				t.Errorf("said\n%s\nnot\n%s\n%v", said, row.want, err)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "tmp.*")); len(left) > 0 {
				t.Errorf("the key stays behind in %v", left)
			}
		})
	}
}
