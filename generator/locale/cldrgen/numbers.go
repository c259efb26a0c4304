package main

import (
	"fmt"
	"strconv"
	"strings"
)

// numberEntry returns the separators of numbers in Latin digits and the pattern of an amount of euros.
func numberEntry(s *source, code string) (entry, error) {
	numbers, err := s.main("cldr-numbers-full", code, "numbers.json", "numbers")
	if err != nil {
		return nil, err
	}
	if pattern := numbers.text("decimalFormats-numberSystem-latn/standard"); pattern != "#,##0.###" {
		return nil, fmt.Errorf("numbers are grouped as %q, which package locale cannot", pattern)
	}
	minimum, err := strconv.Atoi(numbers.text("minimumGroupingDigits"))
	if err != nil {
		return nil, fmt.Errorf("minimum grouping digits: %w", err)
	}
	symbols, err := numbers.object("symbols-numberSystem-latn")
	if err != nil {
		return nil, err
	}
	money, negative, err := moneyPatterns(numbers.text("currencyFormats-numberSystem-latn/standard"), symbols.text("minusSign"))
	if err != nil {
		return nil, err
	}
	return entry{
		{"decimal", symbols.text("decimal")}, {"group", symbols.text("group")}, {"minus", symbols.text("minusSign")},
		{"minimumGrouping", minimum}, {"money", money}, {"moneyNegative", negative},
	}, nil
}

// moneyPatterns turns "#,##0.00 ¤" into "{0} €", and returns the pattern of a negative amount beside it.
func moneyPatterns(pattern, minus string) (positive, negative string, err error) {
	positive, negative, explicit := strings.Cut(pattern, ";")
	if !explicit {
		negative = "-" + positive
	}
	if rest := strings.ReplaceAll(pattern, "#,##0.00", ""); rest == pattern || strings.ContainsAny(rest, "#0,.") {
		return "", "", fmt.Errorf("money is written as %q, which package locale cannot", pattern)
	}
	fill := strings.NewReplacer("#,##0.00", "{0}", "¤", "€", "-", minus)
	return fill.Replace(positive), fill.Replace(negative), nil
}

// listEntry returns the patterns of lists and the quotation marks.
func listEntry(s *source, code string) (entry, error) {
	var e entry
	patterns, err := s.main("cldr-misc-full", code, "listPatterns.json", "listPatterns")
	if err != nil {
		return nil, err
	}
	for _, kind := range []struct{ name, path string }{{"and", "listPattern-type-standard/"}, {"or", "listPattern-type-or/"}} {
		text := betterList(code, kind.name)
		if text == "" {
			if text, err = patterns.join(kind.path+"start", kind.path+"middle", kind.path+"end", kind.path+"2"); err != nil {
				return nil, err
			}
		}
		if strings.ContainsAny(text, "<>&\"'") {
			return nil, fmt.Errorf("the list pattern %q would have to be escaped in HTML", text)
		}
		e = append(e, field{kind.name, text})
	}
	delimiters, err := s.main("cldr-misc-full", code, "delimiters.json", "delimiters")
	if err != nil {
		return nil, err
	}
	quotes := betterQuotes(code)
	if quotes == "" {
		quotes, err = delimiters.join("quotationStart", "quotationEnd")
	}
	return append(e, field{"quotes", quotes}), err
}

// pluralEntry returns the rules for whole numbers, cardinal and ordinal.
func pluralEntry(s *source, code string) (entry, error) {
	var e entry
	language, _, _ := strings.Cut(code, "-")
	for _, kind := range []struct{ name, file, path string }{
		{"cardinal", "plurals.json", "supplemental/plurals-type-cardinal"},
		{"ordinal", "ordinals.json", "supplemental/plurals-type-ordinal"},
	} {
		file, err := s.read("cldr-core", "supplemental", kind.file)
		if err != nil {
			return nil, err
		}
		all, err := file.object(kind.path)
		if err != nil {
			return nil, err
		}
		text, err := pluralRules(all, language)
		if err != nil {
			return nil, err
		}
		e = append(e, field{kind.name, text})
	}
	return e, nil
}

// pluralRules writes a language's rules in the short form that package locale reads. A language without rules has one form.
func pluralRules(all node, language string) (string, error) {
	var rules []string
	for _, category := range []string{"zero", "one", "two", "few", "many"} {
		rule, _, _ := strings.Cut(all.text(language+"/pluralRule-count-"+category), "@")
		body, err := pluralRule(rule)
		if err != nil {
			return "", err
		}
		if body != "" {
			rules = append(rules, category+":"+body)
		}
	}
	return strings.Join(rules, ";"), nil
}

// pluralRule rewrites "n % 10 = 1 and n % 100 != 11 or …" for whole numbers, where n and i are the number and all other operands are 0
// (UTS #35, part 3, Plural Operand Meanings). Conditions that then always hold are left out, alternatives that never do too.
func pluralRule(rule string) (string, error) {
	var alternatives []string
	for alternative := range strings.SplitSeq(strings.TrimSpace(rule), " or ") {
		var conditions []string
		possible := alternative != ""
		for condition := range strings.SplitSeq(alternative, " and ") {
			text := strings.ReplaceAll(condition, " ", "")
			switch {
			case text == "":
			case text[0] == 'n' || text[0] == 'i':
				conditions = append(conditions, "n"+strings.ReplaceAll(text[1:], ",", "+"))
			case !strings.Contains("vwftce", text[:1]):
				return "", fmt.Errorf("unknown operand in the plural rule %q", rule)
			case !holdsForZero(text):
				possible = false
			}
		}
		if possible && len(conditions) > 0 {
			alternatives = append(alternatives, strings.Join(conditions, ","))
		}
	}
	return strings.Join(alternatives, "/"), nil
}

// holdsForZero decides a condition such as "v=0", "e!=0..5" or "f%10=1" whose operand is 0.
func holdsForZero(condition string) bool {
	_, values, _ := strings.Cut(condition, "=")
	negated := strings.Contains(condition, "!=")
	return (values == "0" || strings.HasPrefix(values, "0.") || strings.HasPrefix(values, "0,")) != negated
}
