package facts

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Responsibility knows who answers for whom. It is built once and does not change.
type Responsibility struct {
	tree                       *PlaceTree
	rows                       []responsibilityRow      // by contact, then as written
	at                         map[*catalog.Place][]int // the rows by the places they name
	topics, audiences, circles []*catalog.Term
}

type responsibilityRow struct {
	contact  *catalog.Contact
	said     *catalog.Responsibility
	catchAll bool
}

// Answer is a contact that answers for a question, and why.
type Answer struct {
	Contact *catalog.Contact
	// Row is the row of its responsibilities that covers the question best.
	Row *catalog.Responsibility
	// Place is where up the chain of places the row was found; the county for a row that names no place.
	Place *catalog.Place
	// CatchAll marks the county's row for everything nobody else answers.
	CatchAll bool
}

// NewResponsibility gathers the rows of all contacts that are published today. A paused office answers nobody; one that was not looked at
// for long still does, since somebody to ask first is better than nobody.
func NewResponsibility(c *catalog.Catalogue, tree *PlaceTree, today date.Date) *Responsibility {
	r := &Responsibility{tree: tree, at: map[*catalog.Place][]int{}}
	r.topics, r.audiences, r.circles = termsOf(c, "topics"), termsOf(c, "audiences"), termsOf(c, "circles")
	for _, contact := range c.Contacts {
		if LifeOf(&contact.Record, today) != Published {
			continue
		}
		for i := range contact.Responsible {
			r.add(contact, &contact.Responsible[i])
		}
	}
	return r
}

func termsOf(c *catalog.Catalogue, vocabulary string) []*catalog.Term {
	if v := c.Vocabulary(vocabulary); v != nil {
		return v.Terms
	}
	return nil
}

func (r *Responsibility) add(contact *catalog.Contact, said *catalog.Responsibility) {
	county := r.tree.County()
	places := []*catalog.Place{county}
	if len(said.Places) > 0 {
		places = nil
		for _, ref := range said.Places {
			places = append(places, ref.To)
		}
	}
	general := len(said.Topics)+len(said.Audiences)+len(said.Circles) == 0
	for _, p := range places {
		r.at[p] = append(r.at[p], len(r.rows))
	}
	r.rows = append(r.rows, responsibilityRow{contact, said, general && slices.Contains(places, county)})
}

// candidate is a row that covers a question, with what the ranking looks at: the lower, the better.
type candidate struct {
	row                         int
	place                       *catalog.Place
	topic, up, circle, audience int
}

// Who returns who answers for a question, the best answer first, each contact once. The ranking is CONTENT.md's: of the rows that
// cover the question, first those that name the topic or a term above it; among them the nearest place up the chain; then a row that
// names the circle; then one that names the audience; then the contact's id. Rows without topics answer only where no other row does.
//
// A nil topic, audience or circle is not asked for. Then every row covers it, and those that leave it out come first at its place in the
// ranking: they answer whatever it turns out to be. A nil place is the county as a whole.
func (r *Responsibility) Who(place *catalog.Place, topic, audience, circle *catalog.Term) []*Answer {
	if place == nil {
		place = r.tree.County()
	}
	var found []candidate
	named := false
	for up, p := range r.tree.Chain(place) {
		for _, row := range r.at[p] {
			said := r.rows[row].said
			if !covers(said.Topics, topic) || !covers(said.Audiences, audience) || !covers(said.Circles, circle) {
				continue
			}
			found = append(found, candidate{row, p, rankOf(said.Topics, topic), up, rankOf(said.Circles, circle), rankOf(said.Audiences, audience)})
			named = named || len(said.Topics) > 0
		}
	}
	if topic != nil && named {
		found = slices.DeleteFunc(found, func(c candidate) bool { return len(r.rows[c.row].said.Topics) == 0 })
	}
	slices.SortFunc(found, r.compare)
	return r.answers(found)
}

func (r *Responsibility) compare(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.topic, b.topic), cmp.Compare(a.up, b.up), cmp.Compare(a.circle, b.circle), cmp.Compare(a.audience, b.audience),
		strings.Compare(r.rows[a.row].contact.ID, r.rows[b.row].contact.ID), cmp.Compare(a.row, b.row))
}

func (r *Responsibility) answers(found []candidate) []*Answer {
	var answers []*Answer
	for _, c := range found {
		row := r.rows[c.row]
		if !slices.ContainsFunc(answers, func(a *Answer) bool { return a.Contact == row.contact }) {
			answers = append(answers, &Answer{row.contact, row.said, c.place, row.catchAll})
		}
	}
	return answers
}

// covers reports whether a list of a row holds for what is asked; left out, it holds for all.
func covers(list []*catalog.Term, asked *catalog.Term) bool {
	return asked == nil || len(list) == 0 || within(asked, list)
}

// rankOf is 0 for a row that names what is asked, or names nothing where nothing is asked, else 1.
func rankOf(list []*catalog.Term, asked *catalog.Term) int {
	if (len(list) > 0) == (asked != nil) {
		return 0
	}
	return 1
}

// TopicAnswers is who answers for a topic.
type TopicAnswers struct {
	Topic   *catalog.Term
	Answers []*Answer
}

// ByTopic returns for every topic of the vocabulary who answers for it in a place, whatever the audience and circle; none where nobody does.
func (r *Responsibility) ByTopic(place *catalog.Place) []TopicAnswers {
	list := make([]TopicAnswers, len(r.topics))
	for i, topic := range r.topics {
		list[i] = TopicAnswers{topic, r.Who(place, topic, nil, nil)}
	}
	return list
}

// Gap is a block of questions that nobody answers: every combination of its places, topics, audiences and circles.
type Gap struct {
	Places                     []*catalog.Place
	Topics, Audiences, Circles []*catalog.Term
}

// Cells returns how many questions the gap holds.
func (g Gap) Cells() int { return len(g.Places) * len(g.Topics) * len(g.Audiences) * len(g.Circles) }

// Coverage says how many of all questions are answered.
type Coverage struct {
	// Cells is how many questions there are: municipality by topic by audience by circle.
	Cells int
	// Unanswered is how many nobody answers; the gaps hold each of them once.
	Unanswered int
	// OnlyCatchAll is how many the county's catch-all alone answers.
	OnlyCatchAll int
	Gaps         []Gap
}

// Gaps goes through every question of a municipality, a topic, an audience and a circle, and returns those that nobody answers in blocks.
//
// The work does not grow with the questions, a state has millions of them: rows that say the same but for their places are one shape,
// municipalities with the same shapes have the same answers, and for each topic a shape is a set of bits over audience and circle.
func (r *Responsibility) Gaps() Coverage {
	shapes := r.shapes()
	municipalities := r.tree.Municipalities()
	var kinds []*townKind
	byKey := map[string]*townKind{}
	for _, p := range municipalities {
		of := shapes.at(r, p)
		key := keyOf(of)
		if byKey[key] == nil {
			byKey[key] = &townKind{shapes: of}
			kinds = append(kinds, byKey[key])
		}
		byKey[key].places = append(byKey[key].places, p)
	}
	cells := len(r.topics) * len(r.audiences) * len(r.circles)
	coverage := Coverage{Cells: len(municipalities) * cells}
	var blocks blockList
	for _, kind := range kinds {
		onlyCatchAll := r.look(shapes, kind, &blocks)
		coverage.OnlyCatchAll += len(kind.places) * onlyCatchAll
	}
	coverage.Gaps = blocks.gaps(r)
	for _, gap := range coverage.Gaps {
		coverage.Unanswered += gap.Cells()
	}
	return coverage
}

// townKind are municipalities that the same shapes cover.
type townKind struct {
	places []*catalog.Place
	shapes []int
}

// shape is what rows say that differ in nothing but their places.
type shape struct {
	topics   []bool   // by the vocabulary's order
	cells    []uint64 // a bit for each audience and circle
	catchAll bool
}

type shapeTable struct {
	list  []shape
	ofRow []int
}

func (r *Responsibility) shapes() *shapeTable {
	t := &shapeTable{}
	known := map[string]int{}
	for _, row := range r.rows {
		key := fmt.Sprint(row.said.Topics, row.said.Audiences, row.said.Circles, row.catchAll)
		id, ok := known[key]
		if !ok {
			id = len(t.list)
			known[key] = id
			t.list = append(t.list, r.shapeOf(row))
		}
		t.ofRow = append(t.ofRow, id)
	}
	return t
}

func (r *Responsibility) shapeOf(row responsibilityRow) shape {
	s := shape{topics: make([]bool, len(r.topics)), cells: r.noCells(), catchAll: row.catchAll}
	for i, topic := range r.topics {
		s.topics[i] = covers(row.said.Topics, topic)
	}
	for a, audience := range r.audiences {
		for c, circle := range r.circles {
			if covers(row.said.Audiences, audience) && covers(row.said.Circles, circle) {
				bit := a*len(r.circles) + c
				s.cells[bit/64] |= 1 << (bit % 64)
			}
		}
	}
	return s
}

func (r *Responsibility) noCells() []uint64 {
	return make([]uint64, (len(r.audiences)*len(r.circles)+63)/64)
}

// at returns the shapes that hold in a place, in order.
func (t *shapeTable) at(r *Responsibility, p *catalog.Place) []int {
	var found []int
	for _, above := range r.tree.Chain(p) {
		for _, row := range r.at[above] {
			found = append(found, t.ofRow[row])
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// look adds the gaps of these municipalities to the blocks, and returns how many of the questions of each only a catch-all answers.
func (r *Responsibility) look(shapes *shapeTable, kind *townKind, blocks *blockList) (onlyCatchAll int) {
	var here blockList
	for topic := range r.topics {
		answered, byOthers := r.noCells(), r.noCells()
		for _, id := range kind.shapes {
			s := &shapes.list[id]
			for word := range s.cells {
				if s.topics[topic] {
					answered[word] |= s.cells[word]
				}
				if s.topics[topic] && !s.catchAll {
					byOthers[word] |= s.cells[word]
				}
			}
		}
		for word := range answered {
			onlyCatchAll += bits.OnesCount64(answered[word] &^ byOthers[word])
		}
		for _, open := range r.openBlocks(answered) {
			same := here.at(keyOf(open.audiences, open.circles), open)
			same.topics = append(same.topics, topic)
		}
	}
	for _, b := range here.list {
		same := blocks.at(keyOf(b.topics, b.audiences, b.circles), *b)
		same.places = append(same.places, kind.places...)
	}
	return onlyCatchAll
}

// openBlocks returns the audiences and circles nobody answers, those audiences together that lack the same circles.
func (r *Responsibility) openBlocks(answered []uint64) []block {
	var list blockList
	for audience := range r.audiences {
		var circles []int
		for circle := range r.circles {
			if bit := audience*len(r.circles) + circle; answered[bit/64]>>(bit%64)&1 == 0 {
				circles = append(circles, circle)
			}
		}
		if len(circles) > 0 {
			same := list.at(keyOf(circles), block{circles: circles})
			same.audiences = append(same.audiences, audience)
		}
	}
	open := make([]block, len(list.list))
	for i, b := range list.list {
		open[i] = *b
	}
	return open
}

// block is a gap by the places of its terms in their vocabularies.
type block struct {
	places                     []*catalog.Place
	topics, audiences, circles []int
}

// blockList gathers blocks that are the same in all but one respect.
type blockList struct {
	list  []*block
	byKey map[string]*block
}

// at returns the block of a key, at first as given.
func (l *blockList) at(key string, first block) *block {
	if l.byKey == nil {
		l.byKey = map[string]*block{}
	}
	if l.byKey[key] == nil {
		l.byKey[key] = &first
		l.list = append(l.list, &first)
	}
	return l.byKey[key]
}

// keyOf returns lists as a key of a map.
func keyOf(lists ...[]int) string {
	var key []byte
	for _, list := range lists {
		key = binary.AppendUvarint(key, uint64(len(list)))
		for _, number := range list {
			key = binary.AppendUvarint(key, uint64(number))
		}
	}
	return string(key)
}

func (l *blockList) gaps(r *Responsibility) []Gap {
	gaps := make([]Gap, len(l.list))
	for i, b := range l.list {
		slices.SortFunc(b.places, comparePlaces)
		gaps[i] = Gap{b.places, pick(r.topics, b.topics), pick(r.audiences, b.audiences), pick(r.circles, b.circles)}
	}
	return gaps
}

func pick(terms []*catalog.Term, indexes []int) []*catalog.Term {
	picked := make([]*catalog.Term, len(indexes))
	for i, index := range indexes {
		picked[i] = terms[index]
	}
	return picked
}
