package catalog

import (
	"context"
	"io/fs"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/githistory"
	"mappe/generator/schema"
)

// Options say how a catalogue is loaded.
type Options struct {
	// Exclude names records, <type>/<id>, that are left out although they are there: those with errors when the rest is to be
	// published. Naming them is no error.
	Exclude map[string]bool
	// Jobs is how many files are read at once; 0 means as many as there are processors.
	Jobs int
	// History is what Git knows of the files, nil where it knows nothing.
	History *githistory.History
}

// loader is what Load works with.
type loader struct {
	Options
	tree         *content.Tree
	plans        *plans
	languages    Languages
	defaultLang  Lang
	vocabularies map[string]*Vocabulary
	findings     []diag.Finding
}

// Load reads the content below a source folder. The catalogue is nil where the settings cannot be understood at all; findings say
// why. It is complete otherwise, records with errors included as far as they could be read. An error means that files cannot be opened
// or that ctx was cancelled.
func Load(ctx context.Context, source fs.FS, options Options) (*Catalogue, []diag.Finding, error) {
	table := schema.New()
	tree, findings, err := content.Scan(source, table.Folders(), table.Vocabularies())
	if err != nil {
		return nil, nil, err
	}
	l := &loader{Options: options, tree: tree, plans: newPlans(table), findings: findings}
	c := &Catalogue{Tree: tree, plans: l.plans, UsedTerms: map[*Term]bool{}, byKey: map[string]Entry{}, fileKeys: map[string]string{}}
	waiting, ok, err := l.settings(c)
	if err != nil || !ok {
		return nil, diag.Sort(l.findings), err
	}
	if err := l.loadVocabularies(); err != nil {
		return nil, nil, err
	}
	if err := l.holidays(c); err != nil {
		return nil, nil, err
	}
	results, err := l.records(ctx)
	if err != nil {
		return nil, nil, err
	}
	c.Vocabularies, c.Languages, c.Default = l.vocabularies, l.languages, l.defaultLang
	known := map[string]bool{}
	for i, r := range results {
		files := &tree.Records[i]
		known[files.Key()] = true
		for _, f := range files.Files {
			c.fileKeys[f.Path] = files.Key()
		}
		l.findings = append(l.findings, r.findings...)
		waiting = append(waiting, r.pending...)
		for _, term := range r.used {
			c.UsedTerms[term] = true
		}
		if r.entry != nil {
			c.Entries = append(c.Entries, r.entry)
			c.Lists.add(r.entry)
			c.byKey[files.Key()] = r.entry
		}
	}
	l.bind(c, waiting, known)
	c.County = c.Settings.County.To
	fillVenues(c)
	if err := l.assess(ctx, c); err != nil {
		return nil, nil, err
	}
	return c, diag.Sort(l.findings), nil
}

// result is what reading one record gave.
type result struct {
	entry    Entry
	findings []diag.Finding
	pending  []pending
	used     []*Term
}

// records reads all records on all cores, each by one worker from its default file to its last translation.
func (l *loader) records(ctx context.Context) ([]result, error) {
	results := make([]result, len(l.tree.Records))
	jobs := l.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var failure error
	var once sync.Once
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(results) || ctx.Err() != nil {
					return
				}
				r, err := l.record(&l.tree.Records[i])
				if err != nil {
					once.Do(func() { failure = err })
					return
				}
				results[i] = r
			}
		})
	}
	workers.Wait()
	if failure != nil {
		return nil, failure
	}
	return results, ctx.Err()
}

// record reads one record: the default language's file first, for the facts, then the others for their texts.
func (l *loader) record(files *content.RecordFiles) (result, error) {
	var r result
	if files.Broken || l.Exclude[files.Key()] {
		return r, nil
	}
	byLang := l.filesByLanguage(files, &r)
	if byLang[l.defaultLang] == "" {
		return r, nil
	}
	rt := l.plans.table.Type(files.Folder)
	entry := newEntry(files.Folder)
	base := entry.Base()
	base.Type, base.ID, base.Attachments = rt, files.ID, files.Attachments
	base.Files = make([]*File, len(l.languages))
	order := append([]Lang{l.defaultLang}, l.others()...)
	for _, lang := range order {
		if byLang[lang] == "" {
			continue
		}
		ok, err := l.file(&r, base, entry, byLang[lang], lang)
		if err != nil {
			return r, err
		}
		if !ok && lang == l.defaultLang {
			return r, nil
		}
	}
	r.entry = entry
	return r, nil
}

// filesByLanguage sorts a record's files by language; what stands in the way is a finding.
func (l *loader) filesByLanguage(files *content.RecordFiles, r *result) []string {
	byLang := make([]string, len(l.languages))
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
			find(diag.Warning, f.Path, "unknown-language", diag.Textf("%s: Die Sprache „%s“ steht nicht in site.yaml; dieser Text erscheint nirgends.", "%s: The language “%s” is not in site.yaml; this text appears nowhere.", files.Key(), f.Lang),
				orText(diag.DidYouMean(f.Lang, l.languages.Codes()), diag.Textf("Nehmen Sie die Sprache in site.yaml unter languages auf, oder benennen Sie die Datei um.", "Add the language to site.yaml at languages, or rename the file.")))
		case byLang[lang] != "":
			find(diag.Error, f.Path, "record-twice", diag.Textf("%s: Für diesen Eintrag und diese Sprache gibt es schon die Datei %s.", "%s: For this record and language there is already the file %s.", files.Key(), byLang[lang]),
				diag.Textf("Behalten Sie eine der beiden Dateien.", "Keep one of the two files."))
		default:
			byLang[lang] = f.Path
		}
	}
	if byLang[l.defaultLang] == "" && len(files.Files) > 0 {
		find(diag.Error, files.Files[0].Path, "no-default-file", diag.Textf("%s: Es gibt keine Datei in der Hauptsprache (%s).", "%s: There is no file in the main language (%s).", files.Key(), l.languages[l.defaultLang].Code),
			diag.Textf("Legen Sie sie an; sie enthält Daten, Orte und Preise.", "Create it; it holds dates, places and prices."))
	}
	return byLang
}

// file reads one file into its record; it reports false where the file could not be read.
func (l *loader) file(r *result, base *Record, entry Entry, path string, lang Lang) (bool, error) {
	doc, findings, err := content.Read(l.tree.FS, path)
	if err != nil {
		return false, err
	}
	r.findings = append(r.findings, findings...)
	if doc.Keys == nil || doc.Keys.Kind != yaml.MappingNode {
		return false, nil
	}
	d := l.decoder(base.Key(), path, lang)
	d.isTranslation = lang != l.defaultLang
	d.file.Path = path
	d.document(doc, l.plans.records[base.Folder()], reflect.ValueOf(entry).Elem())
	if d.isTranslation && d.texts == 0 {
		d.find(&yaml.Node{}, diag.Warning, "translation-without-text", diag.Textf("Diese Übersetzung enthält keinen Text und gilt als fehlend.", "This translation holds no text and counts as missing."),
			diag.Textf("Übersetzen Sie wenigstens den Titel, oder löschen Sie die Datei.", "Translate the title at least, or delete the file."))
	} else {
		base.Files[lang] = d.file
	}
	r.findings = append(r.findings, unsaid(d.findings, findings)...)
	r.pending = append(r.pending, d.pending...)
	r.used = append(r.used, d.used...)
	return true, nil
}

// unsaid leaves out findings at a place of which the reader has said already what is wrong: one cause, one finding.
func unsaid(findings, said []diag.Finding) []diag.Finding {
	if len(said) == 0 {
		return findings
	}
	return slices.DeleteFunc(findings, func(f diag.Finding) bool {
		return slices.ContainsFunc(said, func(s diag.Finding) bool { return s.Line == f.Line && s.Column == f.Column })
	})
}

func (l *loader) decoder(name, path string, lang Lang) *decoder {
	return &decoder{plans: l.plans, languages: l.languages, vocabularies: l.vocabularies, name: name, path: path, file: &File{Path: path}, lang: lang, defaultLang: l.defaultLang}
}

func (l *loader) others() []Lang {
	var others []Lang
	for i := range l.languages {
		if Lang(i) != l.defaultLang {
			others = append(others, Lang(i))
		}
	}
	return others
}

// bind resolves the references that waited. A record that is there but cannot be used is no finding here: it has its own.
func (l *loader) bind(c *Catalogue, waiting []pending, known map[string]bool) {
	ids := map[string][]string{}
	for _, p := range waiting {
		if entry := c.Find(p.folder, p.id); entry != nil {
			p.to.bind(entry)
			continue
		}
		if known[p.folder+"/"+p.id] {
			continue
		}
		if ids[p.folder] == nil {
			for _, r := range l.tree.Records {
				if r.Folder == p.folder {
					ids[p.folder] = append(ids[p.folder], r.ID)
				}
			}
		}
		finding := p.at
		finding.Severity, finding.Code = diag.Error, "unknown-record"
		finding.Message = diag.Textf("„%s“ gibt es nicht unter %s/.", "There is no “%s” in %s/.", p.id, p.folder)
		if name := c.RecordOf(finding.File); name != "" {
			finding.Message = diag.Text{DE: name + ": " + finding.Message.DE, EN: name + ": " + finding.Message.EN}
		}
		finding.Hint = diag.DidYouMean(p.id, ids[p.folder])
		l.findings = append(l.findings, finding)
	}
}

// fillVenues gives each place that names a venue the venue's address.
func fillVenues(c *Catalogue) {
	eachWhere(c, func(w *Where) {
		if v := w.Venue.To; v != nil {
			w.Address = Address{Name: v.Title, Street: v.Street, PostalCode: v.PostalCode, City: v.City, Place: v.Place, Lat: v.Lat, Lon: v.Lon, Stop: v.Stop, Wheelchair: v.Wheelchair, Directions: v.Directions}
		}
	})
}

func eachWhere(c *Catalogue, visit func(*Where)) {
	take := func(w *Where) {
		if w != nil {
			visit(w)
		}
	}
	hours := func(list []Hours) {
		for _, h := range list {
			take(h.Venue)
		}
	}
	for _, entry := range c.Entries {
		if offer := entry.Base().AsOffer(); offer != nil {
			take(offer.Venue)
		}
		switch e := entry.(type) {
		case *Course:
			for i := range e.Sessions {
				take(e.Sessions[i].Venue)
			}
		case *Support:
			hours(e.Hours)
		case *Transport:
			hours(e.Hours)
		case *Contact:
			take(e.Venue)
			hours(e.Hours)
		case *Organization:
			take(e.Venue)
		}
	}
}
