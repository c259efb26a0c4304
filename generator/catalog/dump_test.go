package catalog

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"mappe/generator/date"
	"mappe/generator/schema"
)

// dumper writes what was decoded, a line a value: path = value. Fields that hold nothing are left out.
type dumper struct {
	c     *Catalogue
	lines []string
}

// dump writes the records for which keep holds, with their files and the states of their translations.
func dump(c *Catalogue, keep func(*Record) bool) string {
	d := dumper{c: c}
	for _, entry := range c.Entries {
		if keep(entry.Base()) {
			d.record(entry)
		}
	}
	return d.text()
}

func dumpSettings(c *Catalogue) string {
	d := dumper{c: c}
	for _, l := range c.Languages {
		chain := ""
		for _, lang := range l.Chain {
			chain += " " + c.Languages[lang].Code
		}
		d.add("language "+l.Code, strings.TrimSpace(chain))
	}
	d.group(c.plans.settings, reflect.ValueOf(&c.Settings).Elem(), "")
	return "site\n" + d.text()
}

func dumpVocabulary(c *Catalogue, name string) string {
	d := dumper{c: c}
	for _, t := range c.Vocabulary(name).Terms {
		d.add(t.ID, fmt.Sprintf("rank %d, line %d", t.Rank, t.Position().Line))
		d.words(t.ID+".label", t.Label)
		d.words(t.ID+".description", t.Description)
		d.lists(t.ID+".synonyms", t.Synonyms)
		d.add(t.ID+".parent", t.Parent.String())
		d.add(t.ID+".source_url", t.SourceURL)
		d.add(t.ID+".as_of", t.AsOf.String())
	}
	return "vocabulary/" + name + "\n" + d.text()
}

func dumpHolidays(c *Catalogue) string {
	d := dumper{c: c}
	d.group(c.plans.holidays, reflect.ValueOf(&c.Holidays).Elem(), "")
	return "holidays\n" + d.text()
}

func (d *dumper) text() string { return strings.Join(append(d.lines, ""), "\n") }

func (d *dumper) add(path, value string) {
	if value != "" {
		d.lines = append(d.lines, "  "+path+" = "+value)
	}
}

func (d *dumper) record(entry Entry) {
	base := entry.Base()
	line := base.Key()
	for i, state := range base.Translations {
		line += " " + d.c.Languages[i].Code + ":" + state.String()
	}
	d.lines = append(d.lines, line)
	d.add("(attachments)", strings.Join(base.Attachments, " "))
	d.group(d.c.plans.records[base.Folder()], reflect.ValueOf(entry).Elem(), "")
}

func (d *dumper) group(p *plan, v reflect.Value, path string) {
	for i := range p.fields {
		f := &p.fields[i]
		d.field(f, v.FieldByIndex(f.index), join(path, f.Key))
	}
}

func (d *dumper) field(f *fieldPlan, v reflect.Value, path string) {
	switch {
	case v.IsZero():
	case v.Type() == reflect.TypeFor[*Where]():
		where := v.Interface().(*Where)
		d.ref(path, where.Venue.ID, where.Venue.To != nil)
		d.group(f.group, reflect.ValueOf(&where.Address).Elem(), path)
	case f.Kind == schema.Groups || f.Kind == schema.GroupsOrWords:
		for i := range v.Len() {
			name := strconv.Itoa(i)
			if f.group.has("id") && v.Index(i).FieldByName("ID").String() != "" {
				name = v.Index(i).FieldByName("ID").String()
			}
			d.group(f.group, v.Index(i), join(path, name))
		}
	case f.Kind.Nested() && v.Kind() == reflect.Pointer:
		d.add(path, "(given)")
		d.group(f.group, v.Elem(), path)
	case f.Kind.Nested():
		d.group(f.group, v, path)
	default:
		d.value(v, path)
	}
}

func (d *dumper) value(v reflect.Value, path string) {
	switch x := v.Interface().(type) {
	case Text:
		d.words(path, x)
	case Texts:
		d.lists(path, x)
	case []NamedText:
		for _, entry := range x {
			d.words(join(path, entry.Name), entry.Text)
		}
	case []NamedString:
		for _, entry := range x {
			d.add(join(path, entry.Name), strconv.Quote(entry.Value))
		}
	case []RecordRef:
		for i, ref := range x {
			d.ref(join(path, strconv.Itoa(i)), ref.String(), ref.To != nil)
		}
	case []*Term:
		for i, term := range x {
			d.term(join(path, strconv.Itoa(i)), term)
		}
	case []TypedTerm:
		for i, typed := range x {
			d.add(join(path, strconv.Itoa(i)), typed.Folder+"/"+typed.Term.ID)
		}
	case *Term:
		d.term(path, x)
	default:
		d.plain(v, path)
	}
}

func (d *dumper) plain(v reflect.Value, path string) {
	if id := v; v.Kind() == reflect.Struct && v.FieldByName("To").IsValid() {
		d.ref(path, id.FieldByName("ID").String(), !v.FieldByName("To").IsNil())
		return
	}
	switch x := v.Interface().(type) {
	case string:
		d.add(path, strconv.Quote(x))
	case *Amount:
		d.add(path, fmt.Sprintf("%d cents", *x))
	case *float64:
		d.add(path, strconv.FormatFloat(*x, 'f', -1, 64))
	case *int:
		d.add(path, strconv.Itoa(*x))
	case []date.Range:
		for i, r := range x {
			d.add(join(path, strconv.Itoa(i)), r.From.String()+".."+r.To.String())
		}
	case DateOrWord:
		d.add(path, x.Date.String()+x.Word)
	case []string:
		d.add(path, fmt.Sprintf("%q", x))
	default:
		if v.Kind() == reflect.Slice && v.Len() > 0 && v.Index(0).Kind() == reflect.Struct {
			for i := range v.Len() {
				d.plain(v.Index(i), join(path, strconv.Itoa(i)))
			}
			return
		}
		d.add(path, fmt.Sprint(x))
	}
}

func (d *dumper) ref(path, id string, bound bool) {
	if id != "" && !bound {
		id += " (none)"
	}
	if id != "" {
		d.add(path, "-> "+id)
	}
}

func (d *dumper) term(path string, t *Term) {
	if t.Free {
		d.add(path, strconv.Quote(t.ID)+" (free)")
		return
	}
	d.add(path, t.Vocabulary+"/"+t.ID)
}

func (d *dumper) words(path string, t Text) {
	for i, l := range d.c.Languages {
		if words := t.In(Lang(i)); words != "" {
			d.add(path+"["+l.Code+"]", strconv.Quote(words))
		}
	}
}

func (d *dumper) lists(path string, t Texts) {
	for i, l := range d.c.Languages {
		if list := t.In(Lang(i)); len(list) > 0 {
			d.add(path+"["+l.Code+"]", fmt.Sprintf("%q", list))
		}
	}
}

// everything dumps a whole catalogue.
func everything(c *Catalogue) string {
	out := dumpSettings(c) + dumpHolidays(c)
	for _, name := range slices.Sorted(keysOf(c.Vocabularies)) {
		out += dumpVocabulary(c, name)
	}
	return out + dump(c, func(*Record) bool { return true })
}
