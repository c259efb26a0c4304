package cli

import (
	"slices"
	"strings"

	"mappe/generator/schema"
)

// patternKeys names the fields of a group that a pattern shows, the common ones; a group that is not named here is shown whole.
func patternKeys(group string) []string {
	return map[string][]string{
		"Admission":  {"open"},
		"Booking":    {"via", "url", "phone", "email"},
		"Departure":  {"id", "to", "days", "calls"},
		"FreeFor":    {"circles", "note"},
		"Hours":      {"id", "times", "note"},
		"Mentor":     {"contact", "languages"},
		"OnDemand":   {"notice_minutes", "phone"},
		"Price":      {"id", "amount", "per", "for"},
		"Session":    {"id", "start", "end", "times", "seats", "register_by"},
		"Slot":       {"days", "from", "to"},
		"Seats":      {"total", "free", "as_of"},
		"Step":       {"id", "title", "text", "todo", "ask", "topics"},
		"Workload":   {"units"},
		"Childcare":  {"kind"},
		"Handover":   {"id", "circle", "contact"},
		"LevelRange": {"from", "to"},
	}[group]
}

// maxInline is the longest group, in characters, that a pattern writes in brackets.
const maxInline = 90

// pattern writes a field as an editor would, with the table's examples, ready to be copied.
func pattern(table *schema.Table, f *schema.Field) []string {
	if !f.Kind.Nested() || f.Kind == schema.Place || f.Kind == schema.GroupOrYes {
		return []string{f.Key + ": " + f.Example}
	}
	inner, inBrackets := patternInside(table, table.Group(f.Of))
	isList := f.Kind == schema.Groups || f.Kind == schema.GroupsOrWords
	if !isList && inBrackets != "" {
		return []string{f.Key + ": " + inBrackets}
	}
	if inBrackets != "" {
		inner = []string{inBrackets}
	}
	lines := []string{f.Key + ":"}
	for i, line := range inner {
		lead := "  "
		if isList && i == 0 {
			lead = "  - "
		} else if isList {
			lead = "    "
		}
		lines = append(lines, lead+line)
	}
	return lines
}

// patternInside writes the fields of a group, on lines and, where they are few and short, in brackets.
func patternInside(table *schema.Table, group *schema.FieldGroup) (lines []string, inBrackets string) {
	keys := patternKeys(group.Name)
	short := true
	for i := range group.Fields {
		f := &group.Fields[i]
		if len(keys) > 0 && !slices.Contains(keys, f.Key) {
			continue
		}
		lines = append(lines, pattern(table, f)...)
		short = short && !f.Kind.Nested()
	}
	inBrackets = "{" + strings.Join(lines, ", ") + "}"
	if !short || len([]rune(inBrackets)) > maxInline {
		inBrackets = ""
	}
	return lines, inBrackets
}
