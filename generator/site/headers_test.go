package site

import (
	"encoding/xml"
	"strings"
	"testing"
)

// What Apache makes of its file is tried with Apache itself, in docs/publish_test.go.
func TestHeadersForWebServers(t *testing.T) {
	s := planned(t, "")
	apache, iis := fileOf(t, s, ".htaccess"), fileOf(t, s, "web.config")
	wellFormed(t, "web.config", iis)
	for _, c := range []struct{ name, apache, iis string }{
		{"the page for what is not there, below the site's path", "ErrorDocument 404 /angebote/404.html\n", `<error statusCode="404" responseMode="File" path="angebote\404.html"/>`},
		{"no frames", "frame-ancestors 'none'\"", "frame-ancestors &#39;none&#39;"},
		{"nothing from elsewhere", `Content-Security-Policy "default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'`, "default-src &#39;none&#39;; base-uri"},
		{"no referrer", `Referrer-Policy "no-referrer"`, `name="Referrer-Policy" value="no-referrer"`},
		{"no guessing of types", `X-Content-Type-Options "nosniff"`, `name="X-Content-Type-Options" value="nosniff"`},
		{"no camera", `Permissions-Policy "camera=()`, `name="Permissions-Policy" value="camera=()`},
		{"no window of another site holds on to a page", `Cross-Origin-Opener-Policy "same-origin"`, `name="Cross-Origin-Opener-Policy" value="same-origin"`},
		{"types", `AddType "text/javascript; charset=utf-8" .js`, `<mimeMap fileExtension=".js" mimeType="text/javascript; charset=utf-8"/>`},
		{"pages are asked for again", `Header set Cache-Control "no-cache"`, `<clientCache cacheControlMode="DisableCache"/>`},
		{"assets are kept", `Header set Cache-Control "public, max-age=31536000, immutable"`, `<location path="assets">`},
		{"but for the one of a fixed name", "", `<location path="assets/built.js"><system.webServer><staticContent><clientCache cacheControlMode="DisableCache"`},
		{"no lists of folders", "RewriteCond %{REQUEST_FILENAME}/index.html !-f\nRewriteRule ^ - [R=404,L]", `<directoryBrowse enabled="false"/>`},
		{"nothing a build keeps for itself", `RewriteRule "(^|/)\.(?!well-known/)" - [R=404,L]`, `<add segment=".building"/>`},
		{"compressed files are sent where they are", "RewriteCond %{REQUEST_FILENAME}.br -f\nRewriteRule ^ %{REQUEST_URI}.br [L]", `<urlCompression doStaticCompression="true"/>`},
	} {
		if !strings.Contains(apache, c.apache) || !strings.Contains(iis, c.iis) {
			t.Errorf("%s: not both in\n%s\n%s", c.name, apache, iis)
		}
	}
	for _, tag := range []string{"IfModule", "FilesMatch"} {
		if open, closed := strings.Count(apache, "<"+tag), strings.Count(apache, "</"+tag); open != closed {
			t.Errorf("%d <%s> and %d </%s> in .htaccess", open, tag, closed, tag)
		}
	}
}

// IIS refuses a section that names a thing twice, and then the whole site.
func TestWebConfigNamesNothingTwice(t *testing.T) {
	var config struct {
		Server struct {
			Headers []struct {
				Name string `xml:"name,attr"`
			} `xml:"httpProtocol>customHeaders>add"`
			Types []struct {
				Ending string `xml:"fileExtension,attr"`
			} `xml:"staticContent>mimeMap"`
		} `xml:"system.webServer"`
	}
	if err := xml.Unmarshal([]byte(fileOf(t, planned(t, ""), "web.config")), &config); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, h := range config.Server.Headers {
		if seen[h.Name] {
			t.Errorf("the header %s stands twice", h.Name)
		}
		seen[h.Name] = true
	}
	for _, m := range config.Server.Types {
		if seen[m.Ending] {
			t.Errorf("the ending %s stands twice", m.Ending)
		}
		seen[m.Ending] = true
	}
	if len(seen) != len(headers())+len(fileTypes()) {
		t.Errorf("%d headers and types, want %d and %d", len(seen), len(headers()), len(fileTypes()))
	}
}

func TestThePathOfTheSiteInSettings(t *testing.T) {
	for _, c := range []struct{ name, base, apache, iis string }{
		{"an address of its own", "/", "ErrorDocument 404 /404.html\n", `path="404.html"`},
		{"a path of two parts", "/a/b/", "ErrorDocument 404 /a/b/404.html\n", `path="a\b\404.html"`},
		{"a blank, which ends a word for Apache", "/my offers/", "ErrorDocument 404 /my%20offers/404.html\n", `path="my offers\404.html"`},
		{"a blank as addresses have it", "/my%20offers/", "ErrorDocument 404 /my%20offers/404.html\n", `path="my offers\404.html"`},
		{"quotes and a new line, which could say something else", "/a\"\nRequire all denied/", "ErrorDocument 404 /404.html\n", `path="a&#34;&#xA;Require all denied\404.html"`},
	} {
		if got := htaccess(c.base); !strings.Contains(got, c.apache) {
			t.Errorf("%s: no %q in\n%s", c.name, c.apache, got)
		}
		got := webConfig(c.base)
		wellFormed(t, c.name, got)
		if !strings.Contains(got, c.iis) {
			t.Errorf("%s: no %q in\n%s", c.name, c.iis, got)
		}
	}
}
