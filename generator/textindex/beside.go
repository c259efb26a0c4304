package textindex

// Beside makes a file that stands beside an index and is read as its files are: data as a block, which the script's load() takes out again. Its name
// is what.<hash>.bin.
func Beside(what string, data []byte) (File, error) {
	var p part
	p.block(data)
	return newPacker().pack(what, p.Bytes())
}
