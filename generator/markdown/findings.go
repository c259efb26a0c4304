package markdown

import (
	"strings"
	"unicode"

	"mappe/generator/diag"
)

// The rules a body can break by itself.
const (
	codeAlt            = "image-without-alt"
	codeAnchor         = "unknown-heading"
	codeHeadingEmpty   = "empty-heading"
	codeHeadingLevel   = "heading-level"
	codeHeadingSkipped = "heading-skipped"
	codeImage          = "image-address"
	codeLink           = "link-address"
	codeLinkText       = "link-without-text"
	codeNesting        = "nested-too-deep"
	codeRawHTML        = "raw-html"
)

// words are what a finding says and what it advises.
type words struct {
	message, hint diag.Text
}

func textAlt(file string) words {
	return words{
		diag.Textf("Das Bild %s hat keine Beschreibung. Wer es nicht sehen kann, erfährt nicht, was darauf ist.",
			"The picture %s has no description. Who cannot see it does not learn what it shows.", file),
		diag.Textf("Schreiben Sie zwischen die eckigen Klammern, was zu sehen ist: ![Eine Gruppe am Tisch](%[1]s)",
			"Write between the square brackets what can be seen: ![A group at a table](%[1]s)", file),
	}
}

func textAnchor(id, nearest string, known []string) words {
	w := words{message: diag.Textf("Die Überschrift #%s gibt es in diesem Text nicht.", "There is no heading #%s in this text.", id)}
	switch {
	case nearest != "":
		w.hint = diag.Textf("Meinten Sie #%s?", "Did you mean #%s?", nearest)
	case len(known) > 0:
		list := "#" + strings.Join(known, ", #")
		w.hint = diag.Textf("Es gibt: %s", "There are: %s", list)
	default:
		w.hint = diag.Textf("Der Text hat keine Überschriften.", "The text has no headings.")
	}
	return w
}

func textHeadingEmpty() words {
	return words{
		diag.Textf("Eine Überschrift ohne Text.", "A heading without text."),
		diag.Textf("Schreiben Sie die Überschrift hinter die Rauten, oder löschen Sie die Zeile.",
			"Write the heading behind the number signs, or delete the line."),
	}
}

func textHeadingLevel() words {
	return words{
		diag.Textf("Eine Überschrift mit einer Raute (#) ist der Titel der Seite; er steht schon im Feld title. Sie wird wie ## gezeigt.",
			"A heading with one number sign (#) is the title of the page, which is in the field title already. It is shown like ##."),
		diag.Textf("Schreiben Sie zwei Rauten: ## Überschrift", "Write two number signs: ## Heading"),
	}
}

func textHeadingSkipped(level, expected int) words {
	signs, wanted := strings.Repeat("#", level), strings.Repeat("#", expected)
	return words{
		diag.Textf("Vor dieser Überschrift (%s) fehlt eine Ebene. Wer sich die Seite vorlesen lässt, sucht die Lücke.",
			"Before this heading (%s) a level is missing. Who has the page read aloud will look for the gap.", signs),
		diag.Textf("Schreiben Sie %s statt %s.", "Write %s instead of %s.", wanted, signs),
	}
}

func textImage(address string) words {
	w := words{message: diag.Textf("Ein Bild muss eine Datei neben dem Eintrag sein oder unter media/ liegen: %s",
		"A picture must be a file beside the record or below media/: %s", shown(address))}
	w.hint = diag.Textf("Legen Sie das Bild in den Ordner des Eintrags und schreiben Sie: ![Beschreibung](bild.jpg)",
		"Put the picture into the folder of the record and write: ![Description](picture.jpg)")
	return w
}

func textLink(t target) words {
	w := shown(t.written)
	switch t.fault {
	case faultEmpty:
		return words{
			diag.Textf("Ein Link ohne Adresse.", "A link without an address."),
			diag.Textf("Schreiben Sie die Adresse in die runden Klammern, oder nehmen Sie die Klammern weg.",
				"Write the address into the round brackets, or take the brackets away."),
		}
	case faultRecord:
		return words{
			diag.Textf("Ein Link auf einen Eintrag nennt Ordner und Namen: %s", "A link to a record names its folder and its id: %s", w),
			diag.Textf("Schreiben Sie zum Beispiel record:courses/deutsch-a1", "Write, for example, record:courses/deutsch-a1"),
		}
	case faultMail:
		return words{
			diag.Textf("Der Link %s ist keine E-Mail-Adresse, die sich öffnen lässt.", "The link %s is no e-mail address that can be opened.", w),
			diag.Textf("Schreiben Sie mailto: davor, zum Beispiel mailto:%s", "Write mailto: before it, for example mailto:%s", mailExample(t.written)),
		}
	case faultWeb:
		return words{
			diag.Textf("Dem Link %s fehlt der Anfang einer Internet-Adresse.", "The link %s lacks the start of a web address.", w),
			diag.Textf("Schreiben Sie https:// davor, zum Beispiel https://%s", "Write https:// before it, for example https://%s", webExample(t.written)),
		}
	case faultPhone:
		return words{
			diag.Textf("Der Link %s ist keine Telefonnummer, die sich wählen lässt.", "The link %s is no phone number that can be dialled.", w),
			diag.Textf("Schreiben Sie tel: und die Nummer ohne Leerzeichen, zum Beispiel tel:+495411234567",
				"Write tel: and the number without blanks, for example tel:+495411234567"),
		}
	case faultScheme:
		scheme, _ := cutScheme(t.written)
		return words{
			diag.Textf("Links, die mit %s: beginnen, sind nicht erlaubt.", "Links that begin with %s: are not allowed.", shown(scheme)),
			diag.Textf("Erlaubt sind https://…, mailto:…, tel:…, record:…, #überschrift und Dateien neben dem Eintrag oder unter media/.",
				"Allowed are https://…, mailto:…, tel:…, record:…, #heading, and files beside the record or below media/."),
		}
	}
	return words{
		diag.Textf("Der Link %s führt auf keine Datei neben dem Eintrag und keine unter media/.", "The link %s leads to no file beside the record and none below media/.", w),
		diag.Textf("Nennen Sie die Datei ohne / am Anfang und ohne .., einen anderen Eintrag als record:courses/deutsch-a1",
			"Name the file without / at the start and without .., another record as record:courses/deutsch-a1"),
	}
}

func textLinkText(address string) words {
	return words{
		diag.Textf("Der Link auf %s hat keinen Text, auf den man tippen kann.", "The link to %s has no text to tap on.", shown(address)),
		diag.Textf("Schreiben Sie zwischen die eckigen Klammern, wohin er führt.", "Write between the square brackets where it leads."),
	}
}

func textNesting() words {
	return words{
		diag.Textf("Zu viele Aufzählungen, Zitate oder Hervorhebungen stehen ineinander.", "Too many lists, quotes or emphases stand inside each other."),
		diag.Textf("Nehmen Sie die Zeichen > * - _ am Anfang der Zeile weg, die zu viel sind.", "Take away the signs > * - _ at the start of the line that are too many."),
	}
}

// textRawHTML says what to write instead of the tags that people know.
func textRawHTML(tag []byte, name string) words {
	w := words{message: diag.Textf("HTML ist in Texten nicht erlaubt: %s", "HTML is not allowed in texts: %s", shown(strings.TrimSpace(string(tag))))}
	switch name {
	case "br":
		w.hint = diag.Textf(`Setzen Sie ans Ende der Zeile einen Rückstrich (\) oder lassen Sie eine Zeile frei.`, `End the line with a backslash (\) or leave a line empty.`)
	case "b", "strong":
		w.hint = diag.Textf("Schreiben Sie **fett**.", "Write **bold**.")
	case "i", "em":
		w.hint = diag.Textf("Schreiben Sie *kursiv*.", "Write *italic*.")
	case "a":
		w.hint = diag.Textf("Schreiben Sie [Text](https://…).", "Write [text](https://…).")
	case "img":
		w.hint = diag.Textf("Schreiben Sie ![Beschreibung](bild.jpg).", "Write ![Description](picture.jpg).")
	case "h1", "h2", "h3", "h4", "h5", "h6":
		w.hint = diag.Textf("Schreiben Sie ## Überschrift.", "Write ## Heading.")
	case "ul", "ol", "li":
		w.hint = diag.Textf("Schreiben Sie jeden Punkt in eine Zeile, die mit - beginnt.", "Write each item on a line that begins with -.")
	case "!--":
		w.hint = diag.Textf("Löschen Sie die Bemerkung.", "Delete the remark.")
	default:
		w.hint = diag.Textf(`Löschen Sie es. Ist ein gewöhnliches Kleiner-Zeichen gemeint, schreiben Sie \<`, `Delete it. If a plain less-than sign is meant, write \<`)
	}
	return w
}

// tagName is the name of a tag in lower case, and whether the tag ends an element.
func tagName(tag []byte) (name string, closing bool) {
	s := strings.TrimLeft(string(tag), " <")
	s, closing = strings.CutPrefix(s, "/")
	if strings.HasPrefix(s, "!--") {
		return "!--", false
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' })
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(s[:end]), closing
}

// shown is what was written, short enough for a sentence and without signs that nobody sees.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '·'
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}

func mailExample(written string) string {
	_, rest := cutScheme(written)
	if strings.Contains(rest, "@") {
		return shown(rest)
	}
	return "info@example.org"
}

func webExample(written string) string {
	_, rest := cutScheme(written)
	if rest = strings.TrimLeft(rest, "/"); rest != "" {
		return shown(rest)
	}
	return "www.example.org"
}
