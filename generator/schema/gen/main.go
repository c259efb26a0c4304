// Command gen writes what follows from the field table: the catalogue's record structs and docs/fields.md.
// It is run by go generate in package schema, from that package's folder.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"os"

	"mappe/generator/schema"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	table := schema.New()
	structs, err := format.Source(schema.Structs(table))
	if err != nil {
		return fmt.Errorf("formatting the record structs: %w", err)
	}
	for path, content := range map[string][]byte{
		"../catalog/records.gen.go": structs,
		"../../docs/fields.md":      schema.Reference(table),
	} {
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
			continue
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return fmt.Errorf("writing %s: %w", path, err)
		}
	}
	return nil
}
