package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// cacheVersion is raised when the same file would give other variants.
const cacheVersion = "1"

// Cache keeps what was scaled in files, since scaling a photograph takes as long as making a thousand pages.
//
// It is sound by three rules. A key is a hash over everything an entry depends on: the content of the picture, the version
// of this package, and that of Go, whose encoders write it. An entry says what its bytes add up to, and one that does not is
// as good as none. An entry is written beside its place and renamed, so that several builds may share a folder. So the folder
// can be emptied at any time and costs nothing but time.
type Cache struct {
	// Dir is the folder, made when needed. With none, nothing is kept.
	Dir string
}

// Variants returns what the function Variants returns, from the cache if it can. A folder that cannot be read or written
// makes it slow, not wrong.
func (c Cache) Variants(file []byte) ([]Variant, error) {
	if c.Dir == "" || looksLikeSVG(file) || len(file) > MaxBytes {
		return Variants(file)
	}
	name := filepath.Join(c.Dir, cacheKey(file))
	if data, err := os.ReadFile(name); err == nil {
		if variants, err := unpack(data); err == nil {
			return variants, nil
		}
	}
	variants, err := Variants(file)
	if err != nil {
		return nil, err
	}
	// What cannot be kept is made again next time.
	if data, err := pack(variants); err == nil {
		keep(name, data)
	}
	return variants, nil
}

func cacheKey(file []byte) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s %s %d\n", cacheVersion, runtime.Version(), len(file))
	hash.Write(file)
	return hex.EncodeToString(hash.Sum(nil)[:16]) + ".picture"
}

// pack writes an entry: the sum of what follows, and that.
func pack(variants []Variant) ([]byte, error) {
	var body bytes.Buffer
	if err := gob.NewEncoder(&body).Encode(variants); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(body.Bytes())
	return append(sum[:], body.Bytes()...), nil
}

func unpack(data []byte) ([]Variant, error) {
	if len(data) < sha256.Size || sha256.Sum256(data[sha256.Size:]) != [sha256.Size]byte(data) {
		return nil, errors.New("damaged entry")
	}
	var variants []Variant
	err := gob.NewDecoder(bytes.NewReader(data[sha256.Size:])).Decode(&variants)
	return variants, err
}

// keep writes an entry as a whole or not at all.
func keep(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(name), "new-*")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		os.Remove(file.Name())
	}
	return err
}
