package yamldoc

import "gopkg.in/yaml.v3"

// Reader reads one file after the other in the same room. The tree of a file holds until the next one is read; the texts in it hold for
// good. The zero value is ready.
type Reader struct {
	source source
	room   room
}

// room is what the trees of plain files are made of. A piece that is used up is left to the tree that lies in it, and the next one
// is larger; what is there when the next file is read is used again.
type room struct {
	nodes     []yaml.Node
	parts     []*yaml.Node
	nodesUsed int
	partsUsed int
	open      []*yaml.Node // the parts of all groups and lists that are being read, the innermost last
}

// The first pieces are for a file with a few fields.
const (
	fewNodes = 32
	fewParts = 32
)

// clear makes room for the next tree.
func (r *room) clear() { r.nodesUsed, r.partsUsed, r.open = 0, 0, r.open[:0] }

// node is a place for a node, in which anything may stand.
func (r *room) node() *yaml.Node {
	if r.nodesUsed == len(r.nodes) {
		r.nodes, r.nodesUsed = make([]yaml.Node, max(fewNodes, 2*len(r.nodes))), 0
	}
	r.nodesUsed++
	return &r.nodes[r.nodesUsed-1]
}

// close keeps the parts opened since, as those of one group or list.
func (r *room) close(since int) []*yaml.Node {
	parts := r.open[since:]
	r.open = r.open[:since]
	if len(parts) == 0 {
		return nil
	}
	if len(r.parts)-r.partsUsed < len(parts) {
		r.parts, r.partsUsed = make([]*yaml.Node, max(fewParts, 2*len(r.parts), len(parts))), 0
	}
	from := r.partsUsed
	r.partsUsed += copy(r.parts[from:], parts)
	return r.parts[from:r.partsUsed:r.partsUsed]
}
