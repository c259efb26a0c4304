package theme

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/themes"
)

// asset returns an asset by its name.
func asset(t *testing.T, th *Theme, name string) Asset {
	t.Helper()
	for _, a := range th.Assets() {
		if a.Name == name {
			return a
		}
	}
	t.Fatalf("there is no asset %s", name)
	return Asset{}
}

func TestAssetsAreNamedByTheirContent(t *testing.T) {
	th := loaded(t)
	var names []string
	for _, a := range th.Assets() {
		names = append(names, a.Name)
		if !regexp.MustCompile(`^assets/[a-z-]+\.[0-9a-f]{10}\.(css|js|svg|woff2)$`).MatchString(a.Path) {
			t.Errorf("%s is at %s", a.Name, a.Path)
		}
	}
	if want := []string{"chooser.js", "finder.css", "finder.js", "folder.css", "guess.js", "handout.css", "handout.js", "home.css", "icon.svg", "inflate.js", "lists.css", "loosen.js", "noto-sans-ethiopic.woff2", "overview.css", "paper.css", "pathway.css", "reach.css", "reach.js", "search.css", "search.js", "sheet.css", "short.js", "site.js", "style.css"}; !slices.Equal(names, want) {
		t.Errorf("the assets are %v, want %v", names, want)
	}
	other, _, err := Load(siteWith(map[string]string{"themes/default/assets/print.css": "p{color:red}"}), "default", []string{"de"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if asset(t, other, "style.css").Path == asset(t, th, "style.css").Path || asset(t, other, "site.js").Path != asset(t, th, "site.js").Path {
		t.Error("another style sheet must have another path, the same script the same")
	}
}

// The budgets of the design are bytes as sent with gzip: 12 kB for all scripts that pages name, 8 of them for the search and 4 for everything
// else. What search.js repeats of site.js, to spare a request, counts once; what is only loaded when a reader asks for it, or types what is
// nowhere, has a budget of its own.
func TestStyleSheetAndScriptsAreLight(t *testing.T) {
	small, asked := 59, 0 // built.js is made by the build
	for _, a := range loaded(t).Assets() {
		switch {
		case a.Name == styleName && packed(a.Data) > 7_000:
			t.Errorf("the style sheet has %d bytes compressed", packed(a.Data))
		case a.Name == "search.js":
		case slices.Contains([]string{"guess.js", "handout.js", "inflate.js", "loosen.js", "reach.js"}, a.Name):
			asked += packed(a.Data)
		case strings.HasSuffix(a.Name, ".js"):
			small += packed(a.Data)
		}
	}
	search := packed(searchOnly(t))
	if search == 0 || search > 8_000 {
		t.Errorf("the script of the search has %d bytes compressed", search)
	}
	if small > 4_000 {
		t.Errorf("the scripts beside the search have %d bytes compressed", small)
	}
	if search+small > 12_000 {
		t.Errorf("all scripts have %d bytes compressed", search+small)
	}
	if asked > 6_000 {
		t.Errorf("what is loaded when it is asked for has %d bytes compressed", asked)
	}
	t.Logf("the search %d, everything else %d, in all %d; when asked for %d more", search, small, search+small, asked)
}

// searchOnly is the script of the search without what other pages have too.
func searchOnly(t *testing.T) []byte {
	t.Helper()
	files, err := newLayers(fstest.MapFS{}, defaultTheme).read(assetsFolder+"/"+searchName, ".js")
	if err != nil {
		t.Fatal(err)
	}
	script, err := minified("text/javascript", inOne(files))
	if err != nil {
		t.Fatal(err)
	}
	return script
}

func TestTheSearchPageHasOneStyleSheetAndOneScript(t *testing.T) {
	th := loaded(t)
	style, script := asset(t, th, "search.css"), asset(t, th, "search.js")
	for name, inside := range map[string]bool{"style.css": true, "lists.css": false, "home.css": false} {
		if bytes.Contains(style.Data, asset(t, th, name).Data) != inside {
			t.Errorf("%s in the style sheet of the search page: want %v", name, inside)
		}
	}
	for what, inside := range map[string]bool{".doors ": true, ".facets ": true, ".map ": false, ".visitors ": false} {
		if bytes.Contains(style.Data, []byte(what)) != inside {
			t.Errorf("%s in the style sheet of the search page: want %v", what, inside)
		}
	}
	for name, what := range map[string]string{"site/passed.js": "data-until", "site/menu.js": "Escape", "site/share.js": "data-copy", "site/from.js": "from-", "search/engine.js": "mappeSearch", "search/page.js": "result-count"} {
		if !bytes.Contains(script.Data, []byte(what)) {
			t.Errorf("%s is not in the script of the search page", name)
		}
	}
	var page bytes.Buffer
	if err := th.Render(&page, "de", "search", german().models(pathsOf(th))["search"]); err != nil {
		t.Fatal(err)
	}
	for _, what := range []string{"rel=stylesheet", `rel="stylesheet"`, "<script"} {
		if n := strings.Count(page.String(), what); n > 1 {
			t.Errorf("the search page has %d of %s", n, what)
		}
	}
}

func packed(data []byte) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(data)
	w.Close()
	return out.Len()
}

func TestOlderBrowsersGetThePlainPage(t *testing.T) {
	for _, part := range []string{"layout", "components"} {
		src, err := themes.Files.ReadFile("default/assets/" + part + ".css")
		if err != nil {
			t.Fatal(err)
		}
		rules := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(src), "")
		depth, outside := 0, 0
		for _, c := range strings.TrimSpace(rules) {
			switch c {
			case '{':
				depth++
			case '}':
				if depth--; depth == 0 {
					outside++
				}
			}
		}
		if !strings.HasPrefix(strings.TrimSpace(rules), "@supports selector(:is(a)) and (inset-inline: 0) {") || outside != 1 {
			t.Errorf("%s.css has %d rules beside its @supports", part, outside-1)
		}
	}
}

func TestTheStyleSheetIsJoinedInOrderAndASitesOwnComesLast(t *testing.T) {
	source := fstest.MapFS{}
	for _, part := range append(styleParts(), "aaa", "zzz") {
		source["themes/default/assets/"+part+".css"] = &fstest.MapFile{Data: []byte("." + part + " { margin: 0px }\n")}
	}
	th, findings, err := Load(source, "default", []string{"de"}, map[string]string{"colour": "#036"})
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	want := []string{".tokens{margin:0}", "--brand:#003366", ".base{", ".layout{", ".components{", ".print{", ".aaa{", ".zzz{"}
	at := 0
	for _, part := range want {
		found := strings.Index(string(asset(t, th, "style.css").Data)[at:], part)
		if found < 0 {
			t.Fatalf("%s is not there, or not in its place: %s", part, asset(t, th, "style.css").Data)
		}
		at += found
	}
}

func TestAStyleSheetOfItsOwnIsNotJoinedAndFindsAssetsBesideIt(t *testing.T) {
	source := fstest.MapFS{
		"themes/default/assets/pages/own.css": &fstest.MapFile{Data: []byte(".own { background: url(spot.svg) }")},
		"themes/default/assets/spot.svg":      &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
	}
	th, findings, err := Load(source, "default", []string{"de"}, nil)
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	spot := strings.TrimPrefix(asset(t, th, "spot.svg").Path, "assets/")
	if got, want := string(asset(t, th, "own.css").Data), ".own{background:url("+spot+")}"; got != want {
		t.Errorf("the style sheet is %s, want %s", got, want)
	}
	if strings.Contains(string(asset(t, th, "style.css").Data), "spot") {
		t.Error("a style sheet of its own is joined with the others")
	}
}

func TestStyleSheetsKnowNoLeftAndRightAndLoadNothing(t *testing.T) {
	wrong := regexp.MustCompile(`\b(margin|padding|border|inset)-(left|right|top|bottom)\b|[;{ ](left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:|(text-align|float|clear)\s*:\s*(left|right)|url\([^n]|@import`)
	for _, part := range styleParts() {
		src, err := themes.Files.ReadFile("default/assets/" + part + ".css")
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(src), "\n") {
			line = regexp.MustCompile(`\((min|max)-width: `).ReplaceAllString(line, "(")
			if found := wrong.FindString(line); found != "" {
				t.Errorf("%s.css:%d: %s", part, i+1, found)
			}
		}
	}
}

// tokens returns the colours of tokens.css on light and on dark ground.
func tokens(t *testing.T) [2]map[string]colour {
	t.Helper()
	src, err := themes.Files.ReadFile("default/assets/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(src), "@media")
	read := func(into map[string]colour, text string) map[string]colour {
		for _, m := range regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]+);`).FindAllStringSubmatch(text, -1) {
			into[m[1]], _ = parseColour(m[2])
		}
		return into
	}
	first := read(map[string]colour{}, light)
	return [2]map[string]colour{first, read(maps.Clone(first), dark)}
}

func TestColoursCanBeReadOnLightAndOnDarkGround(t *testing.T) {
	for mode, colours := range tokens(t) {
		for _, row := range []struct {
			colour  string
			grounds []string
			least   float64
		}{
			{"text", []string{"ground", "surface", "surface-2", "info", "warning"}, 7},
			{"muted", []string{"ground", "surface", "surface-2"}, 4.5},
			{"accent", []string{"ground", "surface", "surface-2", "info", "warning"}, 4.5},
			{"good", []string{"ground", "surface"}, 4.5},
			{"stop", []string{"ground", "surface"}, 4.5},
			{"on-accent", []string{"accent"}, 4.5},
			{"on-brand", []string{"brand"}, 4.5},
			{"edge", []string{"ground", "surface"}, 3},
			{"warning-edge", []string{"warning"}, 3},
		} {
			for _, ground := range row.grounds {
				if got := contrastOf(colours[row.colour], colours[ground]); got < row.least {
					t.Errorf("mode %d: %s on %s has a contrast of %.2f, less than %.1f", mode, row.colour, ground, got, row.least)
				}
			}
		}
	}
}

func TestAnyColourASiteChoosesCanBeRead(t *testing.T) {
	grounds := tokens(t)
	for _, chosen := range []string{"#005ea8", "#ffffff", "#000", "#ffff00", "#7f7f7f", "#E30613", "#8fd14f", "#00f"} {
		l := loader{options: map[string]string{colourOption: chosen}}
		css := l.colours()
		found := regexp.MustCompile(`--(brand|on-brand|accent|on-accent):(#[0-9a-f]{6})`).FindAllStringSubmatch(css, -1)
		if len(found) != 6 {
			t.Fatalf("%s: %s", chosen, css)
		}
		var c [6]colour
		for i := range found {
			c[i], _ = parseColour(found[i][2])
		}
		for _, pair := range []struct {
			what     string
			contrast float64
		}{
			{"brand", contrastOf(c[0], c[1])}, {"light button", contrastOf(c[2], c[3])}, {"dark button", contrastOf(c[4], c[5])},
			{"light link", contrastOf(c[2], grounds[0]["surface-2"])}, {"dark link", contrastOf(c[4], grounds[1]["surface-2"])},
		} {
			if pair.contrast < 4.5 {
				t.Errorf("%s: the contrast of a %s is %.2f", chosen, pair.what, pair.contrast)
			}
		}
	}
}

func TestPagesArePrintedOnTheSitesPaper(t *testing.T) {
	for paper, letter := range map[string]bool{"": false, "a4": false, "letter": true} {
		th, findings, err := Load(fstest.MapFS{}, "default", []string{"de"}, map[string]string{PaperOption: paper})
		if err != nil || len(findings) > 0 {
			t.Fatal(findings, err)
		}
		style := string(asset(t, th, "style.css").Data)
		if a4, last := strings.Index(style, "size:A4"), strings.LastIndex(style, "size:letter"); a4 < 0 || (last > a4) != letter {
			t.Errorf("%q: A4 at %d, letter at %d", paper, a4, last)
		}
	}
}

func TestThePageSaysTheSitesColour(t *testing.T) {
	for colour, want := range map[string]string{"": "#005ea8", "#123456": "#123456"} {
		th, findings, err := Load(fstest.MapFS{}, "default", []string{"de"}, map[string]string{"colour": colour})
		if err != nil || len(findings) > 0 {
			t.Fatal(findings, err)
		}
		var buf bytes.Buffer
		if err := th.Render(&buf, "de", "moved", german().models(pathsOf(th))["moved"]); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(buf.String(), fmt.Sprintf(`<meta name="theme-color" content="%s">`, want)) {
			t.Errorf("%q: the page does not say %s", colour, want)
		}
	}
}

func TestASitesLogoIsShown(t *testing.T) {
	for name, data := range map[string]string{"media/logo.svg": `<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>`, "media/Logo.PNG": "png"} {
		th, findings, err := Load(siteWith(map[string]string{"content/" + name: data}), "default", []string{"de"}, map[string]string{"logo": name})
		if err != nil || len(findings) > 0 {
			t.Fatal(findings, err)
		}
		var buf bytes.Buffer
		if err := th.Render(&buf, "de", "record", german().models(pathsOf(th))["record"]); err != nil {
			t.Fatal(err)
		}
		if path := asset(t, th, "logo").Path; !strings.HasPrefix(path, "assets/logo.") || !strings.Contains(buf.String(), `src="../../`+path+`"`) {
			t.Errorf("the page does not show %s", path)
		}
	}
}
