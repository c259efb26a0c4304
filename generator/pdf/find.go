package pdf

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
)

// ErrNone says that there is no browser that can print on this machine.
var ErrNone = errors.New("no Chromium, Chrome or Edge found")

// Find returns the browser to start: the one that is named, by a path or as a command, else the first found under the usual names and
// in the usual places. The error is ErrNone if none is named and none found; a named one that is not there is another error.
func Find(named string, getenv func(string) string) (string, error) {
	return find(named, candidates(runtime.GOOS, getenv))
}

func find(named string, usual []string) (string, error) {
	if named != "" {
		program, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("the browser %s cannot be started: %w", named, err)
		}
		return program, nil
	}
	for _, name := range usual {
		if program, err := exec.LookPath(name); err == nil {
			return program, nil
		}
	}
	return "", ErrNone
}

// candidates are the commands and files to look for on a system, the lightest first. All of them print alike.
func candidates(system string, getenv func(string) string) []string {
	switch system {
	case "windows":
		return windowsPrograms(getenv)
	case "darwin":
		return macPrograms(getenv("HOME"))
	}
	return []string{
		"chromium-headless-shell", "headless-shell", "chrome-headless-shell", "chromium", "chromium-browser",
		"google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "brave-browser",
		"/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge",
	}
}

func macPrograms(home string) []string {
	programs := []string{"chromium", "google-chrome"}
	for _, folder := range []string{"/Applications", filepath.Join(home, "Applications")} {
		for _, name := range []string{"Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"} {
			programs = append(programs, filepath.Join(folder, name+".app", "Contents", "MacOS", name))
		}
	}
	return programs
}

// windowsPrograms looks where the installers put them: for all users, or for one.
func windowsPrograms(getenv func(string) string) []string {
	var programs []string
	for _, inside := range []string{`Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`, `BraveSoftware\Brave-Browser\Application\brave.exe`} {
		for _, variable := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			if folder := getenv(variable); folder != "" {
				programs = append(programs, folder+`\`+inside)
			}
		}
	}
	return append(programs, "chrome.exe", "msedge.exe")
}
