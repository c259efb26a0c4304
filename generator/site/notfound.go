package site

// notFoundPage is what web servers show for what is not there. It is in the default language, since nobody can know the reader's.
func notFoundPage(v *view) *SectionsPage {
	p := &SectionsPage{Page: v.base(v.own(v.t("notfound.title")), v.own(v.t("notfound.title")))}
	p.Trail = nil
	return p
}
