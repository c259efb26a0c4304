package yamldoc

import (
	"fmt"
	"strings"

	"mappe/generator/diag"
)

// The rules a file of fields can break before anybody asks what its fields mean.
const (
	codeBackslash       = "backslash"
	codeByteOrderMark   = "byte-order-mark"
	codeControl         = "control-character"
	codeEmpty           = "no-fields"
	codeFrontMark       = "fields-mark"
	codeFrontOpen       = "fields-not-closed"
	codeHidden          = "hidden-character"
	codeIndent          = "indentation"
	codeKeyNotText      = "field-name"
	codeKeyTwice        = "field-twice"
	codeCommaInNumber   = "comma-in-number"
	codeConflict        = "two-versions"
	codeListLine        = "list-on-own-lines"
	codeListSpace       = "list-without-space"
	codeLost            = "text-lost"
	codeMerge           = "merge-sign"
	codeMissingColon    = "missing-colon"
	codeNesting         = "nested-too-deep"
	codeNoList          = "no-list"
	codeNotUTF8         = "not-utf8"
	codeOpenBracket     = "open-bracket"
	codeOpenQuote       = "open-quote"
	codeSecondPart      = "second-part"
	codeSign            = "leading-sign"
	codeStray           = "line-without-field"
	codeCommaInBrackets = "comma-in-brackets"
	codeSpaceAfterColon = "space-after-colon"
	codeTab             = "tab"
	codeTextAfterQuote  = "text-after-quote"
	codeTooBig          = "too-big"
	codeTypographic     = "typographic-quote"
	codeUnquotedColon   = "unquoted-colon"
	codeUnreadable      = "unreadable"
)

// words are what a finding says and what it advises.
type words struct {
	message, hint diag.Text
}

// write is the commonest advice: what to write instead.
func write(text string) diag.Text {
	return diag.Textf("Schreiben Sie: %s", "Write: %s", shown(text))
}

func wordsBackslash(cured string) words {
	return words{
		diag.Textf(`Ein Rückstrich (\) hat zwischen doppelten Anführungszeichen eine eigene Bedeutung, und diese gibt es nicht.`,
			`A backslash (\) has a meaning of its own between double quotes, and there is none for this one.`),
		write(cured),
	}
}

func wordsByteOrderMark() words {
	return words{
		diag.Textf("Am Anfang der Datei steht ein unsichtbares Zeichen (BOM). Es stört nicht.",
			"The file begins with an invisible character (BOM). It does no harm."),
		diag.Textf("mappe fmt nimmt es weg.", "mappe fmt takes it away."),
	}
}

func wordsControl(c rune) words {
	code := fmt.Sprintf("U+%04X", c)
	return words{
		diag.Textf("Hier steht ein unsichtbares Steuerzeichen (%s), das in keinem Text stehen darf.", "Here is an invisible control character (%s) that no text may hold.", code),
		diag.Textf("Löschen Sie die Stelle und tippen Sie sie neu.", "Delete this place and type it again."),
	}
}

func wordsEmpty() words {
	return words{
		diag.Textf("Hier stehen keine Felder.", "There are no fields here."),
		diag.Textf("Schreiben Sie mindestens: title: Ein Titel", "Write at least: title: A title"),
	}
}

func wordsNoList() words {
	return words{
		diag.Textf("Diese Datei muss eine Liste sein.", "This file must be a list."),
		diag.Textf("Beginnen Sie jede Angabe mit einem Bindestrich, zum Beispiel: - id: deutsch", "Begin each entry with a hyphen, for example: - id: german"),
	}
}

func wordsFrontOpen() words {
	return words{
		diag.Textf("Die Felder am Anfang der Datei sind nicht abgeschlossen: unter ihnen fehlt eine Zeile mit ---.",
			"The fields at the start of the file are not closed: a line with --- is missing below them."),
		diag.Textf("Setzen Sie hier, zwischen die Felder und den Text, eine Zeile mit ---.", "Put a line with --- here, between the fields and the text."),
	}
}

func wordsFrontStart() words {
	return words{
		diag.Textf("Über den Feldern fehlt eine Zeile mit ---.", "A line with --- is missing above the fields."),
		diag.Textf("Setzen Sie an den Anfang der Datei eine Zeile mit ---.", "Put a line with --- at the start of the file."),
	}
}

func wordsFrontBetween() words {
	return words{
		diag.Textf("Diese Zeile --- schließt die Felder ab, aber darunter stehen noch welche; sie würden als Text gezeigt.",
			"This line --- closes the fields, but more of them stand below; they would be shown as text."),
		diag.Textf("Löschen Sie diese Zeile.", "Delete this line."),
	}
}

func wordsFrontMark(written string) words {
	return words{
		diag.Textf("Die Zeile über und unter den Feldern besteht aus drei einfachen Bindestrichen, nicht aus %s.",
			"The line above and below the fields is three plain hyphens, not %s.", shown(written)),
		diag.Textf("Schreiben Sie: ---", "Write: ---"),
	}
}

func wordsForeignByte(likely rune, count int) words {
	w := words{hint: diag.Textf("Speichern Sie die Datei mit der Kodierung UTF-8.", "Save the file with the encoding UTF-8.")}
	if count == 1 {
		w.message = diag.Textf("Ein Zeichen ist nicht lesbar, vermutlich %s: die Datei ist nicht als UTF-8 gespeichert.",
			"One character cannot be read, probably %s: the file is not saved as UTF-8.", string(likely))
	} else {
		w.message = diag.Textf("%[2]d Zeichen sind nicht lesbar, das erste ist vermutlich %[1]s: die Datei ist nicht als UTF-8 gespeichert.",
			"%[2]d characters cannot be read, the first is probably %[1]s: the file is not saved as UTF-8.", string(likely), count)
	}
	return w
}

func wordsUTF16() words {
	return words{
		diag.Textf("Die Datei ist als UTF-16 („Unicode“) gespeichert und so nicht lesbar.", "The file is saved as UTF-16 (“Unicode”) and cannot be read."),
		diag.Textf("Speichern Sie die Datei mit der Kodierung UTF-8.", "Save the file with the encoding UTF-8."),
	}
}

func wordsHidden(cured string) words {
	return words{
		diag.Textf("Hier steht ein unsichtbares Zeichen, zum Beispiel ein geschütztes Leerzeichen.", "Here is an invisible character, for example a non-breaking space."),
		diag.Textf("Löschen Sie es; wo ein Abstand sein soll, tippen Sie ein gewöhnliches Leerzeichen: %s",
			"Delete it; where a gap is meant, type a plain blank: %s", shown(cured)),
	}
}

func wordsHiddenBreak() words {
	return words{
		diag.Textf("Hier steht ein unsichtbarer Zeilenumbruch aus einer Textverarbeitung. Er gilt als Leerzeichen.",
			"Here is an invisible line break from a word processor. It counts as a blank."),
		diag.Textf("Löschen Sie ihn und tippen Sie ein Leerzeichen.", "Delete it and type a blank."),
	}
}

func wordsIndent(cured string) words {
	return words{
		diag.Textf("Diese Zeile ist anders eingerückt als ihre Nachbarn.", "This line is not indented like its neighbours."),
		diag.Textf("Felder, die zusammengehören, beginnen in derselben Spalte. Vermutlich gehört die Zeile hierhin: %s",
			"Fields that belong together begin in the same column. Probably the line belongs here: %s", visible(cured)),
	}
}

func wordsGlued() words {
	return words{
		diag.Textf("Der Bindestrich darunter steht weiter rechts; so wird aus beiden Zeilen ein einziger Eintrag.",
			"The hyphen below stands further to the right; so the two lines become one item."),
		diag.Textf("Rücken Sie alle Bindestriche der Liste gleich weit ein.", "Indent all hyphens of the list alike."),
	}
}

func wordsKeyNotText(name string) words {
	w := words{message: diag.Textf("Vor dem Doppelpunkt muss der Name eines Feldes stehen.", "Before the colon there must be the name of a field.")}
	if name == "" {
		w.hint = diag.Textf("Schreiben Sie zum Beispiel: title: Ein Titel", "Write, for example: title: A title")
	} else {
		w.hint = write(Quote(name) + ":")
	}
	return w
}

func wordsKeyTwice(name string, line int) words {
	return words{
		diag.Textf("Das Feld %s steht schon in Zeile %d.", "The field %s is on line %d already.", shown(name), line),
		diag.Textf("Löschen Sie eines von beiden oder fassen Sie sie zusammen.", "Delete one of them, or make them one."),
	}
}

func wordsListLine(name, item string) words {
	return words{
		diag.Textf("Eine Liste beginnt nicht in der Zeile ihres Feldes.", "A list does not begin on the line of its field."),
		diag.Textf("Schreiben Sie %[1]s und in die nächste Zeile: %[2]s; ist ein Text gemeint, setzen Sie ihn in Anführungszeichen.",
			"Write %[1]s and on the next line: %[2]s; if a text is meant, put it in quotes.", shown(name), shown("  "+item)),
	}
}

func wordsListSpace(cured string) words {
	return words{
		diag.Textf("Nach dem Bindestrich eines Listenpunkts fehlt das Leerzeichen.", "The blank behind the hyphen of a list item is missing."),
		write(cured),
	}
}

func wordsLost(cured string, later bool) words {
	w := words{
		message: diag.Textf("Der Text ab # geht verloren: hinter einem Leerzeichen beginnt # eine Bemerkung.",
			"The text from # on is lost: behind a blank, # begins a remark."),
		hint: diag.Textf("Setzen Sie den Text in Anführungszeichen: %s (Ist es eine Bemerkung, folgt auf # ein Leerzeichen.)",
			"Put the text in quotes: %s (If it is a remark, put a blank behind #.)", shown(cured)),
	}
	if later {
		w.hint = diag.Textf("Setzen Sie den ganzen Text, von der ersten Zeile an, in Anführungszeichen.", "Put the whole text, from its first line on, in quotes.")
	}
	return w
}

func wordsMerge() words {
	return words{
		diag.Textf("Das Feld << gibt es nicht.", "There is no field <<."),
		diag.Textf("Schreiben Sie die Felder aus.", "Write the fields out."),
	}
}

func wordsMissingColon(cured string) words {
	return words{
		diag.Textf("In dieser Zeile fehlt der Doppelpunkt nach dem Namen des Feldes.", "On this line the colon behind the name of the field is missing."),
		diag.Textf("Schreiben Sie: %s. Gehört die Zeile zum Text darüber, rücken Sie sie um zwei Leerzeichen ein.",
			"Write: %s. If the line belongs to the text above, indent it by two blanks.", shown(cured)),
	}
}

func wordsNesting() words {
	return words{
		diag.Textf("Zu viele Gruppen und Listen stehen ineinander (erlaubt sind %d).", "Too many groups and lists stand inside each other (%d are allowed).", maxDepth),
		diag.Textf("Prüfen Sie die Einrückung und die Klammern.", "Check the indentation and the brackets."),
	}
}

func wordsOpenBracket(bracket, cured string) words {
	return words{
		diag.Textf("Die Klammer %s wird nicht richtig geschlossen.", "The bracket %s is not closed properly.", bracket),
		write(cured),
	}
}

func wordsOpenQuote(cured string) words {
	return words{
		diag.Textf("Das Anführungszeichen wird nicht geschlossen.", "The quote is not closed."),
		write(cured),
	}
}

func wordsSecondPart() words {
	return words{
		diag.Textf("Hier beginnt ein zweiter Teil; was ab hier steht, würde nicht gelesen.", "Here a second part begins; what stands from here on would not be read."),
		diag.Textf("Löschen Sie diese Zeile, oder legen Sie für den Rest eine eigene Datei an.", "Delete this line, or make a file of its own for the rest."),
	}
}

func wordsSign(text, cured string) words {
	sign := string([]rune(text + " ")[:1])
	return words{
		diag.Textf("Ein Text, der mit %s beginnt, geht ohne Anführungszeichen verloren.", "A text that begins with %s is lost without quotes.", sign),
		write(cured),
	}
}

func wordsSpaceAfterColon(cured string) words {
	return words{
		diag.Textf("Nach dem Doppelpunkt fehlt das Leerzeichen.", "The blank behind the colon is missing."),
		write(cured),
	}
}

func wordsCommaInBrackets(cured string) words {
	return words{
		diag.Textf("In Klammern trennt ein Komma zwei Angaben; ein Text mit Komma braucht dort Anführungszeichen.",
			"In brackets a comma parts two entries; a text with a comma needs quotes there."),
		write(cured),
	}
}

func wordsCommaInNumber(number, cured string) words {
	return words{
		diag.Textf("In der Zahl %s steht ein Komma.", "The number %s has a comma in it.", number),
		write(cured),
	}
}

func wordsConflict() words {
	return words{
		diag.Textf("Hier stehen zwei Fassungen untereinander: zwei Leute haben dieselbe Stelle geändert, und Git konnte nicht entscheiden.",
			"Two versions stand here one below the other: two people changed the same place, and Git could not decide."),
		diag.Textf("Behalten Sie, was gelten soll, und löschen Sie das andere samt den Zeilen <<<<<<<, ======= und >>>>>>>.",
			"Keep what shall hold, and delete the other together with the lines <<<<<<<, ======= and >>>>>>>."),
	}
}

func wordsStray() words {
	return words{
		diag.Textf("Diese Zeile gehört zu keinem Feld.", "This line belongs to no field."),
		diag.Textf("Gehört sie zum Text darüber, rücken Sie sie um zwei Leerzeichen ein.", "If it belongs to the text above, indent it by two blanks."),
	}
}

func wordsTab(cured string) words {
	return words{
		diag.Textf("Die Zeile ist mit einem Tabulator eingerückt. Eingerückt wird nur mit Leerzeichen.", "The line is indented with a tab. Only blanks can indent."),
		diag.Textf("Löschen Sie den Tabulator und tippen Sie Leerzeichen: %s", "Delete the tab and type blanks: %s", visible(cured)),
	}
}

func wordsTextAfterQuote(cured string) words {
	return words{
		diag.Textf("Nach dem schließenden Anführungszeichen geht der Text weiter.", "The text goes on behind the closing quote."),
		diag.Textf("Setzen Sie den ganzen Text in Anführungszeichen: %s", "Put the whole text in quotes: %s", shown(cured)),
	}
}

func wordsTooBig(size int) words {
	return words{
		diag.Textf("Die Datei ist zu groß: %d Kilobyte, erlaubt sind %d.", "The file is too big: %d kilobytes, %d are allowed.", (size+1023)>>10, MaxSize>>10),
		diag.Textf("Teilen Sie sie in mehrere Einträge.", "Make several records of it."),
	}
}

func wordsTypographic(cured string) words {
	return words{
		diag.Textf("Typografische Anführungszeichen („ “ ” « ») begrenzen hier keinen Text.", "Typographic quotes („ “ ” « ») do not mark a text here."),
		diag.Textf("Nehmen Sie gerade: %s", "Use straight ones: %s", shown(cured)),
	}
}

func wordsUnquotedColon(cured string) words {
	return words{
		diag.Textf("Ein Text mit Doppelpunkt und Leerzeichen darin braucht Anführungszeichen.", "A text with a colon and a blank in it needs quotes."),
		write(cured),
	}
}

func wordsColonInLongText() words {
	return words{
		diag.Textf("Dieser Text geht über mehrere Zeilen und enthält einen Doppelpunkt; so wird er falsch verstanden.",
			"This text goes over several lines and holds a colon; like this it is misread."),
		diag.Textf("Setzen Sie den ganzen Text in Anführungszeichen.", "Put the whole text in quotes."),
	}
}

func wordsUnreadable() words {
	return words{
		diag.Textf("Ab hier ist die Datei nicht lesbar.", "From here on the file cannot be read."),
		diag.Textf("Meist fehlt in dieser Zeile oder der darüber ein Anführungszeichen, eine Klammer oder das Leerzeichen nach einem Doppelpunkt.",
			"Mostly this line or the one above lacks a quote, a bracket or the blank behind a colon."),
	}
}

// shown is a line short enough for a sentence.
func shown(s string) string {
	s = strings.TrimSpace(s)
	if runes := []rune(s); len(runes) > 100 {
		return string(runes[:99]) + "…"
	}
	return s
}

// visible is a line with dots for the blanks that indent it.
func visible(line string) string {
	text := strings.TrimLeft(line, " ")
	return strings.Repeat("·", len(line)-len(text)) + shown(text)
}
