package proof

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"mappe/generator/testtool"
)

// TestScriptsAreReadByTheOldestBrowsers: no script of the theme is written in what Chrome 80, Safari 14 or Firefox 78 cannot read, since one that
// cannot be read does nothing at all. They read ECMAScript 2020, but for lookbehind in patterns, which Safari reads from 16.4 (MDN's browser-compat-data).
func TestScriptsAreReadByTheOldestBrowsers(t *testing.T) {
	scripts := scriptsOf(t, filepath.Join("..", "themes", "default", "assets"))
	lookbehind := regexp.MustCompile(`\(\?<[=!]`)
	for _, script := range scripts {
		source, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		if at := lookbehind.FindIndex(source); at != nil {
			t.Errorf("%s: lookbehind at byte %d", script, at[0])
		}
	}
	for _, newer := range newerThan2020(t, scripts) {
		t.Errorf("%s is written in more than ECMAScript 2020", newer)
	}
	newer := filepath.Join(t.TempDir(), "newer.js")
	if err := os.WriteFile(newer, []byte("let a; a ??= 1;"), 0o600); err != nil {
		t.Fatal(err)
	}
	if found := newerThan2020(t, []string{newer}); len(found) != 1 {
		t.Error("what is newer is not found")
	}
}

// scriptsOf are the scripts below a folder.
func scriptsOf(t *testing.T, folder string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".js" {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("%d scripts: %v", len(names), err)
	}
	return names
}

// newerThan2020 returns the scripts that TypeScript would write differently for ECMAScript 2020.
func newerThan2020(t *testing.T, scripts []string) []string {
	t.Helper()
	compiler := tool("typescript", "lib", "typescript.js")
	if _, err := os.Stat(compiler); err != nil {
		testtool.Missing(t, "no typescript; `make tools` installs it")
	}
	const compare = `const ts = require(require("path").resolve(process.argv[1]));
		const written = (source, target) => ts.transpileModule(source, { compilerOptions: { target, allowJs: true }, fileName: "a.js" }).outputText;
		for (const name of process.argv.slice(2)) {
			const source = require("fs").readFileSync(name, "utf8");
			if (written(source, ts.ScriptTarget.ES2020) !== written(source, ts.ScriptTarget.ESNext)) console.log(name);
		}`
	output, err := exec.Command(testtool.Node(t), append([]string{"-e", compare, compiler}, scripts...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`.+`).FindAllString(string(output), -1)
}
