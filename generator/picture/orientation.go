package picture

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation is the EXIF tag of that name, 1 to 8: cameras write pictures as their sensor lies and say how to turn them.
// Source: CIPA DC-008 (Exif 2.32), 4.6.4 A.
type orientation int

const upright orientation = 1

// sideways reports whether width and height change places.
func (o orientation) sideways() bool { return o >= 5 }

// turn returns the picture as it is to be looked at.
func (o orientation) turn(from *image.RGBA) *image.RGBA {
	if o == upright {
		return from
	}
	w, h := from.Rect.Dx(), from.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if o.sideways() {
		size = image.Rect(0, 0, h, w)
	}
	to := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			sx, sy := o.sourceOf(x, y, w, h)
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[from.PixOffset(sx, sy):][:4])
		}
	}
	return to
}

// sourceOf tells which pixel of a picture w wide and h high is seen at x, y.
func (o orientation) sourceOf(x, y, w, h int) (int, int) {
	switch o {
	case 2: // mirrored
		return w - 1 - x, y
	case 3: // upside down
		return w - 1 - x, h - 1 - y
	case 4: // mirrored and upside down
		return x, h - 1 - y
	case 5: // mirrored and turned
		return y, x
	case 6: // to be turned clockwise
		return y, h - 1 - x
	case 7: // mirrored and turned the other way
		return w - 1 - y, h - 1 - x
	case 8: // to be turned counterclockwise
		return w - 1 - y, x
	}
	return x, y
}

// jpegOrientation looks for the segment APP1 that begins with Exif.
func jpegOrientation(file []byte) orientation {
	for rest := file[2:]; len(rest) >= 4 && rest[0] == 0xff; {
		kind, size := rest[1], int(binary.BigEndian.Uint16(rest[2:]))
		switch {
		case kind == 0xff: // a filling byte
			rest = rest[1:]
			continue
		case kind == 0xda, size < 2, 2+size > len(rest): // the picture itself, or damage
			return upright
		}
		if tiff, ok := bytes.CutPrefix(rest[4:2+size], []byte("Exif\x00\x00")); kind == 0xe1 && ok {
			return tiffOrientation(tiff)
		}
		rest = rest[2+size:]
	}
	return upright
}

// pngOrientation looks for the chunk eXIf.
func pngOrientation(file []byte) orientation {
	for rest := file[8:]; len(rest) >= 12; {
		size := uint64(binary.BigEndian.Uint32(rest))
		if size+12 > uint64(len(rest)) {
			return upright
		}
		if string(rest[4:8]) == "eXIf" {
			return tiffOrientation(rest[8 : 8+size])
		}
		rest = rest[size+12:]
	}
	return upright
}

// webpOrientation looks for the chunk EXIF.
func webpOrientation(file []byte) orientation {
	for rest := file[12:]; len(rest) >= 8; {
		size := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if size+8 > uint64(len(rest)) {
			return upright
		}
		if string(rest[:4]) == "EXIF" {
			return tiffOrientation(bytes.TrimPrefix(rest[8:8+size], []byte("Exif\x00\x00")))
		}
		// Chunks have even lengths.
		rest = rest[min(size+size%2+8, uint64(len(rest))):]
	}
	return upright
}

// gifOrientation: GIF has no such tag.
func gifOrientation([]byte) orientation { return upright }

// tiffOrientation reads the first directory of the TIFF structure in which EXIF is written (TIFF 6.0, section 2). Anything
// that is not as it should be means upright.
func tiffOrientation(tiff []byte) orientation {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(tiff, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	}
	if order == nil || len(tiff) < 8 {
		return upright
	}
	start := uint64(order.Uint32(tiff[4:]))
	if start+2 > uint64(len(tiff)) {
		return upright
	}
	const tag, short, entrySize = 0x0112, 3, 12
	entries := tiff[start+2:]
	for range order.Uint16(tiff[start:]) {
		if len(entries) < entrySize {
			return upright
		}
		value := orientation(order.Uint16(entries[8:]))
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short && value >= 1 && value <= 8 {
			return value
		}
		entries = entries[entrySize:]
	}
	return upright
}
