package schema

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mappe/generator/diag"
)

// fieldLists returns every list of fields by the name of its record type, group or file.
func fieldLists(t *Table) map[string][]Field {
	lists := map[string][]Field{"all records": t.Common, "all offers": t.Offer, "site.yaml": t.Site, "vocabulary": t.TermEntry, "holidays.yaml": t.Holidays}
	for i := range t.Types {
		lists[t.Types[i].Folder] = t.FieldsOf(&t.Types[i])
	}
	for _, g := range t.Groups {
		lists[g.Name] = g.Fields
	}
	return lists
}

func TestEveryFieldHasItsWordsInBothLanguages(t *testing.T) {
	for name, fields := range fieldLists(New()) {
		for _, f := range fields {
			checkLabel(t, name+"."+f.Key, f.Label)
			checkHelp(t, name+"."+f.Key, f.Help)
		}
	}
}

func TestEveryGroupAndTypeSaysWhatItIs(t *testing.T) {
	table := New()
	for _, g := range table.Groups {
		checkHelp(t, g.Name, g.Help)
	}
	for _, rt := range table.Types {
		checkLabel(t, rt.Folder, rt.Label)
	}
}

func checkLabel(t *testing.T, where string, label diag.Text) {
	for _, words := range []string{label.DE, label.EN} {
		if words == "" || strings.HasSuffix(words, ".") || strings.Contains(words, "_") || utf8.RuneCountInString(words) > 40 {
			t.Errorf("%s: label %q is no short noun", where, words)
		}
	}
}

func checkHelp(t *testing.T, where string, help diag.Text) {
	if help.DE == help.EN {
		t.Errorf("%s: German and English help are the same", where)
	}
	for _, words := range []string{help.DE, help.EN} {
		length := utf8.RuneCountInString(words)
		if !strings.HasSuffix(words, ".") || length < 10 || length > 200 {
			t.Errorf("%s: help of %d characters, wanted a sentence of at most 200: %q", where, length, words)
		}
		if strings.Count(words, "`")%2 != 0 || strings.ContainsAny(words, "|\n") || strings.Contains(words, "  ") {
			t.Errorf("%s: help would break a table: %q", where, words)
		}
		for _, jargon := range []string{"YAML", "front matter", "schema", "Schema", "reference", "Referenz"} {
			if strings.Contains(words, jargon) {
				t.Errorf("%s: help speaks of %s: %q", where, jargon, words)
			}
		}
	}
}

func TestKeysAreWellFormedAndUnique(t *testing.T) {
	wellFormed := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	for name, fields := range fieldLists(New()) {
		seen := map[string]bool{}
		for _, f := range fields {
			if !wellFormed.MatchString(f.Key) {
				t.Errorf("%s: key %q", name, f.Key)
			}
			if seen[f.Key] {
				t.Errorf("%s: key %s stands twice", name, f.Key)
			}
			seen[f.Key] = true
		}
	}
}

func TestWhatFieldsPointAtExists(t *testing.T) {
	table := New()
	for name, fields := range fieldLists(table) {
		for _, f := range fields {
			switch f.Kind {
			case Ref, Refs:
				if table.Type(f.Of) == nil {
					t.Errorf("%s.%s names the folder %q", name, f.Key, f.Of)
				}
			case Term, Terms, TermsOrWords:
				if !slices.Contains(table.Vocabularies(), f.Of) {
					t.Errorf("%s.%s names the vocabulary %q", name, f.Key, f.Of)
				}
			case Place, Group, Groups, GroupOrYes, GroupsOrWords:
				if table.Group(f.Of) == nil {
					t.Errorf("%s.%s names the group %q", name, f.Key, f.Of)
				}
			default:
				if f.Of != "" {
					t.Errorf("%s.%s is of %q and has no use for it", name, f.Key, f.Of)
				}
			}
		}
	}
}

func TestWordListsStandWhereTheyAreUsed(t *testing.T) {
	for name, fields := range fieldLists(New()) {
		for _, f := range fields {
			needed := f.Kind == Enum || f.Kind == Enums || f.Kind == DateOrWord || f.Kind == ClosedOn
			if needed != (len(f.Enum) > 0) {
				t.Errorf("%s.%s: words %v", name, f.Key, f.Enum)
			}
			if f.Kind == Enum && f.Default != "" && !slices.Contains(f.Enum, f.Default) {
				t.Errorf("%s.%s: the default %q is none of %v", name, f.Key, f.Default, f.Enum)
			}
			if f.Required && f.Default != "" {
				t.Errorf("%s.%s is required and has a default", name, f.Key)
			}
		}
	}
}

func TestListItemsWithTextsCanBeTranslated(t *testing.T) {
	table := New()
	for name, fields := range fieldLists(table) {
		for _, f := range fields {
			if f.Kind != Groups && f.Kind != GroupsOrWords || !table.Group(f.Of).HasText(table) {
				continue
			}
			if !slices.ContainsFunc(table.Group(f.Of).Fields, func(f Field) bool { return f.Key == "id" && f.Kind == String }) {
				t.Errorf("%s.%s is a list of %s, which holds texts and has no id", name, f.Key, f.Of)
			}
		}
	}
}

func TestEveryGroupIsUsed(t *testing.T) {
	table := New()
	used := map[string]bool{}
	for _, fields := range fieldLists(table) {
		for _, f := range fields {
			if f.Kind.Nested() {
				used[f.Of] = true
			}
		}
	}
	for _, g := range table.Groups {
		if !used[g.Name] {
			t.Errorf("no field holds %s", g.Name)
		}
	}
}

// The names are those of CONTENT.md's term(<name>): no others may lie in vocabulary/.
func TestVocabulariesAreThoseOfTheContentFormat(t *testing.T) {
	want := []string{"audiences", "certificates", "circles", "course-kinds", "funding", "internship-kinds", "levels", "occupations",
		"organization-kinds", "proofs", "statuses", "subjects", "support-kinds", "tickets", "topics", "transport-modes"}
	got := New().Vocabularies()
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// requiredByFormat lists what CONTENT.md prints in bold.
func requiredByFormat() map[string][]string {
	return map[string][]string{
		"all records": {"title"}, "courses": {"kind"}, "internships": {"kind"}, "support": {"kind"}, "events": {"start"}, "transport": {"mode"},
		"contacts": {"role"}, "organizations": {"kind"}, "places": {"kind", "lat", "lon"}, "notices": {"publish_until"}, "Session": {"id"},
		"site.yaml": {"format", "title", "base_url", "default_language", "languages", "county", "publisher", "legal"},
	}
}

func TestFieldsThatTheFormatRequiresAreRequired(t *testing.T) {
	lists := fieldLists(New())
	for name, keys := range requiredByFormat() {
		for _, key := range keys {
			if !slices.ContainsFunc(lists[name], func(f Field) bool { return f.Key == key && f.Required }) {
				t.Errorf("%s.%s is not required", name, key)
			}
		}
	}
	for _, name := range append(New().Folders(), "all records", "all offers") {
		for _, f := range lists[name] {
			if f.Required && f.Key != "title" && !slices.Contains(requiredByFormat()[name], f.Key) {
				t.Errorf("%s.%s is required, which the format does not ask for", name, f.Key)
			}
		}
	}
}

func TestOnlyNoticesNeedAnEndOfPublication(t *testing.T) {
	table := New()
	for i := range table.Types {
		rt := &table.Types[i]
		for _, f := range table.FieldsOf(rt) {
			if f.Key == "publish_until" && f.Required != (rt.Folder == "notices") {
				t.Errorf("%s: publish_until required is %v", rt.Folder, f.Required)
			}
		}
	}
}
