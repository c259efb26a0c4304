package catalog

import (
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/yamldoc"
)

func (d *decoder) number(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	switch f.Kind {
	case schema.Whole:
		if value, ok := d.whole(n, f); ok && into.Kind() == reflect.Pointer {
			*into.Addr().Interface().(**int) = d.ints.One(value)
		} else if ok {
			into.SetInt(int64(value))
		}
	case schema.Wholes, schema.Nth:
		*into.Addr().Interface().(*[]int) = readList(d, &d.ints, n, f, func(item *yaml.Node) (int, bool) {
			if f.Kind == schema.Nth && item.Value == "last" {
				return -1, true
			}
			return d.whole(item, f)
		})
	default:
		d.decimal(n, f, into)
	}
}

func (d *decoder) decimal(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	text, ok := d.scalar(n, f)
	if !ok {
		return
	}
	if f.Kind == schema.Number {
		value, fault := yamldoc.Decimal(text)
		if d.faultless(n, f, text, strings.Replace(text, ",", ".", 1), fault) {
			*into.Addr().Interface().(**float64) = d.floats.One(value)
		}
		return
	}
	cents, better, fault := yamldoc.Amount(text)
	if d.faultless(n, f, text, better, fault) {
		*into.Addr().Interface().(**Amount) = d.amounts.One(Amount(cents))
	}
}

func (d *decoder) whole(n *yaml.Node, f *fieldPlan) (int, bool) {
	text, ok := d.scalar(n, f)
	if !ok {
		return 0, false
	}
	value, fault := yamldoc.Whole(text)
	better := ""
	switch {
	case fault == yamldoc.NumberOK && value < 0:
		fault = yamldoc.NumberNegative
	case fault == yamldoc.NumberOK && f.Kind == schema.Nth && (value < 1 || value > 5):
		fault = yamldoc.NumberNone
	case fault == yamldoc.NumberGroups: // 31.000 inhabitants
		better = strings.Map(onlyDigits, text)
	case fault == yamldoc.NumberUnit: // 12 Plätze
		better, _, _ = strings.Cut(text, " ")
	}
	return value, d.faultless(n, f, text, better, fault)
}

func onlyDigits(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

// faultless reports whether a number could be read; a finding says why not, and what was probably meant (better, if known).
func (d *decoder) faultless(n *yaml.Node, f *fieldPlan, text, better string, fault yamldoc.NumberFault) bool {
	if fault == yamldoc.NumberOK {
		return true
	}
	code, message := "not-a-number", diag.Textf("„%s“ unter „%s“ ist keine Zahl, die hier möglich ist.", "“%s” at “%s” is not a number that is possible here.", text, f.Key)
	if fault == yamldoc.NumberComma {
		code, message = "comma-in-number", diag.Textf("In der Zahl „%s“ unter „%s“ steht ein Komma.", "The number “%s” at “%s” has a comma in it.", text, f.Key)
	}
	hint := numberHint(f.Kind, fault)
	if better != "" && better != text {
		hint = diag.Textf("Schreiben Sie: %s", "Write: %s", better)
	}
	d.find(n, diag.Error, code, message, hint)
	return false
}

// numberHint says what to write where nobody can guess what was meant.
func numberHint(kind schema.Kind, fault yamldoc.NumberFault) diag.Text {
	switch {
	case kind == schema.Nth:
		return diag.Textf("Möglich sind 1 bis 5 und last.", "1 to 5 and last are possible.")
	case fault == yamldoc.NumberNegative:
		return diag.Textf("Schreiben Sie eine Zahl ohne Minus.", "Write a number without a minus.")
	case kind == schema.Whole || kind == schema.Wholes:
		return diag.Textf("Schreiben Sie eine ganze Zahl, zum Beispiel 12.", "Write a whole number, such as 12.")
	}
	return diag.Textf("Schreiben Sie nur die Zahl, mit einem Punkt vor den Nachkommastellen, zum Beispiel 12.50.", "Write the number alone, with a point before its decimals, such as 12.50.")
}
