package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeLinkOutWithoutAddress = "link-out-without-address"

// linkOutWithoutAddress finds offers that lists are to lead past, to nowhere: "`link_out: true` (lists lead straight to
// `booking.url`)". A warning, since lists then lead to the offer's page.
func linkOutWithoutAddress(r *report, e catalog.Entry) {
	offer := e.Base().AsOffer()
	if offer == nil || !offer.LinkOut || offer.Booking != nil && offer.Booking.URL != "" {
		return
	}
	r.at(e, "link_out", problem{diag.Warning, codeLinkOutWithoutAddress,
		diag.Textf("Listen sollen direkt zum Anbieter führen (link_out), aber die Adresse fehlt.", "Lists are to lead straight to the provider (link_out), but the address is missing."),
		diag.Textf("Ergänzen Sie: booking: {url: https://…}, oder entfernen Sie link_out.", "Add: booking: {url: https://…}, or remove link_out.")})
}
