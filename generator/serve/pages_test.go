package serve

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// served is a server that has taken a site in once.
func served(t *testing.T, source string) *server {
	t.Helper()
	o, _ := optionsOf(source)
	s := newServer(o)
	t.Cleanup(s.close)
	s.reload(t.Context())
	return s
}

func get(s *server, path string) *httptest.ResponseRecorder {
	recorder := httptest.NewRecorder()
	s.handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, path, nil))
	return recorder
}

func TestEverythingOfTheSiteIsServed(t *testing.T) {
	source := smallSite(t)
	write(t, filepath.Join(source, "content", "media", "Plan für alle.pdf"), "%PDF-1.4")
	write(t, filepath.Join(source, "content", "media", "logo.svg"), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>`)
	s := served(t, source)
	style := ""
	for _, asset := range s.now.ready.Theme.Assets() {
		if asset.Name == "style.css" {
			style = asset.Path
		}
	}
	for _, row := range []struct {
		path   string
		status int
		kind   string
		holds  string
	}{
		{"/", 200, "text/html", "Welcome"},
		{"/index.html", 200, "text/html", "Welcome"},
		{"/de/", 200, "text/html", "Angebote im Kreis"},
		{"/en/courses/a1.html", 200, "text/html", "German A1"},
		{"/ar/courses/", 200, "text/html", "a1.html"},
		{"/404.html", 200, "text/html", "/de/index.html"},
		{"/de/courses/none.html", 404, "text/html", "/de/index.html"},
		{"/media/none.pdf", 404, "text/html", "/de/index.html"},
		{"/none/", 404, "text/html", "/de/index.html"},
		{"/..%2f..%2fetc%2fpasswd", 404, "text/html", "/de/index.html"},
		{"/etc/passwd", 404, "text/html", "/de/index.html"},
		{"/" + style, 200, "text/css", "main"},
		{"/assets/built.js", 200, "javascript", "2026-11-22"},
		{"/media/Plan%20f%C3%BCr%20alle.pdf", 200, "application/pdf", "%PDF-1.4"},
		{"/media/logo.svg", 200, "image/svg+xml", "<svg"},
		{"/de/manifest.json", 200, "application/json", "Angebote im Kreis"},
		{"/sitemap.xml", 200, "xml", "http://127.0.0.1:1717/de/courses/a1.html"},
		{"/robots.txt", 200, "text/plain", "Sitemap"},
		{"/_mappe/reload.js", 200, "javascript", "/_mappe/events"},
		{"/_mappe/findings", 200, "text/html", "0 errors"},
	} {
		r := get(s, row.path)
		if r.Code != row.status || !strings.Contains(r.Header().Get("Content-Type"), row.kind) || !strings.Contains(r.Body.String(), row.holds) {
			t.Errorf("%s: %d %s, without %q", row.path, r.Code, r.Header().Get("Content-Type"), row.holds)
		}
		if r.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept", row.path)
		}
	}
}

func TestEveryPageListensForChangesAndNothingElseIsAdded(t *testing.T) {
	s := served(t, smallSite(t))
	const script = `<script src="/_mappe/reload.js" defer></script>`
	for _, path := range []string{"/", "/de/courses/a1.html", "/de/courses/none.html", "/_mappe/findings"} {
		if n := strings.Count(get(s, path).Body.String(), script); n != 1 {
			t.Errorf("%s has the script %d times", path, n)
		}
	}
	if body := get(s, "/de/").Body.String(); !strings.HasSuffix(body, script+"</body></html>") && !strings.Contains(body, script+"</body>") {
		t.Error("the script does not stand at the page's end")
	}
	if strings.Contains(get(s, "/assets/built.js").Body.String(), script) {
		t.Error("a file that is no page was changed")
	}
}

func TestAFolderWithoutItsSlashIsFoundAsOnAnyWebServer(t *testing.T) {
	s := served(t, smallSite(t))
	for path, want := range map[string]string{"/de": "/de/", "/de/courses": "/de/courses/", "/de?last-good": "/de/?last-good"} {
		if r := get(s, path); r.Code != http.StatusFound || r.Header().Get("Location") != want {
			t.Errorf("%s: %d, to %q", path, r.Code, r.Header().Get("Location"))
		}
	}
}

func TestOtherMethodsAreRefused(t *testing.T) {
	s := served(t, smallSite(t))
	recorder := httptest.NewRecorder()
	s.handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodPost, "/de/", nil))
	if recorder.Code != http.StatusMethodNotAllowed {
		t.Errorf("got %d", recorder.Code)
	}
}

func TestWithErrorsTheFindingsAreShownAndTheLastGoodSiteIsKept(t *testing.T) {
	source := smallSite(t)
	s := served(t, source)
	name := filepath.Join(source, "content", "courses", "a2.md")
	good, err := os.ReadFile(name)
	must(t, err)
	write(t, name, strings.Replace(string(good), "kind: language", "kynd: <b>language</b>", 1))
	s.reload(t.Context())

	for _, path := range []string{"/de/courses/a2.html", "/", "/_mappe/findings"} {
		r := get(s, path)
		for _, want := range []string{"content/courses/a2.md:3:1", "unknown-key", "kynd: &lt;b&gt;language&lt;/b&gt;\n^", "kind", "/_mappe/reload.js"} {
			if !strings.Contains(r.Body.String(), want) {
				t.Errorf("%s does not show %q:\n%s", path, want, r.Body)
			}
		}
		if strings.Contains(r.Body.String(), "<b>") {
			t.Errorf("%s shows a file's text as HTML", path)
		}
	}
	if body := get(s, "/de/courses/a2.html").Body.String(); !strings.Contains(body, `href="/de/courses/a2.html?last-good"`) {
		t.Error("the findings do not lead to the last good page")
	}
	if body := get(s, "/de/courses/a2.html?last-good").Body.String(); !strings.Contains(body, "Weiter geht es.") {
		t.Error("the last good page is not there")
	}
	if r := get(s, "/assets/built.js"); r.Code != 200 {
		t.Error("the last good page has lost its files")
	}

	write(t, name, string(good))
	s.reload(t.Context())
	if body := get(s, "/de/courses/a2.html").Body.String(); !strings.Contains(body, "Weiter geht es.") {
		t.Error("mended, the page is not back")
	}
}

func TestASiteWithErrorsFromTheStartShowsThem(t *testing.T) {
	source := smallSite(t)
	must(t, os.RemoveAll(filepath.Join(source, "content")))
	s := served(t, source)
	if body := get(s, "/de/").Body.String(); !strings.Contains(body, "no-site") || strings.Contains(body, "last-good") {
		t.Errorf("got %s", body)
	}
	if r := get(s, "/assets/style.css"); r.Code != 200 || !strings.Contains(r.Body.String(), "no-site") {
		t.Errorf("got %d", r.Code)
	}
}

func TestFindingsAreToldInTheLanguageAskedForTheGravestFirst(t *testing.T) {
	source := smallSite(t)
	write(t, filepath.Join(source, "content", "courses", "b1.yaml"), "title: B1\nkynd: language\n")
	o, _ := optionsOf(source)
	o.Lang = 0
	s := newServer(o)
	t.Cleanup(s.close)
	s.reload(t.Context())
	body := get(s, "/").Body.String()
	fault, warning := strings.Index(body, `class="error"`), strings.Index(body, `class="warning"`)
	if !strings.Contains(body, `<html lang="de">`) || !strings.Contains(body, " Fehler, ") || fault < 0 || warning < fault {
		t.Errorf("got %s", body)
	}
}

func TestBrokenRecordsThatMayBeSkippedDoNotHideThePages(t *testing.T) {
	source := smallSite(t)
	write(t, filepath.Join(source, "content", "courses", "b1.yaml"), "title: B1\nkynd: language\n")
	o, _ := optionsOf(source)
	o.SkipBroken = true
	s := newServer(o)
	t.Cleanup(s.close)
	s.reload(t.Context())
	if body := get(s, "/de/courses/").Body.String(); !strings.Contains(body, "a2.html") || strings.Contains(body, "b1.html") {
		t.Errorf("got %s", body)
	}
	if body := get(s, "/_mappe/findings").Body.String(); !strings.Contains(body, "unknown-key") {
		t.Error("the finding is not told any more")
	}
}

func TestATemplateThatFailsIsShownAtItsLine(t *testing.T) {
	source := smallSite(t)
	write(t, filepath.Join(source, "themes", "default", "partials", "title.html"), "<h1>\n{{index .Text 100000}}\n</h1>")
	s := served(t, source)
	body := get(s, "/de/courses/a1.html").Body.String()
	if !strings.Contains(body, "themes/default/partials/title.html:2:") || !strings.Contains(body, "{{index .Text 100000}}") {
		t.Errorf("got %s", body)
	}
}

func TestASiteThatIsReplacedIsLetGo(t *testing.T) {
	source := smallSite(t)
	write(t, filepath.Join(source, "content", "media", "plan.pdf"), "%PDF-1.4")
	s := served(t, source)
	first := s.now.ready
	if _, found, err := first.File("media/plan.pdf"); !found || err != nil {
		t.Fatal(err)
	}
	s.reload(t.Context())
	if _, _, err := first.File("media/plan.pdf"); err == nil {
		t.Error("its folder is still open")
	}
	if s.now.ready.Before != nil {
		t.Error("the new one keeps it")
	}
	if r := get(s, "/media/plan.pdf"); r.Code != 200 {
		t.Errorf("got %d", r.Code)
	}
}
