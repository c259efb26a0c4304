package site

import (
	"slices"
	"strings"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// answersByTopic tells who answers for what in a place, a group for each topic. A topic that the same offices answer for as for the one
// above it is not told apart; those no office names are one group at the end.
func (v *view) answersByTopic(place *catalog.Place, prefix string) []Group {
	topics := v.toldTopics(place)
	groups := v.room.groups.take(len(topics) + 1)
	for _, t := range topics {
		groups = append(groups, Group{ID: prefix + t.Topic.ID, Heading: v.topicLink(t.Topic), Cards: brief(v.answerCards(t.Answers, place, t.Topic))})
	}
	if rest := v.otherwise(place); len(rest) > 0 {
		groups = append(groups, Group{ID: prefix + "other", Heading: Link{Words: v.own(v.t("contacts.other_topics"))}, Cards: brief(v.answerCards(rest, place, nil))})
	}
	return groups
}

// toldTopics are the topics that are told apart in a place, with the answers that decide; found once for all languages. They must not be changed.
func (s *Site) toldTopics(place *catalog.Place) []facts.TopicAnswers {
	return Once(&s.told, place, func() []facts.TopicAnswers { return s.findTopics(place) })
}

func (s *Site) findTopics(place *catalog.Place) []facts.TopicAnswers {
	all := s.responsibility.ByTopic(place)
	told := make(map[*catalog.Term][]*facts.Answer, len(all))
	for _, t := range all {
		told[t.Topic] = decisive(t.Answers, t.Topic)
	}
	var topics []facts.TopicAnswers
	for _, t := range all {
		answers := told[t.Topic]
		if len(answers) > 0 && len(answers[0].Row.Topics) > 0 && !sameContacts(answers, told[t.Topic.Parent]) {
			topics = append(topics, facts.TopicAnswers{Topic: t.Topic, Answers: answers})
		}
	}
	return topics
}

// otherwise are the answers for whatever no office names.
func (v *view) otherwise(place *catalog.Place) []*facts.Answer {
	answers := v.responsibility.Who(place, nil, nil, nil)
	return decisive(slices.DeleteFunc(answers, func(a *facts.Answer) bool { return len(a.Row.Topics) > 0 }), nil)
}

// whoAnswers are the answers for a topic in a place, for a reader who has not said who they are.
func (v *view) whoAnswers(place *catalog.Place, topic *catalog.Term) []*facts.Answer {
	return decisive(v.responsibility.Who(place, topic, nil, nil), topic)
}

// decisive keeps of all answers those that may be the best one, whoever the reader is: from the nearest place upwards the first for
// each kind of people, up to the place where one is for everybody. Beside an office for a topic above, the one that names the
// topic itself is kept too.
func decisive(answers []*facts.Answer, topic *catalog.Term) []*facts.Answer {
	type kind struct {
		people string
		exact  bool
	}
	var kept []*facts.Answer
	seen := map[kind]bool{}
	for _, answer := range answers {
		everybody := seen[kind{"", false}] || seen[kind{"", true}]
		if everybody && answer.Place != kept[len(kept)-1].Place {
			break
		}
		k := kind{peopleOf(answer.Row), slices.Contains(answer.Row.Topics, topic)}
		if !seen[k] {
			seen[k] = true
			kept = append(kept, answer)
		}
	}
	return kept
}

// brief leaves the name, the number and for whom: where there are many cards one looks for the number.
func brief(cards []Card) []Card {
	for i := range cards {
		cards[i].Type, cards[i].Summary = "", Words{}
	}
	return cards
}

// peopleOf names the people a row is for, empty for everybody.
func peopleOf(row *catalog.Responsibility) string {
	var ids []string
	for _, term := range slices.Concat(row.Circles, row.Audiences) {
		ids = append(ids, term.Vocabulary+"/"+term.ID)
	}
	return strings.Join(ids, " ")
}

func sameContacts(a, b []*facts.Answer) bool {
	return slices.EqualFunc(a, b, func(a, b *facts.Answer) bool { return a.Contact == b.Contact })
}

func (v *view) answerCards(answers []*facts.Answer, place *catalog.Place, topic *catalog.Term) []Card {
	list := v.room.cards.take(len(answers))
	for _, answer := range answers {
		card := v.sharedCard(answer.Contact)
		if people := v.peopleFor(answer.Contact, place, topic); len(people) > 0 {
			card.fact(v, "for_whom", v.note(v.labels(v.terms(people))))
		}
		list = append(list, card)
	}
	return list
}

// peopleFor are the circles and audiences a contact answers for in a place and topic, by all of its rows; none where it answers for
// everybody.
func (v *view) peopleFor(c *catalog.Contact, place *catalog.Place, topic *catalog.Term) []*catalog.Term {
	var people []*catalog.Term
	for i := range c.Responsible {
		row := &c.Responsible[i]
		if !v.covers(row, place, topic) {
			continue
		}
		named := slices.Concat(row.Circles, row.Audiences)
		if len(named) == 0 {
			return nil
		}
		for _, term := range named {
			if !slices.Contains(people, term) {
				people = append(people, term)
			}
		}
	}
	return people
}

// covers reports whether a row is about a place and names a topic, or names none where none is asked for.
func (v *view) covers(row *catalog.Responsibility, place *catalog.Place, topic *catalog.Term) bool {
	if len(row.Topics) > 0 && !slices.ContainsFunc(row.Topics, func(t *catalog.Term) bool { return topic.Within(t) }) {
		return false
	}
	return len(row.Places) == 0 || slices.ContainsFunc(row.Places, func(ref catalog.Ref[catalog.Place]) bool { return v.tree.Includes(ref.To, place) })
}

// countyContacts are the contacts that have a certain row for the county as a whole, each with the topics of such rows.
func (v *view) countyContacts(certain func(*catalog.Responsibility) bool) []Card {
	var list []Card
	for _, contact := range v.Catalogue.Contacts {
		if facts.LifeOf(&contact.Record, v.Today) != facts.Published {
			continue
		}
		var topics []*catalog.Term
		found := false
		for i := range contact.Responsible {
			row := &contact.Responsible[i]
			wide := len(row.Places) == 0 || slices.ContainsFunc(row.Places, func(ref catalog.Ref[catalog.Place]) bool { return ref.To == v.tree.County() })
			if wide && certain(row) {
				found = true
				topics = append(topics, row.Topics...)
			}
		}
		if found {
			list = append(list, v.contactCard(contact, topics))
		}
	}
	return list
}

// contactCard is a contact with the topics it answers for.
func (v *view) contactCard(c *catalog.Contact, topics []*catalog.Term) Card {
	card := v.sharedCard(c)
	catalog.SortTerms(topics)
	if topics = slices.Compact(topics); len(topics) > 0 {
		card.fact(v, "topics", v.note(v.labels(v.terms(topics))))
	}
	return card
}

// finderLink leads to whom to ask.
func (v *view) finderLink(text string) Link { return v.ownLink(text, address.ContactFinder(v.code)) }

// narrowedName is what a list narrowed to a term is called.
func (v *view) narrowedName(folder string, term Words) string {
	return v.t("list.narrowed", "type", v.t("type."+folder), "term", v.isolate(term.Text))
}
