package theme

import "slices"

// piece is what a node of a template becomes: a text that is always the same, or a step, or a choice between two lists of pieces.
type piece struct {
	text   []byte
	step   step
	choose func(then, otherwise step) step
	// then and otherwise are what is chosen from.
	then, otherwise []piece
}

func choice(then, otherwise []piece, choose func(then, otherwise step) step) piece {
	return piece{choose: choose, then: then, otherwise: otherwise}
}

func (p piece) isText() bool { return p.step == nil && p.choose == nil }

// join makes one step of pieces. A page is thousands of texts of a few letters, and to write one takes longer the more there are, not the longer
// they are; so texts are joined: with each other, and with what the branches of a choice that they stand around begin and end with. Of
// <li{{if .Current}} class="here"{{end}}> become <li class="here"> and <li>.
func join(all []piece) step {
	all = joinTexts(all)
	text := func() (text []byte) {
		if len(all) > 0 && all[0].isText() {
			text, all = all[0].text, all[1:]
		}
		return text
	}
	var steps []step
	for len(all) > 0 {
		before := text()
		if len(all) == 0 {
			steps = append(steps, write(before))
			break
		}
		next := all[0]
		all = all[1:]
		steps = append(steps, next.between(before, text()))
	}
	return inTurn(steps)
}

// between is the step of a piece that stands between two texts.
func (p piece) between(before, after []byte) step {
	if p.choose != nil {
		around := func(pieces []piece) step {
			return join(slices.Concat([]piece{{text: before}}, pieces, []piece{{text: after}}))
		}
		return p.choose(around(p.then), around(p.otherwise))
	}
	middle := p.step
	return func(p *page, dot, root spot) {
		p.out = append(p.out, before...)
		middle(p, dot, root)
		p.out = append(p.out, after...)
	}
}

// joinTexts makes one text of those that stand beside each other.
func joinTexts(all []piece) []piece {
	var joined []piece
	for _, next := range all {
		switch last := len(joined) - 1; {
		case !next.isText():
			joined = append(joined, next)
		case len(next.text) == 0:
		case last >= 0 && joined[last].isText():
			joined[last].text = slices.Concat(joined[last].text, next.text)
		default:
			joined = append(joined, next)
		}
	}
	return joined
}

func write(text []byte) step {
	return func(p *page, _, _ spot) { p.out = append(p.out, text...) }
}

func inTurn(steps []step) step {
	switch len(steps) {
	case 0:
		return func(*page, spot, spot) {}
	case 1:
		return steps[0]
	}
	return func(p *page, dot, root spot) {
		for _, s := range steps {
			s(p, dot, root)
		}
	}
}
