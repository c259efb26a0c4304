package docs

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"mappe/generator/cli"
)

// mappe runs the program as a person would type it and returns its exit code and all that it said.
func mappe(args ...string) (code int, said string) {
	var out bytes.Buffer
	code = cli.Main(args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &out}, func(string) string { return "" })
	return code, out.String()
}

// TestCommandsOfPublishing: the builds that publish.md tells to run are understood, one after the other into one folder.
func TestCommandsOfPublishing(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	source, output := filepath.Join(t.TempDir(), "site"), filepath.Join(t.TempDir(), "angebote")
	if code, said := mappe("init", source); code != 0 {
		t.Fatalf("init: %d\n%s", code, said)
	}
	document, err := os.ReadFile("publish.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?m)^    .*\bmappe (build .*)$`).FindAllStringSubmatch(string(document), -1)
	if len(commands) != 2 {
		t.Errorf("%d builds in publish.md, want 2", len(commands))
	}
	for _, command := range commands {
		args := strings.Fields(command[1])
		if at := slices.Index(args, "--output"); at >= 0 {
			args = slices.Delete(args, at, at+2)
		}
		if code, said := mappe(append(args, "--source", source, "--output", output, "--date", "2026-11-22")...); code != 0 {
			t.Errorf("mappe %s: %d\n%s", command[1], code, said)
		}
	}
}

// built is the site that mappe init begins with, written for the address with a path, and files as they may come beside it.
func built(t *testing.T, path string) place {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	source := filepath.Join(t.TempDir(), "site")
	if code, said := mappe("init", source); code != 0 {
		t.Fatalf("init: %d\n%s", code, said)
	}
	p := place{folder: filepath.Join(openFolder(t), filepath.FromSlash(strings.TrimSuffix(path, "/"))), path: path}
	if err := os.MkdirAll(p.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if code, said := mappe("build", "--source", source, "--output", p.folder, "--date", "2026-11-22", "--compress", "--quiet", "--base-url", "https://www.example.org"+path); code != 0 {
		t.Fatalf("build: %d\n%s", code, said)
	}
	for _, name := range []string{"assets/face.0123456789.woff2", "media/plan.0123456789.pdf", ".building/new/index.html"} {
		writeFile(t, filepath.Join(p.folder, filepath.FromSlash(name)), "just a test")
	}
	for ending := range p.types(t) {
		writeFile(t, filepath.Join(p.folder, "data", "file."+ending), "\x00\x01 just a test")
	}
	return p
}

// said is what .htaccess says in lines of one form.
func (p place) said(t *testing.T, form string) [][]string {
	t.Helper()
	htaccess, err := os.ReadFile(filepath.Join(p.folder, ".htaccess"))
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(form).FindAllStringSubmatch(string(htaccess), -1)
}

// types is the media types of all files that a site may hold, by their endings.
func (p place) types(t *testing.T) map[string]string {
	t.Helper()
	types := map[string]string{}
	for _, line := range p.said(t, `(?m)^AddType "(.*)" \.(\S+)$`) {
		types[line[2]] = line[1]
	}
	if len(types) < 10 {
		t.Errorf(".htaccess knows only the types %v", types)
	}
	return types
}

// asset returns the path of an asset by what stands before its hash.
func (p place) asset(t *testing.T, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(p.folder, "assets", pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("assets/%s: %v %v", pattern, found, err)
	}
	return "assets/" + filepath.Base(found[0])
}

// promised is the headers that every answer carries, as .htaccess has them.
func (p place) promised(t *testing.T) map[string]string {
	t.Helper()
	promised := map[string]string{}
	for _, line := range p.said(t, `(?m)^Header always set (\S+) "(.*)"$`) {
		promised[line[1]] = line[2]
	}
	for _, name := range []string{"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy", "Cross-Origin-Opener-Policy"} {
		if promised[name] == "" {
			t.Errorf(".htaccess sets no %s", name)
		}
	}
	return promised
}

// answer is what a server sent.
type answer struct {
	*http.Response
	body []byte
}

// ask gets an address without following redirects, with the given header lines, names and values in turn.
func ask(t *testing.T, address string, lines ...string) answer {
	t.Helper()
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(lines); i += 2 {
		request.Header.Set(lines[i], lines[i+1])
	}
	response, err := (&http.Transport{DisableCompression: true, DisableKeepAlives: true}).RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response, body}
}

// plain is the body as it was before it was compressed.
func (a answer) plain(t *testing.T) []byte {
	t.Helper()
	var reader io.Reader = bytes.NewReader(a.body)
	switch encoding := a.Header.Get("Content-Encoding"); encoding {
	case "":
	case "br":
		reader = brotli.NewReader(reader)
	case "gzip":
		unzipped, err := gzip.NewReader(reader)
		if err != nil {
			t.Fatal(err)
		}
		reader = unzipped
	default:
		t.Fatalf("compressed by %s", encoding)
	}
	body, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

const (
	forEver  = "public, max-age=31536000, immutable"
	askAgain = "no-cache"
	page     = "text/html; charset=utf-8"
)

// TestServers asks every web server for the same things and expects the same answers.
func TestServers(t *testing.T) {
	whole, below := built(t, "/"), built(t, "/angebote/")
	for _, server := range []struct {
		name  string
		start func(*testing.T, place) string
		place place
	}{
		{"apache at an address of its own", apache, whole},
		{"apache below a path", apache, below},
		{"apache below an alias", apacheAlias, below},
		{"nginx at an address of its own", nginx, whole},
		{"nginx below a path", nginx, below},
		{"caddy at an address of its own", caddy, whole},
		{"caddy below a path", caddy, below},
	} {
		t.Run(server.name, func(t *testing.T) {
			address := server.start(t, server.place)
			answers(t, server.place, address)
			knowsTypes(t, server.place, address)
			revalidates(t, address)
			leadsBack(t, server.place, address)
		})
	}
}

// answers asks for one thing of each kind.
func answers(t *testing.T, p place, address string) {
	promised := p.promised(t)
	style, script, icon := p.asset(t, "style.*.css"), p.asset(t, "site.*.js"), p.asset(t, "icon.*.svg")
	for _, c := range []struct {
		name, path, accepts string
		status              int
		file, encoding      string // what is sent, and how
		mediaType, keep     string
	}{
		{"the choice of language", "", "", 200, "index.html", "", page, askAgain},
		{"a home page by its folder", "de/", "gzip, deflate, br", 200, "de/index.html", "br", page, askAgain},
		{"a page, by brotli where that is taken", "de/courses/deutsch-a1.html", "gzip, deflate, br", 200, "de/courses/deutsch-a1.html", "br", page, askAgain},
		{"a page, by gzip where brotli is not known", "de/courses/deutsch-a1.html", "gzip, deflate", 200, "de/courses/deutsch-a1.html", "gzip", page, askAgain},
		{"a page, by gzip where brotli is refused", "de/courses/deutsch-a1.html", "br;q=0, gzip", 200, "de/courses/deutsch-a1.html", "gzip", page, askAgain},
		{"a page as it is", "de/courses/deutsch-a1.html", "", 200, "de/courses/deutsch-a1.html", "", page, askAgain},
		{"a style with its hash", style, "gzip, br", 200, style, "br", "text/css; charset=utf-8", forEver},
		{"a style as it is", style, "", 200, style, "", "text/css; charset=utf-8", forEver},
		{"a script with its hash", script, "gzip", 200, script, "gzip", "text/javascript; charset=utf-8", forEver},
		{"the script of a fixed name", "assets/built.js", "", 200, "assets/built.js", "", "text/javascript; charset=utf-8", askAgain},
		{"a drawing", icon, "br", 200, icon, "br", "image/svg+xml", forEver},
		{"a font", "assets/face.0123456789.woff2", "br, gzip", 200, "assets/face.0123456789.woff2", "", "font/woff2", forEver},
		{"the manifest", "en/manifest.json", "gzip, br", 200, "en/manifest.json", "br", "application/json", askAgain},
		{"a document whose name looks like a hash", "media/plan.0123456789.pdf", "br", 200, "media/plan.0123456789.pdf", "", "application/pdf", askAgain},
		{"robots.txt", "robots.txt", "", 200, "robots.txt", "", "text/plain; charset=utf-8", askAgain},
		{"what is not there", "nothing.html", "", 404, "404.html", "", page, askAgain},
		{"what is not there, in a folder", "de/courses/nothing.html", "gzip, br", 404, "404.html", "br", page, askAgain},
		{"what is not there, in a folder that is not there", "xx/yy/", "gzip", 404, "404.html", "gzip", page, askAgain},
		{"an old style", "assets/style.ffffffffff.css", "", 404, "404.html", "", page, askAgain},
		{"an old script", "assets/menu.ffffffffff.js", "br", 404, "404.html", "br", page, askAgain},
		{"no list of a folder's files", "assets/", "", 404, "404.html", "", page, askAgain},
		{"no list of a folder's files, compressed", "media/", "br", 404, "404.html", "br", page, askAgain},
		{"not what a build works on", ".building/new/index.html", "", 404, "404.html", "", page, askAgain},
		{"not the server's settings", ".htaccess", "", 404, "404.html", "", page, askAgain},
	} {
		a := ask(t, address+c.path, "Accept-Encoding", c.accepts)
		if a.StatusCode != c.status {
			t.Errorf("%s: status %d, want %d", c.name, a.StatusCode, c.status)
		}
		want, err := os.ReadFile(filepath.Join(p.folder, filepath.FromSlash(c.file)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.plain(t), want) {
			t.Errorf("%s: the body is not %s", c.name, c.file)
		}
		for name, value := range map[string]string{"Content-Encoding": c.encoding, "Content-Type": c.mediaType, "Cache-Control": c.keep, "Content-Language": ""} {
			if got := strings.Join(a.Header.Values(name), " | "); got != value {
				t.Errorf("%s: %s is %q, want %q", c.name, name, got, value)
			}
		}
		for name, value := range promised {
			if got := strings.Join(a.Header.Values(name), " | "); got != value {
				t.Errorf("%s: %s is %q, want %q", c.name, name, got, value)
			}
		}
		if c.encoding != "" && a.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: Vary is %q", c.name, a.Header.Values("Vary"))
		}
	}
}

// knowsTypes: every file that a site may hold comes with its type, since browsers are told not to guess.
func knowsTypes(t *testing.T, p place, address string) {
	for ending, mediaType := range p.types(t) {
		if got := ask(t, address+"data/file."+ending).Header.Get("Content-Type"); got != mediaType {
			t.Errorf("file.%s comes as %q, want %q", ending, got, mediaType)
		}
	}
}

// revalidates: whoever has a page asks whether it is still the same and gets no body then; the kinds of one page are told apart.
func revalidates(t *testing.T, address string) {
	tags := map[string]string{}
	for _, accepts := range []string{"", "gzip", "br"} {
		first := ask(t, address+"de/index.html", "Accept-Encoding", accepts)
		tag, changed := first.Header.Get("ETag"), first.Header.Get("Last-Modified")
		if tag == "" || changed == "" {
			t.Errorf("accepting %q: ETag %q, Last-Modified %q", accepts, tag, changed)
			continue
		}
		if other, taken := tags[tag]; taken {
			t.Errorf("accepting %q and %q: the same ETag %s for other bytes", accepts, other, tag)
		}
		tags[tag] = accepts
		for _, line := range [][2]string{{"If-None-Match", tag}, {"If-Modified-Since", changed}} {
			if a := ask(t, address+"de/index.html", "Accept-Encoding", accepts, line[0], line[1]); a.StatusCode != 304 || len(a.body) > 0 {
				t.Errorf("accepting %q, %s: status %d with %d bytes, want 304", accepts, line[0], a.StatusCode, len(a.body))
			}
		}
	}
}

// leadsBack: the page for what is not there finds its style and the way home from any folder.
func leadsBack(t *testing.T, p place, address string) {
	lost := ask(t, address+"de/courses/by/nothing.html")
	links := regexp.MustCompile(`(?:href|src)="?(/[^" >]*)`).FindAllStringSubmatch(string(lost.body), -1)
	if len(links) < 3 {
		t.Fatalf("only %d links in the page for what is not there", len(links))
	}
	host := strings.TrimSuffix(address, p.path)
	for _, link := range links {
		if a := ask(t, host+link[1]); a.StatusCode != 200 {
			t.Errorf("the page for what is not there leads to %s, status %d", link[1], a.StatusCode)
		}
	}
}
