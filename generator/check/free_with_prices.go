package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeFreeWithPrices = "free-with-prices"

// freeWithPrices finds offers that are free of charge and have a price ("prices or `free: true`"). An error: one is wrong. A price
// that comes on top, as for an examination, may stand beside.
func freeWithPrices(r *report, e catalog.Entry) {
	offer := e.Base().AsOffer()
	if offer == nil || !offer.Free {
		return
	}
	for _, price := range offer.Prices {
		if !price.Extra && price.Amount != nil && *price.Amount > 0 {
			r.at(e, "free", problem{diag.Error, codeFreeWithPrices,
				diag.Textf("Das Angebot ist kostenlos (free) und hat zugleich einen Preis (prices).", "The offer is free of charge (free) and has a price (prices) at the same time."),
				diag.Textf("Entfernen Sie eines von beiden. Kommt der Preis hinzu, etwa für eine Prüfung, schreiben Sie zum Preis: extra: true", "Remove one of the two. If the price comes on top, as for an examination, write beside the price: extra: true")})
			return
		}
	}
}
