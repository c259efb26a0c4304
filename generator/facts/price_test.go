package facts

import (
	"strings"
	"testing"

	"mappe/generator/catalog"
)

// pricesOf reads prices from words such as "50 10+ 0 words": a plus marks an extra, words are a price without an amount.
func pricesOf(words string) []catalog.Price {
	var prices []catalog.Price
	for _, word := range strings.Fields(words) {
		var p catalog.Price
		word, p.Extra = strings.CutSuffix(word, "+")
		if word == "words" {
			p.Note = catalog.NewText(0, "Ask.")
		} else {
			var euros catalog.Amount
			for _, digit := range word {
				euros = euros*10 + catalog.Amount(digit-'0')
			}
			p.Amount = pointerTo(euros * 100)
		}
		prices = append(prices, p)
	}
	return prices
}

func TestPriceOf(t *testing.T) {
	someone := &catalog.FreeFor{Circles: []*catalog.Term{{ID: "sgb-2"}}}
	inWords := &catalog.FreeFor{Note: catalog.NewText(0, "For members.")}
	for _, row := range []struct {
		name            string
		offer           catalog.Offer
		want            PriceState
		amounts, extras int
	}{
		{"nothing said is unknown", catalog.Offer{}, PriceUnknown, 0, 0},
		{"free is free", catalog.Offer{Free: true}, PriceFree, 0, 0},
		{"an amount of 0 is free", catalog.Offer{Prices: pricesOf("0")}, PriceFree, 1, 0},
		{"amounts are amounts", catalog.Offer{Prices: pricesOf("50 30")}, PriceAmounts, 2, 0},
		{"extras stand apart", catalog.Offer{Prices: pricesOf("50 5+ 30")}, PriceAmounts, 2, 1},
		{"an extra alone does not tell the price", catalog.Offer{Prices: pricesOf("5+")}, PriceUnknown, 0, 1},
		{"free with an extra is free, and the extra told", catalog.Offer{Free: true, Prices: pricesOf("5+")}, PriceFree, 0, 1},
		{"an extra of 0 does not make it free", catalog.Offer{Prices: pricesOf("0+")}, PriceUnknown, 0, 1},
		{"0 beside an amount is free for some", catalog.Offer{Prices: pricesOf("0 50")}, PriceFreeForSome, 2, 0},
		{"0 beside words is free for some", catalog.Offer{Prices: pricesOf("0 words")}, PriceFreeForSome, 2, 0},
		{"words alone are unknown", catalog.Offer{Prices: pricesOf("words")}, PriceUnknown, 1, 0},
		{"a price beside free is told", catalog.Offer{Free: true, Prices: pricesOf("50")}, PriceAmounts, 1, 0},
		{"free_for makes it free for some", catalog.Offer{Prices: pricesOf("50"), FreeFor: someone}, PriceFreeForSome, 1, 0},
		{"free_for without a price leaves the others' price unknown", catalog.Offer{FreeFor: someone}, PriceFreeForSome, 0, 0},
		{"free_for in words is free for some", catalog.Offer{FreeFor: inWords}, PriceFreeForSome, 0, 0},
		{"an empty free_for says nothing", catalog.Offer{FreeFor: &catalog.FreeFor{}}, PriceUnknown, 0, 0},
		{"free for all is free for some too", catalog.Offer{Free: true, FreeFor: someone}, PriceFree, 0, 0},
	} {
		got := PriceOf(&row.offer)
		if got.State != row.want || len(got.Amounts) != row.amounts || len(got.Extras) != row.extras {
			t.Errorf("%s: %s with %d amounts and %d extras, want %s, %d, %d", row.name, got.State, len(got.Amounts), len(got.Extras), row.want, row.amounts, row.extras)
		}
	}
}

func TestIsFreeFor(t *testing.T) {
	statuses, circles := vocabularyOf("statuses", "duldung duldung-training:duldung visa"), vocabularyOf("circles", "sgb-2 sgb-3")
	note := catalog.NewText(0, "And members.")
	for _, row := range []struct {
		name, statuses, circles string
		note                    catalog.Text
		status, circle          string
		want                    catalog.Answer
	}{
		{"a circle in the list is free", "", "sgb-2", catalog.Text{}, "", "sgb-2", catalog.Yes},
		{"a match in either list is enough", "duldung", "sgb-2", catalog.Text{}, "visa", "sgb-2", catalog.Yes},
		{"a status below one in the list is free", "duldung", "", catalog.Text{}, "duldung-training", "", catalog.Yes},
		{"a status above one in the list may be", "duldung-training", "", catalog.Text{}, "duldung", "", catalog.Unknown},
		{"no match in both is not free", "duldung", "sgb-2", catalog.Text{}, "visa", "sgb-3", catalog.No},
		{"no match in one while the other is not said may be", "duldung", "sgb-2", catalog.Text{}, "visa", "", catalog.Unknown},
		{"a list left out cannot match", "duldung", "", catalog.Text{}, "visa", "sgb-2", catalog.No},
		{"words may mean anybody", "duldung", "", note, "visa", "sgb-2", catalog.Unknown},
		{"words alone may mean anybody", "", "", note, "visa", "sgb-2", catalog.Unknown},
		{"a reader who says nothing may be", "duldung", "", catalog.Text{}, "", "", catalog.Unknown},
	} {
		offer := catalog.Offer{Prices: pricesOf("50"), FreeFor: &catalog.FreeFor{Statuses: termsIn(statuses, row.statuses), Circles: termsIn(circles, row.circles), Note: row.note}}
		if got := PriceOf(&offer).IsFreeFor(termIn(statuses, row.status), termIn(circles, row.circle)); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
	for _, row := range []struct {
		name  string
		offer catalog.Offer
		want  catalog.Answer
	}{
		{"free for all is free", catalog.Offer{Free: true}, catalog.Yes},
		{"a price for all is not", catalog.Offer{Prices: pricesOf("50")}, catalog.No},
		{"nothing said may be", catalog.Offer{}, catalog.Unknown},
		{"0 for somebody may be for this one", catalog.Offer{Prices: pricesOf("0 50")}, catalog.Unknown},
	} {
		if got := PriceOf(&row.offer).IsFreeFor(nil, nil); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func TestSessionOfferHasTheSessionsOwn(t *testing.T) {
	course := &catalog.Course{Offer: catalog.Offer{Free: true, Admission: &catalog.Admission{Open: true}, Topics: []*catalog.Term{{ID: "work"}}}}
	session := &catalog.Session{Prices: pricesOf("50"), Admission: &catalog.Admission{Proof: []*catalog.Term{{ID: "letter"}}}, Contacts: []catalog.Ref[catalog.Contact]{{ID: "office"}}}
	offer := SessionOffer(course, session)
	if PriceOf(offer).State != PriceAmounts || AdmissionOf(offer, dayOf("2027-03-01")).Kind != AdmissionLimited || len(offer.Contacts) != 1 || len(offer.Topics) != 1 {
		t.Errorf("the session's offer is %+v", offer)
	}
	if len(course.Prices) != 0 || len(course.Contacts) != 0 {
		t.Error("the course changed")
	}
}
