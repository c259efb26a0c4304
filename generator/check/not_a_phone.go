package check

import (
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeNotAPhone = "not-a-phone"

// notAPhone finds telephone numbers that nobody can dial. An error, since the page offers to call them.
func notAPhone(r *report, e catalog.Entry) {
	for _, number := range phonesOf(e) {
		if isPhone(number.value, r.Settings.DialPrefix) {
			continue
		}
		r.at(e, number.path, problem{diag.Error, codeNotAPhone,
			diag.Textf("„%s“ ist keine Telefonnummer, die man wählen kann.", "“%s” is no telephone number that can be dialled.", number.value),
			diag.Textf("Schreiben Sie eine Nummer mit Vorwahl und nichts dazu, zum Beispiel \"0541 501-0\" oder \"+49 541 501-0\".", "Write one number with its area code and nothing else, such as \"0541 501-0\" or \"+49 541 501-0\".")})
	}
}

// isPhone judges a number as written: digits, with blanks, hyphens, slashes, dots and brackets between them. It is international
// (+49, 0049), national with its leading 0, or one of the short numbers (110, 112, 115, 116 117, 118 xx, 19 222). At most 15
// digits with the country's (ITU-T E.164). Behind the site's own country code the leading 0 is left out, or stands in brackets.
func isPhone(written, dialPrefix string) bool {
	plain := without(written, " \u00a0\u202f-–\u2011/.")
	if strings.HasPrefix(plain, "+") || strings.HasPrefix(plain, "(+") || strings.HasPrefix(plain, "00") {
		plain = strings.Replace(plain, "(0)", "", 1)
	}
	plain = without(plain, "()")
	if dialPrefix != "" && (strings.HasPrefix(plain, dialPrefix+"0") || strings.HasPrefix(plain, "00"+strings.TrimPrefix(dialPrefix, "+")+"0")) {
		return false
	}
	digits := strings.TrimPrefix(plain, "+")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	switch {
	case plain != digits:
		return len(digits) >= 7 && len(digits) <= 15 && digits[0] != '0'
	case strings.HasPrefix(digits, "00"):
		return len(digits) >= 9 && len(digits) <= 17 && digits[2] != '0'
	case digits[0] == '0':
		return len(digits) >= 6 && len(digits) <= 14
	}
	return isShortNumber(digits)
}

// without drops certain signs.
func without(text, signs string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(signs, r) {
			return -1
		}
		return r
	}, text)
}

func isShortNumber(digits string) bool {
	switch len(digits) {
	case 3:
		return strings.HasPrefix(digits, "11")
	case 5:
		return strings.HasPrefix(digits, "118") || digits == "19222"
	case 6:
		return strings.HasPrefix(digits, "116")
	}
	return false
}
