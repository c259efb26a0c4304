package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"mappe/generator/pdf"
	"mappe/generator/testtool"
)

func TestWithoutABrowserTheSiteIsBuiltAndSaysSo(t *testing.T) {
	t.Setenv("PATH", "")
	if _, err := pdf.Find("", os.Getenv); err == nil {
		testtool.Missing(t, "this machine has a browser in one of the usual places")
	}
	dir := t.TempDir()
	if err := writeSite(dir); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	getenv := func(name string) string { return map[string]string{"LANG": "de_DE.UTF-8"}[name] }
	run := func(args ...string) (code int, told string) {
		var out, err bytes.Buffer
		code = Main(args, Streams{Out: &out, Err: &err}, getenv)
		return code, out.String() + err.String()
	}
	code, told := run("build", "--pdf")
	if want := "\nOhne PDFs: Kein Chromium, Chrome oder Edge gefunden; --browser oder MAPPE_BROWSER nennt einen.\npublic: "; code != 0 || !strings.Contains(told, want) {
		t.Errorf("build --pdf: code %d\n%s", code, told)
	}
	if _, err := os.Stat("public/index.html"); err != nil {
		t.Error(err)
	}
	if code, told := run("build"); code != 0 || strings.Contains(told, "PDF") {
		t.Errorf("build: code %d\n%s", code, told)
	}
	if code, told := run("pdf"); code != exitInternal || told != "Abgebrochen: Kein Chromium, Chrome oder Edge gefunden; --browser oder MAPPE_BROWSER nennt einen.\n" {
		t.Errorf("pdf: code %d\n%s", code, told)
	}
}
