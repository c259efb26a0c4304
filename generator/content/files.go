package content

import (
	"fmt"
	"io/fs"
	"os"
)

// Files are the files below a source folder. A pipe or a device among them is not opened: whoever opens a pipe waits for words to come.
func Files(root *os.Root) fs.FS { return sourceFiles{root.FS().(ofRoot)} }

// ofRoot is what the files of an os.Root can be asked for.
type ofRoot interface {
	fs.StatFS
	fs.ReadDirFS
	fs.ReadFileFS
	fs.ReadLinkFS
}

type sourceFiles struct{ ofRoot }

// Open opens a file or folder.
func (f sourceFiles) Open(name string) (fs.File, error) {
	if err := f.check(name); err != nil {
		return nil, err
	}
	return f.ofRoot.Open(name)
}

// ReadFile reads a file.
func (f sourceFiles) ReadFile(name string) ([]byte, error) {
	if err := f.check(name); err != nil {
		return nil, err
	}
	return f.ofRoot.ReadFile(name)
}

func (f sourceFiles) check(name string) error {
	if info, err := f.Stat(name); err == nil && info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice) != 0 {
		return &fs.PathError{Op: "open", Path: name, Err: fmt.Errorf("%w: it is no file", fs.ErrInvalid)}
	}
	return nil
}
