package catalog

// place is where in a file the decoder is. It grows and shrinks with what is being read, so that no path has to be made of any field of any file.
type place struct {
	keys  []byte // the path: keys joined by dots, items of a list by their id
	hash  pathHash
	field int // how much of it is the path of the field that is being read
}

// outside is the place that something was entered from.
type outside struct {
	keys, field int
	hash        pathHash
}

// enter goes to what a key or an id names in here.
func (p *place) enter(name string) outside {
	from := outside{len(p.keys), p.field, p.hash}
	if len(p.keys) > 0 {
		p.keys = append(p.keys, '.')
		p.hash = p.hash.with(".")
	} else {
		p.hash = noPath
	}
	p.keys = append(p.keys, name...)
	p.hash = p.hash.with(name)
	return from
}

// leave goes back.
func (p *place) leave(to outside) { p.keys, p.field, p.hash = p.keys[:to.keys], to.field, to.hash }

// at is the path of the field that is being read.
func (p *place) at() string { return string(p.keys[:p.field]) }

// pathHash is the 32 bits of FNV-1a of a path, which can be worked out part by part.
type pathHash uint32

const noPath pathHash = 2166136261

// with is the hash of a longer path.
func (h pathHash) with(more string) pathHash {
	for i := range len(more) {
		h = (h ^ pathHash(more[i])) * 16777619
	}
	return h
}
