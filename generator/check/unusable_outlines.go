package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const (
	codeUnusableOutlines = "unusable-outlines"
	codeOutlinesOfNobody = "outlines-of-nobody"
)

// unusableOutlines finds a file of outlines that the map cannot be drawn from: an error, as it is where the file is not there; and
// one whose shapes belong to no place: the map shows them, but as nobody's.
func unusableOutlines(r *report) {
	file := facts.OutlinesFile(r.Catalogue)
	outlines, err := facts.ReadOutlines(r.Catalogue)
	switch {
	case file == "":
	case errors.Is(err, fs.ErrNotExist):
		r.missingFile("outlines", r.Settings.Outlines, file)
	case errors.Is(err, facts.ErrOutlinesElsewhere):
		r.site("outlines", problem{diag.Error, codeUnusableOutlines,
			diag.Textf("Die Datei mit den Umrissen muss in media/ liegen, nicht unter %s.", "The file with the outlines has to lie in media/, not at %s.", r.Settings.Outlines),
			diag.Textf("Legen Sie sie nach content/media/, und schreiben Sie: outlines: media/%s", "Put it into content/media/, and write: outlines: media/%s", path.Base(file))})
	case err != nil:
		message, hint := outlinesFlaw(file, err)
		r.place(file, outlinesPlace(r.Tree.FS, file, err), problem{diag.Error, codeUnusableOutlines, message, hint})
	case !slices.ContainsFunc(outlines, func(o facts.Outline) bool { return slices.ContainsFunc(r.Places, o.IsOf) }):
		r.place(file, top(), problem{diag.Warning, codeOutlinesOfNobody,
			diag.Textf("Keiner der Umrisse gehört zu einem Ort: bei keinem steht ein Gemeindeschlüssel, den auch ein Ort hat.",
				"None of the outlines belongs to a place: none bears an official municipality key that a place has too."),
			diag.Textf("Geben Sie jedem Umriss eine Eigenschaft mit dem Schlüssel seines Ortes, z. B. \"AGS\": \"03459014\", und den Orten in places/ denselben: ags: \"03459014\"",
				"Give each outline a property with the key of its place, e.g. \"AGS\": \"03459014\", and the places in places/ the same: ags: \"03459014\"")})
	}
}

// outlinesFlaw tells why a file cannot be used, and what to do.
func outlinesFlaw(file string, err error) (message, hint diag.Text) {
	anew := diag.Textf("Speichern Sie die Umrisse noch einmal als GeoJSON, als Flächen in WGS 84 (EPSG:4326); in QGIS: Export › Objekte speichern als.",
		"Save the outlines once more as GeoJSON, as polygons in WGS 84 (EPSG:4326); in QGIS: Export › Save Features As.")
	point := (*facts.NotDegreesError)(nil)
	switch {
	case errors.As(err, new(*json.SyntaxError)):
		return diag.Textf("Die Datei mit den Umrissen ist hier beschädigt.", "The file with the outlines is damaged here."), anew
	case errors.As(err, &point):
		at := fmt.Sprintf("[%g, %g]", point.Point[0], point.Point[1])
		return diag.Textf("Die Umrisse stehen nicht in Grad da, erst Länge, dann Breite: %s liegt nicht auf der Erde.",
			"The outlines are not in degrees, longitude before latitude: %s is nowhere on earth.", at), anew
	case errors.Is(err, facts.ErrNoOutlines):
		return diag.Textf("In der Datei mit den Umrissen ist keine Fläche.", "There is no polygon in the file with the outlines."), anew
	case errors.Is(err, facts.ErrOutlinesTooLarge):
		return diag.Textf("Die Datei mit den Umrissen ist größer als 8 MB.", "The file with the outlines is larger than 8 MB."),
			diag.Textf("Vereinfachen Sie die Umrisse (in QGIS: Vektor › Geometriewerkzeuge › Vereinfachen); 20 kB genügen für einen Landkreis.",
				"Simplify the outlines (in QGIS: Vector › Geometry Tools › Simplify); 20 kB are enough for a county.")
	}
	return diag.Textf("Die Datei %s lässt sich nicht lesen.", "The file %s cannot be read.", file),
		diag.Textf("Ist es eine Datei, und darf man sie lesen? Was außerhalb des Ordners liegt, ist nicht erlaubt.",
			"Is it a file, and may it be read? What lies outside of the folder is not allowed.")
}

// outlinesPlace is where a file is damaged: after so many bytes as could be read. The column counts characters.
func outlinesPlace(source fs.FS, file string, err error) catalog.Position {
	syntax := (*json.SyntaxError)(nil)
	if !errors.As(err, &syntax) {
		return top()
	}
	data, err := content.Bytes(source, file, syntax.Offset)
	if err != nil || int64(len(data)) < syntax.Offset {
		return top()
	}
	read := data[:max(0, syntax.Offset-1)]
	line := bytes.LastIndexByte(read, '\n') + 1
	return catalog.Position{Line: bytes.Count(read, []byte("\n")) + 1, Column: len([]rune(string(read[line:]))) + 1}
}
