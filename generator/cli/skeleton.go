package cli

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/edit"
	"mappe/generator/schema"
)

// usualFields names the fields that a record of a type usually has, beside those it must have.
func usualFields(folder string) []string {
	return append(map[string][]string{
		"courses": {"organization", "contacts", "topics", "audiences", "venue", "prices", "admission", "booking", "subject", "level", "mode",
			"certificates", "sessions"},
		"internships": {"organization", "contacts", "topics", "audiences", "venue", "booking", "occupations", "tasks", "duration", "start",
			"hours_per_week", "pay", "language_level", "openings", "apply_by"},
		"support":       {"organization", "contacts", "topics", "audiences", "venue", "prices", "free", "languages_spoken", "admission", "booking", "hours"},
		"events":        {"organization", "contacts", "topics", "audiences", "venue", "free", "booking", "end", "register_by"},
		"transport":     {"organization", "contacts", "topics", "places", "lines", "stops", "departures", "tickets", "wheelchair", "timetable_url"},
		"contacts":      {"organization", "phone", "email", "url", "venue", "hours", "languages_spoken", "responsible", "substitute"},
		"organizations": {"parent", "url", "email", "phone", "venue", "logo"},
		"places":        {"parent", "ags", "population", "postal_codes", "also", "stops"},
		"venues":        {"street", "postal_code", "city", "place", "lat", "lon", "stop", "wheelchair", "directions"},
		"pathways":      {"audiences", "steps"},
		"pages":         {"menu", "order"},
		"glossary":      {"abbreviation", "also"},
		"notices":       {"level", "audiences", "places", "about"},
	}[folder], "summary", "body", "status", "last_verified", "verified_by")
}

// How many ids and terms a remark offers, and how long its lines are, in characters.
const (
	maxRecordsOffered = 12
	maxTermsOffered   = 30
	maxRemark         = 110
)

// noticeDays is how far ahead, in days, a new event or the end of a new notice is put.
const noticeDays = 30

// skeleton writes new records: the usual fields, each with a remark, the required ones with a value that can be read.
type skeleton struct {
	*catalog.Catalogue
	table *schema.Table
	lang  diag.Lang
	today date.Date
	// sheet says that there is a cheat sheet to point to.
	sheet bool
	out   strings.Builder
}

func (s *skeleton) write(rt *schema.RecordType, id string) []byte {
	usual := usualFields(rt.Folder)
	s.out.WriteString("---\n")
	var body schema.Field
	for _, f := range s.table.FieldsOf(rt) {
		switch {
		case f.Key == "body":
			body = f
		case f.Required || slices.Contains(usual, f.Key):
			s.field(&f, rt, id)
		}
	}
	fmt.Fprintf(&s.out, "# %s: %s\n---\n", body.Label.In(s.lang), body.Help.In(s.lang))
	return []byte(s.out.String())
}

func (s *skeleton) field(f *schema.Field, rt *schema.RecordType, id string) {
	fmt.Fprintf(&s.out, "# %s: %s\n", f.Label.In(s.lang), f.Help.In(s.lang))
	s.choices(f)
	switch {
	case f.Required:
		fmt.Fprintf(&s.out, "%s: %s\n", f.Key, s.required(f, rt, id))
	case f.Key == "status":
		s.out.WriteString("status: draft\n")
	case f.Key == "email" && rt.Folder == "contacts":
		s.out.WriteString("email: bitte-aendern@example.org\n") // a contact needs a way to reach it
	case f.Kind.Nested() && f.Kind != schema.Place:
		for _, line := range pattern(s.table, f) {
			fmt.Fprintf(&s.out, "# %s\n", line)
		}
	default:
		fmt.Fprintf(&s.out, "%s:\n", f.Key)
	}
}

// required is a value for a field that must have one, which can be read and is to be changed.
func (s *skeleton) required(f *schema.Field, rt *schema.RecordType, id string) string {
	switch f.Kind {
	case schema.Text:
		if f.Key != "title" {
			return edit.Text(diag.Text{DE: "Bitte ausfüllen", EN: "Please fill in"}.In(s.lang))
		}
		first, size := utf8.DecodeRuneInString(id)
		return edit.Text(string(unicode.ToUpper(first)) + strings.ReplaceAll(id[size:], "-", " "))
	case schema.Term:
		return s.firstTerm(f)
	case schema.Terms:
		return "[" + s.firstTerm(f) + "]"
	case schema.Enum:
		return f.Example
	case schema.Number: // the latitude and longitude of a place: the county's
		if county := s.County; county != nil && county.Lat != nil && county.Lon != nil {
			return fmt.Sprint(map[string]float64{"lat": *county.Lat, "lon": *county.Lon}[f.Key])
		}
	case schema.Date:
		return s.today.Add(noticeDays).String()
	case schema.Moment:
		return s.today.Add(noticeDays).String() + " 17:00"
	}
	return f.Example
}

func (s *skeleton) firstTerm(f *schema.Field) string {
	if v := s.Vocabulary(f.Of); v != nil && len(v.Terms) > 0 {
		return v.Terms[0].ID
	}
	return f.Example
}

// choices offers the ids that a field takes.
func (s *skeleton) choices(f *schema.Field) {
	var words []string
	limit := maxRecordsOffered
	switch f.Kind {
	case schema.Term, schema.Terms, schema.TermsOrWords:
		limit = maxTermsOffered
		if v := s.Vocabulary(f.Of); v != nil {
			for _, term := range v.Terms {
				label, _ := term.Label.Best(s.Chain(s.Default))
				words = append(words, offered(term.ID, label))
			}
		}
	case schema.Ref, schema.Refs, schema.Place:
		folder := f.Of
		if f.Kind == schema.Place {
			folder = "venues"
		}
		for _, e := range s.Entries {
			if r := e.Base(); r.Folder() == folder {
				words = append(words, offered(r.ID, r.Title.In(s.Default)))
			}
		}
	case schema.Enum:
		words = f.Enum
	}
	if len(words) > limit {
		words = append(words[:limit:limit], s.more(len(words)-limit))
	}
	s.remark(words)
}

func offered(id, label string) string {
	if label == "" || strings.EqualFold(id, label) {
		return id
	}
	return id + " (" + label + ")"
}

// more says how many ids are left out, and where to find them.
func (s *skeleton) more(count int) string {
	if s.sheet {
		return diag.Textf("… %d weitere stehen in %s", "… %d more are in %s", count, cheatSheetName).In(s.lang)
	}
	return diag.Textf("… und %d weitere", "… and %d more", count).In(s.lang)
}

// remark writes words on as few lines as they need.
func (s *skeleton) remark(words []string) {
	line := "#  "
	for i, word := range words {
		if i < len(words)-1 {
			word += ","
		}
		if line != "#  " && len([]rune(line))+1+len([]rune(word)) > maxRemark {
			s.out.WriteString(line + "\n")
			line = "#  "
		}
		line += " " + word
	}
	if line != "#  " {
		s.out.WriteString(line + "\n")
	}
}
