package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const (
	codePersonWithoutConsent = "person-without-consent"
	codeConsentExpired       = "consent-expired"
)

// personWithoutConsent finds names of people who have not agreed, or no longer agree, to be named: "`person` only beside
// `consent {date, until}`". Warnings, since "without consent, or after `until`, the name is left out of every page".
func personWithoutConsent(r *report, e catalog.Entry) {
	c, ok := e.(*catalog.Contact)
	switch {
	case !ok || c.Person == "":
	case c.Consent == nil || c.Consent.Date.IsZero():
		r.at(e, "person", problem{diag.Warning, codePersonWithoutConsent,
			diag.Textf("Der Name einer Person steht hier ohne ihre Einwilligung; er erscheint nirgends.", "The name of a person stands here without consent; it appears nowhere."),
			diag.Textf("Ergänzen Sie, wann die Person eingewilligt hat: consent: {date: %[1]s}, oder entfernen Sie den Namen.", "Add when the person agreed: consent: {date: %[1]s}, or remove the name.", r.today)})
	case !c.Consent.Until.IsZero() && c.Consent.Until < r.today:
		r.at(e, "consent.until", problem{diag.Warning, codeConsentExpired,
			diag.Textf("Die Einwilligung, den Namen der Person zu nennen, galt bis %s; der Name erscheint nirgends mehr.", "The consent to name the person held until %s; the name appears nowhere any more.", c.Consent.Until),
			diag.Textf("Fragen Sie die Person, und tragen Sie die neue Einwilligung ein, oder entfernen Sie den Namen.", "Ask the person and write down the new consent, or remove the name.")})
	}
}
