package proof

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

// printsOnOneSheet: a record printed by the reader's browser is one sheet of A4, and its title stands on it.
func (s *surfing) printsOnOneSheet(p *page, example Example) {
	if !example.Kind.Record {
		return
	}
	p.as = example.Page.Path + " on paper"
	p.must(p.Load(s.server.Address + example.Page.Path))
	pdf, err := p.Print()
	p.must(err)
	name := filepath.Join(p.TempDir(), "page.pdf")
	p.must(os.WriteFile(name, pdf, 0o600))
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		missing(p.T, "no pdfinfo (Debian: poppler-utils)")
	}
	told, err := exec.CommandContext(p.Context(), "pdfinfo", name).Output()
	p.must(err)
	sheets := regexp.MustCompile(`(?m)^Pages: +(\d+)$`).FindSubmatch(told)
	if len(sheets) != 2 || string(sheets[1]) != "1" {
		p.Errorf("%s: %s sheets", p.as, sheets)
	}
	if !bytes.Contains(told, []byte("A4")) {
		p.Errorf("%s: not A4:\n%s", p.as, told)
	}
}
