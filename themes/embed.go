// Package themes holds the theme that comes with the program. It is plain files; package generator/theme reads them, and
// docs/themes.md explains them.
package themes

import "embed"

// Files holds a folder for each theme, with its layouts, partials, assets and messages.
//
//go:embed default
var Files embed.FS
