package output

import "os"

// Opened is a folder that stays open for its files.
type Opened struct{ *os.Root }

// OpenFolder opens the folder of a name below root.
func OpenFolder(root *os.Root, name string) (*Opened, error) {
	folder, err := root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &Opened{folder}, nil
}
