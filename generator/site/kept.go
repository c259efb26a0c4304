package site

import (
	"sync"
	"sync/atomic"

	"mappe/generator/address"
	"mappe/generator/catalog"
)

// kept makes a part of pages that many of them share remember what it was rendered to. A partial writes the same for the same value
// always, since templates know nothing else; so whoever renders the value first leaves the markup for all others. A type that embeds kept
// is handed about by pointer, does not change once it is made, and belongs to one language.
type kept struct{ made atomic.Pointer[keptMarkup] }

// keptMarkup is what one partial made of the value; others follow.
type keptMarkup struct {
	partial string
	markup  []byte
	next    *keptMarkup
}

// Kept returns what a partial makes of the value, nil where that is not known.
func (k *kept) Kept(partial string) []byte {
	for known := k.made.Load(); known != nil; known = known.next {
		if known.partial == partial {
			return known.markup
		}
	}
	return nil
}

// Keep keeps what a partial makes of the value.
func (k *kept) Keep(partial string, markup []byte) {
	all := k.made.Load()
	k.made.CompareAndSwap(all, &keptMarkup{partial, markup, all}) // whoever was quicker has made the same, or another has to be made again
}

// Once returns what is kept under a key, and makes it where nothing is. Two who ask at the same time may both make it; one of the two is
// kept, and they are the same.
func Once[T any](kept *sync.Map, key any, make func() T) T {
	if known, found := kept.Load(key); found {
		return known.(T)
	}
	known, _ := kept.LoadOrStore(key, make())
	return known.(T)
}

// once is Once for what a view makes; it is given to make one that makes it for good.
func once[T any](v *view, kept *sync.Map, key any, make func(*view) T) T {
	return Once(kept, key, func() T { return make(v.lasting()) })
}

// toldRecords are what is told of records once for a language, by a view of no page: links are paths below the output folder, which each page
// makes its own (link, linked, linkedValues). What is made of them must not be changed.
type toldRecords struct {
	home     Link
	lists    map[string]Link // by folder
	topics   map[*catalog.Term]Link
	cards    *perRecord[Card]
	links    *perRecord[Link]
	contacts *perRecord[[]Value]
}

// told is what is told of records in the page's language.
func (v *view) told() *toldRecords {
	if v.records == nil {
		v.records = once(v, &v.shared[v.lang], "told", func(v *view) *toldRecords {
			return v.ofNoPage().newTold()
		})
	}
	return v.records
}

func (v *view) newTold() *toldRecords {
	places := v.places[v.lang]()
	told := &toldRecords{
		home: v.ownLink(v.t("nav.home"), address.Home(v.code)), lists: map[string]Link{}, topics: map[*catalog.Term]Link{},
		cards: newPerRecord[Card](places), links: newPerRecord[Link](places), contacts: newPerRecord[[]Value](places),
	}
	for _, l := range v.lists {
		told.lists[l.folder] = v.ownLink(v.t("type."+l.folder), address.List(v.code, l.folder, 1))
	}
	for _, topic := range v.Catalogue.Vocabulary("topics").Terms {
		told.topics[topic] = Link{Words: v.term(topic), Href: v.to(address.Topic(v.code, topic.ID))}
	}
	return told
}

// ofNoPage is a view of no page in the same language. What it makes lasts; its links are paths below the output folder.
func (v *view) ofNoPage() *view {
	if v.noPage == nil {
		v.noPage = v.view(Planned{Lang: v.lang})
	}
	return v.noPage
}

// perRecord is what has been told of records that have a page, by the record's number. It takes no memory until a record is asked for.
type perRecord[T any] struct {
	places places
	asked  sync.Once
	told   byRecord[T]
}

// byRecord is what is known of records, by their numbers.
type byRecord[T any] []atomic.Pointer[T]

// once returns what is known of the record of a number, and finds it out where nothing is; two who ask at the same time may both do so.
func (t byRecord[T]) once(number int, tell func() *T) *T {
	at := &t[number]
	if known := at.Load(); known != nil {
		return known
	}
	at.CompareAndSwap(nil, tell())
	return at.Load()
}

func newPerRecord[T any](places places) *perRecord[T] { return &perRecord[T]{places: places} }

// once returns what a view tells of a record, and makes it where nothing is, as the other once does; always for a record without a page.
func (p *perRecord[T]) once(v *view, entry catalog.Entry, tell func(*view, catalog.Entry) *T) *T {
	number := entry.Base().Number
	if p.places[number] == 0 {
		return tell(v, entry)
	}
	return p.all().once(number, func() *T { return tell(v.lasting(), entry) })
}

// all is what has been told, of all records.
func (p *perRecord[T]) all() byRecord[T] {
	p.asked.Do(func() { p.told = make(byRecord[T], len(p.places)) })
	return p.told
}
