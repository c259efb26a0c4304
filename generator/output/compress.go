package output

import (
	"bytes"
	"io"
	"path"
	"sync"
	"sync/atomic"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// brotliLevel: levels 7 to 9 take twice the time of 6 for less than half a percent; 10 and 11 save another 11 to 15 percent
// for 17 to 55 times the time (pages of 9 and 37 kB).
const brotliLevel = 6

// compressible reports whether a file is of a kind that readers' browsers ask for compressed and that is not so already.
func compressible(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".bin":
		return true
	}
	return false
}

// compressor keeps the writers, which are large, for the next file.
type compressor struct {
	gzips, brotlis sync.Pool
	runs           atomic.Int64 // how often something was compressed
}

// resetter is what gzip and brotli writers have in common.
type resetter interface {
	io.WriteCloser
	Reset(io.Writer)
}

func (c *compressor) gzip(data []byte) ([]byte, error) {
	w, ok := c.gzips.Get().(*gzip.Writer)
	if !ok {
		var err error
		if w, err = gzip.NewWriterLevel(nil, gzip.BestCompression); err != nil {
			return nil, err
		}
	}
	defer c.gzips.Put(w)
	c.runs.Add(1)
	return pack(w, data)
}

func (c *compressor) brotli(data []byte) ([]byte, error) {
	w, ok := c.brotlis.Get().(*brotli.Writer)
	if !ok {
		w = brotli.NewWriterLevel(nil, brotliLevel)
	}
	defer c.brotlis.Put(w)
	c.runs.Add(1)
	return pack(w, data)
}

func pack(w resetter, data []byte) ([]byte, error) {
	var packed bytes.Buffer
	w.Reset(&packed)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// putCompressed puts the compressed copies of a file beside it, where they are smaller. The copies of a file that is the
// same as before are kept, if they were made by the same version: compressing takes longer than all the rest.
func (f *Folder) putCompressed(path string, data []byte, same bool) error {
	same = same && f.old.Compressed && f.old.Version == f.opts.Version
	for _, kind := range []struct {
		ext  string
		pack func([]byte) ([]byte, error)
	}{{".gz", f.squeeze.gzip}, {".br", f.squeeze.brotli}} {
		packed, kept := f.packedBefore(path+kind.ext, same)
		if !kept {
			var err error
			if packed, err = kind.pack(data); err != nil {
				return err
			}
		}
		if packed == nil || len(packed) >= len(data) {
			continue
		}
		if _, err := f.put(path+kind.ext, packed); err != nil {
			return err
		}
	}
	return nil
}

// packedBefore returns the copy that an earlier build made of the same file, nil if it made none because that would not
// have been smaller. It is not ok if the copy is not what that build wrote.
func (f *Folder) packedBefore(path string, same bool) (packed []byte, ok bool) {
	if !same {
		return nil, false
	}
	f.mu.Lock()
	r, listed := f.files[fold(path)]
	f.mu.Unlock()
	if !listed {
		return nil, true
	}
	packed, err := f.root.ReadFile(path)
	return packed, err == nil && digestOf(packed) == r.hash
}
