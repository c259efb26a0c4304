// Package picture turns photographs as they come from phones into small ones for a page: three widths, upright, and
// without the place, the camera and the date that are hidden in them.
//
// The way through its files: this one reads and scales, orientation.go finds out which side is up, svg.go lets drawings
// through that hold nothing but a drawing, cache.go remembers what was scaled before.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

const (
	// MaxBytes is the largest file that is read, in bytes.
	MaxBytes = 10 << 20
	// MaxPixels is the largest picture that is read, in pixels; phones make up to 50 million. A small file can claim to hold
	// a picture that fills the memory.
	MaxPixels = 60_000_000
	// quality of JPEG, of 100. Below 75 faces show blocks, above 85 files grow and nothing is seen.
	quality = 80
)

// The reasons for which a picture is refused. The errors that wrap them say more.
var (
	// ErrTooLarge says that the picture exceeds MaxBytes or MaxPixels.
	ErrTooLarge = errors.New("the picture is too large")
	// ErrNotPicture says that the file is no picture in a format that is read, or a damaged one.
	ErrNotPicture = errors.New("not a picture that can be read")
	// ErrUnsafe says that a drawing holds more than a drawing.
	ErrUnsafe = errors.New("the drawing holds more than a drawing")
)

// Variant is a picture in one size, ready to be published.
type Variant struct {
	Width, Height int    // in pixels; of a drawing as it names them, 0 if it does not
	Ext           string // "jpg", "png" or "svg"
	Bytes         []byte
}

// Widths returns the widths, in pixels and from small to large, in which a picture this wide is published: for a phone
// upright, for a phone at double density or a column, for a full page. No picture is enlarged.
func Widths(width int) []int {
	var widths []int
	for _, w := range [...]int{480, 960, 1600} {
		if w >= width {
			return append(widths, width)
		}
		widths = append(widths, w)
	}
	return widths
}

// Variants reads a JPEG, PNG, GIF (its first picture), WebP or SVG file and returns it in the sizes of Widths, from small
// to large, as JPEG, or as PNG where something is transparent. An SVG is returned as it is, once it is found harmless.
// The same file gives the same bytes.
//
// The error is ErrTooLarge, ErrNotPicture or ErrUnsafe. A large photograph takes some hundred megabytes while it is scaled,
// so that not too many should be at work at once.
func Variants(file []byte) ([]Variant, error) {
	if len(file) > MaxBytes {
		return nil, fmt.Errorf("%w: %d bytes, allowed are %d", ErrTooLarge, len(file), MaxBytes)
	}
	if looksLikeSVG(file) {
		width, height, err := checkSVG(file)
		if err != nil {
			return nil, err
		}
		return []Variant{{width, height, "svg", file}}, nil
	}
	f := formatOf(file)
	if f == nil {
		return nil, fmt.Errorf("%w: it is no JPEG, PNG, GIF, WebP or SVG", ErrNotPicture)
	}
	source, err := f.read(file)
	if err != nil {
		return nil, err
	}
	return scale(source, f.orientation(file))
}

// format is a way to write photographs.
type format struct {
	name        string
	magic       string // how a file begins; ? stands for any byte
	config      func(io.Reader) (image.Config, error)
	decode      func(io.Reader) (image.Image, error)
	orientation func([]byte) orientation
}

// formatOf tells the format from the first bytes: the name of a file may say anything. It returns nil for none.
func formatOf(file []byte) *format {
	for _, f := range []format{
		{"JPEG", "\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode, jpegOrientation},
		{"PNG", "\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode, pngOrientation},
		{"GIF", "GIF8?a", gif.DecodeConfig, gif.Decode, gifOrientation},
		{"WebP", "RIFF????WEBP", webp.DecodeConfig, webp.Decode, webpOrientation},
	} {
		if matches(file, f.magic) {
			return &f
		}
	}
	return nil
}

func matches(file []byte, magic string) bool {
	if len(file) < len(magic) {
		return false
	}
	for i := range len(magic) {
		if magic[i] != '?' && magic[i] != file[i] {
			return false
		}
	}
	return true
}

// read decodes the file, after a look at how large that would be.
func (f *format) read(file []byte) (picture image.Image, err error) {
	// The decoders are not ours; a panic in one must not end a build of thousands of pages.
	defer func() {
		if fault := recover(); fault != nil {
			picture, err = nil, fmt.Errorf("%w: reading it as %s broke off: %v", ErrNotPicture, f.name, fault)
		}
	}()
	config, err := f.config(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("%w: damaged %s: %w", ErrNotPicture, f.name, err)
	}
	if config.Width <= 0 || config.Height <= 0 {
		return nil, fmt.Errorf("%w: it has no size", ErrNotPicture)
	}
	if config.Height > MaxPixels/config.Width {
		return nil, fmt.Errorf("%w: %d × %d pixels, allowed are %d million", ErrTooLarge, config.Width, config.Height, MaxPixels/1_000_000)
	}
	picture, err = f.decode(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("%w: damaged %s: %w", ErrNotPicture, f.name, err)
	}
	if picture.Bounds().Empty() {
		return nil, fmt.Errorf("%w: it has no size", ErrNotPicture)
	}
	return picture, nil
}

// scale makes the variants, from large to small, each from the one before: a photograph is looked at in full only once.
func scale(source image.Image, up orientation) ([]Variant, error) {
	size := source.Bounds().Size()
	if up.sideways() {
		size.X, size.Y = size.Y, size.X
	}
	widths := Widths(size.X)
	variants := make([]Variant, len(widths))
	ext := ""
	for i := len(widths) - 1; i >= 0; i-- {
		w := widths[i]
		h := max(1, (size.Y*w+size.X/2)/size.X)
		scaled := resize(source, w, h, up.sideways())
		if ext == "" {
			ext = extFor(scaled)
		}
		data, err := encode(up.turn(scaled), ext)
		if err != nil {
			return nil, fmt.Errorf("write the picture %d pixels wide: %w", w, err)
		}
		variants[i] = Variant{w, h, ext, data}
		source = scaled
	}
	return variants, nil
}

// resize returns a copy, width and height changed for a picture that lies on its side. It copies even where the size stays,
// so that what is written has nothing of the file but its pixels.
func resize(source image.Image, width, height int, sideways bool) *image.RGBA {
	if sideways {
		width, height = height, width
	}
	target := image.NewRGBA(image.Rect(0, 0, width, height))
	if source.Bounds().Size() == target.Bounds().Size() {
		draw.Draw(target, target.Bounds(), source, source.Bounds().Min, draw.Src)
	} else {
		draw.CatmullRom.Scale(target, target.Bounds(), source, source.Bounds(), draw.Src, nil)
	}
	return target
}

// extFor chooses the format by whether anything is transparent.
func extFor(picture *image.RGBA) string {
	if picture.Opaque() {
		return "jpg"
	}
	return "png"
}

func encode(picture *image.RGBA, ext string) ([]byte, error) {
	var file bytes.Buffer
	if ext == "jpg" {
		err := jpeg.Encode(&file, picture, &jpeg.Options{Quality: quality})
		return file.Bytes(), err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&file, picture)
	return file.Bytes(), err
}
