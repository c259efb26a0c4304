package proof

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// numbers are what turns into something else when a line from right to left reorders it. A single time does not: its digits and
// colon stay together (Unicode Standard Annex 9, rule W4), as they do in a date.
func numbers() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"a span of times":    regexp.MustCompile(`\d{1,2}:\d{2}\s*[-–—]\s*\d{1,2}:\d{2}`),
		"a telephone number": regexp.MustCompile(`(?:\+|\b0)\d[\d /()-]{4,}\d`),
		"a mail address":     regexp.MustCompile(`[\w.+-]+@[\w-]+\.\w+`),
		"a web address":      regexp.MustCompile(`https?://|\bwww\.|\b[\w-]+(?:\.[\w-]+)*\.(?:de|org|com|eu|net|info)\b`),
	}
}

// unisolated returns a question: which spans of times, telephone numbers and addresses on pages from right to left neither stand in an
// element of their own direction nor between the characters that isolate (U+2066 to U+2069)?
func unisolated() func(*html.Node) []string {
	patterns, isolated := numbers(), regexp.MustCompile("[\u2066-\u2068][^\u2069]*\u2069")
	loose := func(at *html.Node, text string) (problems []string) {
		if !strings.ContainsAny(text, "0123456789.:@") {
			return nil // none of the patterns fits
		}
		outside := isolated.ReplaceAllString(text, " ")
		for what, pattern := range patterns {
			if found := pattern.FindString(outside); found != "" {
				problems = append(problems, fmt.Sprintf("%s is not isolated: %s in <%s> %s", what, found, at.Data, short(text)))
			}
		}
		return problems
	}
	return func(root *html.Node) (problems []string) {
		for node := range root.Descendants() {
			switch node.Type {
			case html.TextNode:
				if node.Parent.Data != "script" && node.Parent.Data != "style" && rightToLeft(node.Parent) {
					problems = append(problems, loose(node.Parent, node.Data)...)
				}
			case html.ElementNode:
				for _, name := range []string{"alt", "aria-label", "title", "content"} {
					if value, has := attribute(node, name); has && rightToLeft(node) && spoken(node) {
						problems = append(problems, loose(node, value)...)
					}
				}
			}
		}
		return problems
	}
}

// spoken reports whether an element's attributes are for people; of <meta> only the description and the title are.
func spoken(node *html.Node) bool {
	if node.Data != "meta" {
		return true
	}
	name, _ := attribute(node, "name")
	property, _ := attribute(node, "property")
	return name == "description" || property == "og:title" || property == "og:description"
}

// rightToLeft reports whether a text runs from right to left and nothing nearer isolates it.
func rightToLeft(node *html.Node) bool {
	for ; node != nil; node = node.Parent {
		if dir, has := attribute(node, "dir"); has {
			return dir == "rtl"
		}
		if node.Data == "bdi" {
			return false
		}
	}
	return false
}
