package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// exif returns a TIFF structure as cameras write it, with an orientation, a place and a maker.
func exif(value uint16, order binary.ByteOrder) []byte {
	head := "II*\x00"
	if order == binary.BigEndian {
		head = "MM\x00*"
	}
	tiff := []byte(head)
	long := func(n uint32) { b := make([]byte, 4); order.PutUint32(b, n); tiff = append(tiff, b...) }
	short := func(n uint16) { b := make([]byte, 2); order.PutUint16(b, n); tiff = append(tiff, b...) }
	long(8)
	short(3)
	short(0x010f) // maker
	short(2)
	long(9)
	long(50)
	short(0x0112)
	short(3)
	long(1)
	short(value)
	short(0)
	short(0x8825) // the directory of the place
	short(4)
	long(1)
	long(60)
	long(0)
	return append(tiff, "CameraMakerXYZ GPSLatitude 52.2799"...)
}

// exifSegment returns an APP1 of a JPEG file.
func exifSegment(value uint16, order binary.ByteOrder) []byte {
	return segment(0xe1, append([]byte("Exif\x00\x00"), exif(value, order)...))
}

func segment(kind byte, data []byte) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, kind}, uint16(len(data)+2)), data...)
}

// withSegments puts segments at the start of a JPEG file.
func withSegments(file []byte, segments ...[]byte) []byte {
	return slices.Concat(append([][]byte{file[:2]}, append(segments, file[2:])...)...)
}

// withChunks puts chunks behind the header of a PNG file.
func withChunks(file []byte, chunks ...[]byte) []byte {
	const header = 8 + 25
	return slices.Concat(append([][]byte{file[:header]}, append(chunks, file[header:])...)...)
}

// webpWithEXIF puts the picture of a simple WebP file and EXIF into an extended one.
func webpWithEXIF(file []byte, tiff []byte) []byte {
	chunk := func(kind string, data []byte) []byte {
		c := append(binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(data))), data...)
		return append(c, make([]byte, len(data)%2)...)
	}
	body := slices.Concat([]byte("WEBP"), chunk("VP8X", make([]byte, 10)), file[12:], chunk("EXIF", tiff))
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

// corners is 60 × 40 pixels with another colour in each quarter.
func corners() *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for y := range 40 {
		for x := range 60 {
			c := color.RGBA{A: 255}
			switch {
			case x < 30 && y < 20:
				c.R = 255
			case y < 20:
				c.G = 255
			case x < 30:
				c.B = 255
			default:
				c.R, c.G, c.B = 255, 255, 255
			}
			picture.SetRGBA(x, y, c)
		}
	}
	return picture
}

// look names the colours of a picture's corners: top left, top right, bottom left, bottom right.
func look(t *testing.T, file []byte) string {
	t.Helper()
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	size := picture.Bounds().Size()
	var seen []string
	for _, y := range []int{5, size.Y - 6} {
		for _, x := range []int{5, size.X - 6} {
			r, g, b, _ := picture.At(x, y).RGBA()
			names := map[[3]bool]string{{true, false, false}: "red", {false, true, false}: "green", {false, false, true}: "blue", {true, true, true}: "white"}
			seen = append(seen, names[[3]bool{r > 0x8000, g > 0x8000, b > 0x8000}])
		}
	}
	return fmt.Sprintf("%d×%d %s", size.X, size.Y, strings.Join(seen, " "))
}

// The expected corners follow from the standard's words: row 0 of the file is the top (1, 2), bottom (3, 4), left (5, 8) or
// right (6, 7) of the picture, column 0 its left (1, 4), right (2, 3), top (5, 6) or bottom (7, 8).
func TestPicturesAreUpright(t *testing.T) {
	for value, want := range map[uint16]string{
		0: "60×40 red green blue white",
		1: "60×40 red green blue white",
		2: "60×40 green red white blue",
		3: "60×40 white blue green red",
		4: "60×40 blue white red green",
		5: "40×60 red blue green white",
		6: "40×60 blue red white green",
		7: "40×60 white green blue red",
		8: "40×60 green white red blue",
		9: "60×40 red green blue white",
	} {
		for name, file := range map[string][]byte{
			"JPEG, little-endian": withSegments(asJPEG(t, corners()), exifSegment(value, binary.LittleEndian)),
			"JPEG, big-endian":    withSegments(asJPEG(t, corners()), segment(0xe0, []byte("JFIF")), exifSegment(value, binary.BigEndian)),
			"PNG":                 withChunks(asPNG(t, corners()), pngChunk("eXIf", exif(value, binary.BigEndian))),
		} {
			v := must(t, file)[0]
			if got := look(t, v.Bytes); got != want {
				t.Errorf("%s, orientation %d: %s, want %s", name, value, got, want)
			}
			if got := fmt.Sprintf("%d×%d ", v.Width, v.Height); !strings.HasPrefix(want, got) {
				t.Errorf("%s, orientation %d: said to be %s", name, value, got)
			}
		}
		if value == 0 || value == 9 {
			value = 1
		}
		if got := webpOrientation(webpWithEXIF(tinyWebP(t), exif(value, binary.LittleEndian))); got != orientation(value) {
			t.Errorf("WebP, orientation %d: read as %d", value, got)
		}
	}
}

func TestAPictureOnItsSideGetsTheWidthsItIsSeenIn(t *testing.T) {
	var got []string
	for _, v := range must(t, withSegments(asJPEG(t, photo(2000, 1000)), exifSegment(6, binary.LittleEndian))) {
		got = append(got, fmt.Sprintf("%d×%d", v.Width, v.Height))
	}
	if want := "480×960 960×1920 1000×2000"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestNothingHiddenIsLeft(t *testing.T) {
	clear := corners()
	clear.SetRGBA(30, 20, color.RGBA{})
	secrets := []string{"Exif", "GPS", "CameraMaker", "adobe.com/xap", "ICC_PROFILE", "by the lake", "eXIf", "tEXt", "EXIF", "52.2799"}
	xmp := segment(0xe1, []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>GPSLatitude</x:xmpmeta>"))
	tiff := exif(1, binary.LittleEndian)
	for name, file := range map[string][]byte{
		"JPEG": withSegments(asJPEG(t, corners()), exifSegment(1, binary.LittleEndian), xmp,
			segment(0xe2, []byte("ICC_PROFILE\x00 by the lake")), segment(0xfe, []byte("by the lake"))),
		"PNG": withChunks(asPNG(t, corners()), pngChunk("eXIf", tiff), pngChunk("tEXt", []byte("Comment\x00by the lake"))),
		"PNG with transparency": withChunks(asPNG(t, clear), pngChunk("eXIf", tiff),
			pngChunk("tEXt", []byte("Comment\x00by the lake"))),
		"WebP": webpWithEXIF(tinyWebP(t), tiff),
	} {
		for _, v := range must(t, file) {
			for _, secret := range secrets {
				if bytes.Contains(v.Bytes, []byte(secret)) {
					t.Errorf("%s: %q is left", name, secret)
				}
			}
		}
		if !bytes.Contains(file, []byte("GPS")) {
			t.Errorf("%s: the test hides nothing", name)
		}
	}
}

func TestOrientationOfDamagedEXIFIsUpright(t *testing.T) {
	whole := exif(6, binary.LittleEndian)
	if tiffOrientation(whole) != 6 {
		t.Fatal("the test's EXIF is not read")
	}
	const end = 34 // of the entry that says it
	for n := range end {
		if got := tiffOrientation(whole[:n]); got != upright {
			t.Errorf("cut after %d bytes: %d", n, got)
		}
	}
	if got := tiffOrientation(whole[:end]); got != 6 {
		t.Errorf("cut behind the entry: %d, want 6", got)
	}
}

func FuzzOrientation(f *testing.F) {
	var file bytes.Buffer
	if err := png.Encode(&file, corners()); err != nil {
		f.Fatal(err)
	}
	f.Add(exif(6, binary.LittleEndian))
	f.Add(withSegments([]byte{0xff, 0xd8, 0xff, 0xda}, exifSegment(8, binary.BigEndian)))
	f.Add(withChunks(file.Bytes(), pngChunk("eXIf", exif(3, binary.BigEndian))))
	f.Add(webpWithEXIF(tinyWebP(f), exif(5, binary.LittleEndian)))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := append(make([]byte, 12), data...) // as long as what formatOf has seen
		for _, o := range []orientation{tiffOrientation(data), jpegOrientation(file[10:]), pngOrientation(file[4:]), webpOrientation(file)} {
			if o < 1 || o > 8 {
				t.Errorf("orientation %d", o)
			}
		}
	})
}
