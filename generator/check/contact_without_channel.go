package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeContactWithoutChannel = "contact-without-channel"

// contactWithoutChannel finds contacts that cannot be reached: "at least one of phone, mobile, email, url, messenger, venue".
// An error, as any other field that is due and missing.
func contactWithoutChannel(r *report, e catalog.Entry) {
	c, ok := e.(*catalog.Contact)
	if !ok || c.Phone != "" || c.Mobile != "" || c.Email != "" || c.URL != "" || c.Messenger != "" || c.Venue != nil {
		return
	}
	for _, channel := range []string{"phone", "mobile", "email", "url", "messenger", "venue"} {
		if e.Base().File(r.Default).Unsure(channel) {
			return
		}
	}
	r.at(e, "", problem{diag.Error, codeContactWithoutChannel,
		diag.Textf("Diese Ansprechstelle ist auf keinem Weg zu erreichen.", "There is no way to reach this contact."),
		diag.Textf("Ergänzen Sie mindestens eines: phone, mobile, email, url, messenger, venue.", "Add at least one: phone, mobile, email, url, messenger, venue.")})
}
