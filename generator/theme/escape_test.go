package theme

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// hostile is what somebody would write who wants to break out of every place a word can stand in.
const hostile = `"'><script>alert(1)</script><b onclick=alert(1) style=color:red>{{.}}</b>&amp;<!--`

func TestWordsStayWordsWhereverTheyStand(t *testing.T) {
	th := loaded(t)
	for _, s := range []speaker{german(), arabic()} {
		for kind, model := range s.models(pathsOf(th)) {
			poison(reflect.ValueOf(model), "")
			var buf bytes.Buffer
			if err := th.Render(&buf, s.lang, kind, model); err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			checkHarmless(t, kind, buf.String())
		}
	}
}

// poison puts hostile words into every text of a model. What the type declares to be markup or an address stays as it is, since package
// site answers for that; links in plain texts become scripts.
func poison(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			poison(v.Elem(), field)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			poison(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), field)
		}
	case reflect.String:
		switch {
		case v.Type() == reflect.TypeFor[template.HTML](), v.Type() == reflect.TypeFor[template.URL]():
		case field == "Kind" && v.CanSet(): // chooses; anything unknown is shown as text
			if v.String() != "address" && v.String() != "phone" {
				v.SetString(hostile)
			}
		case field == "Href" || field == "Canonical" || field == "Root":
			v.SetString("javascript:alert(1)//" + hostile)
		default:
			v.SetString(hostile)
		}
	}
}

// checkHarmless looks for anything that words have become.
func checkHarmless(t *testing.T, kind, page string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	said := false
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && strings.Contains(n.Data, hostile):
			said = true
		case n.Type == html.CommentNode:
			t.Errorf("%s: a comment: %s", kind, n.Data)
		case n.Type != html.ElementNode:
		case n.Data == "b", n.Data == "script" && n.FirstChild != nil:
			t.Errorf("%s: words have become a %s", kind, n.Data)
		default:
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || (a.Key == "href" || a.Key == "src") && strings.HasPrefix(a.Val, "javascript:") {
					t.Errorf("%s: a %s has %s=%q", kind, n.Data, a.Key, a.Val)
				}
			}
		}
	}
	if !said {
		t.Errorf("%s: the words are not shown as they are", kind)
	}
}
