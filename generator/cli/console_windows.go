package cli

import (
	"os"
	"strings"

	"golang.org/x/sys/windows"
)

// systemLanguage is the language of findings where no variable says it: that of Windows' own menus.
func systemLanguage() string {
	if preferred, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME); err == nil && len(preferred) > 0 && strings.HasPrefix(preferred[0], "de") {
		return "de"
	}
	return "en"
}

// understandsControls reports whether a terminal takes colours and lines that change. The older one of Windows does when it is told to.
func understandsControls(terminal *os.File) bool {
	handle := windows.Handle(terminal.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(handle, &mode); err != nil {
		return false
	}
	return windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
