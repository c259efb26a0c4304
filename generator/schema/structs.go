package schema

import (
	"bytes"
	"fmt"
	"strings"
)

//go:generate go run ./gen

// Structs writes the Go source of the catalogue's record types, not yet formatted. Package catalog holds it as
// records.gen.go; a test holds the two equal.
func Structs(t *Table) []byte {
	var out bytes.Buffer
	out.WriteString("// Code generated from the field table by mappe/generator/schema/gen; DO NOT EDIT.\n\npackage catalog\n\nimport (\n\t\"reflect\"\n\t\"time\"\n\n\t\"mappe/generator/date\"\n)\n\n")
	writeStruct(&out, "Common", "holds the fields of all records.", nil, t.Common)
	writeStruct(&out, "Offer", "holds the fields of all offers.", nil, t.Offer)
	for _, rt := range t.Types {
		embedded := []string{"Record"}
		if rt.Offer {
			embedded = append(embedded, "Offer")
		}
		writeStruct(&out, rt.Name, "is a record in "+rt.Folder+"/.", embedded, rt.Fields)
	}
	for _, g := range t.Groups {
		writeStruct(&out, g.Name, strings.TrimSuffix("is "+g.Help.EN, "."), nil, g.Fields)
	}
	writeStruct(&out, "Settings", "holds site.yaml.", nil, t.Site)
	writeStruct(&out, "HolidayFile", "holds timetables/holidays.yaml.", nil, t.Holidays)
	writeLists(&out, t)
	return out.Bytes()
}

// writeLists writes the typed lists of a catalogue, and what decoding needs to know of the types.
func writeLists(out *bytes.Buffer, t *Table) {
	out.WriteString("// Lists holds the records of each type, by id.\ntype Lists struct {\n")
	for _, rt := range t.Types {
		fmt.Fprintf(out, "\t%s []*%s\n", GoName(rt.Folder), rt.Name)
	}
	out.WriteString("}\n\nfunc (l *Lists) add(entry Entry) {\n\tswitch e := entry.(type) {\n")
	for _, rt := range t.Types {
		fmt.Fprintf(out, "\tcase *%s:\n\t\tl.%[2]s = append(l.%[2]s, e)\n", rt.Name, GoName(rt.Folder))
	}
	out.WriteString("\t}\n}\n\n// newEntry returns an empty record of a type, nil where there is no such folder.\nfunc newEntry(folder string) Entry {\n\tswitch folder {\n")
	for _, rt := range t.Types {
		if rt.Offer {
			fmt.Fprintf(out, "\tcase %q:\n\t\te := &%s{}\n\t\te.offer = &e.Offer\n\t\treturn e\n", rt.Folder, rt.Name)
		} else {
			fmt.Fprintf(out, "\tcase %q:\n\t\treturn &%s{}\n", rt.Folder, rt.Name)
		}
	}
	out.WriteString("\t}\n\treturn nil\n}\n\n// structTypes returns the Go type of each record type and group by name.\nfunc structTypes() map[string]reflect.Type {\n\treturn map[string]reflect.Type{\n")
	for _, rt := range t.Types {
		fmt.Fprintf(out, "\t\t%q: reflect.TypeFor[%[1]s](),\n", rt.Name)
	}
	for _, g := range t.Groups {
		fmt.Fprintf(out, "\t\t%q: reflect.TypeFor[%[1]s](),\n", g.Name)
	}
	out.WriteString("\t}\n}\n")
}

func writeStruct(out *bytes.Buffer, name, doc string, embedded []string, fields []Field) {
	fmt.Fprintf(out, "// %s %s\ntype %s struct {\n", name, strings.TrimSuffix(doc, ".")+".", name)
	for _, e := range embedded {
		fmt.Fprintf(out, "\t%s\n", e)
	}
	for _, f := range fields {
		if f.Help.EN != "" {
			fmt.Fprintf(out, "\t// %s\n", f.Help.EN)
		}
		fmt.Fprintf(out, "\t%s %s\n", GoName(f.Key), goType(f))
	}
	out.WriteString("}\n\n")
}

// GoName is the name of a key's field in the generated structs: level_from becomes LevelFrom, url URL.
func GoName(key string) string {
	var name strings.Builder
	for part := range strings.SplitSeq(key, "_") {
		switch part {
		case "id", "ids", "url", "ags":
			name.WriteString(strings.Replace(strings.ToUpper(part), "IDS", "IDs", 1))
		default:
			name.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return name.String()
}

func goType(f Field) string {
	target := func() string { return New().Type(f.Of).Name }
	switch f.Kind {
	case Text, LanguageText:
		return "Text"
	case Texts, LanguageList:
		return "Texts"
	case TextMap:
		return "[]NamedText"
	case Strings, Enums, Languages:
		return "[]string"
	case StringMap:
		return "[]NamedString"
	case Bool:
		return "bool"
	case YesNoUnknown:
		return "Answer"
	case Whole:
		if f.Default != "" {
			return "int"
		}
		return "*int"
	case Wholes, Nth:
		return "[]int"
	case Amount:
		return "*Amount"
	case Number:
		return "*float64"
	case Date:
		return "date.Date"
	case DateOrWord:
		return "DateOrWord"
	case Moment:
		return "date.Moment"
	case Clock:
		return "date.Clock"
	case Clocks:
		return "[]date.Clock"
	case Dates:
		return "[]date.Range"
	case Days:
		return "[]time.Weekday"
	case ClosedOn:
		return "ClosedOn"
	case Ref:
		return "Ref[" + target() + "]"
	case Refs:
		return "[]Ref[" + target() + "]"
	case RecordRefs:
		return "[]RecordRef"
	case Term:
		return "*Term"
	case Terms, TermsOrWords:
		return "[]*Term"
	case TypedTerms:
		return "[]TypedTerm"
	case Place:
		return "*Where"
	case Group:
		if f.Always {
			return f.Of
		}
		return "*" + f.Of
	case GroupOrYes:
		return "*" + f.Of
	case Groups, GroupsOrWords:
		return "[]" + f.Of
	}
	return "string"
}
