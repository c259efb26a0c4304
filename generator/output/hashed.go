package output

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
)

// assetsFolder holds the files whose names change with their content.
const assetsFolder = "assets/"

// Hashed returns the path for an asset: assets/<name>.<hash>.<ext>, for example assets/site.1f3870be27.css for site.css.
// Another content gives another path, so that browsers may keep such files for ever. The hash is the first ten hex digits
// of SHA-256, which leaves the chance that two versions of one file meet below one in a million million.
func Hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	short := hex.EncodeToString(sum[:5])
	ext := path.Ext(name)
	return assetsFolder + strings.TrimSuffix(name, ext) + "." + short + ext
}
