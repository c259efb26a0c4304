package check

import (
	"bufio"
	"bytes"
	"image"
	_ "image/gif"  // so that image.DecodeConfig knows the formats that browsers show
	_ "image/jpeg" // the same
	_ "image/png"  // the same
	"path"
	"strings"

	_ "golang.org/x/image/webp" // the same

	"mappe/generator/diag"
)

// maxPicturePixels is the greatest number of pixels of a picture: what the largest cameras of phones take, with room to spare.
const maxPicturePixels = 250_000_000

// picture says what is wrong with a picture's file, by its size and its first bytes; no code means nothing.
func (r *report) picture(file string) problem {
	none := problem{diag.Error, codeNotAPicture,
		diag.Textf("Die Datei %s ist kein Bild, das auf einer Website zu sehen ist.", "The file %s is no picture that a website can show.", file), otherFormat(file)}
	f, err := r.Tree.FS.Open(file)
	if err != nil {
		return none
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return none
	}
	if info.Size() > maxPicture {
		return problem{diag.Error, codePictureTooLarge,
			diag.Textf("Das Bild %s ist mit %d MB zu groß; höchstens 10 MB sind möglich.", "The picture %s is too large with %d MB; 10 MB are possible at most.", file, (info.Size()+1<<20-1)>>20), smallerPicture()}
	}
	reader := bufio.NewReader(f)
	if strings.EqualFold(path.Ext(file), ".svg") {
		if head, _ := reader.Peek(reader.Size()); bytes.Contains(head, []byte("<svg")) {
			return problem{}
		}
	}
	config, _, err := image.DecodeConfig(reader)
	switch {
	case err != nil || config.Width < 1 || config.Height < 1:
		return none
	case config.Width*config.Height > maxPicturePixels:
		return problem{diag.Error, codePictureTooLarge,
			diag.Textf("Das Bild %s hat mit %d × %d zu viele Bildpunkte.", "The picture %s has too many pixels with %d × %d.", file, config.Width, config.Height), smallerPicture()}
	}
	return problem{}
}

func smallerPicture() diag.Text {
	return diag.Textf("Verkleinern Sie es auf etwa 2000 Punkte Breite, und speichern Sie es als JPG.", "Reduce it to a width of about 2000 pixels, and save it as JPG.")
}

func otherFormat(file string) diag.Text {
	if ext := strings.ToLower(path.Ext(file)); ext == ".heic" || ext == ".heif" {
		return diag.Textf("Das ist ein Bild vom iPhone, das Browser nicht zeigen. Speichern Sie es als JPG.", "This is a picture from an iPhone that browsers do not show. Save it as JPG.")
	}
	return diag.Textf("Möglich sind JPG, PNG, WebP, GIF und SVG. Öffnen Sie die Datei in einem Bildprogramm, und speichern Sie sie als JPG.", "JPG, PNG, WebP, GIF and SVG are possible. Open the file in a picture program, and save it as JPG.")
}
