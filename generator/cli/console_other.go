//go:build !windows

package cli

import "os"

// systemLanguage is the language of findings where no variable says it.
func systemLanguage() string { return "en" }

// understandsControls reports whether a terminal takes colours and lines that change.
func understandsControls(*os.File) bool { return true }
