package facts

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mappe/generator/catalog"
)

// region is a county with vocabularies and contacts, built from sentences.
type region struct {
	*catalog.Catalogue
}

func sampleRegion() region {
	c := sampleCounty()
	c.Vocabularies["topics"] = vocabularyOf("topics", "work training:work language")
	c.Vocabularies["audiences"] = vocabularyOf("audiences", "newcomers refugees:newcomers employers")
	c.Vocabularies["circles"] = vocabularyOf("circles", "asylblg sgb-2")
	return region{c}
}

// contact adds one whose rows are sentences such as "places=melle,bramsche topics=work circles=sgb-2", an empty one for everything.
// Contacts are to be added by id.
func (r region) contact(id string, rows ...string) *catalog.Contact {
	contact := &catalog.Contact{}
	contact.ID = id
	for _, sentence := range rows {
		var row catalog.Responsibility
		for _, word := range strings.Fields(sentence) {
			key, value, _ := strings.Cut(word, "=")
			value = strings.ReplaceAll(value, ",", " ")
			switch key {
			case "places":
				row.Places = placeRefs(r.Places, value)
			case "topics":
				row.Topics = termsIn(r.Vocabularies[key], value)
			case "audiences":
				row.Audiences = termsIn(r.Vocabularies[key], value)
			case "circles":
				row.Circles = termsIn(r.Vocabularies[key], value)
			}
		}
		contact.Responsible = append(contact.Responsible, row)
	}
	r.Contacts = append(r.Contacts, contact)
	return contact
}

func (r region) responsibility() *Responsibility {
	return NewResponsibility(r.Catalogue, NewPlaceTree(r.Catalogue), dayOf("2027-03-01"))
}

// ask asks in one sentence: "melle training refugees sgb-2", a dash for what is not asked.
func (r region) ask(on *Responsibility, question string) []*Answer {
	words := strings.Fields(question)
	term := func(vocabulary, id string) *catalog.Term {
		if id == "-" {
			return nil
		}
		return termIn(r.Vocabularies[vocabulary], id)
	}
	return on.Who(placeIn(r.Places, words[0]), term("topics", words[1]), term("audiences", words[2]), term("circles", words[3]))
}

func answerIDs(answers []*Answer) string {
	var ids []string
	for _, a := range answers {
		id := a.Contact.ID
		if a.CatchAll {
			id += "*"
		}
		ids = append(ids, id)
	}
	return strings.Join(ids, " ")
}

func TestWhoAnswers(t *testing.T) {
	for _, row := range []struct {
		name     string
		contacts [][]string
		question string
		want     string
	}{
		{"a row that names the topic comes before a nearer one that names none", [][]string{{"near", "places=melle"}, {"topic", "topics=work"}}, "melle work newcomers sgb-2", "topic"},
		{"a row that names a term above the topic names it", [][]string{{"near", "places=melle"}, {"topic", "topics=work"}}, "melle training newcomers sgb-2", "topic"},
		{"a row that names a term below the topic does not", [][]string{{"near", "places=melle"}, {"topic", "topics=training"}}, "melle work newcomers sgb-2", "near"},
		{"a nearer place comes before one above", [][]string{{"all", "topics=work"}, {"town", "topics=work places=quakenbrueck"}, {"union", "topics=work places=sg-artland"}}, "quakenbrueck work newcomers sgb-2", "town union all"},
		{"a nearer place comes before a row that names the circle", [][]string{{"circle", "topics=work circles=sgb-2"}, {"town", "topics=work places=melle"}}, "melle work newcomers sgb-2", "town circle"},
		{"a row that names the circle comes before one that names the audience", [][]string{{"a-audience", "topics=work audiences=newcomers"}, {"b-circle", "topics=work circles=sgb-2"}}, "melle work newcomers sgb-2", "b-circle a-audience"},
		{"a row that names the audience comes before one that does not", [][]string{{"a", "topics=work"}, {"b", "topics=work audiences=newcomers"}}, "melle work refugees sgb-2", "b a"},
		{"the id decides between equals", [][]string{{"a", "topics=work"}, {"b", "topics=work"}}, "melle work newcomers sgb-2", "a b"},
		{"another circle does not answer", [][]string{{"a", "topics=work circles=asylblg"}}, "melle work newcomers sgb-2", ""},
		{"another audience does not answer", [][]string{{"a", "topics=work audiences=employers"}}, "melle work newcomers sgb-2", ""},
		{"another place does not answer", [][]string{{"a", "topics=work places=bramsche"}}, "melle work newcomers sgb-2", ""},
		{"a place below does not answer for the place", [][]string{{"a", "topics=work places=buer"}}, "melle work newcomers sgb-2", ""},
		{"a row without topics answers if no other does", [][]string{{"office", "places=melle"}, {"other", "topics=language"}}, "melle work newcomers sgb-2", "office"},
		{"a catch-all answers what nobody else does", [][]string{{"everything", ""}}, "melle work newcomers sgb-2", "everything*"},
		{"the county named is a catch-all too", [][]string{{"everything", "places=county"}}, "melle work newcomers sgb-2", "everything*"},
		{"a municipality's row for everything is none", [][]string{{"office", "places=melle"}}, "melle work newcomers sgb-2", "office"},
		{"a row with an audience is none", [][]string{{"office", "audiences=newcomers"}}, "melle work newcomers sgb-2", "office"},
		{"a nearer row without topics comes before the catch-all", [][]string{{"everything", ""}, {"town", "places=melle"}}, "melle work newcomers sgb-2", "town everything*"},
		{"a neighbour is not in the county", [][]string{{"everything", ""}, {"city", "places=osnabrueck topics=work"}}, "osnabrueck work newcomers sgb-2", "city"},
		{"a contact answers once, by its best row", [][]string{{"a", "topics=work", "topics=work places=melle"}, {"b", "topics=work circles=sgb-2"}}, "melle work newcomers sgb-2", "a b"},
		{"a row whose places are all lost answers nobody", [][]string{{"a", "topics=work places=nowhere"}}, "melle work newcomers sgb-2", ""},
		{"a contact without rows answers nobody", [][]string{{"a"}}, "melle work newcomers sgb-2", ""},
		{"no topic asked: who answers for all comes first", [][]string{{"a-work", "topics=work places=melle"}, {"b-all", ""}}, "melle - newcomers sgb-2", "b-all* a-work"},
		{"no circle asked: who answers for all comes first", [][]string{{"a", "topics=work circles=sgb-2"}, {"b", "topics=work"}}, "melle work newcomers -", "b a"},
		{"no audience asked: who answers for all comes first", [][]string{{"a", "topics=work audiences=employers"}, {"b", "topics=work"}}, "melle work - -", "b a"},
		{"no place asked is the county", [][]string{{"a", "topics=work places=melle"}, {"b", "topics=work"}}, "- work newcomers sgb-2", "b"},
	} {
		r := sampleRegion()
		for _, contact := range row.contacts {
			r.contact(contact[0], contact[1:]...)
		}
		if got := answerIDs(r.ask(r.responsibility(), row.question)); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestAnAnswerNamesItsRowAndPlace(t *testing.T) {
	r := sampleRegion()
	union := r.contact("union", "topics=language", "topics=work places=sg-artland,bramsche")
	answers := r.ask(r.responsibility(), "badbergen training newcomers sgb-2")
	if len(answers) != 1 || answers[0].Row != &union.Responsible[1] || answers[0].Place.ID != "sg-artland" {
		t.Errorf("the answer is %+v", answers[0])
	}
}

func TestWithoutVocabulariesThereAreNoQuestions(t *testing.T) {
	r := sampleRegion()
	r.Vocabularies = nil
	r.contact("all", "")
	if coverage := r.responsibility().Gaps(); coverage.Cells != 0 || len(coverage.Gaps) != 0 {
		t.Errorf("%+v", coverage)
	}
}

func TestOnlyPublishedContactsAnswer(t *testing.T) {
	for status, want := range map[string]string{"": "a*", "published": "a*", "draft": "", "planned": "", "paused": "", "archived": ""} {
		r := sampleRegion()
		r.contact("a", "").Status = status
		if got := answerIDs(r.ask(r.responsibility(), "melle work newcomers sgb-2")); got != want {
			t.Errorf("a contact with status %q: %q, want %q", status, got, want)
		}
	}
}

func TestByTopicAnswersEveryTopicOfAPlace(t *testing.T) {
	r := sampleRegion()
	r.contact("all", "")
	r.contact("jobcenter", "topics=work circles=sgb-2")
	r.contact("town", "places=melle topics=training")
	var got []string
	for _, topic := range r.responsibility().ByTopic(placeIn(r.Places, "buer")) {
		got = append(got, topic.Topic.ID+": "+answerIDs(topic.Answers))
	}
	want := []string{"work: jobcenter", "training: town jobcenter", "language: all*"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestGapsComeInBlocks(t *testing.T) {
	r := sampleRegion()
	r.contact("language", "topics=language")
	r.contact("work", "topics=work places=melle,bramsche circles=sgb-2")
	coverage := r.responsibility().Gaps()
	var got []string
	for _, gap := range coverage.Gaps {
		got = append(got, strings.Join([]string{namesOf(gap.Places), idsOf(gap.Topics), idsOf(gap.Audiences), idsOf(gap.Circles)}, " × "))
	}
	want := []string{
		"badbergen quakenbrueck × work training × newcomers refugees employers × asylblg sgb-2",
		"bramsche melle × work training × newcomers refugees employers × asylblg",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the gaps are %q, want %q", got, want)
	}
	if coverage.Cells != 4*3*3*2 || coverage.Unanswered != 2*2*3*2+2*2*3 || coverage.OnlyCatchAll != 0 {
		t.Errorf("of %d questions %d are unanswered, %d left to the catch-all", coverage.Cells, coverage.Unanswered, coverage.OnlyCatchAll)
	}
}

// oracle answers a question by CONTENT.md's sentence, read literally: row by row, and of any two the better one.
func (r region) oracle(tree *PlaceTree, place *catalog.Place, topic, audience, circle *catalog.Term) (answers []string, rows []catalog.Responsibility) {
	type line struct {
		id  string
		row catalog.Responsibility
	}
	named := func(list []*catalog.Term, term *catalog.Term) bool {
		return slices.ContainsFunc(list, func(t *catalog.Term) bool { return term.Within(t) })
	}
	covered := func(row catalog.Responsibility) bool {
		inPlace := len(row.Places) == 0 && tree.Includes(r.County, place)
		for _, ref := range row.Places {
			inPlace = inPlace || tree.Includes(ref.To, place)
		}
		return inPlace && (len(row.Topics) == 0 || named(row.Topics, topic)) && (len(row.Audiences) == 0 || named(row.Audiences, audience)) && (len(row.Circles) == 0 || named(row.Circles, circle))
	}
	steps := func(row catalog.Responsibility) int {
		for i, p := range tree.Chain(place) {
			if len(row.Places) == 0 && p == r.County || slices.ContainsFunc(row.Places, func(ref catalog.Ref[catalog.Place]) bool { return ref.To == p }) {
				return i
			}
		}
		return 1 << 20
	}
	var lines []line
	for _, contact := range r.Contacts {
		for _, row := range contact.Responsible {
			if covered(row) {
				lines = append(lines, line{contact.ID, row})
				rows = append(rows, row)
			}
		}
	}
	if slices.ContainsFunc(lines, func(l line) bool { return named(l.row.Topics, topic) }) {
		lines = slices.DeleteFunc(lines, func(l line) bool { return !named(l.row.Topics, topic) })
	}
	better := func(a, b line) bool {
		if steps(a.row) != steps(b.row) {
			return steps(a.row) < steps(b.row)
		}
		if named(a.row.Circles, circle) != named(b.row.Circles, circle) {
			return named(a.row.Circles, circle)
		}
		if named(a.row.Audiences, audience) != named(b.row.Audiences, audience) {
			return named(a.row.Audiences, audience)
		}
		return a.id < b.id
	}
	for len(lines) > 0 {
		best := lines[0]
		for _, l := range lines {
			if better(l, best) {
				best = l
			}
		}
		answers = append(answers, best.id)
		lines = slices.DeleteFunc(lines, func(l line) bool { return l.id == best.id })
	}
	return answers, rows
}

func (r region) isCatchAll(row catalog.Responsibility) bool {
	ofCounty := len(row.Places) == 0 || slices.ContainsFunc(row.Places, func(ref catalog.Ref[catalog.Place]) bool { return ref.To == r.County })
	return ofCounty && len(row.Topics)+len(row.Audiences)+len(row.Circles) == 0
}

// randomRegion has a few contacts with a few rows, thinly filled, so that ties and gaps are common.
func randomRegion(seed uint64) region {
	random := rand.New(rand.NewPCG(seed, 1))
	r := sampleRegion()
	some := func(key string, ids []string) string {
		var picked []string
		for random.IntN(5) < 2 {
			picked = append(picked, ids[random.IntN(len(ids))])
		}
		return key + "=" + strings.Join(picked, ",")
	}
	var places []string
	for _, p := range r.Places {
		places = append(places, p.ID)
	}
	for i := range random.IntN(7) {
		var rows []string
		for range 1 + random.IntN(3) {
			rows = append(rows, strings.Join([]string{some("places", places), some("topics", r.Vocabularies["topics"].IDs()),
				some("audiences", r.Vocabularies["audiences"].IDs()), some("circles", r.Vocabularies["circles"].IDs())}, " "))
		}
		r.contact(fmt.Sprintf("contact-%d", i), rows...)
	}
	return r
}

func (r region) eachCell(places []*catalog.Place, visit func(place *catalog.Place, topic, audience, circle *catalog.Term)) {
	for _, place := range places {
		for _, topic := range r.Vocabularies["topics"].Terms {
			for _, audience := range r.Vocabularies["audiences"].Terms {
				for _, circle := range r.Vocabularies["circles"].Terms {
					visit(place, topic, audience, circle)
				}
			}
		}
	}
}

func TestWhoAnswersAsTheSentenceSays(t *testing.T) {
	for seed := range uint64(400) {
		r := randomRegion(seed)
		tree, responsibility := NewPlaceTree(r.Catalogue), r.responsibility()
		r.eachCell(r.Places, func(place *catalog.Place, topic, audience, circle *catalog.Term) {
			want, _ := r.oracle(tree, place, topic, audience, circle)
			var got []string
			for _, a := range responsibility.Who(place, topic, audience, circle) {
				got = append(got, a.Contact.ID)
				if a.CatchAll != r.isCatchAll(*a.Row) {
					t.Errorf("region %d: %s is a catch-all: %v", seed, a.Contact.ID, a.CatchAll)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("region %d, %s %s %s %s: %q, want %q", seed, place.ID, topic, audience, circle, got, want)
			}
		})
		if t.Failed() {
			return
		}
	}
}

func TestGapsAreEveryQuestionNobodyAnswersOnce(t *testing.T) {
	for seed := range uint64(400) {
		r := randomRegion(seed)
		tree := NewPlaceTree(r.Catalogue)
		coverage := r.responsibility().Gaps()
		inGaps := map[string]int{}
		for _, gap := range coverage.Gaps {
			for _, place := range gap.Places {
				for _, topic := range gap.Topics {
					for _, audience := range gap.Audiences {
						for _, circle := range gap.Circles {
							inGaps[fmt.Sprint(place.ID, topic, audience, circle)]++
						}
					}
				}
			}
		}
		var want Coverage
		r.eachCell(tree.Municipalities(), func(place *catalog.Place, topic, audience, circle *catalog.Term) {
			answers, rows := r.oracle(tree, place, topic, audience, circle)
			want.Cells++
			times := 0
			switch {
			case len(answers) == 0:
				want.Unanswered++
				times = 1
			case !slices.ContainsFunc(rows, func(row catalog.Responsibility) bool { return !r.isCatchAll(row) }):
				want.OnlyCatchAll++
			}
			if cell := fmt.Sprint(place.ID, topic, audience, circle); inGaps[cell] != times {
				t.Errorf("region %d: %s is in %d gaps, want %d", seed, cell, inGaps[cell], times)
			}
		})
		if coverage.Cells != want.Cells || coverage.Unanswered != want.Unanswered || coverage.OnlyCatchAll != want.OnlyCatchAll {
			t.Errorf("region %d: %d questions, %d unanswered, %d left to the catch-all; want %d, %d, %d", seed, coverage.Cells, coverage.Unanswered, coverage.OnlyCatchAll, want.Cells, want.Unanswered, want.OnlyCatchAll)
		}
	}
}

func TestAStateWithoutAContactIsOneGap(t *testing.T) {
	c := &catalog.Catalogue{Vocabularies: map[string]*catalog.Vocabulary{}}
	sentences := []string{"a-state county"}
	for i := range 1000 {
		sentences = append(sentences, fmt.Sprintf("m-%04d municipality in a-state", i))
	}
	c.Places = placesOf(sentences...)
	c.County = c.Places[0]
	for _, name := range []string{"topics", "audiences", "circles"} {
		var ids []string
		for i := range 30 {
			ids = append(ids, fmt.Sprintf("%s-%d", name, i))
		}
		c.Vocabularies[name] = vocabularyOf(name, strings.Join(ids, " "))
	}
	coverage := NewResponsibility(c, NewPlaceTree(c), dayOf("2027-03-01")).Gaps()
	if len(coverage.Gaps) != 1 || coverage.Unanswered != 1000*30*30*30 || coverage.Gaps[0].Cells() != coverage.Unanswered {
		t.Errorf("%d gaps with %d of %d questions", len(coverage.Gaps), coverage.Unanswered, coverage.Cells)
	}
}

// BenchmarkGaps is a state: 1,000 municipalities with an office each that answers otherwise than the next one's.
func BenchmarkGaps(b *testing.B) {
	r := sampleRegion()
	sentences := []string{"a-state county"}
	for i := range 1000 {
		sentences = append(sentences, fmt.Sprintf("m-%04d municipality in a-state", i))
	}
	r.Places = placesOf(sentences...)
	r.County = r.Places[0]
	random := rand.New(rand.NewPCG(1, 1))
	for _, name := range []string{"topics", "audiences", "circles"} {
		var ids []string
		for i := range map[string]int{"topics": 27, "audiences": 17, "circles": 6}[name] {
			ids = append(ids, fmt.Sprintf("%s-%d", name, i))
		}
		r.Vocabularies[name] = vocabularyOf(name, strings.Join(ids, " "))
	}
	for i := range 1000 {
		r.contact(fmt.Sprintf("c-%04d", i), fmt.Sprintf("places=m-%04d topics=topics-%d,topics-%d circles=circles-%d", i, random.IntN(27), random.IntN(27), random.IntN(6)), "topics=topics-3 audiences=audiences-2")
	}
	responsibility := r.responsibility()
	for b.Loop() {
		responsibility.Gaps()
	}
}
