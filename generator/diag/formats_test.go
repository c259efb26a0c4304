package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestWriteJSONHasAllSevenKeysAlways(t *testing.T) {
	var out bytes.Buffer
	stats := map[string]int{"pages": 3}
	if err := WriteJSON(&out, []Finding{{File: "content/a.md", Line: 2, Column: 1, Severity: Info, Code: "rule"}}, stats, German); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Findings []map[string]any
		Stats    map[string]int
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"file": "content/a.md", "line": 2.0, "column": 1.0, "severity": "info", "code": "rule", "message": "", "hint": ""}
	if len(got.Findings) != 1 || len(got.Findings[0]) != len(want) || got.Stats["pages"] != 3 {
		t.Fatalf("got %v", got)
	}
	for key, value := range want {
		if got.Findings[0][key] != value {
			t.Errorf("%s is %v, want %v", key, got.Findings[0][key], value)
		}
	}
}

func TestWriteJSONIsReadableForPeople(t *testing.T) {
	f := Finding{File: "a.md", Line: 1, Column: 1, Code: "rule", Message: Text{"„<b>“ & Größe", "“<b>” & size"}, Hint: Text{"Weg damit", "Remove it"}}
	for _, row := range []struct {
		lang Lang
		want string
	}{
		{German, `"message": "„<b>“ & Größe"`}, {German, `"hint": "Weg damit"`},
		{English, `"message": "“<b>” & size"`}, {English, `"hint": "Remove it"`},
	} {
		var out bytes.Buffer
		if err := WriteJSON(&out, []Finding{f}, nil, row.lang); err != nil || !strings.Contains(out.String(), row.want) {
			t.Errorf("%s is not in\n%s", row.want, out.String())
		}
	}
}

func TestWriteJSONWithoutFindingsHasAnEmptyList(t *testing.T) {
	var out bytes.Buffer
	if err := WriteJSON(&out, nil, struct{}{}, German); err != nil || !strings.Contains(out.String(), `"findings": []`) || !strings.Contains(out.String(), `"stats": {}`) {
		t.Errorf("got %s, %v", out.String(), err)
	}
}

func TestWriteGitHub(t *testing.T) {
	findings := []Finding{
		{File: "content/a,b:c.md", Line: 2, Column: 3, Severity: Error, Code: "unknown-key", Message: Text{"100 % falsch:\nja", ""}, Hint: Text{"Meinten Sie title?", ""}},
		{File: "a.md", Line: 1, Column: 1, Severity: Warning, Code: "x", Message: Text{"W", ""}},
		{File: "a.md", Line: 1, Column: 1, Severity: Info, Code: "x", Message: Text{"I", ""}},
	}
	want := "::error file=content/a%2Cb%3Ac.md,line=2,col=3,title=unknown-key::100 %25 falsch:%0Aja Meinten Sie title?\n" +
		"::warning file=a.md,line=1,col=1,title=x::W\n::notice file=a.md,line=1,col=1,title=x::I\n"
	var out bytes.Buffer
	if err := WriteGitHub(&out, findings, German); err != nil || out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

// gitLabIssue is what GitLab reads of a finding.
type gitLabIssue struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

func gitLab(t *testing.T, findings []Finding, lang Lang) []gitLabIssue {
	t.Helper()
	var out bytes.Buffer
	if err := WriteGitLab(&out, findings, lang); err != nil {
		t.Fatal(err)
	}
	var issues []gitLabIssue
	if err := json.Unmarshal(out.Bytes(), &issues); err != nil {
		t.Fatal(err)
	}
	return issues
}

func TestWriteGitLab(t *testing.T) {
	issues := gitLab(t, []Finding{{File: "a.md", Line: 7, Column: 2, Severity: Warning, Code: "x", Message: Text{"Fehlt.", "Missing."}, Hint: Text{"Dazu.", "Add."}}}, English)
	if len(issues) != 1 || issues[0].Description != "Missing. Add." || issues[0].CheckName != "x" || issues[0].Severity != "minor" || issues[0].Location.Path != "a.md" || issues[0].Location.Lines.Begin != 7 {
		t.Errorf("got %+v", issues)
	}
	if issues := gitLab(t, nil, German); issues == nil || len(issues) != 0 {
		t.Errorf("no findings must be an empty list, not %v", issues)
	}
}

func TestGitLabFingerprints(t *testing.T) {
	before := []Finding{
		{File: "a.md", Line: 1, Column: 1, Code: "x", Message: Text{"eins", "one"}},
		{File: "a.md", Line: 2, Column: 1, Code: "x", Message: Text{"eins", "one"}},
		{File: "a.md", Line: 2, Column: 1, Code: "y", Message: Text{"eins", "one"}},
		{File: "b.md", Line: 1, Column: 1, Code: "x", Message: Text{"eins", "one"}},
		{File: "b.md", Line: 1, Column: 1, Code: "x", Message: Text{"zwei", "two"}},
	}
	after := make([]Finding, len(before))
	for i, f := range before {
		f.Line += 10
		after[i] = f
	}
	first, moved := gitLab(t, before, German), gitLab(t, after, English)
	seen := map[string]bool{}
	for i := range first {
		if seen[first[i].Fingerprint] {
			t.Errorf("finding %d shares its fingerprint with another", i)
		}
		seen[first[i].Fingerprint] = true
		if first[i].Fingerprint != moved[i].Fingerprint {
			t.Errorf("finding %d changed its fingerprint when its line moved", i)
		}
	}
}
