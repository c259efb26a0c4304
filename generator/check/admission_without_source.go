package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const (
	codeAdmissionWithoutSource = "admission-without-source"
	codeAdmissionOutdated      = "admission-outdated"
)

// admissionWithoutSource finds rules on who may attend that name no source or no date, or an old one: "without source_url, or
// with as_of over a year old, it is shown as 'may have changed, ask'". Warnings: the page says so. What is open whatever one's papers is
// the provider's own word and rests on no rule that could change.
func admissionWithoutSource(r *report, e catalog.Entry) {
	offer := e.Base().AsOffer()
	if offer == nil || !inUse(e) {
		return
	}
	r.admission(e, "admission", offer)
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	for i := range course.Sessions {
		if course.Sessions[i].Admission != nil {
			s := facts.Effective(course, &course.Sessions[i])
			r.admission(e, "sessions."+itemName(s.ID, i)+".admission", &catalog.Offer{Admission: s.Admission})
		}
	}
}

func (r *report) admission(e catalog.Entry, path string, offer *catalog.Offer) {
	told := facts.AdmissionOf(offer, r.today)
	if told.Kind != facts.AdmissionLimited || !told.MayHaveChanged {
		return
	}
	missing := ""
	switch a := told.Said; {
	case a.SourceURL == "" && a.AsOf.IsZero():
		missing = "source_url, as_of"
	case a.SourceURL == "":
		missing = "source_url"
	case a.AsOf.IsZero():
		missing = "as_of"
	default:
		r.at(e, path+".as_of", problem{diag.Warning, codeAdmissionOutdated,
			diag.Textf("Wer kommen darf, ist hier auf dem Stand vom %s, also über ein Jahr alt; Leser sehen „kann sich geändert haben, bitte fragen“.", "Who may come is as of %s here, over a year ago; readers see “may have changed, please ask”.", a.AsOf),
			diag.Textf("Vergleichen Sie mit der Quelle, und schreiben Sie dann: as_of: %s", "Compare with the source, and then write: as_of: %s", r.today)})
		return
	}
	r.at(e, path, problem{diag.Warning, codeAdmissionWithoutSource,
		diag.Textf("Wer kommen darf, steht hier ohne Quelle oder Stand (%s); Leser sehen „kann sich geändert haben, bitte fragen“.", "Who may come stands here without source or date (%s); readers see “may have changed, please ask”.", missing),
		diag.Textf("Ergänzen Sie, wo die Regel steht und wann Sie nachgesehen haben: source_url: https://…, as_of: %s", "Add where the rule is written and when you looked it up: source_url: https://…, as_of: %s", r.today)})
}
