// Package qr writes an address as a QR code (ISO/IEC 18004): the data of one SVG path.
package qr

import (
	"errors"
	"strconv"
	"sync"

	"rsc.io/qr/coding"
)

// Quiet is the width of the empty border that readers need, in modules (ISO/IEC 18004, 5.3.8).
const Quiet = 4

// level M restores 15 % of the code: enough for a folded sheet, and smaller than the levels above.
const level = coding.M

// ErrTooLong says that no code holds so long a text.
var ErrTooLong = errors.New("too long for a QR code")

// Code is a QR code.
type Code struct {
	// Path is the data of an SVG path to be stroked one unit wide: the middle of each row's runs of dark modules, half a unit further up
	// than they stand, so that all numbers are whole: M x y at the first of a row, m dx 0 at those behind it, h for the run. The quiet zone
	// around it stays empty.
	Path string
	// Size is how many modules a side has, the quiet zone included.
	Size int
}

// Encoder makes codes. What is the same in all codes of a size is worked out once. It is safe for use by many goroutines.
type Encoder struct {
	plans [coding.MaxVersion + 1]func() (*coding.Plan, error)
}

// NewEncoder returns an encoder.
func NewEncoder() *Encoder {
	e := &Encoder{}
	for version := range e.plans {
		e.plans[version] = sync.OnceValues(func() (*coding.Plan, error) { return coding.NewPlan(coding.Version(version), level, 0) })
	}
	return e
}

// Encode returns the smallest code of a text. The error is ErrTooLong.
func (e *Encoder) Encode(text string) (Code, error) {
	data := encodingOf(text)
	for version := coding.Version(coding.MinVersion); version <= coding.MaxVersion; version++ {
		if data.Bits(version) > version.DataBytes(level)*8 {
			continue
		}
		plan, err := e.plans[version]()
		if err != nil {
			return Code{}, err
		}
		code, err := plan.Encode(data)
		if err != nil {
			return Code{}, err
		}
		return Code{Path: path(code), Size: code.Size + 2*Quiet}, nil
	}
	return Code{}, ErrTooLong
}

// encodingOf picks the shortest way to write a text.
func encodingOf(text string) coding.Encoding {
	switch {
	case text != "" && coding.Num(text).Check() == nil:
		return coding.Num(text)
	case text != "" && coding.Alpha(text).Check() == nil:
		return coding.Alpha(text)
	}
	return coding.String(text)
}

// path draws each row's runs of dark modules as lines. Steps within a row are told from the end of the last run: that is a fifth shorter.
func path(code *coding.Code) string {
	data := make([]byte, 0, 4096)
	for y := range code.Size {
		end := -1 // of the row's last run
		for x := 0; x < code.Size; x++ {
			if !code.Black(x, y) {
				continue
			}
			start := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if end < 0 {
				data = append(data, 'M')
				data = strconv.AppendInt(data, int64(start+Quiet), 10)
				data = append(data, ' ')
				data = strconv.AppendInt(data, int64(y+Quiet), 10)
			} else {
				data = append(data, 'm')
				data = strconv.AppendInt(data, int64(start-end), 10)
				data = append(data, " 0"...)
			}
			data = append(data, 'h')
			data = strconv.AppendInt(data, int64(x-start), 10)
			end = x
		}
	}
	return string(data)
}
