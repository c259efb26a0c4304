package yamldoc

import (
	"strconv"
	"strings"
	"time"
)

// YesNo reads true, false, yes, no, ja, nein, in any case.
func YesNo(written string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(written)) {
	case "true", "yes", "ja":
		return true, true
	case "false", "no", "nein":
		return false, true
	}
	return false, false
}

// Day reads the first two letters of a day in English or German: mo tu we th fr sa su, mo di mi do fr sa so, in any case.
func Day(written string) (time.Weekday, bool) {
	switch strings.ToLower(strings.TrimSpace(written)) {
	case "mo":
		return time.Monday, true
	case "tu", "di":
		return time.Tuesday, true
	case "we", "mi":
		return time.Wednesday, true
	case "th", "do":
		return time.Thursday, true
	case "fr":
		return time.Friday, true
	case "sa":
		return time.Saturday, true
	case "su", "so":
		return time.Sunday, true
	}
	return 0, false
}

// DayName is how a day is written in files: the first two letters of its English name.
func DayName(day time.Weekday) string { return strings.ToLower(day.String()[:2]) }

// NumberFault says why a text is no number.
type NumberFault uint8

// The faults of numbers, with the hint each deserves.
const (
	NumberOK       NumberFault = iota
	NumberComma                // 12,50: a full stop is due
	NumberUnit                 // 12.50 €, 3 Plätze: only the number is due
	NumberGroups               // 1.200,50 or 1 200: no signs between the thousands
	NumberPrecise              // 12.505: an amount has two decimals
	NumberNegative             // -5: an amount is not below zero
	NumberTooBig               // more than fits
	NumberNone                 // no number at all
)

// maxNumber bounds amounts and whole numbers; nothing in a catalogue is bigger.
const maxNumber = 1_000_000_000

// Amount reads an amount of money, such as 12.50, into cents. On a fault, better is the number as it was probably meant, or empty.
func Amount(written string) (cents int64, better string, fault NumberFault) {
	text := strings.TrimSpace(written)
	whole, fraction, point := strings.Cut(text, ".")
	if digits(whole) && (!point || digits(fraction)) {
		if len(fraction) > 2 {
			if len(fraction) == 3 && len(whole) <= 3 && whole != "0" {
				return 0, whole + fraction, NumberGroups // 1.200 is meant as twelve hundred
			}
			return 0, whole + "." + fraction[:2], NumberPrecise
		}
		euros, err := strconv.ParseInt(whole, 10, 64)
		if err != nil || euros > maxNumber {
			return 0, "", NumberTooBig
		}
		hundredths, _ := strconv.ParseInt((fraction + "00")[:2], 10, 64)
		return euros*100 + hundredths, "", NumberOK
	}
	fault, better = amountFault(text)
	return 0, better, fault
}

// amountFault finds out what was meant by a text that is no plain amount.
func amountFault(text string) (fault NumberFault, better string) {
	bare := strings.TrimSpace(strings.Trim(text, "€ \u00a0EURuro"))
	fault = NumberNone
	switch {
	case strings.HasPrefix(text, "-"):
		return NumberNegative, ""
	case bare != text:
		fault = NumberUnit
	}
	bare = strings.TrimSuffix(strings.TrimSuffix(bare, ",-"), ",–")
	whole, fraction, comma := strings.Cut(bare, ",")
	plain := strings.NewReplacer(".", "", " ", "", "'", "", "\u00a0", "").Replace(whole)
	if !digits(plain) || strings.Trim(whole, ". '") != whole || comma && (!digits(fraction) || len(fraction) > 2) {
		if whole, fraction, point := strings.Cut(bare, "."); point && digits(whole) && digits(fraction) {
			return fault, bare
		}
		return NumberNone, ""
	}
	better = plain
	if comma {
		better += "." + (fraction + "0")[:2]
	}
	switch {
	case fault == NumberUnit && strings.Contains(bare, ".") && !comma:
		return fault, bare
	case fault == NumberUnit:
		return fault, better
	case plain != whole:
		return NumberGroups, better
	case comma || strings.Contains(text, ","):
		return NumberComma, better
	}
	return fault, better
}

// Whole reads a whole number, which may be below zero.
func Whole(written string) (value int, fault NumberFault) {
	text := strings.TrimSpace(written)
	if !digits(strings.TrimPrefix(text, "-")) {
		return 0, wholeFault(text)
	}
	value, err := strconv.Atoi(text)
	if err != nil || value > maxNumber || value < -maxNumber {
		return 0, NumberTooBig
	}
	return value, NumberOK
}

func wholeFault(text string) NumberFault {
	first, rest, _ := strings.Cut(text, " ")
	groups := strings.NewReplacer(".", "", " ", "", "'", "", "_", "")
	switch {
	case strings.Contains(text, ",") && digits(strings.Replace(text, ",", "", 1)):
		return NumberComma
	case digits(groups.Replace(text)) && text[0] != '.' && !strings.HasPrefix(text, "0"):
		return NumberGroups
	case digits(first) && rest != "":
		return NumberUnit
	}
	return NumberNone
}

// Decimal reads a number with or without decimals, which may be below zero: coordinates, for example. 52,27 is NumberComma.
func Decimal(written string) (value float64, fault NumberFault) {
	text := strings.TrimSpace(written)
	whole, fraction, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if !digits(whole) || point && !digits(fraction) {
		if digits(strings.Replace(strings.TrimPrefix(text, "-"), ",", "", 1)) {
			return 0, NumberComma
		}
		return 0, NumberNone
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || value > maxNumber || value < -maxNumber {
		return 0, NumberTooBig
	}
	return value, NumberOK
}

func digits(s string) bool {
	return s != "" && len(s) <= 18 && strings.Trim(s, "0123456789") == ""
}
