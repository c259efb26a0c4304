package facts

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// school is a county with courses, built from sentences.
type school struct {
	*catalog.Catalogue
}

func sampleSchool(courses ...string) school {
	s := school{sampleCounty()}
	s.Vocabularies["levels"] = cefr()
	s.Vocabularies["subjects"] = vocabularyOf("subjects", "german german-care:german care")
	s.Settings.Freshness = catalog.Freshness{WarnDays: 180, ExpireDays: 365}
	for _, sentence := range courses {
		s.add(sentence)
	}
	for _, c := range s.Courses {
		for _, refs := range [][]catalog.Ref[catalog.Course]{c.LeadsTo, c.Requires} {
			for i := range refs {
				refs[i].To = s.course(refs[i].ID)
			}
		}
	}
	return s
}

// add reads a course such as "b2: german b1-b2 melle 2027-05-03..2027-07-30 rolling, 2027-09-01..2027-12-17": first what all of it says, then, after
// commas, further sessions with what they say otherwise.
func (s school) add(sentence string) {
	id, rest, _ := strings.Cut(sentence, ":")
	c := &catalog.Course{}
	c.ID = id
	c.Mode = "on_site"
	for i, part := range strings.Split(rest, ",") {
		session := catalog.Session{ID: fmt.Sprintf("s%d", i)}
		dated := false
		for _, word := range strings.Fields(part) {
			dated = s.word(c, &session, i == 0, word) || dated
		}
		if dated {
			c.Sessions = append(c.Sessions, session)
		}
	}
	s.Courses = append(s.Courses, c)
}

// word reads one word of a course's sentence, and reports whether it tells of a session.
func (s school) word(c *catalog.Course, session *catalog.Session, first bool, word string) bool {
	key, value, _ := strings.Cut(word, "=")
	from, to, isRange := strings.Cut(word, "..")
	switch {
	case isRange:
		session.Start, session.End = dayOf(from), dayOf(to)
		return true
	case key == "rolling":
		session.Rolling = true
		return true
	case key == "demand":
		session.OnDemand = true
		return true
	case key == "until":
		session.EnterUntil = dayOf(value)
	case key == "register":
		session.RegisterBy = dayOf(value)
	case key == "late":
		session.LateEntry = true
	case key == "cancelled":
		session.Cancelled = true
	case key == "online":
		session.Mode = "online"
	case key == "leads", key == "requires":
		refs := &c.LeadsTo
		if key == "requires" {
			refs = &c.Requires
		}
		*refs = append(*refs, catalog.Ref[catalog.Course]{ID: value})
	case key == "draft", key == "paused":
		c.Status = key
	case key == "verified":
		c.LastVerified = dayOf(value)
	case slices.Contains(s.Vocabularies["subjects"].IDs(), word):
		c.Subject = termIn(s.Vocabularies["subjects"], word)
	case placeIn(s.Places, word) != nil && first:
		c.Venue = venueAt(s.Places, word)
	case placeIn(s.Places, word) != nil:
		session.Venue = venueAt(s.Places, word)
	default:
		from, to, _ := strings.Cut(word, "-")
		level := &catalog.LevelRange{From: termIn(s.Vocabularies["levels"], from), To: termIn(s.Vocabularies["levels"], to)}
		if first {
			c.Level = level
		} else {
			session.Level = level
		}
	}
	return false
}

func (s school) course(id string) *catalog.Course {
	for _, c := range s.Courses {
		if c.ID == id {
			return c
		}
	}
	return nil
}

func (s school) chains() *Chains {
	return NewChains(s.Catalogue, NewPlaceTree(s.Catalogue), dayOf("2027-03-01"))
}

// told writes steps as "b2/s0 in 5 weeks (found)".
func told(steps []Step) string {
	var words []string
	for _, s := range steps {
		word := s.Course.ID
		if s.Session != nil {
			word += "/" + s.Session.ID
		}
		if s.GapWeeks != NoGap {
			word += fmt.Sprintf(" +%dw", s.GapWeeks)
		}
		words = append(words, word+" "+s.Reason.String())
	}
	return strings.Join(words, ", ")
}

func TestNextSteps(t *testing.T) {
	const this = "this: german a2-b1 melle 2027-02-01..2027-04-30"
	for _, row := range []struct {
		name    string
		courses []string
		want    string
	}{
		{"none where there is none", []string{this}, ""},
		{"the next level, after a month", []string{this, "b2: german b1-b2 melle 2027-05-31..2027-08-31"}, "b2/s0 +4w found"},
		{"it may start on the next day", []string{this, "b2: german b1-b2 melle 2027-05-01..2027-08-31"}, "b2/s0 +0w found"},
		{"six days are no whole week", []string{this, "b2: german b1-b2 melle 2027-05-06..2027-08-31"}, "b2/s0 +0w found"},
		{"seven days are one", []string{this, "b2: german b1-b2 melle 2027-05-07..2027-08-31"}, "b2/s0 +1w found"},
		{"not on the day this ends", []string{this, "b2: german b1-b2 melle 2027-04-30..2027-08-31"}, ""},
		{"not what overlaps", []string{this, "b2: german b1-b2 melle 2027-04-12..2027-08-31"}, ""},
		{"not what overlaps, though it lets people in late", []string{this, "b2: german b1-b2 melle 2027-04-12..2027-08-31 late"}, ""},
		{"what is rolling can be entered after this one's end", []string{this, "b2: german b1-b2 melle 2027-01-04..2027-08-31 rolling"}, "b2/s0 +0w found"},
		{"unless it ends before", []string{this, "b2: german b1-b2 melle 2027-01-04..2027-04-30 rolling"}, ""},
		{"unless it can be entered no longer", []string{this, "b2: german b1-b2 melle 2027-01-04..2027-08-31 rolling until=2027-04-30"}, ""},
		{"what can be entered until later can be entered after the start", []string{this, "b2: german b1-b2 melle 2027-04-12..2027-08-31 until=2027-05-10"}, "b2/s0 +0w found"},
		{"what is on demand begins right after", []string{this, "b2: german b1-b2 melle demand"}, "b2/s0 +0w found"},
		{"the first session one can take", []string{this, "b2: german b1-b2 melle 2027-04-12..2027-08-31, 2027-10-01..2027-12-01, 2027-06-01..2027-09-01"}, "b2/s2 +4w found"},
		{"not what is cancelled", []string{this, "b2: german b1-b2 melle 2027-06-01..2027-09-01 cancelled"}, ""},
		{"not what one had to register for", []string{this, "b2: german b1-b2 melle 2027-06-01..2027-09-01 register=2027-02-28"}, ""},
		{"not another subject", []string{this, "care: care b1-b2 melle 2027-06-01..2027-09-01"}, ""},
		{"a subject below or above after the same", []string{this, "a: german-care b1-b2 melle 2027-05-15..2027-09-01", "b: german b1-b2 bramsche 2027-08-01..2027-09-01"}, "b/s0 +13w found, a/s0 +2w found"},
		{"not another level", []string{this, "b1: german a2-b1 melle 2027-06-01..2027-09-01", "c1: german b2-c1 melle 2027-06-01..2027-09-01"}, ""},
		{"the nearer place though later", []string{this, "far: german b1-b2 quakenbrueck 2027-05-15..2027-09-01", "near: german b1-b2 melle 2027-08-01..2027-09-01"}, "near/s0 +13w found, far/s0 +2w found"},
		{"the earlier date of two near places", []string{this, "here: german b1-b2 melle 2027-08-01..2027-09-01", "near: german b1-b2 buer 2027-05-15..2027-09-01"}, "near/s0 +2w found, here/s0 +13w found"},
		{"online is near", []string{this, "here: german b1-b2 melle 2027-08-01..2027-09-01", "home: german b1-b2 quakenbrueck online 2027-05-15..2027-09-01"}, "home/s0 +2w found, here/s0 +13w found"},
		{"the nearer session of one course", []string{this, "b2: german b1-b2 quakenbrueck 2027-05-15..2027-09-01, melle 2027-08-01..2027-09-01"}, "b2/s1 +13w found"},
		{"the id decides between equals", []string{this, "x: german b1-b2 melle 2027-08-01..2027-09-01", "y: german b1-b2 melle 2027-08-01..2027-09-01"}, "x/s0 +13w found, y/s0 +13w found"},
		{"five at most", []string{this, "k: german b1-b2 melle 2027-05-08..2027-09-01", "l: german b1-b2 melle 2027-05-07..2027-09-01", "m: german b1-b2 melle 2027-05-06..2027-09-01", "n: german b1-b2 melle 2027-05-05..2027-09-01", "o: german b1-b2 melle 2027-05-04..2027-09-01", "p: german b1-b2 melle 2027-05-03..2027-09-01"},
			"p/s0 +0w found, o/s0 +0w found, n/s0 +0w found, m/s0 +0w found, l/s0 +1w found"},
		{"not a draft, nor a paused one, nor one gone stale", []string{this, "a: german b1-b2 melle 2027-06-01..2027-09-01 draft", "b: german b1-b2 melle 2027-06-01..2027-09-01 paused", "c: german b1-b2 melle 2027-06-01..2027-09-01 verified=2026-01-01"}, ""},
		{"after the session one can still take rather than the running one", []string{this + ", 2027-06-01..2027-07-30", "b2: german b1-b2 melle 2027-05-31..2027-08-31", "c: german b1-b2 melle 2027-08-31..2027-12-31"}, "c/s0 +4w found"},
		{"after the running session that ends last", []string{this + ", 2027-02-01..2027-05-31", "b2: german b1-b2 melle 2027-05-31..2027-08-31", "c: german b1-b2 melle 2027-06-30..2027-12-31"}, "c/s0 +4w found"},
		{"leads_to alone, though others are found", []string{this + " leads=z", "b2: german b1-b2 melle 2027-05-31..2027-08-31", "z: care 2027-05-15..2027-08-31"}, "z/s0 +2w leads-to"},
		{"who requires this, after what it leads to", []string{"a: care 2027-05-15..2027-08-31 requires=this", this + " leads=z leads=y", "y: care 2027-05-15..2027-08-31", "z: care 2027-05-15..2027-08-31"}, "z/s0 +2w leads-to, y/s0 +2w leads-to, a/s0 +2w requires"},
		{"what is written on both sides once", []string{this + " leads=z", "z: care 2027-05-15..2027-08-31 requires=this"}, "z/s0 +2w leads-to"},
		{"a written step without a date", []string{this + " leads=z", "z: care 2027-03-15..2027-08-31"}, "z leads-to"},
		{"a written step that is paused without a date", []string{this + " leads=z", "z: care paused 2027-05-15..2027-08-31"}, "z leads-to"},
		{"a written step that is a draft does not count", []string{this + " leads=z", "b2: german b1-b2 melle 2027-05-31..2027-08-31", "z: care draft 2027-05-15..2027-08-31"}, "b2/s0 +4w found"},
		{"a step to itself or to nothing does not count", []string{this + " leads=this leads=nowhere"}, ""},
		{"rings of steps do no harm", []string{this + " leads=z", "z: care 2027-05-15..2027-08-31 leads=this"}, "z/s0 +2w leads-to"},
		{"after an end that is open, whatever can be entered from today", []string{"this: german a2-b1 melle rolling", "b2: german b1-b2 melle 2027-03-08..2027-08-31"}, "b2/s0 found"},
		{"after a past session, from today", []string{"this: german a2-b1 melle 2026-09-01..2026-12-18", "b2: german b1-b2 melle 2027-03-08..2027-08-31"}, "b2/s0 found"},
		{"a course without sessions has next steps too", []string{"this: german a2-b1 melle", "b2: german b1-b2 melle 2027-03-08..2027-08-31"}, "b2/s0 found"},
		{"a course without a level has none that can be found", []string{"this: german melle 2027-02-01..2027-04-30", "b2: german b1-b2 melle 2027-06-01..2027-08-31"}, ""},
		{"nor has one without a subject", []string{"this: a2-b1 melle 2027-02-01..2027-04-30", "b2: german b1-b2 melle 2027-06-01..2027-08-31"}, ""},
	} {
		s := sampleSchool(row.courses...)
		if got := told(s.chains().NextSteps(s.course("this"), nil)); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestNextStepsOfAChosenSession(t *testing.T) {
	s := sampleSchool("this: german a2-b1 melle 2027-02-01..2027-04-30, a1-a2 bramsche 2027-06-01..2027-07-31",
		"b1: german a2-b1 bramsche 2027-08-14..2027-10-01", "b2: german b1-b2 melle 2027-05-14..2027-08-31")
	s.add("both: german-care a2-b1 melle 2027-02-01..2027-04-30, b1-b2 2027-05-15..2027-07-30")
	chains, this, both := s.chains(), s.course("this"), s.course("both")
	if got := told(chains.NextSteps(both, &both.Sessions[0])); got != "both/s1 +2w found, b2/s0 +2w found" {
		t.Errorf("after a session whose next is a session of the same course: %q", got)
	}
	if got := told(chains.NextSteps(this, &this.Sessions[0])); got != "b2/s0 +2w found, both/s1 +2w found" {
		t.Errorf("after the first session: %q", got)
	}
	if got := told(chains.NextSteps(this, &this.Sessions[1])); got != "b1/s0 +2w found" {
		t.Errorf("after the second session: %q", got)
	}
}

func TestAskingForNextStepsChangesNothing(t *testing.T) {
	s := sampleSchool("this: care melle 2027-02-01..2027-04-30, 2027-05-01..2027-06-30 leads=z", "z: care 2027-05-15..2027-08-31, 2027-07-15..2027-08-31")
	chains, this := s.chains(), s.course("this")
	first := told(chains.NextSteps(this, &this.Sessions[0]))
	chains.NextSteps(this, &this.Sessions[1])
	if again := told(chains.NextSteps(this, &this.Sessions[0])); again != first {
		t.Errorf("%q, then %q", first, again)
	}
}

// TestFoundStepsAreThoseOfAPlainSearch holds the index against a search through all sessions of all courses.
func TestFoundStepsAreThoseOfAPlainSearch(t *testing.T) {
	for seed := range uint64(150) {
		s := sampleSchool(randomCourses(seed, 40)...)
		chains := s.chains()
		for _, c := range s.Courses {
			for i := range c.Sessions {
				got, want := told(chains.NextSteps(c, &c.Sessions[i])), s.plainSearch(c, &c.Sessions[i])
				if got != want {
					t.Fatalf("school %d, after %s/s%d: %q, want %q", seed, c.ID, i, got, want)
				}
			}
		}
	}
}

func randomCourses(seed uint64, number int) []string {
	random := rand.New(rand.NewPCG(seed, 2))
	one := func(words string) string {
		list := strings.Split(words, "|")
		return list[random.IntN(len(list))]
	}
	session := func() string {
		start := dayOf("2027-01-04").Add(random.IntN(300))
		return fmt.Sprintf("%s..%s %s %s", start, start.Add(random.IntN(120)), one("||rolling|until=2027-06-01|cancelled"), one("|||online|register=2027-04-01"))
	}
	var courses []string
	for i := range number {
		courses = append(courses, fmt.Sprintf("c-%05d: %s %s %s %s, %s %s %s", i, one("german|german|german-care|care"), one("a1-a1|a1-a2|a2-a2|a2-b1|b1-b2|b2-|a1.2-a2.1|a1.1-a1.1"),
			one("melle|buer|bramsche|quakenbrueck|sg-artland|"), session(), one("melle|"), one("|b1-b2"), session()))
	}
	return courses
}

func (s school) plainSearch(this *catalog.Course, session *catalog.Session) string {
	tree, levels, today := NewPlaceTree(s.Catalogue), NewLevels(s.Vocabularies["levels"]), dayOf("2027-03-01")
	where := func(c *catalog.Course, of *catalog.Session) []*catalog.Place {
		effective := Effective(c, of)
		effective.Cancelled = false
		single := &catalog.Course{Offer: c.Offer, Mode: c.Mode, Sessions: []catalog.Session{effective}}
		single.Venue = nil
		places, online := TakesPlaceIn(single, tree)
		if online {
			return nil
		}
		return places
	}
	area := func(from, to []*catalog.Place) int {
		nearest := 1000.0
		if len(from) == 0 || len(to) == 0 { // online
			nearest = 0
		}
		for _, a := range from {
			for _, b := range to {
				km, _ := DistanceBetween(a, b)
				nearest = min(nearest, km)
			}
		}
		return int(nearest) / 10
	}
	end := session.End
	var found []foundStep
	for _, c := range s.Courses {
		if !c.Subject.Within(this.Subject) && !this.Subject.Within(c.Subject) {
			continue
		}
		for i := range c.Sessions {
			next := &c.Sessions[i]
			entry, ok := entryAfter(next, max(today, end.Add(1)))
			if !ok || next == session || !CanEnter(next, today) || !levels.Reaches(exitLevel(Effective(this, session).Level), Effective(c, next).Level) {
				continue
			}
			step := foundStep{Step: Step{Course: c, Session: next, Entry: entry, GapWeeks: int(entry-end) / 7, Reason: StepFound}, area: area(where(this, session), where(c, next))}
			if c.Subject != this.Subject {
				step.subject = 1
			}
			found = append(found, step)
		}
	}
	slices.SortFunc(found, compareFound)
	var steps []Step
	for _, f := range found {
		if len(steps) < foundSteps && !slices.ContainsFunc(steps, func(s Step) bool { return s.Course == f.Course }) {
			steps = append(steps, f.Step)
		}
	}
	return told(steps)
}

// BenchmarkNextSteps answers for every course of a large state.
func BenchmarkNextSteps(b *testing.B) {
	s := sampleSchool(randomCourses(1, 10_000)...)
	for b.Loop() {
		chains := s.chains()
		for _, c := range s.Courses {
			chains.NextSteps(c, nil)
		}
	}
}

func TestEntryAfterIsNeverBeforeTheDayAsked(t *testing.T) {
	after := dayOf("2027-05-01")
	for _, row := range []struct {
		name    string
		session catalog.Session
		want    date.Date
	}{
		{"a session that starts later is entered at its start", catalog.Session{Start: dayOf("2027-06-01")}, dayOf("2027-06-01")},
		{"one that starts on the day is entered on it", catalog.Session{Start: after}, after},
		{"a rolling one that has begun is entered on the day", catalog.Session{Start: dayOf("2027-01-01"), Rolling: true}, after},
		{"a rolling one to come is entered at its start", catalog.Session{Start: dayOf("2027-06-01"), Rolling: true}, dayOf("2027-06-01")},
		{"one with dates of its own is entered on the first", catalog.Session{Also: []catalog.ExtraDate{{Date: dayOf("2027-07-01")}, {Date: dayOf("2027-06-01")}}}, dayOf("2027-06-01")},
		{"one without a date is not entered", catalog.Session{}, 0},
		{"one that has begun is not entered", catalog.Session{Start: dayOf("2027-01-01"), End: dayOf("2027-12-31")}, 0},
	} {
		got, ok := entryAfter(&row.session, after)
		if ok != !row.want.IsZero() || ok && cmp.Compare(got, row.want) != 0 {
			t.Errorf("%s: %s, %v", row.name, got, ok)
		}
	}
}
