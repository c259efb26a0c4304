package proof

import (
	"slices"
	"testing"
)

// Pages that a checker of markup could answer differently have to differ in their shapes, and those that it cannot must not.
func TestShapesDifferWhereACheckerWouldSayOtherwise(t *testing.T) {
	shapes := shapes()
	same := func(a, b string) bool {
		x, err := tree([]byte(a))
		if err != nil {
			t.Fatal(err)
		}
		y, err := tree([]byte(b))
		if err != nil {
			t.Fatal(err)
		}
		one, other := shapes(x), shapes(y)
		slices.Sort(one)
		slices.Sort(other)
		return slices.Equal(one, other)
	}
	for _, row := range []struct {
		what, one, other string
		same             bool
	}{
		{"other words", `<p>Kurs</p>`, `<p>Beratung in Melle</p>`, true},
		{"no words", `<h2>Kurs</h2>`, `<h2></h2>`, false},
		{"a word beside an element", `<ul><li>Kurs</li></ul>`, `<ul>Kurs<li>Kurs</li></ul>`, false},
		{"more of the same", `<ul><li>a</li><li>b</li></ul>`, `<ul><li>a</li><li>b</li><li>c</li></ul>`, true},
		{"another order", `<dl><dt>a</dt><dd>b</dd><dt>a</dt></dl>`, `<dl><dd>b</dd><dt>a</dt><dd>b</dd></dl>`, false},
		{"an element in another", `<a><p>a</p></a>`, `<p><a>a</a></p>`, false},
		{"an element further out", `<div><p>a</p></div>`, `<button><div><p>a</p></div></button>`, false},
		{"another class", `<p class="a">a</p>`, `<p class="b c">a</p>`, true},
		{"another attribute", `<p title="a">a</p>`, `<p titel="a">a</p>`, false},
		{"another role", `<p role="status">a</p>`, `<p role="state">a</p>`, false},
		{"another language", `<p lang="ar">a</p>`, `<p lang="arabisch">a</p>`, false},
		{"another number", `<img width="480" alt="a">`, `<img width="64" alt="a">`, true},
		{"no number", `<img width="480" alt="a">`, `<img width="48%" alt="a">`, false},
		{"another alternative text", `<img alt="a">`, `<img alt="ein Haus">`, true},
		{"no alternative text", `<img alt="a">`, `<img alt="">`, false},
		{"another address", `<a href="../b.html">a</a>`, `<a href="../../courses/c.html">a</a>`, true},
		{"an address with what has to be escaped", `<a href="b.html">a</a>`, `<a href="b c.html">a</a>`, false},
		{"another scheme", `<a href="tel:0">a</a>`, `<a href="mail:0">a</a>`, false},
		{"another id", `<p id="a">a</p>`, `<p id="b">a</p>`, true},
		{"an id twice", `<p id="a">a</p><p id="b">a</p>`, `<p id="a">a</p><p id="a">a</p>`, false},
		{"a reference to nothing", `<label for="a">a</label><input id="a">`, `<label for="b">a</label><input id="a">`, false},
		{"a reference to something else", `<label for="a">a</label><input id="a"><p id="b">a</p>`, `<label for="b">a</label><input id="a"><p id="b">a</p>`, false},
		{"rows of one width", `<table><tr><td>a</td></tr><tr><td>b</td></tr></table>`, `<table><tr><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr></table>`, true},
		{"rows of several widths", `<table><tr><td>a</td><td>b</td></tr><tr><td>a</td><td>b</td></tr></table>`, `<table><tr><td>a</td><td>b</td></tr><tr><td>a</td></tr></table>`, false},
		{"a level of headings left out", `<h1>a</h1><h2>a</h2><h3>a</h3>`, `<h1>a</h1><h3>a</h3><h2>a</h2>`, false},
		{"a section without a heading", `<section><div><h2>a</h2></div></section><p>a</p>`, `<section><div><p>a</p></div></section><h2>a</h2>`, false},
		{"another command", `<meta http-equiv="refresh" content="0">`, `<meta http-equiv="refresh" content="sofort">`, false},
		{"another description", `<meta name="description" content="0">`, `<meta name="description" content="sofort">`, true},
		{"what is for scripts", `<p data-until="2026-01-01">a</p>`, `<p data-until="nie">a</p>`, true},
	} {
		if same(row.one, row.other) != row.same {
			t.Errorf("%s: the same is %v", row.what, !row.same)
		}
	}
}

func TestPagesThatDifferAreRead(t *testing.T) {
	pages := []Page{{Path: "a"}, {Path: "b"}, {Path: "c"}, {Path: "d"}}
	got := differing(pages, [][]uint64{{1, 2}, {1, 2, 3}, {3, 1, 2}, {4}})
	if !slices.Equal(got, []string{"b", "d"}) {
		t.Errorf("%v are read", got)
	}
}

func TestElementsThatAreNotClosedAreFound(t *testing.T) {
	for _, row := range []struct{ page, wrong string }{
		{`<!doctype html><html><p>a<br>b<img src="x"></p><svg><path d="M0"/></svg><script>"</p>"</script></html>`, ""},
		{`<html><p>a</html>`, "</html> closes <p>"},
		{`<html><p>a</p>`, "<html> is never closed"},
		{`<b><i>a</b></i>`, "</b> closes <i>"},
		{`</p>`, "</p> closes <>"},
	} {
		wrong := ""
		if _, err := tree([]byte(row.page)); err != nil {
			wrong = err.Error()
		}
		if wrong != row.wrong {
			t.Errorf("%s: %q", row.page, wrong)
		}
	}
}

func TestAPageThatDoesNotSkipToItsContentIsFound(t *testing.T) {
	for page, problems := range map[string]int{
		`<body><a href="#main">a</a><main></main></body>`:                   0,
		`<body><a href="x">a</a><a href="#main">a</a><main></main></body>`:  1,
		`<body><main><a href="#main">a</a></main></body>`:                   1,
		`<body><p>a</p></body>`:                                             1,
		`<body><button>a</button><a href="#main">a</a><main></main></body>`: 1,
	} {
		root, err := tree([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if found := skip(root); len(found) != problems {
			t.Errorf("%s: %q", page, found)
		}
	}
}
