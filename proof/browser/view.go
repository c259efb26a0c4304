package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// View is how a reader looks at a page.
type View struct {
	// Width is that of the window in CSS pixels.
	Width int
	Look  Look
}

// Look is a reader's choice of colours.
type Look string

// The looks a page has to work in.
const (
	Light  Look = "light"
	Dark   Look = "dark"
	Forced Look = "forced colours"
)

// Show sets the window's width and colours, for the page that is loaded and those to come. Nothing moves: readers may ask for
// that, and what moves cannot be measured.
func (t *Tab) Show(v View) error {
	features := []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: "light"},
		{Name: "prefers-reduced-motion", Value: "reduce"},
		{Name: "forced-colors", Value: "none"},
	}
	switch v.Look {
	case Dark:
		features[0].Value = "dark"
	case Forced:
		features[2].Value = "active"
	}
	err := chromedp.Do(t.ctx,
		command(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: int64(v.Width), Height: 800, DeviceScaleFactor: 1}),
		command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}),
	)
	if err != nil {
		return fmt.Errorf("showing %d pixels, %s: %w", v.Width, v.Look, err)
	}
	return nil
}

// WithoutScripts turns the scripts of the pages to be loaded off.
func (t *Tab) WithoutScripts() error {
	err := chromedp.Do(t.ctx, command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
	if err != nil {
		return fmt.Errorf("turning scripts off: %w", err)
	}
	return nil
}

// command is a step that sends one command of the browser's protocol and wants nothing back.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, c, params)
		return chromedp.Void{}, err
	}
}
