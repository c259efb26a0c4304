package site

import "mappe/generator/catalog"

// guidePage is a page of free text: a guide, the imprint, the privacy notice, the accessibility statement.
func guidePage(v *view, e *catalog.Page) *RecordPage {
	p := v.record(e)
	if e.Statement != nil {
		v.statement(p, e.Statement)
	}
	return p
}

// statementMonths is after how many months an accessibility statement is out of date: public bodies look at it every year (Commission
// Implementing Decision (EU) 2018/1523, annex, section 1).
const statementMonths = 12

// statement tells the facts of the accessibility statement, and warns where it was not looked at for over a year.
func (v *view) statement(p *RecordPage, s *catalog.Statement) {
	if !s.Date.IsZero() && s.Date.AddMonths(statementMonths) < v.Today {
		p.Alerts = append(p.Alerts, Alert{Level: "warning", Title: v.own(v.t("statement.outdated", "date", v.shortDay(s.Date)))})
	}
	r := rows{v: v}
	if !s.Date.IsZero() {
		r.add("statement_date", v.note(v.shortDay(s.Date)))
	}
	r.add("statement_method", v.said(v.method(s.Method)))
	r.addAll("statement_exceptions", v.values("text", v.listOf(s.Exceptions)))
	if contact := v.Catalogue.Settings.Legal.BarrierReport.To; contact != nil {
		r.addAll("statement_contact", v.contactValues(contact))
	}
	if s.EnforcementURL != "" {
		r.add("statement_enforcement", web(s.EnforcementURL))
	}
	p.Facts = r.facts
}

// method tells how accessibility was assessed; words of an editor's own stay as they are.
func (v *view) method(written string) Words {
	switch written {
	case "self", "external":
		return v.own(v.t("statement.method_" + written)) // statement.method_self, statement.method_external
	}
	return v.foreign(written)
}
