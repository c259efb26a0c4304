package catalog

import (
	"strconv"

	"mappe/generator/content"
	"mappe/generator/date"
	"mappe/generator/diag"
)

// holidays reads timetables/holidays.yaml.
func (l *loader) holidays(c *Catalogue) error {
	if l.tree.Holidays != "" {
		doc, findings, err := content.Read(l.tree.FS, l.tree.Holidays)
		if err != nil {
			return err
		}
		l.findings = append(l.findings, named("holidays.yaml", findings)...)
		if doc.Keys != nil {
			d := l.decoder(newRoom(len(l.languages)), "holidays.yaml", l.tree.Holidays, l.defaultLang)
			d.group(doc.Keys, l.plans.holidays, valueFor(&c.Holidays))
			d.holidaySpans(&c.Holidays)
			l.findings = append(l.findings, causes(d.findings, findings)...)
		}
	}
	var public []date.Date
	for _, r := range c.Holidays.Public {
		for d := r.From; d <= r.To; d++ {
			public = append(public, d)
		}
	}
	var school []date.Range
	for _, h := range c.Holidays.School {
		if h.From <= h.To {
			school = append(school, date.Range{From: h.From, To: h.To})
		}
	}
	c.Calendar = date.NewCalendar(public, school)
	return nil
}

// holidaySpans reports holidays that end before they begin.
func (d *decoder) holidaySpans(holidays *HolidayFile) {
	d.file.sortFields()
	for i, h := range holidays.School {
		if !h.From.IsZero() && !h.To.IsZero() && h.To < h.From {
			d.find(position(d.file.At("school."+strconv.Itoa(i)+".to")), diag.Error, "end-before-start",
				diag.Textf("Das Ende der Ferien (to: %s) liegt vor ihrem Beginn (from: %s).", "The end of the holidays (to: %s) lies before their start (from: %s).", h.To.String(), h.From.String()),
				diag.Textf("Prüfen Sie beide, auch die Jahreszahlen.", "Check both, the years too."))
		}
	}
}
