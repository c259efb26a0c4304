package textindex

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

const (
	coreLimit  = 24 << 10 // bytes of the packed core that the head takes in; a larger core is cut up
	coreShard  = 5 << 10  // bytes of a piece of the core, before it is packed
	textShard  = 16 << 10
	orderLimit = 600 // documents; of more the order of titles is a file of its own
)

// Build makes the index of one language. The same input gives the same bytes. Errors are mistakes of the caller's: numbers out of range,
// two documents of one key, line breaks in cards.
func Build(ctx context.Context, input Input) (*Index, error) {
	if err := check(&input); err != nil {
		return nil, fmt.Errorf("index of %s: %w", input.Lang, err)
	}
	b := newBuilder(&input)
	for _, step := range []func() error{b.read, b.layText, b.layCore, b.layCards, b.layLater, b.layHead} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := step(); err != nil {
			return nil, fmt.Errorf("index of %s: %w", input.Lang, err)
		}
	}
	slices.SortFunc(b.index.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	b.index.Files = slices.CompactFunc(b.index.Files, func(a, b File) bool { return a.Name == b.Name })
	return &b.index, nil
}

// builder carries what the steps of a build hand on.
type builder struct {
	input     *Input
	own       *lexicon // of the index's language
	collector *collector
	packer    *packer
	documents []*Document // by number
	places    []place
	slots     []int32
	groups    []int32
	titles    []uint8           // by place: how many words the titles of a document have
	numbers   []int             // by place: the document's number
	ahead     map[string]string // names of files of cards, by the documents in them
	cardNames string            // of the blocks' files, one after the other
	cardsFile part              // that is being made
	cardLines []byte            // in it
	names     names
	head      headData
	core      part // the core, if the head takes it in
	index     Index
}

func newBuilder(input *Input) *builder {
	b := &builder{input: input, collector: newCollector(), packer: newPacker(), ahead: map[string]string{}}
	b.own = b.collector.lexicon(input.Lang)
	keys := make([]string, len(input.Documents))
	for i := range input.Documents {
		keys[i] = OrderKey(input.Documents[i].Shelf, input.Documents[i].Key)
	}
	b.places = placesOf(keys)
	for _, p := range b.places {
		b.documents = append(b.documents, &input.Documents[p.index])
		b.slots = append(b.slots, int32(p.slot))
	}
	return b
}

// read turns texts into postings of words and finds which words belong together.
func (b *builder) read() error {
	c := b.collector
	c.makeRoom(b.documents)
	for _, d := range b.documents {
		c.document(d)
	}
	used := make([]bool, len(b.input.Concepts))
	for _, d := range b.documents {
		for _, concept := range d.Concepts {
			used[concept] = true
		}
	}
	labels := c.label(b.input.Concepts, used)
	c.choose()
	for _, l := range c.lexicons {
		c.split(l)
	}
	c.choose()
	b.groups = c.merge()
	b.names = c.names(labels, b.groups, b.own)
	for i, slot := range b.slots {
		free := int(slot) - len(b.titles)
		b.titles = append(append(b.titles, make([]uint8, free)...), c.titles[i])
		b.numbers = append(append(b.numbers, make([]int, free)...), i)
	}
	return nil
}

// layText lays out the second tier. Its list of shards is a file of its own: most readers never need it.
func (b *builder) layText() error {
	c := b.collector
	if len(c.body.hits) == 0 {
		return nil
	}
	t := c.tierOf(&c.body, b.groups, b.slots, mostInBody)
	list, err := b.shards(b.layer(t, textShard), t.entries, textName)
	if err != nil {
		return err
	}
	var p part
	if err := p.json(list); err != nil {
		return err
	}
	b.head.Text, err = b.add("text", &p)
	return err
}

// layCore lays out the core and the names in other languages.
func (b *builder) layCore() error {
	c := b.collector
	t := c.tierOf(&c.core, b.groups, b.slots, otherStrength)
	b.conceptLists(t)
	b.names.addTo(t, c, b.own, b.groups)
	b.openAll(t)
	r := b.ranker(t)
	if err := r.layAhead(t.entries); err != nil {
		return err
	}
	if err := b.layTongues(r); err != nil {
		return err
	}
	if core, err := b.smallCore(t); err != nil {
		return err
	} else if core != nil {
		b.core.nested(core)
		return nil
	}
	if err := r.layPairs(); err != nil {
		return err
	}
	var err error
	var words part
	vocabulary(&words, t.entries, t.lists)
	if b.head.Words, err = b.add("words", &words); err != nil {
		return err
	}
	l := b.layer(t, coreShard)
	l.copies = true
	b.head.Core, err = b.shards(l, t.entries, coreName)
	return err
}

// smallCore returns the core in one piece if it is so small that the head can take it in, else nil. What gzip would have to make ten times
// smaller is not tried.
func (b *builder) smallCore(t *tier) (*part, error) {
	l := b.layer(t, 0)
	size := 0
	for i := range t.entries {
		if size += l.weigh(&t.entries[i]); size > 10*coreLimit {
			return nil, nil
		}
	}
	core := l.lay(t.entries)[0].part
	if small, err := b.packer.fits(coreLimit, core.Bytes()); err != nil || !small {
		return nil, err
	}
	return &core, nil
}

// conceptLists adds the postings of concepts.
func (b *builder) conceptLists(t *tier) {
	lists := make([][]posting, len(b.input.Concepts))
	for i, d := range b.documents {
		concepts := slices.Clone(d.Concepts)
		slices.Sort(concepts)
		for _, concept := range slices.Compact(concepts) {
			strength := b.collector.strengths[b.input.Concepts[concept].Field]
			lists[concept] = append(lists[concept], posted(b.slots[i], strength))
		}
	}
	t.lists = append(t.lists, lists...)
}

// openAll sees to it that every concept is opened by some word, even if it has no name in the index's language.
func (b *builder) openAll(t *tier) {
	openers := numberGroups(t.entries, len(t.lists), nil).openers
	last := entry{folded: "\ufffd", shown: "\ufffd"} // no word of a text
	for i := range b.input.Concepts {
		group := int32(len(b.collector.words) + i)
		if openers[group] == nil && len(t.lists[group]) > 0 {
			last.refs = append(last.refs, ref{group: group})
		}
	}
	if len(last.refs) > 0 {
		t.entries = append(t.entries, last)
	}
}

func (b *builder) layTongues(r *ranker) error {
	entries := b.names.tongues(r.core, b.collector, b.own, b.groups)
	if len(entries) == 0 {
		return nil
	}
	if err := r.layAhead(entries); err != nil {
		return err
	}
	var p part
	var others []affixes
	for _, l := range b.collector.lexicons {
		if l != b.own {
			others = append(others, l.affixes())
		}
	}
	if err := p.json(others); err != nil {
		return err
	}
	l := b.layer(r.core, 0)
	l.next = -1 // all it leads to is in the core
	dictionary := l.shard(entries)
	p.nested(&dictionary.part)
	var err error
	b.head.Tongues, err = b.add("tongues", &p)
	return err
}

// layer lays out a tier.
func (b *builder) layer(t *tier, size pieces) *layer {
	return &layer{lists: t.lists, numbering: numberGroups(t.entries, len(t.lists), b.names.best), size: size, titles: b.titles}
}

func (b *builder) shards(l *layer, entries []entry, what string) (*shardList, error) {
	list := &shardList{}
	for _, s := range l.lay(entries) {
		name, err := b.add(what, &s.part)
		if err != nil {
			return nil, err
		}
		list.First = append(list.First, s.first)
		list.Groups = append(list.Groups, s.group)
		list.Names += name
	}
	return list, nil
}

// layLater lays out the facets that are looked at later, and the orders of documents if there are many.
func (b *builder) layLater() error {
	var later part
	var data []facetData
	facets := b.facets(true)
	for _, facet := range facets {
		data = append(data, b.input.Facets[facet].data(true))
	}
	if len(data) > 0 {
		if err := later.json(data); err != nil {
			return err
		}
		for _, c := range b.facetColumns(facets) {
			later.cut()
			c.addTo(&later)
		}
		var err error
		if b.head.Later, err = b.add("later", &later); err != nil {
			return err
		}
	}
	if len(b.documents) <= orderLimit {
		return nil
	}
	var p part
	b.orders(&p)
	var err error
	b.head.Order, err = b.add("order", &p)
	return err
}

func (b *builder) orders(p *part) {
	distances(p, b.documents, func(d *Document) int { return d.TitleOrder })
	distances(p, b.documents, func(d *Document) int { return d.PlaceOrder })
}

// layHead lays out the file that is opened first.
func (b *builder) layHead() error {
	b.head.Fold = b.collector.folder.data()
	b.head.Affixes = []affixes{}
	b.head.Spell, b.head.Joiners = [][2]string{}, b.collector.joiners()
	for _, l := range b.collector.lexicons {
		if l == b.own {
			b.head.Affixes = append(b.head.Affixes, l.affixes())
		}
		b.head.Spell = append(b.head.Spell, l.spell...)
	}
	b.head.Facets = []facetData{}
	for i := range b.input.Facets {
		b.head.Facets = append(b.head.Facets, b.input.Facets[i].data(!b.input.Facets[i].Later))
	}
	var p part
	if err := p.json(b.head); err != nil {
		return err
	}
	p.cut()
	p.block([]byte(b.cardNames))
	p.cut()
	columns(&p, b.documents, b.places)
	if b.head.Order == "" {
		p.cut()
		b.orders(&p)
	}
	for _, c := range b.facetColumns(b.facets(false)) {
		p.cut()
		c.addTo(&p)
	}
	p.cut()
	p.append(&b.core)
	name, err := b.add("head", &p)
	b.index.Head = "head." + name + ".bin"
	return err
}

// add packs a file and returns its short name: the hash alone, as heads and lists name it.
func (b *builder) add(what string, p *part) (string, error) {
	return b.keep(b.packer.pack(what, p.Bytes(), p.cuts...))
}

// keep takes a file that has been packed into the index and returns its short name.
func (b *builder) keep(file File, err error) (string, error) {
	if err != nil {
		return "", err
	}
	b.index.Files = append(b.index.Files, file)
	return short(file.Name), nil
}

// short is the hash in a file's name.
func short(name string) string {
	_, hash, _ := strings.Cut(strings.TrimSuffix(name, ".bin"), ".")
	return hash
}

func check(input *Input) error {
	keys := make(map[string]bool, len(input.Documents))
	for i := range input.Concepts {
		if field := input.Concepts[i].Field; field >= Body {
			return fmt.Errorf("concept %s: no such field %d", input.Concepts[i].Key, field)
		}
	}
	for i := range input.Documents {
		d := &input.Documents[i]
		if keys[d.Key] {
			return fmt.Errorf("two documents are called %s", d.Key)
		}
		keys[d.Key] = true
		if len(d.Facets) > len(input.Facets) {
			return fmt.Errorf("%s has terms of %d facets, there are %d", d.Key, len(d.Facets), len(input.Facets))
		}
		for _, concept := range d.Concepts {
			if concept < 0 || concept >= len(input.Concepts) {
				return fmt.Errorf("%s: no concept has the number %d", d.Key, concept)
			}
		}
		if slices.ContainsFunc(d.Card, breaksCards) {
			return fmt.Errorf("the card of %s holds a tab or a line break", d.Key)
		}
		for f, terms := range d.Facets {
			for _, term := range terms {
				if term < 0 || term >= len(input.Facets[f].Terms) {
					return fmt.Errorf("%s: the facet %s has no term %d", d.Key, input.Facets[f].ID, term)
				}
			}
		}
	}
	return nil
}

// breaksCards tells whether a text would be taken for several. (ContainsAny looks at each byte by itself, which takes longer.)
func breaksCards(text string) bool {
	return strings.IndexByte(text, '\t') >= 0 || strings.IndexByte(text, '\n') >= 0
}
