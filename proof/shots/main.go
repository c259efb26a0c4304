// Command shots makes pictures of every kind of page, for people to look at: a phone and a desk, all languages, light and dark.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"

	"mappe/proof"
	"mappe/proof/browser"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, "shots"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		stop()
		os.Exit(1)
	}
}

// run builds the sample site of the checkout it is started in and puts the pictures into a folder: <language>/<kind>-<width>-<look>.png.
func run(ctx context.Context, folder string) error {
	program, err := browser.Find()
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "mappe-shots-")
	if err != nil {
		return fmt.Errorf("making room for the sample site: %w", err)
	}
	defer os.RemoveAll(work)
	site, err := proof.Build(ctx, ".", work)
	if err != nil {
		return err
	}
	server, err := site.Serve()
	if err != nil {
		return err
	}
	defer server.Close()
	chromium, err := browser.Start(ctx, program)
	if err != nil {
		return err
	}
	defer chromium.Close()
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("removing the pictures of the last time: %w", err)
	}
	examples, _ := site.Examples()
	pictures := 0
	for _, example := range examples {
		n, err := shoot(chromium, server, example, folder)
		if err != nil {
			return err
		}
		pictures += n
	}
	fmt.Printf("%s: %d pictures.\n", folder, pictures)
	return nil
}

// looksAt are the looks in which pictures are taken of a page: of every kind in the languages of proof.Thorough; in the others of those on the
// way from the first page to a phone call, in light.
func looksAt(example proof.Example) []browser.Look {
	if example.Lang == "" || slices.Contains(proof.Thorough(), example.Lang) {
		return []browser.Look{browser.Light, browser.Dark}
	}
	if slices.Contains([]string{"home", "list", "course", "contact", "place", "finder"}, example.Kind.Name) {
		return []browser.Look{browser.Light}
	}
	return nil
}

// shoot takes the pictures of one page and says how many.
func shoot(chromium *browser.Browser, server *proof.Server, example proof.Example, folder string) (int, error) {
	tab, err := chromium.Open(proof.Day().String())
	if err != nil {
		return 0, err
	}
	defer tab.Close()
	taken := 0
	for _, width := range []int{360, 1280} {
		for _, look := range looksAt(example) {
			if err := tab.Show(browser.View{Width: width, Look: look}); err != nil {
				return 0, err
			}
			if err := tab.Load(server.Address + example.Page.Path); err != nil {
				return 0, err
			}
			picture, err := tab.Screenshot()
			if err != nil {
				return 0, err
			}
			name := filepath.Join(folder, example.Lang, fmt.Sprintf("%s-%d-%s.png", example.Kind.Name, width, look))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return 0, fmt.Errorf("making the folder of the pictures: %w", err)
			}
			if err := os.WriteFile(name, picture, 0o644); err != nil {
				return 0, fmt.Errorf("writing a picture: %w", err)
			}
			taken++
		}
	}
	return taken, nil
}
