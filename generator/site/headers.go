package site

import (
	"bytes"
	"strings"
)

// CSP is the policy that web servers send with every page (W3C, Content Security Policy Level 3): everything comes from the site itself, and no
// other site may show it in a frame. Pages carry the same policy in a meta tag but for frame-ancestors, which holds as a header
// alone; it is the theme's, and a test of package build compares the two.
const CSP = "default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'"

// header is a line that web servers add to every answer.
type header struct{ name, value string }

func headers() []header {
	return []header{
		{"Content-Security-Policy", CSP},
		{"Referrer-Policy", "no-referrer"},
		{"X-Content-Type-Options", "nosniff"},
	}
}

// How browsers keep files: those whose name changes with their content for ever, all others after asking whether they are still
// the same.
const (
	keepForever = "public, max-age=31536000, immutable"
	askFirst    = "no-cache"
)

// fileType is the media type of files that not every web server knows.
type fileType struct{ ending, media string }

// fileTypes are those of the files a site may hold. Texts are UTF-8.
func fileTypes() []fileType {
	return []fileType{
		{"html", "text/html; charset=utf-8"}, {"txt", "text/plain; charset=utf-8"}, {"css", "text/css; charset=utf-8"},
		{"js", "text/javascript; charset=utf-8"}, {"json", "application/json"}, {"xml", "application/xml"}, {"svg", "image/svg+xml"},
		{"webp", "image/webp"}, {"avif", "image/avif"}, {"woff2", "font/woff2"}, {"ics", "text/calendar; charset=utf-8"},
		{"geojson", "application/geo+json"}, {"csv", "text/csv; charset=utf-8"},
	}
}

// hashedNames matches assets/<name>.<hash>.<ext> by the end of its name, compressed or not; package output makes the hash.
const hashedNames = `\.[0-9a-f]{10}\.[a-z0-9]+(\.gz|\.br)?$`

// htaccess is for Apache 2.4. It keeps to what AllowOverride FileInfo permits, which most hosts grant, since a line that is not
// permitted takes the whole site down.
func htaccess(base string) string {
	var b strings.Builder
	b.WriteString("# Written by mappe; do not edit. Apache 2.4, AllowOverride FileInfo.\n")
	b.WriteString("ErrorDocument 404 " + base + "404.html\n\n<IfModule mod_mime.c>\n")
	for _, t := range fileTypes() {
		b.WriteString("AddType \"" + t.media + "\" ." + t.ending + "\n")
	}
	b.WriteString("</IfModule>\n\n<IfModule mod_headers.c>\n")
	for _, h := range headers() {
		b.WriteString("Header always set " + h.name + " \"" + h.value + "\"\n")
	}
	b.WriteString("Header set Cache-Control \"" + askFirst + "\"\n")
	b.WriteString("<FilesMatch \"" + hashedNames + "\">\nHeader set Cache-Control \"" + keepForever + "\"\n</FilesMatch>\n</IfModule>\n\n")
	b.WriteString("# Files compressed by build --compress are sent to browsers that take them.\n<IfModule mod_headers.c>\n<IfModule mod_rewrite.c>\nRewriteEngine On\n")
	for _, c := range encodings() {
		b.WriteString("RewriteCond %{HTTP:Accept-Encoding} \\b" + c.name + "\\b\nRewriteCond %{REQUEST_FILENAME}." + c.ending + " -f\nRewriteRule ^(.+)$ $1." + c.ending + " [L]\n")
	}
	b.WriteString("RewriteRule \\.(br|gz)$ - [E=no-gzip:1,E=no-brotli:1]\n")
	for _, t := range fileTypes() {
		b.WriteString("<FilesMatch \"\\." + t.ending + "\\.(br|gz)$\">\nForceType \"" + t.media + "\"\n</FilesMatch>\n")
	}
	for _, c := range encodings() {
		b.WriteString("<FilesMatch \"\\." + c.ending + "$\">\nHeader set Content-Encoding " + c.name + "\n</FilesMatch>\n")
	}
	b.WriteString("Header merge Vary Accept-Encoding\n</IfModule>\n</IfModule>\n")
	return b.String()
}

// encoding is a way files are compressed, the better first.
type encoding struct{ name, ending string }

func encodings() []encoding { return []encoding{{"br", "br"}, {"gzip", "gz"}} }

// webConfig is for IIS 10. Sending ready-made compressed files takes its module URL Rewrite, and a section for a module that
// is not there takes the whole site down; so IIS compresses by itself.
func webConfig(base string) string {
	var b bytes.Buffer
	b.WriteString(xmlHead + "<!-- Written by mappe; do not edit. IIS 10. -->\n<configuration>\n<system.webServer>\n")
	b.WriteString("<defaultDocument enabled=\"true\"><files><clear/><add value=\"index.html\"/></files></defaultDocument>\n")
	b.WriteString("<httpErrors errorMode=\"Custom\" existingResponse=\"Auto\"><remove statusCode=\"404\" subStatusCode=\"-1\"/><error statusCode=\"404\" responseMode=\"ExecuteURL\" path=\"")
	escapeXML(&b, base+"404.html")
	b.WriteString("\"/></httpErrors>\n<httpProtocol><customHeaders>\n")
	for _, h := range headers() {
		b.WriteString("<remove name=\"" + h.name + "\"/><add name=\"" + h.name + "\" value=\"")
		escapeXML(&b, h.value)
		b.WriteString("\"/>\n")
	}
	b.WriteString("</customHeaders></httpProtocol>\n<staticContent>\n")
	for _, t := range fileTypes() {
		b.WriteString("<remove fileExtension=\"." + t.ending + "\"/><mimeMap fileExtension=\"." + t.ending + "\" mimeType=\"" + t.media + "\"/>\n")
	}
	b.WriteString("<clientCache cacheControlMode=\"DisableCache\"/>\n</staticContent>\n<urlCompression doStaticCompression=\"true\"/>\n</system.webServer>\n")
	b.WriteString(location("assets", "<clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\"/>"))
	b.WriteString(location(builtScript, "<clientCache cacheControlMode=\"DisableCache\" cacheControlCustom=\"\"/>"))
	b.WriteString("</configuration>\n")
	return b.String()
}

func location(path, cache string) string {
	return "<location path=\"" + path + "\"><system.webServer><staticContent>" + cache + "</staticContent></system.webServer></location>\n"
}
