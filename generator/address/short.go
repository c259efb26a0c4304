package address

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
)

// codeLetters are what codes are written in: no vowels, so that no code is a word, and nothing that is easily mistaken for something else on
// paper (0 and o, 1 and l).
const codeLetters = "23456789bcdfghjkmnpqrstvwxyz"

// codeLength makes 13 billion codes: among 60,000 records two share one in every eighth catalogue, which is a finding.
const codeLength = 7

// Code returns the short name of a record on paper. It follows from type and id alone, so that what is printed stays true whatever else is
// added or renamed.
func Code(folder, id string) string {
	var room [128]byte
	sum := sha256.Sum256(append(append(append(room[:0], folder...), '/'), id...))
	n := binary.BigEndian.Uint64(sum[:])
	var code [codeLength]byte
	for i := range code {
		code[i] = codeLetters[n%uint64(len(codeLetters))]
		n /= uint64(len(codeLetters))
	}
	return string(code[:])
}

// Short returns the path of a short address: the page that leads to a record in every language.
func Short(code string) string { return "a/" + code + ".html" }

// CodePicture returns the path of the picture of a record's QR codes; each language's is the view of that name in it.
func CodePicture(code string) string { return "a/" + code + ".svg" }

// PrintIndex returns the path of the page that leads to everything to print.
func PrintIndex(lang string) string { return Print(lang, "index") }

// Print returns the path of a page to print: an overview, its short list, a folder.
func Print(lang, name string) string { return lang + "/print/" + name + ".html" }

// OwnsOverview reports whether the program itself has a page to print of this name, or may have one for some record.
func OwnsOverview(name string) bool {
	switch name {
	case "index", "all", "courses", "internships", "support", "events", "transport", "contacts":
		return true
	}
	for _, start := range []string{"place-", "topic-", "audience-", "level-", "organization-", "folder-"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return strings.HasSuffix(name, "-short") || strings.Contains(name, "-part-")
}

// PrintedPDF returns the path of a page to print as PDF.
func PrintedPDF(lang, name string) string { return lang + "/print/" + name + ".pdf" }
