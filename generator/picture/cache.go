package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"fmt"
	"runtime"

	"mappe/generator/cache"
)

// cacheVersion is raised when the same file would give other variants.
const cacheVersion = "1"

// Cache keeps what was scaled in files, since scaling a photograph takes as long as making a thousand pages.
//
// An entry's name is a hash over everything it depends on: the content of the picture, the version of this package, and that of Go, whose
// encoders write it. Package cache says why a folder can be shared and emptied at any time.
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
	name := cacheKey(file)
	if data, there := cache.Read(c.Dir, name); there {
		if variants, err := unpack(data); err == nil {
			return variants, nil
		}
	}
	variants, err := Variants(file)
	if err != nil {
		return nil, err
	}
	if data, err := pack(variants); err == nil {
		_ = cache.Write(c.Dir, name, data) // what cannot be kept is made again next time
	}
	return variants, nil
}

func cacheKey(file []byte) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s %s %d\n", cacheVersion, runtime.Version(), len(file))
	hash.Write(file)
	return hex.EncodeToString(hash.Sum(nil)[:16]) + ".picture"
}

func pack(variants []Variant) ([]byte, error) {
	var body bytes.Buffer
	err := gob.NewEncoder(&body).Encode(variants)
	return body.Bytes(), err
}

func unpack(data []byte) ([]Variant, error) {
	var variants []Variant
	err := gob.NewDecoder(bytes.NewReader(data)).Decode(&variants)
	return variants, err
}
