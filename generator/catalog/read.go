package catalog

import (
	"context"
	"iter"
	"path"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/workers"
)

// result is what reading one record gave.
type result struct {
	entry    Entry
	findings []diag.Finding
	waiting  waiting
	used     []*Term
}

// records reads all records on all cores, each by one worker from its default file to its last translation.
func (l *loader) records(ctx context.Context) ([]result, error) {
	results := make([]result, len(l.tree.Records))
	err := workers.Each(ctx, l.Jobs, len(results), func() func(int) error {
		reader, in := &content.Reader{FS: l.tree.FS}, newRoom(len(l.languages))
		return func(i int) (err error) {
			results[i], err = l.record(reader, in, &l.tree.Records[i])
			return err
		}
	})
	return results, err
}

// record reads one record: the default language's file first, for the facts, then the others for their texts. Where the first
// cannot be read, the others are looked through for what cannot be read either.
func (l *loader) record(reader *content.Reader, in *room, files *content.RecordFiles) (result, error) {
	var r result
	key := files.Key()
	if files.Broken || l.Exclude[key] {
		return r, nil
	}
	in.paths = l.filesByLanguage(in.paths, files, &r)
	byLang := in.paths
	if byLang[l.defaultLang] == "" {
		return r, nil
	}
	entry := newEntry(files.Folder)
	base := entry.Base()
	base.Type, base.ID, base.key, base.Attachments = l.plans.table.Type(files.Folder), files.ID, key, files.Attachments
	base.Files = in.byLang.Take(len(l.languages))
	in.languages = 0
	for lang, file := range byLang {
		if file != "" {
			in.languages = lang + 1
		}
	}
	for lang := range l.defaultFirst() {
		if byLang[lang] == "" {
			continue
		}
		doc, findings, err := reader.Read(byLang[lang])
		if err != nil {
			return r, err
		}
		if doc.Bare && lang != l.defaultLang { // a translation may have no more than a long text, or nothing yet
			doc.Keys, findings = &yaml.Node{Kind: yaml.MappingNode}, nil
		}
		readable := doc.Keys != nil && doc.Keys.Kind == yaml.MappingNode
		r.findings = append(r.findings, named(base.Key(), findings)...)
		if readable && (lang == l.defaultLang || r.entry != nil) {
			l.decode(&r, in, entry, doc, findings, lang)
		}
		if readable && lang == l.defaultLang {
			r.entry = entry
		}
	}
	return r, nil
}

// decode reads one file's fields and text into its record. said is what is known to be wrong with its form.
func (l *loader) decode(r *result, in *room, entry Entry, doc content.Document, said []diag.Finding, lang Lang) {
	base := entry.Base()
	d := l.decoder(in, base.Key(), doc.Path, lang)
	d.isTranslation = lang != l.defaultLang
	d.spoilt = errorLines(said)
	d.document(doc, l.plans.records[base.Folder()], reflect.ValueOf(entry).Elem())
	if !d.isTranslation || d.texts > 0 {
		base.Files[lang] = d.file
	} else if diag.CountOf(d.findings).Errors+diag.CountOf(said).Errors == 0 {
		d.find(&yaml.Node{}, diag.Warning, "translation-without-text", diag.Textf("Diese Übersetzung enthält keinen Text und gilt als fehlend.", "This translation holds no text and counts as missing."),
			diag.Textf("Übersetzen Sie wenigstens den Titel, oder löschen Sie die Datei.", "Translate the title at least, or delete the file."))
	}
	r.findings = append(r.findings, causes(d.findings, said)...)
	if !d.isTranslation { // only the default file has facts
		r.waiting, r.used = waiting{d.name, d.path, in.pending.Keep(d.pending)}, in.used.Keep(d.used)
		in.unbound, in.named = d.pending, d.used
	}
}

// defaultFirst are all languages, the default one first.
func (l *loader) defaultFirst() iter.Seq[Lang] {
	return func(visit func(Lang) bool) {
		if !visit(l.defaultLang) {
			return
		}
		for i := range l.languages {
			if Lang(i) != l.defaultLang && !visit(Lang(i)) {
				return
			}
		}
	}
}

// filesByLanguage sorts a record's files by language, where another record's stood; what stands in the way is a finding.
func (l *loader) filesByLanguage(byLang []string, files *content.RecordFiles, r *result) []string {
	byLang = slices.Grow(byLang[:0], len(l.languages))[:len(l.languages)]
	clear(byLang)
	var foreign []content.TextFile
	find := func(severity diag.Severity, file, code string, message, hint diag.Text) {
		r.findings = append(r.findings, diag.Finding{File: file, Line: 1, Column: 1, Severity: severity, Code: code, Message: message, Hint: hint})
	}
	for _, f := range files.Files {
		lang, known := l.defaultLang, true
		if f.Lang != "" {
			lang, known = l.languages.Find(f.Lang)
		}
		switch {
		case !known:
			foreign = append(foreign, f)
		case byLang[lang] != "":
			find(diag.Error, f.Path, "record-twice", diag.Textf("%s: Für diesen Eintrag und diese Sprache gibt es schon die Datei %s.", "%s: For this record and language there is already the file %s.", files.Key(), byLang[lang]),
				diag.Textf("Behalten Sie eine der beiden Dateien.", "Keep one of the two files."))
		default:
			byLang[lang] = f.Path
		}
	}
	if byLang[l.defaultLang] == "" && files.Misnamed {
		return byLang // it is said what that file should be called
	}
	if byLang[l.defaultLang] == "" {
		file := files.Files[0].Path
		if len(foreign) > 0 { // probably meant to be it, so nothing more is said of its language
			file = foreign[0].Path
		}
		code := l.languages[l.defaultLang].Code
		hint := diag.Textf("Legen Sie %s an; diese Datei enthält auch die Daten, Orte und Preise.", "Create %s; that file also holds the dates, places and prices.", fileIn(file, code))
		if len(foreign) > 0 {
			hint = diag.Textf("Ist es diese, benennen Sie sie um in %s; sonst legen Sie jene an.", "If it is this one, rename it to %s; otherwise create that one.", path.Base(fileIn(file, code)))
		}
		find(diag.Error, file, "no-default-file", diag.Textf("%s: Es gibt keine Datei in der Hauptsprache (%s).", "%s: There is no file in the main language (%s).", files.Key(), code), hint)
		return byLang
	}
	for _, f := range foreign {
		find(diag.Warning, f.Path, "unknown-language", diag.Textf("%s: Die Sprache „%s“ steht nicht in site.yaml; dieser Text erscheint nirgends.", "%s: The language “%s” is not in site.yaml; this text appears nowhere.", files.Key(), f.Lang),
			orText(diag.DidYouMean(f.Lang, l.languages.Codes()), diag.Textf("Nehmen Sie die Sprache in site.yaml unter languages auf, oder benennen Sie die Datei um.", "Add the language to site.yaml at languages, or rename the file.")))
	}
	return byLang
}

// fileIn is the path of a record's file in another language.
func fileIn(file, code string) string {
	stem, _, _ := strings.Cut(path.Base(file), ".")
	return path.Join(path.Dir(file), stem+"."+code+path.Ext(file))
}

// decoder is that of a room, ready for a file. The one before is done with.
func (l *loader) decoder(in *room, name, path string, lang Lang) *decoder {
	in.decoder = decoder{
		room: in, plans: l.plans, languages: l.languages, vocabularies: l.vocabularies,
		name: name, path: path, file: in.files.One(File{Path: path, notes: in.notes.One(notes{})}), lang: lang, defaultLang: l.defaultLang, pending: in.unbound[:0], used: in.named[:0],
	}
	return &in.decoder
}
