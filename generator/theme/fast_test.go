package theme

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
	"testing"

	"mappe/generator/locale"
)

func TestFastPagesAreThoseOfHTMLTemplate(t *testing.T) {
	th := loaded(t)
	for _, s := range []speaker{german(), arabic()} {
		set, err := th.templates[s.lang].set()
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range []struct {
			name string
			make func(reflect.Value)
		}{
			{"as made", func(reflect.Value) {}},
			{"hostile", func(v reflect.Value) { poison(v, "") }},
			{"empty", func(v reflect.Value) { v.Elem().Set(withFrame(v.Elem().Type())) }},
		} {
			for kind, model := range s.models(pathsOf(th)) {
				change.make(reflect.ValueOf(model))
				var want, got bytes.Buffer
				if err := set.ExecuteTemplate(&want, layoutName(kind), model); err != nil {
					t.Fatal(err)
				}
				if !th.templates[s.lang].fast.render(&got, layoutName(kind), model) {
					t.Errorf("%s %s %s: the layout is not compiled", s.lang, kind, change.name)
				} else if got.String() != want.String() {
					t.Errorf("%s %s %s: %s", s.lang, kind, change.name, firstDifference(got.String(), want.String()))
				}
			}
		}
	}
}

// withFrame is an empty model but for the frame, which every page has.
func withFrame(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	frame := v.FieldByName("Frame")
	frame.Set(reflect.New(frame.Type().Elem()))
	return v
}

func firstDifference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	from := max(0, i-60)
	return "compiled: …" + got[from:min(len(got), i+60)] + "… html/template: …" + want[from:min(len(want), i+60)] + "…"
}

// small is a fast renderer of a single layout.
func small(t testing.TB, layout string) (*fast, *template.Template) {
	t.Helper()
	fast, set, err := smallOf(layout)
	if err != nil {
		t.Fatal(err)
	}
	return fast, set
}

func smallOf(layout string) (*fast, *template.Template, error) {
	messages, err := locale.ParseMessages("en", []byte("greet: Hello {name}\nplain: \"<&\\\"\"\nn: {one: one, other: \"{n} many\"}"))
	if err != nil {
		return nil, nil, err
	}
	options := map[string]string{"colour": "#123"}
	files := map[string]file{
		layoutName("x"): {data: []byte(layout)},
		"self":          {data: []byte(`{{.Word}}{{with .Next}}{{template "self" .}}{{end}}`)},
		"there":         {data: []byte(`{{.Word}}{{with .Next}}{{template "back" .}}{{end}}`)},
		"back":          {data: []byte(`{{with .Next}}{{template "there" .}}{{end}}{{$x := .Word}}{{$x}}`)},
		"echo":          {data: []byte(`{{if eq . "c"}}{{$}}{{else}}<i>{{.}}</i>{{end}}`)},
	}
	set, err := parseSet(files, functions(messages, options))
	return newFast(set, messages, options), set, err
}

// sample is a model with all kinds of fields.
type sample struct {
	*Base
	Word  string
	Link  template.URL
	Safe  template.HTML
	Code  template.JS
	Count int
	Yes   bool
	List  []string
	Texts map[string]string
	Next  *sample
	Loose any
	Float float64
	Shown shown
}

type Base struct{ Below string }

type shown string

func (s shown) String() string { return "shown " + string(s) }

// Method is preferred to a field by templates.
func (s sample) Method() string { return "method" }

func TestWhatIsCompiledAndWhatIsLeftToHTMLTemplate(t *testing.T) {
	model := &sample{
		Base: &Base{Below: "<below>"}, Word: `a"b'c<d>&+`, Link: `javascript:alert('1')`, Safe: "<b>safe</b>", Code: "x", Count: -12, Yes: true,
		List: []string{"x", "y<"}, Texts: map[string]string{"k": "v&"}, Next: &sample{Word: "inner"}, Loose: "loose", Float: 1.5, Shown: "s",
	}
	for _, row := range []struct {
		layout   string
		compiled bool
	}{
		{`{{.Word}} {{.Safe}} {{.Count}}`, true},
		{`<a href="{{.Link}}" title="{{.Word}}">{{.Below}}</a><a href="{{.Word}}">x</a>`, true},
		{`<title>{{.Word}}</title>`, true},
		{`{{if .Yes}}a{{else}}b{{end}}{{if not .Count}}c{{else if and .Yes (or .List .Next)}}d{{end}}`, true},
		{`{{if eq .Word "x" "y"}}a{{end}}{{if ne .Word "x"}}b{{end}}{{if or (eq .Word "q") .Texts}}c{{end}}`, true},
		{`{{range .List}}<{{$.Count}}>{{.}}{{else}}none{{end}}`, true},
		{`{{with .Next}}{{.Word}}{{$.Word}}{{range .List}}x{{else}}none{{end}}{{end}}{{with .Next.Next}}x{{else}}{{.Word}}{{end}}`, true},
		{`{{template "self" .}}`, true},
		{`{{template "echo" "a<b"}}{{template "echo" .Word}}{{with .Next}}{{template "echo" "c"}}{{end}}`, true},
		{`{{index .Texts "k"}}{{index .Texts "no"}}{{option "colour"}}{{ltr .Word}}`, true},
		{`{{t "plain"}}<i title="{{t "plain"}}">{{t "greet" "name" .Word}}{{t "n" "n" .Count}}</i>`, true},
		{`{{/* nothing */}}{{"const<"}}{{7}}`, true},
		{`<img srcset="{{.Word}} 1w">`, true},
		{`{{$x := .Word}}{{$x}}`, false},
		{`{{range $i, $x := .List}}{{$x}}{{end}}`, false},
		{`<b{{template "self" .Next}}></b>`, false},
		{`<a href="/?q={{.Word}}">x</a>`, false},
		{`<i title="{{.Safe}}">{{.Code}}</i>`, false},
		{`{{.Loose}}`, false},
		{`{{.Float}}`, false},
		{`{{.Shown}}`, false},
		{`{{.Method}}`, false},
		{`{{.Yes}}`, false},
		{`{{len .List}}`, false},
		{`{{if lt .Count 3}}x{{end}}`, false},
		{`{{if eq .Count 3}}x{{end}}`, false},
		{`{{or .Word "x"}}`, false},
		{`{{range .List}}{{if .}}{{break}}{{end}}{{end}}`, false},
		{`{{range .Texts}}{{.}}{{end}}`, false},
	} {
		fast, set := small(t, row.layout)
		var got, want bytes.Buffer
		if err := set.ExecuteTemplate(&want, layoutName("x"), model); err != nil {
			t.Fatalf("%s: %v", row.layout, err)
		}
		if compiled := fast.render(&got, layoutName("x"), model); compiled != row.compiled {
			t.Errorf("%s: compiled %v", row.layout, compiled)
		} else if compiled && got.String() != want.String() {
			t.Errorf("%s: %q, html/template writes %q", row.layout, got.String(), want.String())
		}
	}
}

func TestAMissingValueIsLeftToHTMLTemplateAndLeavesNothingBehind(t *testing.T) {
	fast, _ := small(t, `before {{.Next.Word}}{{.Below}}{{template "self" .Next}}`)
	buf := bytes.NewBufferString("kept")
	if fast.render(buf, layoutName("x"), &sample{}) || buf.String() != "kept" {
		t.Errorf("rendered with nil pointers: %q", buf)
	}
	if fast.render(buf, layoutName("x"), nil) {
		t.Error("rendered without a model")
	}
}

func TestAPartialThatIsNotCompiledIsMissedByAnotherThatWas(t *testing.T) {
	fast, _ := small(t, `{{template "back" .}}`)
	model := &sample{Word: "outer", Next: &sample{Word: "inner"}}
	for _, name := range []string{layoutName("x"), "there"} { // which calls back, and was compiled before that turned out to be impossible
		var buf bytes.Buffer
		if fast.render(&buf, name, model) || buf.Len() > 0 {
			t.Errorf("%s: %q", name, buf.String())
		}
	}
}

func FuzzEscapers(f *testing.F) {
	for _, s := range []string{hostile, "a+b", "\x00\xff", "javascript:x", "HTTP://ä/%zz%2f", "mailto:a@b?c=d e", "./a:b", "tel:1", "a.jpg 1w, b,c.jpg 2x", "'()[]{}|^`\\"} {
		f.Add(s)
	}
	fast, set := small(f, `<title>{{.Word}}</title><p title="{{.Word}}">{{.Word}}{{ltr .Word}}</p><a href="{{.Word}}">1</a><a href="{{.Link}}">2</a><img srcset="{{.Word}}">`)
	f.Fuzz(func(t *testing.T, s string) {
		model := &sample{Word: s, Link: template.URL(s)}
		var got, want bytes.Buffer
		if err := set.ExecuteTemplate(&want, layoutName("x"), model); err != nil {
			t.Fatal(err)
		}
		if !fast.render(&got, layoutName("x"), model) || got.String() != want.String() {
			t.Fatalf("%q: %s", s, firstDifference(got.String(), want.String()))
		}
		if strings.Contains(got.String(), "<script") {
			t.Fatal(got.String())
		}
	})
}

// TestEveryByteIsEscapedWhereverItStands holds what is looked at eight bytes at once equal to html/template.
func TestEveryByteIsEscapedWhereverItStands(t *testing.T) {
	fast, set := small(t, `<p title="{{.Word}}">{{.Word}}</p><a href="{{.Link}}"></a>`)
	var got, want bytes.Buffer
	for i := range 256 * 17 {
		for _, text := range []string{"17 bytes, so # é.", "kurse/deutsch-a1."} {
			word, b, at := []byte(text)[:17], i/17, i%17
			word[at] = byte(b)
			model := &sample{Word: string(word), Link: template.URL(word)}
			got.Reset()
			want.Reset()
			if err := set.ExecuteTemplate(&want, layoutName("x"), model); err != nil {
				t.Fatal(err)
			}
			if !fast.render(&got, layoutName("x"), model) || got.String() != want.String() {
				t.Fatalf("%q: %s", word, firstDifference(got.String(), want.String()))
			}
		}
	}
}

// FuzzLayout holds that any layout that html/template runs becomes the same page where it is compiled, and that none ends the program.
func FuzzLayout(f *testing.F) {
	for _, layout := range []string{
		`{{range .List}}<{{$.Count}}>{{.}}{{else}}none{{end}}`, `<a href="{{.Link}}" title='{{.Word}}'>{{with .Next}}{{template "self" .}}{{end}}</a>`,
		`{{if and .Yes (or .List (not .Next))}}{{t "greet" "name" .Word}}{{else if eq .Word "a" "b"}}{{ltr .Word}}{{end}}`,
		`{{option 0}}`, `{{t 0}}`, `{{template "echo" "c"}}{{index .Texts "k"}}{{option "colour"}}{{/* x */}}{{"<"}}{{7}}<b {{.Word}}>`, `<script>{{.Word}}</script><style>{{.Word}}</style>`,
	} {
		f.Add(layout)
	}
	f.Fuzz(func(t *testing.T, layout string) {
		fast, set, err := smallOf(layout)
		if err != nil || strings.Contains(layout, layoutName("x")) { // html/template takes seconds to be tired of one that calls itself
			return
		}
		model := &sample{
			Base: &Base{Below: "<below>"}, Word: `a"b'c<d>&+`, Link: `javascript:alert('1')`, Safe: "<b>safe</b>", Count: -12, Yes: true,
			List: []string{"x", "y<"}, Texts: map[string]string{"k": "v&"}, Next: &sample{Base: &Base{}, Word: "inner"},
		}
		var got, want bytes.Buffer
		compiled := fast.render(&got, layoutName("x"), model)
		err = set.ExecuteTemplate(&want, layoutName("x"), model)
		if compiled && (err != nil || got.String() != want.String()) {
			t.Errorf("%q: %q, html/template writes %q, %v", layout, got.String(), want.String(), err)
		}
	})
}
