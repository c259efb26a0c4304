package schema

func supportFields() []Field {
	return []Field{
		{Key: "kind", Kind: Term, Of: "support-kinds", Required: true, Label: words("Art der Unterstützung", "kind of support"), Example: `advice`,
			Help: words("Was für eine Unterstützung es ist.",
				"What kind of support it is.")},
		{Key: "hours", Kind: Groups, Of: "Hours", Label: words("Sprechzeiten", "hours"),
			Help: words("Wann man kommen kann.",
				"When one can come.")},
		closed(),
	}
}
