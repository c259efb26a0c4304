package catalog

import (
	"context"
	"io/fs"

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
	// said is what the reader found in site.yaml.
	said []diag.Finding
	// waiting are references to records, to be bound when all are read.
	waiting []waiting
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
	c := &Catalogue{Tree: tree, plans: l.plans, UsedTerms: map[*Term]bool{}}
	if ok, err := l.frame(ctx, c); err != nil || !ok {
		return nil, diag.Sort(l.findings), err
	}
	results, err := l.records(ctx)
	if err != nil {
		return nil, nil, err
	}
	c.Entries, c.byKey = make([]Entry, 0, len(results)), make(map[recordKey]Entry, len(results))
	for _, r := range results {
		l.gather(c, r)
	}
	l.bind(c)
	c.County = c.Settings.County.To
	fillVenues(c)
	if err := l.assess(ctx, c); err != nil {
		return nil, nil, err
	}
	return c, diag.Sort(l.findings), nil
}

// frame reads what records are decoded by: languages, vocabularies, settings, holidays. It reports false where records cannot be
// understood without it.
func (l *loader) frame(ctx context.Context, c *Catalogue) (bool, error) {
	site, err := l.readSite()
	if err != nil || site == nil {
		return false, err
	}
	ok := l.readLanguages(site)
	if ok {
		if err := l.loadVocabularies(ctx); err != nil {
			return false, err
		}
	}
	l.settings(c, site)
	if !ok {
		if diag.CountOf(l.findings).Errors == 0 {
			l.siteFinding(site, "no-languages", diag.Textf("In site.yaml fehlen die Sprachen.", "site.yaml does not say the languages."),
				diag.Textf("Schreiben Sie zum Beispiel: languages: [de, en]", "Write for example: languages: [de, en]"))
		}
		return false, nil
	}
	c.Vocabularies, c.Languages, c.Default = l.vocabularies, l.languages, l.defaultLang
	return true, l.holidays(c)
}

// gather puts what one record's files gave into the catalogue.
func (l *loader) gather(c *Catalogue, r result) {
	l.findings = append(l.findings, r.findings...)
	if len(r.waiting.references) > 0 {
		l.waiting = append(l.waiting, r.waiting)
	}
	for _, term := range r.used {
		c.UsedTerms[term] = true
	}
	if r.entry != nil {
		r.entry.Base().Number = len(c.Entries)
		c.Entries = append(c.Entries, r.entry)
		c.Lists.add(r.entry)
		c.byKey[recordKey{r.entry.Base().Folder(), r.entry.Base().ID}] = r.entry
	}
}
