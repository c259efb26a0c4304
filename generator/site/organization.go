package site

import (
	"html/template"

	"mappe/generator/catalog"
)

// organizationPage tells who an organization is, whom to ask there, and what it offers.
func organizationPage(v *view, o *catalog.Organization) *RecordPage {
	p := v.record(o)
	p.Call = v.callLink(o.Phone)
	if p.Picture == nil && o.Logo != "" {
		p.Picture = v.logo(o)
	}
	p.Facts = v.organizationFacts(o)
	shelves := v.shelved()
	v.section(p, Section{ID: "contacts", Heading: v.t("section.contacts"), Cards: cards(v, v.ordered(shelves.staff[o]))})
	v.section(p, v.offersSection(shelves.byOrganization[o]))
	v.section(p, Section{ID: "parts", Heading: v.t("section.parts"), Links: v.links(v.ordered(shelves.parts[o]))})
	return p
}

func (v *view) organizationFacts(o *catalog.Organization) []Fact {
	r := rows{v: v}
	if len(o.Kind) > 1 {
		r.addAll("kind", v.values("text", v.terms(o.Kind)))
	}
	r.add("legal_name", v.said(v.foreign(o.LegalName)))
	if o.Parent.To != nil {
		r.add("part_of", linkValue(v.link(o.Parent.To)))
	}
	if o.Phone != "" {
		r.add("phone", v.phone(o.Phone))
	}
	if o.Email != "" {
		r.add("email", emailValue(o.Email))
	}
	if o.URL != "" {
		r.add("web", web(o.URL))
	}
	r.addAll("where", v.address(o.Venue))
	return r.facts
}

// logo is the organization's logo in place of a picture; it says the organization's name.
func (v *view) logo(o *catalog.Organization) *Picture {
	media, found := v.media(&o.Record, o.Logo)
	if !found {
		return nil
	}
	return &Picture{Src: template.URL(media.Href), SrcSet: media.Srcset, Width: media.Width, Height: media.Height, Alt: v.words(o.Title)}
}
