package schema

import "slices"

// fieldGroups lists every map inside a record, in the order of the record types.
func fieldGroups() []FieldGroup {
	return slices.Concat(
		commonGroups(),
		[]FieldGroup{addressGroup()},
		offerGroups(),
		timeGroups(),
		courseGroups(),
		internshipGroups(),
		transportGroups(),
		contactGroups(),
		pathwayGroups(),
		pageGroups(),
		siteGroups(),
		holidayGroups(),
	)
}
