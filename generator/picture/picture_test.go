package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// photo is a picture with something to see in it.
func photo(width, height int) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			picture.SetRGBA(x, y, color.RGBA{uint8(x * 255 / width), uint8(y * 255 / height), uint8((x ^ y) & 63), 255})
		}
	}
	return picture
}

func asJPEG(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func asPNG(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func asGIF(t testing.TB, frames ...*image.Paletted) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := gif.EncodeAll(&file, &gif.GIF{Image: frames, Delay: make([]int, len(frames))}); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// tinyWebP returns one transparent pixel, lossless.
func tinyWebP(t testing.TB) []byte {
	return decoded(t, "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
}

// lossyWebP returns one pixel, written as photographs are.
func lossyWebP(t testing.TB) []byte {
	return decoded(t, "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=")
}

func decoded(t testing.TB, text string) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func must(t *testing.T, file []byte) []Variant {
	t.Helper()
	variants, err := Variants(file)
	if err != nil {
		t.Fatal(err)
	}
	return variants
}

func TestWidthsNeverEnlarge(t *testing.T) {
	for _, row := range []struct {
		width int
		want  []int
	}{
		{1, []int{1}}, {479, []int{479}}, {480, []int{480}}, {481, []int{480, 481}}, {960, []int{480, 960}},
		{1200, []int{480, 960, 1200}}, {1600, []int{480, 960, 1600}}, {8000, []int{480, 960, 1600}},
	} {
		if got := Widths(row.width); !slices.Equal(got, row.want) {
			t.Errorf("Widths(%d) = %v, want %v", row.width, got, row.want)
		}
	}
}

func TestVariantsAreAsLargeAsTheySay(t *testing.T) {
	for _, v := range must(t, asJPEG(t, photo(2000, 1501))) {
		config, err := jpeg.DecodeConfig(bytes.NewReader(v.Bytes))
		if err != nil || config.Width != v.Width || config.Height != v.Height || v.Ext != "jpg" {
			t.Errorf("%d × %d %s is %+v, %v", v.Width, v.Height, v.Ext, config, err)
		}
		if want := (1501*v.Width + 1000) / 2000; v.Height != want {
			t.Errorf("%d pixels wide, it is %d high, want %d", v.Width, v.Height, want)
		}
	}
	if v := must(t, asPNG(t, photo(3000, 1))); v[0].Height != 1 {
		t.Errorf("a line is %d pixels high, want 1", v[0].Height)
	}
}

func TestVariantsShowThePicture(t *testing.T) {
	source := photo(1000, 800)
	for _, v := range must(t, asPNG(t, source)) {
		got, err := jpeg.Decode(bytes.NewReader(v.Bytes))
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []image.Point{{100, 100}, {500, 700}, {900, 400}} {
			want := source.RGBAAt(at.X, at.Y)
			r, g, _, _ := got.At(at.X*v.Width/1000, at.Y*v.Height/800).RGBA()
			if abs(int(r>>8)-int(want.R)) > 12 || abs(int(g>>8)-int(want.G)) > 12 {
				t.Errorf("%d wide, at %v: red %d green %d, want %v", v.Width, at, r>>8, g>>8, want)
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }

func TestFormats(t *testing.T) {
	clear := photo(600, 400)
	clear.SetRGBA(3, 3, color.RGBA{})
	red := image.NewPaletted(image.Rect(0, 0, 20, 10), color.Palette{color.RGBA{255, 0, 0, 255}})
	green := image.NewPaletted(image.Rect(0, 0, 20, 10), color.Palette{color.RGBA{0, 255, 0, 255}})
	gray := image.NewGray16(image.Rect(0, 0, 20, 10))
	for name, row := range map[string]struct {
		file []byte
		exts string
	}{
		"JPEG":                         {asJPEG(t, photo(600, 400)), "jpg jpg"},
		"gray JPEG":                    {asJPEG(t, image.NewGray(image.Rect(0, 0, 20, 10))), "jpg"},
		"PNG without transparency":     {asPNG(t, photo(600, 400)), "jpg jpg"},
		"PNG of 16 bits":               {asPNG(t, gray), "jpg"},
		"PNG with a transparent pixel": {asPNG(t, clear), "png png"},
		"GIF":                          {asGIF(t, red, green), "jpg"},
		"WebP with transparency":       {tinyWebP(t), "png"},
		"WebP of a photograph":         {lossyWebP(t), "jpg"},
	} {
		t.Run(name, func(t *testing.T) {
			var exts []string
			for _, v := range must(t, row.file) {
				exts = append(exts, v.Ext)
			}
			if got := strings.Join(exts, " "); got != row.exts {
				t.Errorf("got %s, want %s", got, row.exts)
			}
		})
	}
	first, err := jpeg.Decode(bytes.NewReader(must(t, asGIF(t, red, green))[0].Bytes))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, _, _ := first.At(5, 5).RGBA(); r < 0xf000 || g > 0x0fff {
		t.Error("not the first picture of a GIF")
	}
}

func TestTheSameFileGivesTheSameBytes(t *testing.T) {
	file := asJPEG(t, photo(1700, 900))
	first, second := must(t, file), must(t, file)
	for i := range first {
		if !bytes.Equal(first[i].Bytes, second[i].Bytes) {
			t.Errorf("%d pixels wide: two results", first[i].Width)
		}
	}
}

// pngChunk writes a chunk of a PNG file.
func pngChunk(kind string, data []byte) []byte {
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	chunk = append(append(chunk, kind...), data...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}

// hugePNG claims to be as large as it says and ends there.
func hugePNG(width, height uint32) []byte {
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", append(header, 8, 6, 0, 0, 0))...)
}

func TestHugePicturesAreRefusedBeforeTheyFillTheMemory(t *testing.T) {
	for name, file := range map[string][]byte{
		"60,000,001 pixels":  hugePNG(60_000_001, 1),
		"50,000 by 50,000":   hugePNG(50_000, 50_000),
		"more than 10 MB":    append(asPNG(t, photo(2, 2)), make([]byte, MaxBytes)...),
		"SVG more than that": []byte("<svg>" + strings.Repeat(" ", MaxBytes)),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Variants(file)
		runtime.ReadMemStats(&after)
		if !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: got %v, want ErrTooLarge", name, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 1<<20 {
			t.Errorf("%s: took %d bytes of memory", name, used)
		}
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	whole := asJPEG(t, photo(64, 64))
	for name, file := range map[string][]byte{
		"an empty file":   {},
		"a PDF":           []byte("%PDF-1.7"),
		"HEIC":            []byte("\x00\x00\x00\x18ftypheic"),
		"a cut JPEG":      whole[:len(whole)/2],
		"a cut PNG":       asPNG(t, photo(64, 64))[:80],
		"a cut GIF":       []byte("GIF89a\x01\x00"),
		"a cut WebP":      tinyWebP(t)[:20],
		"only its start":  whole[:3],
		"an endless PNG":  hugePNG(1<<31-1, 1<<31-1),
		"a PNG of no row": hugePNG(5, 0),
		"an HTML page":    []byte("<html><script>alert(1)</script></html>"),
	} {
		if _, err := Variants(file); !errors.Is(err, ErrNotPicture) {
			t.Errorf("%s: got %v, want ErrNotPicture", name, err)
		}
	}
}

func TestADecoderThatPanicsIsAnError(t *testing.T) {
	f := format{name: "test", decode: func(io.Reader) (image.Image, error) { panic("index out of range") },
		config: func(io.Reader) (image.Config, error) { return image.Config{Width: 1, Height: 1}, nil }}
	if _, err := f.read(nil); !errors.Is(err, ErrNotPicture) {
		t.Errorf("got %v, want ErrNotPicture", err)
	}
}

func FuzzVariants(f *testing.F) {
	f.Add(asJPEG(f, photo(9, 7)))
	f.Add(withSegments(asJPEG(f, photo(9, 7)), exifSegment(6, binary.BigEndian)))
	f.Add(asPNG(f, photo(9, 7)))
	f.Add(asGIF(f, image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.Black, color.Transparent})))
	f.Add(tinyWebP(f))
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>`))
	f.Fuzz(func(t *testing.T, file []byte) {
		// Large ones are valid but slow.
		if config, _, err := image.DecodeConfig(bytes.NewReader(file)); err == nil && config.Width*config.Height > 100_000 {
			return
		}
		variants, err := Variants(file)
		if err != nil {
			if !errors.Is(err, ErrNotPicture) && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrUnsafe) {
				t.Errorf("an error without a reason: %v", err)
			}
			return
		}
		for _, v := range variants {
			if v.Ext != "svg" && (v.Width < 1 || v.Height < 1 || len(v.Bytes) == 0) {
				t.Errorf("an empty variant: %d × %d", v.Width, v.Height)
			}
		}
	})
}

// BenchmarkVariants scales a photograph of 12 million pixels, as phones make them.
func BenchmarkVariants(b *testing.B) {
	file := asJPEG(b, photo(4000, 3000))
	b.ReportMetric(float64(len(file)), "file-bytes")
	for range b.N {
		if _, err := Variants(file); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleVariants() {
	variants, err := Variants([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>`))
	fmt.Println(len(variants), variants[0].Width, variants[0].Height, variants[0].Ext, err)
	// Output: 1 40 30 svg <nil>
}
