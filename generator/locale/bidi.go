package locale

import "golang.org/x/text/unicode/bidi"

// The values of the HTML attribute dir.
const (
	LeftToRight = "ltr"
	RightToLeft = "rtl"
)

// The characters of the Unicode Bidirectional Algorithm (UAX #9) that keep a text's direction apart from that of its surroundings.
const (
	FirstStrongIsolate    = "\u2068"
	PopDirectionalIsolate = "\u2069"
)

// Isolate wraps a text of unknown direction for places that take no markup, such as a title or a text message, so that it
// and what surrounds it do not reorder each other. In HTML the element bdi does this.
func Isolate(s string) string { return FirstStrongIsolate + s + PopDirectionalIsolate }

// DirectionOf returns the direction of the first character that has one, as the HTML attribute dir="auto" finds it (UAX #9,
// rules P2 and P3: what is isolated does not count), or "" where none has.
func DirectionOf(s string) string {
	isolates := 0
	for _, r := range s {
		properties, _ := bidi.LookupRune(r)
		switch class := properties.Class(); class {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			isolates++
		case bidi.PDI:
			isolates = max(0, isolates-1)
		case bidi.L, bidi.R, bidi.AL:
			if isolates == 0 {
				return directionOfClass(class)
			}
		}
	}
	return ""
}

func directionOfClass(class bidi.Class) string {
	if class == bidi.L {
		return LeftToRight
	}
	return RightToLeft
}
