package build

import (
	"path"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"mappe/generator/address"
	"mappe/generator/diag"
	"mappe/generator/output"
)

// names finds what cannot be published under its name: on some computers no such file can be made, or two would be one, or a web
// server or browser would run it. It is asked before anything is written.
func (r *Ready) names() []diag.Finding {
	var findings []diag.Finding
	find := func(file, code string, message, hint diag.Text) {
		findings = append(findings, diag.Finding{File: file, Line: 1, Column: 1, Severity: diag.Error, Code: code, Message: message, Hint: hint})
	}
	for _, entry := range r.Catalogue.Entries {
		base := entry.Base()
		if output.CheckPath(address.Record(r.Catalogue.Languages[r.Catalogue.Default].Code, base.Folder(), base.ID)) != nil {
			find(base.File(r.Catalogue.Default).Path, "unusable-name", diag.Textf("%s: Windows kann keine Datei dieses Namens anlegen.", "%s: Windows can make no file of this name.", base.Key()),
				diag.Textf("Benennen Sie den Eintrag um, zum Beispiel in %s-1.", "Rename the record, for example to %s-1.", base.ID))
		}
	}
	taken := map[string]string{} // files by what they are published as
	for _, m := range r.media() {
		name := path.Base(m.source)
		switch {
		case runs(name):
			find(m.source, "active-file", diag.Textf("Die Datei %s ist ein Programm oder eine Webseite und wird nicht veröffentlicht.", "The file %s is a program or a web page and is not published.", m.source),
				diag.Textf("Legen Sie sie als PDF ab, oder entfernen Sie sie.", "Put it there as a PDF, or remove it."))
			continue
		case output.CheckPath(m.published) != nil || strings.ContainsAny(m.published, "#%"):
			find(m.source, "unusable-name", diag.Textf("Die Datei %s kann unter diesem Namen nicht veröffentlicht werden.", "The file %s cannot be published under this name.", m.source),
				diag.Textf(`Benennen Sie sie um, ohne Zeichen wie # %% ? : * " < > |, und nicht länger als 200 Zeichen.`, `Rename it, without characters such as # %% ? : * " < > |, and no longer than 200 characters.`))
			continue
		}
		for _, published := range r.paths(m) {
			key := folded(published)
			if other := taken[key]; other != "" && other != m.source {
				find(m.source, "name-twice", diag.Textf("Die Dateien %s und %s hätten auf der Website denselben Namen.", "The files %s and %s would have the same name on the website.", m.source, other),
					diag.Textf("Benennen Sie eine der beiden um.", "Rename one of the two."))
				break
			}
			taken[key] = m.source
		}
	}
	return findings
}

// folded is the same for all names that Windows, macOS and memory sticks do not tell apart.
func folded(name string) string { return norm.NFC.String(cases.Fold().String(norm.NFC.String(name))) }

// runs reports whether browsers or common web servers run a file of this name in place of showing it. Editors are trusted with
// words, not with code.
func runs(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".shtm", ".stm", ".mht", ".mhtml", ".hta", ".xml", ".xsl", ".xslt", ".svgz", ".js", ".mjs", ".css", ".wasm", ".swf",
		".php", ".php3", ".php4", ".php5", ".php7", ".php8", ".phtml", ".phar", ".pht", ".cgi", ".fcgi", ".pl", ".py", ".rb", ".sh", ".asp", ".aspx", ".ashx", ".asmx", ".cer", ".jsp", ".jspx", ".cfm",
		".config", ".exe", ".bat", ".cmd", ".msi", ".ps1", ".vbs", ".jar", ".apk":
		return true
	}
	return false
}
