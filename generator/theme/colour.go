package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"mappe/generator/diag"
)

// colour is an sRGB colour, each part from 0 to 255.
type colour [3]float64

const (
	colourOption = "colour"
	// defaultColour is that of tokens.css and icon.svg.
	defaultColour = "#005ea8"
	// legible is the contrast text gets on its ground; WCAG 2.2 (1.4.3) asks for 4.5.
	legible = 5
)

// colours returns the custom properties of the colour that the site chose, or nothing: as links and buttons it is made darker on light
// ground and lighter on dark ground until it can be read there, whatever it was.
func (l *loader) colours() string {
	written := l.options[colourOption]
	if written == "" {
		return ""
	}
	chosen, ok := parseColour(written)
	if !ok {
		l.report(l.setting("theme_options", written), diag.Error, "theme-colour", diag.Textf("„%s“ ist keine Farbe.", "%q is no colour.", written),
			diag.Textf("Schreiben Sie sie mit sechs Ziffern, zum Beispiel \"#005ea8\".", "Write it with six digits, for example \"#005ea8\"."))
		return ""
	}
	black, white := colour{}, colour{255, 255, 255}
	// The grounds are --surface-2 of tokens.css, the ones nearest to grey.
	light := chosen.until(legible, colour{238, 242, 246}, black)
	dark := chosen.until(legible, colour{39, 48, 58}, white)
	return fmt.Sprintf(":root{--brand:%s;--on-brand:%s;--accent:%s;--on-accent:%s}\n@media (prefers-color-scheme:dark){:root{--accent:%s;--on-accent:%s}}\n",
		chosen, chosen.on(), light, light.on(), dark, dark.on())
}

// withDefaults returns the options with the value of each that the site leaves out.
func withDefaults(options map[string]string) map[string]string {
	all := map[string]string{colourOption: defaultColour}
	for name, value := range options {
		if value != "" {
			all[name] = value
		}
	}
	return all
}

// parseColour reads #rgb or #rrggbb.
func parseColour(s string) (c colour, ok bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if !ok || len(digits) != 6 || err != nil {
		return c, false
	}
	return colour{float64(n >> 16), float64(n >> 8 & 0xff), float64(n & 0xff)}, true
}

func (c colour) String() string {
	return fmt.Sprintf("#%02x%02x%02x", int(math.Round(c[0])), int(math.Round(c[1])), int(math.Round(c[2])))
}

// until mixes a colour with black or white until it has a contrast with its ground.
func (c colour) until(contrast float64, ground, with colour) colour {
	const steps = 64
	mixed := c
	for step := 1; step <= steps && contrastOf(mixed, ground) < contrast; step++ {
		for i := range mixed {
			mixed[i] = math.Round(c[i] + (with[i]-c[i])*float64(step)/steps)
		}
	}
	return mixed
}

// on returns black or white, whichever is read better on the colour.
func (c colour) on() colour {
	black, white := colour{}, colour{255, 255, 255}
	if contrastOf(c, white) >= contrastOf(c, black) {
		return white
	}
	return black
}

// contrastOf is WCAG's contrast ratio of two colours, from 1 to 21.
func contrastOf(a, b colour) float64 {
	light, dark := a.luminance(), b.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// luminance is WCAG's relative luminance, from 0 to 1.
func (c colour) luminance() float64 {
	linear := func(part float64) float64 {
		part /= 255
		if part <= 0.04045 {
			return part / 12.92
		}
		return math.Pow((part+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
