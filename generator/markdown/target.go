package markdown

import (
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// target is where a link leads, or why it may not.
type target struct {
	kind   LinkKind
	target string
	fault  fault
	// written is the address as the editor wrote it, for the finding.
	written string
}

type fault uint8

const (
	faultNone fault = iota
	faultEmpty
	faultScheme // javascript:, data:, ftp: and all that nobody thought of
	faultRecord
	faultPath  // an absolute path, a way out of the folder, signs that no file name has
	faultMail  // an e-mail address without mailto:
	faultWeb   // a web address without https://
	faultPhone // a phone number without tel:
)

// classify sorts a link target by the list of what is allowed. Browsers drop control characters and turn backslashes before
// they look for a scheme, so none are let through.
func classify(written string) target {
	t := target{written: written}
	if written == "" || written == "#" {
		t.fault = faultEmpty
		return t
	}
	if strings.ContainsFunc(written, func(r rune) bool { return r < ' ' || r == 0x7F || r == '\\' }) {
		t.fault = faultPath
		return t
	}
	if written[0] == '#' {
		t.kind, t.target = Anchor, norm.NFC.String(pathOf(written[1:]))
		return t
	}
	scheme, rest := cutScheme(written)
	switch scheme {
	case "http", "https":
		t.kind, t.target = Web, written
		if host := strings.TrimPrefix(rest, "//"); host == rest || host == "" || strings.ContainsAny(host[:1], "/?#") {
			t.fault = faultWeb
		}
	case "mailto":
		t.kind, t.target = Mail, rest
		if at := strings.IndexByte(rest, '@'); at < 1 || at == len(rest)-1 {
			t.fault = faultMail
		}
	case "tel":
		t.kind, t.target = Phone, dialled(rest)
		if len(t.target) < 3 {
			t.fault = faultPhone
		}
	case "record":
		t.kind, t.target = Record, rest
		if !isRecord(rest) {
			t.fault = faultRecord
		}
	case "":
		classifyPath(&t)
	default:
		t.fault = faultScheme
	}
	return t
}

// cutScheme parts an address at the colon of its scheme (RFC 3986, 3.1), which it returns in lower case.
func cutScheme(s string) (scheme, rest string) {
	for i, r := range s {
		switch {
		case r == ':':
			return strings.ToLower(s[:i]), s[i+1:]
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', i > 0 && (r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.'):
		default:
			return "", s
		}
	}
	return "", s
}

// pathOf is an address without its %C3%BC and the like, or as it is where these stand for no letters.
func pathOf(written string) string {
	if name, err := url.PathUnescape(written); err == nil && utf8.ValidString(name) {
		return name
	}
	return written
}

func classifyPath(t *target) {
	name := pathOf(t.written)
	first, _, _ := strings.Cut(name, "/")
	digits := dialled(name)
	switch {
	case strings.Contains(first, "@"):
		t.fault = faultMail
	case strings.HasPrefix(first, "www.") || isDomain(first):
		t.fault = faultWeb
	case len(digits) >= 6 && strings.Trim(name, "+0123456789 ()/-") == "":
		t.fault = faultPhone
	case strings.ContainsAny(name, "\\:") || strings.HasPrefix(name, "/"), climbs(name),
		strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }):
		t.fault = faultPath
	default:
		t.kind, t.target = File, path.Clean(name)
	}
}

func climbs(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// isDomain knows the endings that are no file's.
func isDomain(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".de", ".com", ".org", ".net", ".eu", ".info":
		return true
	}
	return false
}

func dialled(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
}

func cutRecord(name string) (folder, id string) {
	folder, id, _ = strings.Cut(name, "/")
	return folder, id
}

// isRecord checks <type>/<id>: an id is lower-case letters and digits, parted by single hyphens, at most 60 of them.
func isRecord(name string) bool {
	folder, id := cutRecord(name)
	return isID(folder) && isID(id)
}

func isID(s string) bool {
	if s == "" || len(s) > 60 || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
