package qr

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"mappe/generator/testtool"
)

// texts are addresses as they are printed, and what is at the edges of the encodings.
func texts() []string {
	return []string{
		"https://angebote.example.org/a/k3m9p2x.html#ar", "HTTPS://ANGEBOTE.EXAMPLE.ORG/A/K3M9P2X", "0123456789",
		"https://angebote.example.org/ein/langer/pfad/auf/dem/webserver/a/k3m9p2x.html#de-simple", strings.Repeat("x", 500), "x",
	}
}

func TestCodesAreReadByAReaderThatIsNotOurs(t *testing.T) {
	zbarimg := testtool.Path(t, "Debian: zbar-tools", "zbarimg")
	encoder := NewEncoder()
	for _, text := range texts() {
		code, err := encoder.Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "code.png")
		draw(t, code, name)
		read, err := exec.Command(zbarimg, "--quiet", "--raw", name).Output()
		if err != nil {
			t.Errorf("%q cannot be read: %v", text, err)
		} else if got := strings.TrimSuffix(string(read), "\n"); got != text {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// draw writes a code as a picture, each module 4 by 4 points, by its path alone.
func draw(t *testing.T, code Code, name string) {
	t.Helper()
	const scale = 4
	img := image.NewGray(image.Rect(0, 0, code.Size*scale, code.Size*scale))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	x, y := 0, 0
	for _, piece := range regexp.MustCompile(`[Mm][^Mm]*`).FindAllString(code.Path, -1) {
		var right, down, run int
		if _, err := fmt.Sscanf(piece[1:], "%d %dh%d", &right, &down, &run); err != nil {
			t.Fatalf("the path has a piece %q: %v", piece, err)
		}
		if piece[0] == 'M' {
			x, y = 0, 0
		}
		x, y = x+right, y+down
		for px := x * scale; px < (x+run)*scale; px++ {
			for py := y * scale; py < (y+1)*scale; py++ {
				img.SetGray(px, py, color.Gray{})
			}
		}
		x += run
	}
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, img); err != nil {
		t.Fatal(err)
	}
}

func TestTheQuietZoneStaysEmpty(t *testing.T) {
	code, err := NewEncoder().Encode("https://angebote.example.org/a/k3m9p2x.html#ar")
	if err != nil {
		t.Fatal(err)
	}
	if code.Size != 33+2*Quiet {
		t.Errorf("%d modules; an address of 46 letters fits into 33 and the quiet zone", code.Size)
	}
	for piece := range strings.SplitSeq(code.Path[1:], "M") {
		var x, y, run int
		if _, err := fmt.Sscanf(piece, "%d %dh%d", &x, &y, &run); err != nil || x < Quiet || y < Quiet || x+run > code.Size-Quiet || y >= code.Size-Quiet {
			t.Errorf("%q reaches into the quiet zone of %d modules", piece, Quiet)
		}
	}
}

func TestTooLongATextIsAnError(t *testing.T) {
	if _, err := NewEncoder().Encode(strings.Repeat("x", 3000)); !errors.Is(err, ErrTooLong) {
		t.Errorf("got %v", err)
	}
}

func FuzzEncode(f *testing.F) {
	for _, text := range texts() {
		f.Add(text)
	}
	f.Add("")
	encoder := NewEncoder()
	f.Fuzz(func(t *testing.T, text string) {
		code, err := encoder.Encode(text)
		if err == nil && (code.Size < 21+2*Quiet || code.Path == "") {
			t.Errorf("%q (valid: %v) gives %d modules", text, utf8.ValidString(text), code.Size)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	encoder := NewEncoder()
	for b.Loop() {
		if _, err := encoder.Encode("https://angebote.example.org/a/k3m9p2x.html#ar"); err != nil {
			b.Fatal(err)
		}
	}
}
