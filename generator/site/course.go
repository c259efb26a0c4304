package site

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// coursePage answers in the order people ask: what, when, where, how much, who may come, how to register, whom to ask, what comes
// next. The call button comes first.
func coursePage(v *view, c *catalog.Course) *RecordPage {
	p := v.record(c)
	next, shown := v.courseShown(c)
	v.callFirst(p, &c.Offer, shown.Booking)
	p.Facts = v.courseFacts(c)
	v.brief(p, c)
	v.reached(p, c)
	v.courseSessions(p, c)
	v.nextSteps(p, c, next)
	v.related(p, &c.Offer)
	return p
}

// courseShown is the session a course's facts are about, nil where there is none, and what holds then.
func (v *view) courseShown(c *catalog.Course) (next, shown *catalog.Session) {
	next = v.sessionsOf(c).next
	return next, &v.session(c, next).Session
}

func (v *view) courseFacts(c *catalog.Course) []Fact {
	next, shown := v.courseShown(c)
	r := rows{v: v}
	v.courseWhat(&r, c)
	v.courseWhen(&r, next, shown)
	v.whereRow(&r, c, shown.Venue, shown.Room)
	r.addAll("price", v.money(&c.Offer))
	v.who(&r, &c.Offer, shown.Admission)
	v.closingRows(&r, &c.Offer, shown.Booking, shown.Childcare)
	return r.facts
}

func (v *view) courseWhat(r *rows, c *catalog.Course) {
	known := v.sessionsOf(c)
	r.add("level", v.note(v.levels(c.Level)))
	if c.Subject != nil {
		r.add("subject", v.said(v.term(c.Subject)))
	}
	if len(c.InstructionLanguages) > 0 {
		r.add("taught_in", v.note(v.languageNames(c.InstructionLanguages)))
	}
	r.addAll("certificate", v.values("text", v.terms(c.Certificates)))
	r.addAll("requires", v.courseLinks(c.Requires))
	workload := v.workload(c.Workload)
	if known.pace != "" {
		workload = append(workload, v.note(v.t("pace."+known.pace))) // pace.full_time, pace.part_time
	}
	r.addAll("workload", workload)
	if known.besideWork != "" {
		// beside_work.declared, .self_paced, .part_time, .evening, .weekend
		r.add("beside_work", v.note(v.t("beside_work."+known.besideWork)))
	}
}

func (v *view) courseLinks(refs []catalog.Ref[catalog.Course]) []Value {
	list := v.room.values.about(4)
	for _, ref := range refs {
		if ref.To != nil {
			list = append(list, linkValue(v.link(ref.To)))
		}
	}
	return list
}

func (v *view) workload(w *catalog.Workload) []Value {
	if w == nil {
		return nil
	}
	list := v.room.values.about(4)
	if w.Units != nil {
		list = append(list, v.note(v.t("course.units", "n", int(*w.Units+0.5))))
	}
	if w.PerWeek != nil {
		list = append(list, v.note(v.t("course.units_per_week", "n", int(*w.PerWeek+0.5))))
	}
	return list
}

// courseWhen tells the next start at once; all sessions stand below. s is the next session with all it takes from its course.
func (v *view) courseWhen(r *rows, next, s *catalog.Session) {
	if next == nil {
		r.add("next_start", v.note(v.t("session.no_date")))
		return
	}
	if v.isRunning(s) {
		r.add("running", Value{Kind: "text", Words: v.own(v.sessionStart(s)), Until: facts.LastEntry(next).String()})
	} else {
		r.add("next_start", Value{Kind: "text", Words: v.own(v.sessionStart(s)), Until: facts.LastEntry(next).String()})
	}
	r.addAll("when", v.sessionTimes(s))
}

// isRunning reports that a session has begun, and was to be entered at its beginning.
func (v *view) isRunning(s *catalog.Session) bool {
	return !s.Start.IsZero() && s.Start <= v.Today && !s.Rolling
}

// sessionStart tells when a session starts, or how one gets into it.
func (v *view) sessionStart(s *catalog.Session) string {
	switch {
	case s.OnDemand && s.Start.IsZero():
		return v.t("session.on_demand")
	case s.Rolling && s.Start <= v.Today:
		return v.t("session.rolling_now")
	case s.Rolling:
		return v.t("session.rolling_from", "date", v.shortDay(s.Start))
	case s.Start.IsZero():
		return v.t("session.no_date")
	case v.isRunning(s):
		return v.t("session.running_since", "date", v.shortDay(s.Start))
	}
	return v.day(s.Start)
}

func (v *view) sessionTimes(s *catalog.Session) []Value {
	list := v.room.values.about(4)
	if !s.Start.IsZero() && !s.End.IsZero() && s.End != s.Start {
		list = append(list, v.note(v.dates(s.Start, s.End)))
	}
	list = append(list, v.slotRows(s.Times)...)
	if s.Mode == "online" || s.Mode == "hybrid" {
		list = append(list, v.note(v.t("mode."+s.Mode)))
	}
	return list
}

// courseSessions lists every session: those to come first, past ones last.
func (v *view) courseSessions(p *RecordPage, c *catalog.Course) {
	sessions := v.sessionsOf(c).inOrder
	runs := v.room.runs.take(len(sessions))
	for _, s := range sessions {
		runs = append(runs, v.run(c, s))
	}
	if len(runs) > 0 {
		v.section(p, Section{ID: "sessions", Heading: v.t("section.sessions"), Runs: runs})
	}
}

func (v *view) run(c *catalog.Course, session *catalog.Session) Run {
	held := v.session(c, session)
	s := &held.Session
	past := facts.PhaseOf(session, v.Today) == facts.Past
	run := Run{ID: "session-" + s.ID, Heading: v.runHeading(s), Title: v.words(s.Title), Past: past}
	if last := facts.LastDay(session); !past && !last.IsZero() {
		run.Until = last.String()
	}
	switch {
	case s.Cancelled:
		run.Badges = append(v.room.badges.take(1), Badge{"cancelled", v.t("badge.cancelled")})
	case past:
		run.Badges = append(v.room.badges.take(1), Badge{"past", v.t("badge.past")})
	case s.Guaranteed:
		run.Badges = append(v.room.badges.take(1), Badge{"guaranteed", v.t("badge.guaranteed")})
	}
	if past || s.Cancelled {
		return run
	}
	var off []date.Range
	run.Calendar, off = v.calendar(held)
	run.Facts = v.runFacts(c, session, s, off)
	return run
}

func (v *view) runHeading(s *catalog.Session) string {
	if s.Start.IsZero() {
		return v.sessionStart(s)
	}
	if s.End.IsZero() || s.End == s.Start {
		return v.day(s.Start)
	}
	return v.loc.DateRange(s.Start, s.End, locale.Long)
}

func (v *view) runFacts(c *catalog.Course, session, s *catalog.Session, off []date.Range) []Fact {
	r := rows{v: v}
	r.addAll("times", v.slotRows(s.Times))
	r.addAll("breaks", v.breaks(s, off))
	r.addAll("entry", v.entry(s))
	if session.Venue != nil {
		v.whereRow(&r, c, s.Venue, s.Room)
	} else if s.Room != "" {
		r.add("where", v.note(v.t("address.room", "room", v.isolate(s.Room))))
	}
	if s.Mode == "online" || s.Mode == "hybrid" {
		r.add("mode", v.note(v.t("mode."+s.Mode)))
	}
	r.addAll("seats", v.seats(s))
	if !s.RegisterBy.IsZero() {
		r.add("register_by", Value{Kind: "text", Words: v.own(v.day(s.RegisterBy)), Until: s.RegisterBy.String()})
	}
	if session.Level != nil {
		r.add("level", v.note(v.levels(s.Level)))
	}
	if len(session.Prices) > 0 {
		offer := catalog.Offer{Prices: s.Prices, FreeFor: s.FreeFor, Funding: c.Funding}
		r.addAll("price", v.money(&offer))
	}
	r.add("note", v.said(v.words(s.Note)))
	return r.facts
}

// breaks tells the days within a session on which it does not take place: those known one by one, else those an editor wrote down.
func (v *view) breaks(s *catalog.Session, off []date.Range) []Value {
	known := off != nil
	if !known {
		off = s.Except
	}
	list := v.room.values.about(4)
	for _, pause := range off {
		if pause.To >= v.Today {
			list = append(list, Value{Kind: "text", Words: v.own(v.dates(pause.From, pause.To)), Until: pause.To.String()})
		}
	}
	for _, extra := range s.Also {
		list = append(list, v.note(v.t("session.also", "date", v.day(extra.Date))))
	}
	if s.ClosedOn.School && !known {
		list = append(list, v.note(v.t("session.not_in_school_holidays")))
	}
	return list
}

func (v *view) entry(s *catalog.Session) []Value {
	list := v.room.values.about(4)
	if !s.Entry.IsZero() {
		list = append(list, v.said(v.words(s.Entry)))
	}
	switch {
	case !s.EnterUntil.IsZero():
		list = append(list, Value{Kind: "text", Words: v.own(v.t("session.enter_until", "date", v.shortDay(s.EnterUntil))), Until: s.EnterUntil.String()})
	case s.LateEntry:
		list = append(list, v.note(v.t("session.late_entry")))
	case s.Rolling:
		list = append(list, v.note(v.t("session.rolling_now")))
	}
	return list
}

// seats tells free places as far as they can be trusted.
func (v *view) seats(s *catalog.Session) []Value {
	told := facts.SeatsTold(s.Seats, v.Today, v.Catalogue.Settings.Freshness)
	list := v.room.values.about(4)
	switch told.Kind {
	case facts.SeatsFree:
		list = append(list, v.note(v.t("seats.free", "n", told.Free, "date", v.shortDay(s.Seats.AsOf))))
	case facts.SeatsFull, facts.SeatsWaiting:
		list = append(list, v.note(v.t("seats.full")))
	case facts.SeatsAsk:
		list = append(list, v.note(v.t("seats.ask")))
	}
	if told.Waiting > 0 {
		list = append(list, v.note(v.t("seats.waiting", "n", told.Waiting)))
	}
	return list
}

// nextSteps shows what comes after the course and when it starts.
func (v *view) nextSteps(p *RecordPage, c *catalog.Course, session *catalog.Session) {
	steps := v.stepsAfter(c, session)
	list := v.room.cards.take(len(steps))
	for _, step := range steps {
		if !v.hasPage(step.Course) {
			continue
		}
		card := v.cardOf(step.Course, step.Session)
		if step.Session != nil && step.GapWeeks > 0 {
			card.fact(v, "gap", v.note(v.t("next.gap_weeks", "n", step.GapWeeks)))
		}
		list = append(list, card)
	}
	section := Section{ID: "next", Heading: v.t("section.next_steps"), Cards: list, Chain: v.courseChain(c, session)}
	if len(list) == 0 && c.Level != nil {
		section.Intro = v.own(v.t("next.none"))
		section.More = v.ownLink(v.t("next.ask"), v.code+"/contacts/find.html")
	}
	v.section(p, section)
}
