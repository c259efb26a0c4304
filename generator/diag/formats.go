package diag

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// jsonFinding is a finding as other programs read it: all seven keys, always.
type jsonFinding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// WriteJSON writes one object with all findings and the stats of the run, which may be any value that encodes as an object.
func WriteJSON(w io.Writer, findings []Finding, stats any, lang Lang) error {
	list := make([]jsonFinding, len(findings))
	for i, f := range findings {
		list[i] = jsonFinding{f.File, f.Line, f.Column, f.Severity.String(), f.Code, f.Message.In(lang), f.Hint.In(lang)}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(map[string]any{"findings": list, "stats": stats}); err != nil {
		return fmt.Errorf("writing the findings as JSON: %w", err)
	}
	return nil
}

// WriteGitHub writes findings as workflow commands, which GitHub and Forgejo show at their lines.
// Source: docs.github.com, "Workflow commands for GitHub Actions".
func WriteGitHub(w io.Writer, findings []Finding, lang Lang) error {
	value := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, f := range findings {
		kind := [...]string{"error", "warning", "notice"}[f.Severity]
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", kind, property.Replace(f.File), f.Line, f.Column, property.Replace(f.Code), value.Replace(sentence(f, lang)))
		if err != nil {
			return fmt.Errorf("writing the findings for GitHub: %w", err)
		}
	}
	return nil
}

// WriteGitLab writes findings as a code quality report.
// Source: docs.gitlab.com, "Code Quality report format". The fingerprint leaves the line out, so that a finding stays the same when lines above it change.
func WriteGitLab(w io.Writer, findings []Finding, lang Lang) error {
	type location struct {
		Path  string         `json:"path"`
		Lines map[string]int `json:"lines"`
	}
	type issue struct {
		Description string   `json:"description"`
		CheckName   string   `json:"check_name"`
		Fingerprint string   `json:"fingerprint"`
		Severity    string   `json:"severity"`
		Location    location `json:"location"`
	}
	issues := make([]issue, len(findings))
	seen := map[string]int{}
	for i, f := range findings {
		key := f.File + "\x1f" + f.Code + "\x1f" + f.Message.DE
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x1f%d", key, seen[key]))
		issues[i] = issue{
			Description: sentence(f, lang),
			CheckName:   f.Code,
			Fingerprint: fmt.Sprintf("%x", sum[:16]),
			Severity:    [...]string{"major", "minor", "info"}[f.Severity],
			Location:    location{Path: f.File, Lines: map[string]int{"begin": f.Line}},
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(issues); err != nil {
		return fmt.Errorf("writing the findings for GitLab: %w", err)
	}
	return nil
}

func sentence(f Finding, lang Lang) string {
	if hint := f.Hint.In(lang); hint != "" {
		return f.Message.In(lang) + " " + hint
	}
	return f.Message.In(lang)
}
