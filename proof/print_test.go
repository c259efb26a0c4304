package proof

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"

	"mappe/generator/testtool"
)

// printsOnOneSheet: a record printed by the reader's browser is one sheet of A4.
func (p *page) printsOnOneSheet() {
	pdf, err := p.Print()
	p.must(err)
	name := filepath.Join(p.TempDir(), "page.pdf")
	p.must(os.WriteFile(name, pdf, 0o600))
	told, err := exec.CommandContext(p.Context(), testtool.Path(p.T, "Debian: poppler-utils", "pdfinfo"), name).Output()
	p.must(err)
	sheets := regexp.MustCompile(`(?m)^Pages: +(\d+)$`).FindSubmatch(told)
	if len(sheets) != 2 || string(sheets[1]) != "1" {
		p.Errorf("%s: %s sheets", p.as, sheets)
	}
	if !bytes.Contains(told, []byte("A4")) {
		p.Errorf("%s: not A4:\n%s", p.as, told)
	}
}
