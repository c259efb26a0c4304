package schema

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Reference writes docs/fields.md: every field for editors, in English.
func Reference(t *Table) []byte {
	var out bytes.Buffer
	out.WriteString(referenceIntro)
	all := sections(t)
	writeContents(&out, all)
	out.WriteString(valuesIntro)
	for _, s := range all {
		fmt.Fprintf(&out, "\n## %s\n\n%s\n", s.title, s.intro)
		if s.group != "" {
			fmt.Fprintf(&out, "\nUsed in %s.\n", strings.Join(uses(all, s.group), ", "))
		}
		writeRows(&out, t, s.fields)
	}
	return out.Bytes()
}

const referenceIntro = `<!-- Generated from the field table in generator/schema by go generate. Change the table, not this page. -->

# Fields

Every field an editor can write, folder by folder. What the format leaves open and the program decided is in
[fields-notes.md](fields-notes.md).

**How to read it.** Each table lists the fields of one kind of record, or of one part of a record. A field marked
**yes** is required; every other one may be left out, and the column after it says what holds then: nothing, where it is
empty. What is marked *translated* is written once a language; everything else stands in the file of the default language only.
A translation may also hold ` + "`machine: true`" + `, which marks it as made by a machine until a person takes the line out.
`

const valuesIntro = "\n## How values are written\n\n| What | How |\n|---|---|\n" +
	"| a text or words | As they are; in quotes where they hold `: ` or ` #`, start with `!`, or look like a number or a date. |\n" +
	"| a date | `2027-02-15` or `15.02.2027`. |\n" +
	"| a range of dates | `2027-03-22..2027-04-02`, both ends included. |\n" +
	"| a time of day | `08:30` or `8:30`, 24 hours. |\n" +
	"| days of the week | `mo tu we th fr sa su` or `mo di mi do fr sa so`. |\n" +
	"| yes or no | `true`, `false`, `yes`, `no`, `ja` or `nein`. |\n" +
	"| an amount | Euros with a point: `12.50`. |\n" +
	"| a language | Its BCP 47 code: `de`, `de-simple`, `ar`. |\n" +
	"| an id | The name of a record's folder or file: small letters, digits and hyphens. |\n" +
	"| a list | `[a, b]`, or each item on a line of its own after a hyphen. |\n"

// section is one table of the reference.
type section struct {
	title, intro string
	group        string // the group it shows, empty for other tables
	fields       []Field
}

func sections(t *Table) []section {
	list := []section{
		{title: "All records", intro: "Every record in every folder has these.", fields: t.Common},
		{title: "All offers", intro: "Courses, internships, support, events and transport have these, too.", fields: t.Offer},
	}
	for i := range t.Types {
		list = append(list, typeSection(t, &t.Types[i]))
	}
	list = append(list,
		section{title: "site.yaml", intro: "The settings of the site.", fields: t.Site},
		section{title: "Vocabularies", intro: vocabularyIntro(t), fields: t.TermEntry},
		section{title: "timetables/holidays.yaml", intro: "The days on which times do not hold.", fields: t.Holidays})
	for _, g := range t.Groups {
		help := strings.ToUpper(g.Help.EN[:1]) + g.Help.EN[1:]
		list = append(list, section{title: groupTitle(g.Name), intro: help, group: g.Name, fields: g.Fields})
	}
	return list
}

// typeSection shows a type's own fields after the shared ones that it alone requires.
func typeSection(t *Table, rt *RecordType) section {
	shared := "those of [all records](#all-records)"
	if rt.Offer {
		shared += " and of [all offers](#all-offers)"
	}
	var fields []Field
	for _, f := range t.FieldsOf(rt) {
		if slices.Contains(rt.Requires, f.Key) {
			fields = append(fields, f)
		}
	}
	return section{
		title:  rt.Folder,
		intro:  fmt.Sprintf("The fields of a record in `%s/` (%s), besides %s.", rt.Folder, rt.Label.EN, shared),
		fields: append(fields, rt.Fields...),
	}
}

func vocabularyIntro(t *Table) string {
	names := t.Vocabularies()
	slices.Sort(names)
	return "Each file `vocabulary/<name>.yaml` is a list of terms with these fields. A file left out is the program's own. The names are `" +
		strings.Join(names, "`, `") + "`."
}

func writeContents(out *bytes.Buffer, all []section) {
	var records, parts []string
	for _, s := range all {
		link := fmt.Sprintf("[%s](#%s)", s.title, anchor(s.title))
		if s.group != "" {
			parts = append(parts, link)
		} else {
			records = append(records, link)
		}
	}
	fmt.Fprintf(out, "\n- [How values are written](#how-values-are-written)\n- Records and files: %s\n- Parts of records: %s\n",
		strings.Join(records, " · "), strings.Join(parts, " · "))
}

// uses names the fields that hold a group, each with a link to its table.
func uses(all []section, group string) []string {
	var list []string
	for _, s := range all {
		for _, f := range s.fields {
			if f.Kind.Nested() && f.Of == group {
				list = append(list, fmt.Sprintf("`%s` ([%s](#%s))", f.Key, s.title, anchor(s.title)))
			}
		}
	}
	return list
}

func writeRows(out *bytes.Buffer, t *Table, fields []Field) {
	if len(fields) == 0 {
		return
	}
	out.WriteString("\n| Field | What it holds | Required | Left out | What to write |\n|---|---|---|---|---|\n")
	for _, f := range fields {
		required, leftOut, help := "", "", f.Help.EN
		if f.Required {
			required = "**yes**"
		}
		if f.Default != "" {
			leftOut = "`" + f.Default + "`"
		}
		if f.Example != "" {
			help += " Example: `" + f.Example + "`"
		}
		fmt.Fprintf(out, "| `%s` | %s | %s | %s | %s |\n", f.Key, kindWords(t, f), required, leftOut, strings.ReplaceAll(help, "|", `\|`))
	}
}

// kindWords says in plain words what a field holds.
func kindWords(t *Table, f Field) string {
	switch f.Kind {
	case Text:
		if f.Max > 0 {
			return fmt.Sprintf("text of at most %d characters, *translated*", f.Max)
		}
		return "text, *translated*"
	case DateOrWord:
		return "date, or `" + f.Enum[0] + "`"
	case Enum:
		return "one of " + codes(f.Enum)
	case Enums:
		return "list of " + codes(f.Enum)
	case ClosedOn:
		return "list of " + codes(f.Enum) + ", or `[]`"
	case Ref:
		return "id of a record in " + folderLink(f.Of)
	case Refs:
		return "list of ids of records in " + folderLink(f.Of)
	case Term:
		return "term of `" + f.Of + "`"
	case Terms:
		return "list of terms of `" + f.Of + "`"
	case TermsOrWords:
		return "list of terms of `" + f.Of + "`, or of free words"
	case Place:
		return "id of a record in " + folderLink("venues") + ", or " + groupLink(t, f.Of)
	case Group:
		return groupLink(t, f.Of)
	case Groups:
		return "list of " + groupLink(t, f.Of)
	case GroupOrYes:
		return "`yes`, or " + groupLink(t, f.Of)
	case GroupsOrWords:
		return "list of " + groupLink(t, f.Of) + ", or of its `" + t.Group(f.Of).Fields[0].Key + "` alone"
	}
	return plainKinds()[f.Kind]
}

// plainKinds holds the words for the kinds that need no more than their name.
func plainKinds() map[Kind]string {
	return map[Kind]string{
		Texts:        "list of texts, *translated* as a whole",
		TextMap:      "names of your own, each with a text, *translated*",
		LanguageText: "text in each language",
		LanguageList: "list of words in each language",
		String:       "words",
		Strings:      "list of words",
		StringMap:    "names of your own, each with words",
		URL:          "web address",
		Email:        "e-mail address",
		Phone:        "phone number",
		File:         "file beside the record, or `media/…`",
		Bool:         "yes or no",
		YesNoUnknown: "yes, no or `unknown`",
		Whole:        "whole number",
		Wholes:       "list of whole numbers",
		Amount:       "amount in euros",
		Number:       "number",
		Date:         "date",
		Moment:       "date, with a time of day if known",
		Clock:        "time of day",
		Clocks:       "list of times of day",
		Dates:        "list of dates or ranges of dates",
		Days:         "list of days of the week",
		Nth:          "list of 1 to 5 or `last`",
		RecordRefs:   "list of `<folder>/<id>`",
		TypedTerms:   "list of `<folder>/<term>`",
		Language:     "language",
		Languages:    "list of languages",
	}
}

func codes(words []string) string { return "`" + strings.Join(words, "`, `") + "`" }

func folderLink(folder string) string { return fmt.Sprintf("[%s](#%s)", folder, anchor(folder)) }

func groupLink(t *Table, name string) string {
	title := groupTitle(t.Group(name).Name)
	return fmt.Sprintf("[%s](#%s)", strings.ToLower(title), anchor(title))
}

// groupTitle is a group's name in words: FreeFor becomes Free for.
func groupTitle(name string) string {
	var title strings.Builder
	for i, r := range name {
		if i > 0 && 'A' <= r && r <= 'Z' {
			title.WriteByte(' ')
			r += 'a' - 'A'
		}
		title.WriteRune(r)
	}
	return title.String()
}

// anchor is the fragment that GitHub and GitLab give a heading: small letters, hyphens for blanks, no other punctuation.
func anchor(title string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r == ' ':
			out.WriteByte('-')
		case r == '-' || r == '_' || 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			out.WriteRune(r)
		}
	}
	return out.String()
}
