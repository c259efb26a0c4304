package output

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

const (
	// longestName is what Linux, macOS and Windows allow for one part of a path, in bytes.
	longestName = 255
	// longestPath leaves room below Windows' and macOS's limits for the folder the site stands in, in bytes.
	longestPath = 900
)

// CheckPath says whether a path, with slashes and relative to the output, can be written on Linux, macOS and Windows and
// stays inside the output. The error is an ErrPath and says what is wrong, so that a rule can tell it to an editor.
func CheckPath(path string) error {
	if why := pathFault(path); why != "" {
		return fmt.Errorf("%q: %s: %w", path, why, ErrPath)
	}
	return nil
}

func pathFault(path string) string {
	switch {
	case path == "":
		return "it is empty"
	case len(path) > longestPath:
		return fmt.Sprintf("it is longer than %d bytes", longestPath)
	case !utf8.ValidString(path):
		return "it is not UTF-8"
	}
	for name := range strings.SplitSeq(path, "/") {
		if why := nameFault(name); why != "" {
			return why
		}
	}
	if top, _, _ := strings.Cut(fold(path), "/"); top == workName || top == manifestName {
		return "the program uses this name itself"
	}
	return ""
}

// nameFault judges one part of a path. The rules are those of Windows, which are the strictest:
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
func nameFault(name string) string {
	switch {
	case name == "":
		return "it begins or ends with a slash or has two in a row"
	case name == "." || name == "..":
		return "it has a part . or .."
	case len(name) > longestName:
		return fmt.Sprintf("it has a part longer than %d bytes", longestName)
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "a part ends with a dot or a space"
	case reserved(name):
		return "Windows keeps a name in it for a device"
	}
	for i := range len(name) { // none of them is part of a letter beyond ASCII
		if forbidden(name[i]) {
			return fmt.Sprintf("it has the character %q", rune(name[i]))
		}
	}
	return ""
}

func forbidden(c byte) bool {
	switch c {
	case '<', '>', ':', '"', '\\', '|', '?', '*', 0x7f:
		return true
	}
	return c < ' '
}

// reserved reports whether Windows takes the name for a device, with any extension.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToLower(strings.TrimRight(stem, " "))
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	port, isPort := strings.CutPrefix(stem, "com")
	if !isPort {
		port, isPort = strings.CutPrefix(stem, "lpt")
	}
	// The superscript digits count as digits there.
	return isPort && utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
}

// fold returns the same text for all paths that name one file where upper and lower case or composed and decomposed
// letters are not told apart (Windows, macOS, memory sticks). Most paths are returned as they are.
func fold(path string) string {
	for i := range len(path) {
		if c := path[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(path)))
		}
	}
	return path
}

// parentOf returns the folder of a path, "" for the output itself.
func parentOf(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}
