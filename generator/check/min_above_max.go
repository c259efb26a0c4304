package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeMinAboveMax = "min-above-max"

// minAboveMax finds ages and durations whose least is more than their most. An error: the page would tell what cannot be.
func minAboveMax(r *report, e catalog.Entry) {
	limits := func(path string, least, most *int, de, en string) {
		if least != nil && most != nil && *least > *most {
			r.at(e, path+".min", problem{diag.Error, codeMinAboveMax, diag.Textf(de, en, *least, *most),
				diag.Textf("Vertauschen Sie min und max.", "Swap min and max.")})
		}
	}
	if offer := e.Base().AsOffer(); offer != nil && offer.Age != nil {
		limits("age", offer.Age.Min, offer.Age.Max, "Das Mindestalter (%d) liegt über dem Höchstalter (%d).", "The least age (%d) is above the greatest (%d).")
	}
	if i, ok := e.(*catalog.Internship); ok && i.Duration != nil {
		limits("duration", i.Duration.Min, i.Duration.Max, "Die kürzeste Dauer (%d) ist länger als die längste (%d).", "The shortest duration (%d) is longer than the longest (%d).")
	}
}
