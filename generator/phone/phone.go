// Package phone turns telephone numbers as people write them into numbers a telephone can dial.
package phone

import "strings"

// maxDigits is the greatest length of an international number without its plus sign (ITU-T E.164).
const maxDigits = 15

// Dial returns the number to dial: +49… for a number of the site's own country (prefix, such as +49), the international number
// where one is written, and short numbers such as 110 or 116117 as they are. It reports false for what is no telephone number.
func Dial(written, prefix string) (string, bool) {
	digits, international, ok := digitsOf(written)
	switch {
	case !ok || digits == "":
		return "", false
	case international:
		number := "+" + digits
		return number, len(digits) >= 7 && len(digits) <= maxDigits
	case isShort(digits):
		return digits, true
	case digits[0] != '0':
		return "", false // without an area code nobody from elsewhere can call
	}
	number := prefix + digits[1:]
	return number, len(digits) >= 6 && len(number)-1 <= maxDigits
}

// isShort reports whether a number is dialled as it is: emergency and harmonised social numbers, directory enquiries and the
// authorities' 115. Source: Bundesnetzagentur, "Nummernraum für die öffentliche Telefonie", November 2026: 110, 112, 115, 116xxx, 118xx.
func isShort(digits string) bool {
	return digits == "110" || digits == "112" || digits == "115" || strings.HasPrefix(digits, "116") && len(digits) == 6 || strings.HasPrefix(digits, "118") && len(digits) == 5
}

// digitsOf takes the digits out of a number with its usual marks. A zero in brackets after a country code, +49 (0) 541, is not
// dialled.
func digitsOf(written string) (digits string, international, ok bool) {
	s := strings.TrimSpace(written)
	if rest, found := strings.CutPrefix(s, "+"); found {
		s, international = strings.Replace(rest, "(0)", "", 1), true
	} else if rest, found := strings.CutPrefix(s, "00"); found {
		s, international = strings.Replace(rest, "(0)", "", 1), true
	}
	out := make([]byte, 0, 32) // longer than numbers are
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			out = append(out, byte(r))
		case strings.ContainsRune(" -–/().\u00a0\u202f", r):
		default:
			return "", false, false
		}
	}
	return string(out), international, true
}
