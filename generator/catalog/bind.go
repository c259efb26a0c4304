package catalog

import (
	"slices"
	"strings"
	"sync"

	"mappe/generator/diag"
)

// bind resolves the references that waited. A record that is there but cannot be used is no finding here: it has its own.
func (l *loader) bind(c *Catalogue) {
	idsIn := sync.OnceValue(l.idsByFolder) // nearly always all records are there
	for _, w := range l.waiting {
		for _, p := range w.references {
			if entry := c.Find(p.folder, p.id); entry != nil {
				p.to.bind(entry)
			} else if _, there := slices.BinarySearch(idsIn()[p.folder], p.id); !there {
				l.unknownRecord(c, w, p, idsIn()[p.folder])
			}
		}
	}
}

// idsByFolder are the ids of all records there are, sorted.
func (l *loader) idsByFolder() map[string][]string {
	ids := map[string][]string{}
	for i := range l.tree.Records {
		r := &l.tree.Records[i]
		ids[r.Folder] = append(ids[r.Folder], r.ID)
	}
	return ids
}

func (l *loader) unknownRecord(c *Catalogue, w waiting, p pending, ids []string) {
	finding := diag.Finding{File: w.path, Line: int(p.line), Column: int(p.column), Severity: diag.Error, Code: "unknown-record"}
	finding.Message = diag.Textf("%s: „%s“ gibt es nicht unter %s/.", "%s: There is no “%s” in %s/.", w.name, p.id, p.folder)
	bare := strings.TrimPrefix(p.id, p.folder+"/")
	finding.Hint = diag.DidYouMean(bare, ids)
	if id := byTitle(c, p.folder, p.id); id != "" {
		finding.Hint = diag.Textf("Schreiben Sie: %s", "Write: %s", id)
	}
	if finding.Hint == (diag.Text{}) {
		finding.Hint = diag.Textf("Legen Sie den Eintrag in %s/ an, oder schreiben Sie den Namen eines anderen.", "Create the record in %s/, or write the name of another one.", p.folder)
	}
	l.findings = append(l.findings, finding)
}

// byTitle returns the id of the record that is called so, for people who write a title where a name is due.
func byTitle(c *Catalogue, folder, title string) string {
	for _, entry := range c.Entries {
		base := entry.Base()
		if base.Folder() == folder && strings.EqualFold(base.Title.In(c.Default), title) {
			return base.ID
		}
	}
	return ""
}

// fillVenues gives each place that names a venue the venue's address.
func fillVenues(c *Catalogue) {
	for _, entry := range c.Entries {
		fillVenuesOf(entry)
	}
}

func fillVenuesOf(entry Entry) {
	eachWhere(entry, func(w *Where) {
		if v := w.Venue.To; v != nil {
			w.Address = Address{Name: v.Title, Street: v.Street, PostalCode: v.PostalCode, City: v.City, Place: v.Place, Lat: v.Lat, Lon: v.Lon, Stop: v.Stop, Wheelchair: v.Wheelchair, Directions: v.Directions}
		}
	})
}

func eachWhere(entry Entry, visit func(*Where)) {
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
