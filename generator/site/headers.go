package site

import (
	"bytes"
	"net/url"
	"strings"
)

// CSP is the policy that web servers send with every page (W3C, Content Security Policy Level 3): everything comes from the site itself, and no
// other site may show it in a frame. Pages carry the same policy in a meta tag but for frame-ancestors, which holds as a header
// alone; it is the theme's, and a test of package build compares the two.
const CSP = "default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'"

// header is a line that web servers add to every answer.
type header struct{ name, value string }

// headers are what every answer carries. A test in docs/ holds the snippets for nginx and Caddy against them.
func headers() []header {
	return []header{
		{"Content-Security-Policy", CSP},
		{"Referrer-Policy", "no-referrer"},
		{"X-Content-Type-Options", "nosniff"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
}

// How browsers keep files: those whose name changes with their content for ever, all others after asking whether they are still
// the same.
const (
	keepForever = "public, max-age=31536000, immutable"
	askFirst    = "no-cache"
)

// fileType is the media type of the files with an ending.
type fileType struct{ ending, media string }

// fileTypes are those of the files a site is made of, and of what editors lay beside their texts. Texts are UTF-8. A manifest is
// JSON like any other (W3C, Web Application Manifest: any JSON type will do).
func fileTypes() []fileType {
	return []fileType{
		{"html", "text/html; charset=utf-8"}, {"txt", "text/plain; charset=utf-8"}, {"css", "text/css; charset=utf-8"},
		{"js", "text/javascript; charset=utf-8"}, {"json", "application/json"}, {"xml", "application/xml"}, {"svg", "image/svg+xml"},
		{"jpg", "image/jpeg"}, {"jpeg", "image/jpeg"}, {"png", "image/png"}, {"gif", "image/gif"}, {"webp", "image/webp"},
		{"woff2", "font/woff2"}, {"ics", "text/calendar; charset=utf-8"}, {"csv", "text/csv; charset=utf-8"},
		{"geojson", "application/geo+json"}, {"pdf", "application/pdf"}, {"bin", "application/octet-stream"},
	}
}

// hashedPaths matches assets/<name>.<hash>.<ext> and the files of search indexes by the end of an address, compressed or not; package output makes the hash. The folder
// belongs to it: an editor's media/plan.2027010112.pdf is not kept for ever.
const hashedPaths = `/(assets/[^/]+\.[0-9a-f]{10}\.[a-z0-9]+|(search|reach)/.+\.[0-9a-z]{8,}\.bin)(\.gz|\.br)?$`

// ownFiles matches what a build keeps for itself, in any folder: names that begin with a dot, but .well-known.
const ownFiles = `(^|/)\.(?!well-known/)`

// encoding is a way files are compressed, the better first.
type encoding struct{ name, ending string }

func encodings() []encoding { return []encoding{{"br", "br"}, {"gzip", "gz"}} }

// htaccess is for Apache 2.4. It keeps to what AllowOverride FileInfo permits, which most hosts grant, since a line that is not
// permitted takes the whole site down; so lists of folders are turned off by a rewrite rule in place of Options.
func htaccess(base string) string {
	var b strings.Builder
	b.WriteString("# Written by mappe; do not edit. Apache 2.4, AllowOverride FileInfo.\n")
	b.WriteString("ErrorDocument 404 " + asAddress(base) + "404.html\n\n<IfModule mod_mime.c>\n")
	for _, t := range fileTypes() {
		b.WriteString("AddType \"" + t.media + "\" ." + t.ending + "\n")
	}
	b.WriteString("# Many servers take .br for Breton and .gz for a download.\nRemoveLanguage .br\nRemoveEncoding .gz .br\n</IfModule>\n\n<IfModule mod_headers.c>\n")
	for _, h := range headers() {
		b.WriteString("Header always set " + h.name + " \"" + h.value + "\"\n")
	}
	b.WriteString("Header set Cache-Control \"" + askFirst + "\"\n")
	b.WriteString("Header set Cache-Control \"" + keepForever + "\" \"expr=%{REQUEST_URI} =~ m#" + hashedPaths + "#\"\n</IfModule>\n\n")
	b.WriteString("<IfModule mod_rewrite.c>\nRewriteEngine On\n# No list of a folder's files, and nothing that a build keeps for itself.\n")
	b.WriteString("RewriteCond %{REQUEST_FILENAME} -d\nRewriteCond %{REQUEST_FILENAME}/index.html !-f\nRewriteRule ^ - [R=404,L]\n")
	b.WriteString("RewriteRule \"" + ownFiles + "\" - [R=404,L]\n")
	htaccessCompressed(&b)
	b.WriteString("</IfModule>\n")
	return b.String()
}

// htaccessCompressed sends the files that build --compress wrote to browsers that take them. The rule names the address and not the
// file, so that it holds below an Alias too.
func htaccessCompressed(b *strings.Builder) {
	b.WriteString("\n# Files compressed by build --compress, for browsers that take them.\n<IfModule mod_headers.c>\n")
	for _, c := range encodings() {
		b.WriteString("RewriteCond %{HTTP:Accept-Encoding} \\b" + c.name + "\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\n")
		b.WriteString("RewriteCond %{REQUEST_FILENAME}." + c.ending + " -f\nRewriteRule ^ %{REQUEST_URI}." + c.ending + " [L]\n")
	}
	b.WriteString("RewriteRule \\.(br|gz)$ - [E=no-gzip:1,E=no-brotli:1]\n")
	for _, t := range fileTypes() {
		b.WriteString("<FilesMatch \"\\." + t.ending + "\\.(br|gz)$\">\nForceType \"" + t.media + "\"\n</FilesMatch>\n")
	}
	for _, c := range encodings() {
		b.WriteString("<FilesMatch \"\\." + c.ending + "$\">\nHeader set Content-Encoding " + c.name + "\n</FilesMatch>\n")
	}
	b.WriteString("Header merge Vary Accept-Encoding\n</IfModule>\n")
}

// webConfig is for IIS 10. Sending ready-made compressed files takes its module URL Rewrite, and a section for a module that
// is not there takes the whole site down; so IIS compresses by itself. The page for what is not there is named as a file, from the
// folder of the whole web site on: IIS sends a static page that is named as an address with the status 200.
// https://learn.microsoft.com/iis/configuration/system.webServer/httpErrors/
func webConfig(base string) string {
	var b bytes.Buffer
	b.WriteString(xmlHead + "<!-- Written by mappe; do not edit. IIS 10. -->\n<configuration>\n<system.webServer>\n")
	b.WriteString("<defaultDocument enabled=\"true\"><files><clear/><add value=\"index.html\"/></files></defaultDocument>\n<directoryBrowse enabled=\"false\"/>\n")
	b.WriteString("<httpErrors errorMode=\"Custom\" existingResponse=\"Auto\"><remove statusCode=\"404\" subStatusCode=\"-1\"/><error statusCode=\"404\" responseMode=\"File\" path=\"")
	escapeXML(&b, asWindowsFile(base)+"404.html")
	b.WriteString("\"/></httpErrors>\n<httpProtocol><customHeaders>\n")
	for _, h := range headers() {
		b.WriteString("<remove name=\"" + h.name + "\"/><add name=\"" + h.name + "\" value=\"")
		escapeXML(&b, h.value)
		b.WriteString("\"/>\n")
	}
	b.WriteString("</customHeaders></httpProtocol>\n<security><requestFiltering><hiddenSegments><remove segment=\".building\"/><add segment=\".building\"/></hiddenSegments></requestFiltering></security>\n<staticContent>\n")
	for _, t := range fileTypes() {
		b.WriteString("<remove fileExtension=\"." + t.ending + "\"/><mimeMap fileExtension=\"." + t.ending + "\" mimeType=\"" + t.media + "\"/>\n")
	}
	b.WriteString("<clientCache cacheControlMode=\"DisableCache\"/>\n</staticContent>\n<urlCompression doStaticCompression=\"true\"/>\n</system.webServer>\n")
	for _, folder := range []string{"assets", "search"} {
		b.WriteString(location(folder, "<clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\"/>"))
	}
	b.WriteString(location(builtScript, "<clientCache cacheControlMode=\"DisableCache\" cacheControlCustom=\"\"/>"))
	b.WriteString("</configuration>\n")
	return b.String()
}

func location(path, cache string) string {
	return "<location path=\"" + path + "\"><system.webServer><staticContent>" + cache + "</staticContent></system.webServer></location>\n"
}

// asAddress is a path without characters that end a word in a server's settings, whatever somebody wrote as base_url.
func asAddress(path string) string {
	if address, err := url.Parse(path); err == nil {
		return address.EscapedPath()
	}
	return "/"
}

// asWindowsFile is a path below the folder of a web site, as Windows writes it.
func asWindowsFile(path string) string {
	if plain, err := url.PathUnescape(path); err == nil {
		path = plain
	}
	return strings.ReplaceAll(strings.TrimPrefix(path, "/"), "/", `\`)
}
