package pdf

import (
	"slices"
	"testing"
	"testing/fstest"
)

func TestInputsAreWhatAPageShows(t *testing.T) {
	site := fstest.MapFS{}
	for path, content := range map[string]string{
		"de/print/all.html": `<link rel=stylesheet href=../../assets/a.css><link rel="alternate" href="../../en/print/all.html"><link rel="manifest" href="../manifest.json">
<a href="../x.html"><img alt="" src="../../media/a%20b.png" srcset="../../media/a-480.png 480w, ../../media/a-960.png 960w"><img src='../../a/x7.svg#de'><img src="https://other.example/assets/o.png">
<img src="../../../outside.png"><img src="../../media/gone.png"><img src="/media/top.png"><script src="../../assets/a.js"></script>`,
		"assets/a.css": `@import "b.css"; @font-face { src: url("f.woff2") } a { background: url(g.svg#x) }`,
		"assets/b.css": `@import url( 'a.css' )`,
	} {
		site[path] = &fstest.MapFile{Data: []byte(content)}
	}
	for _, path := range []string{"en/print/all.html", "de/manifest.json", "de/x.html", "media/a b.png", "media/a-480.png", "media/a-960.png", "a/x7.svg", "assets/o.png",
		"media/top.png", "assets/a.js", "assets/f.woff2", "assets/g.svg"} {
		site[path] = &fstest.MapFile{}
	}
	got, err := inputs(site.ReadFile, "de/print/all.html")
	want := []string{"a/x7.svg", "assets/a.css", "assets/b.css", "assets/f.woff2", "assets/g.svg", "de/print/all.html", "media/a b.png", "media/a-480.png", "media/a-960.png"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v\n%q\nwant\n%q", err, got, want)
	}
}

func FuzzInputs(f *testing.F) {
	f.Add(`<img src="b.svg"><link href=a.css>`, `@import "a.css"; url(b.svg)`)
	f.Fuzz(func(t *testing.T, page, style string) {
		site := fstest.MapFS{"de/a.html": {Data: []byte(page)}, "de/a.css": {Data: []byte(style)}, "de/b.svg": {}}
		if list, err := inputs(site.ReadFile, "de/a.html"); err != nil || !slices.Contains(list, "de/a.html") {
			t.Errorf("%v, %v", list, err)
		}
	})
}
