package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync/atomic"

	"mappe/generator/output"
	"mappe/generator/pdf"
	"mappe/generator/site"
	"mappe/generator/workers"
)

// PDFs says what became of the PDFs.
type PDFs struct {
	Printed int // made now
	Kept    int // the same as before, so not printed again
}

func (p PDFs) all() int { return p.Printed + p.Kept }

// shelf is where PDFs are put, and where those of the last time are.
type shelf struct {
	read    func(path string) ([]byte, error) // a file of the site
	earlier func(path string) ([]byte, error)
	put     func(path string, data []byte) error
}

// printInto prints the pages that have a PDF beside them, once all files are in the folder.
func (r *Ready) printInto(ctx context.Context, folder *output.Folder) (PDFs, error) {
	if r.Browser == "" {
		return PDFs{}, nil
	}
	pages := slices.DeleteFunc(slices.Clone(r.Site.Pages()), func(p site.Planned) bool { return p.PDF == "" })
	return r.print(ctx, pages, shelf{folder.Read, folder.Earlier, folder.Put})
}

// print prints pages, several at once. One that would come out the same as the last time is kept.
func (r *Ready) print(ctx context.Context, pages []site.Planned, s shelf) (PDFs, error) {
	if len(pages) == 0 {
		return PDFs{}, nil
	}
	r.progress("pdf", 0, len(pages))
	printer, err := pdf.Start(ctx, pdf.Options{
		Program: r.Browser, Read: s.read, BaseURL: r.base(), Version: r.Version, Date: r.Today.Time(),
	})
	if err != nil {
		return PDFs{}, err
	}
	defer printer.Close()
	var printed, kept atomic.Int64
	err = workers.Each(ctx, r.Jobs, len(pages), func() func(int) error {
		return func(i int) error {
			before, err := s.earlier(pages[i].PDF)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("reading the last %s: %w", pages[i].PDF, err)
			}
			data, count := before, &kept
			if current, err := printer.Current(before, pages[i].Path); err != nil {
				return err
			} else if !current {
				if data, err = printer.Print(pages[i].Path); err != nil {
					return err
				}
				count = &printed
			}
			count.Add(1)
			r.progress("pdf", int(printed.Load()+kept.Load()), len(pages))
			return s.put(pages[i].PDF, data)
		}
	})
	return PDFs{int(printed.Load()), int(kept.Load())}, err
}
