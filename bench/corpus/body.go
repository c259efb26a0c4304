package main

// Body is a long text in neutral blocks.
type Body []Block

// Block is a heading, a paragraph, a list or a table; exactly one of its fields is set.
type Block struct {
	Heading   Text
	Paragraph []Span
	List      []Text
	Table     [][]Text // the first row is its head
}

// Span is a piece of a paragraph: plain, strong, or a link to a record.
type Span struct {
	Words  Text
	Strong bool
	Link   string // <folder>/<id>
}

const (
	leastWords = 150
	mostWords  = 300
)

// body writes a long text of an offer: 150 to 300 words with two headings, a list, a link, emphasis and, in every third, a table.
func (a *author) body(link string) Body {
	left := a.between(leastWords, mostWords)
	list := make([]Text, a.between(3, 5))
	for i := range list {
		n := a.between(3, 8)
		list[i] = a.phrase(n, n)
		left -= n
	}
	var table [][]Text
	if a.chance(1, 3) {
		for range 4 {
			table = append(table, []Text{a.phrase(1, 1), a.phrase(2, 2), a.phrase(1, 1)})
			left -= 4
		}
	}
	heading := func() Block { left -= 3; return Block{Heading: a.phrase(3, 3)} }
	first, second := heading(), heading()
	left -= 2 + 2 // the strong words and the link's
	opening, middle := left*3/10, left*4/10
	body := Body{
		{Paragraph: []Span{{Words: a.paragraph(opening)}}},
		first,
		{Paragraph: []Span{{Words: a.paragraph(middle / 2)}, {Words: a.phrase(2, 2), Strong: true}, {Words: a.paragraph(middle - middle/2)}}},
		{List: list},
		second,
		{Paragraph: []Span{{Words: a.paragraph(left - opening - middle)}, {Words: a.phrase(2, 2), Link: link}}},
	}
	if table != nil {
		body = append(body, Block{Table: table})
	}
	return body
}

// note writes a long text of few words, as offices and organizations have.
func (a *author) note(low, high int) Body {
	return Body{{Paragraph: []Span{{Words: a.paragraph(a.between(low, high))}}}}
}
