package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
)

// floorCommand makes this program write the floor, so that it is measured as a process of its own.
const floorCommand = "write-floor"

// writeFloor writes files of the same names and sizes as those of a site into another folder, on all cores: what is left of a
// generator if the pages cost nothing. It holds so many MiB meanwhile: what memory costs depends on how much of it is in use.
func writeFloor(site, folder, held string) error {
	memory, err := hold(held)
	if err != nil {
		return err
	}
	defer runtime.KeepAlive(memory)
	text, err := os.ReadFile(filepath.Join(site, "build.json"))
	if err != nil {
		return err
	}
	var list struct {
		Files []struct {
			Path string
			Size int
		}
	}
	if err := json.Unmarshal(text, &list); err != nil {
		return fmt.Errorf("reading build.json: %w", err)
	}
	largest, made := 0, map[string]bool{}
	for _, file := range list.Files {
		largest = max(largest, file.Size)
		if parent := filepath.Join(folder, filepath.Dir(filepath.FromSlash(file.Path))); !made[parent] {
			if err := os.MkdirAll(parent, 0o777); err != nil {
				return err
			}
			made[parent] = true
		}
	}
	filler := make([]byte, largest)
	for i := range filler {
		filler[i] = byte('a' + i%26)
	}
	var next atomic.Int64
	var failure atomic.Pointer[error]
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(list.Files) && failure.Load() == nil; i = int(next.Add(1)) - 1 {
				file := list.Files[i]
				if err := os.WriteFile(filepath.Join(folder, filepath.FromSlash(file.Path)), filler[:file.Size], 0o666); err != nil {
					failure.Store(&err)
				}
			}
		})
	}
	workers.Wait()
	if err := failure.Load(); err != nil {
		return *err
	}
	return nil
}

// hold has so many MiB from the system, which gives a page of them only to who writes on it.
func hold(mib string) ([]byte, error) {
	n, err := strconv.Atoi(mib)
	if err != nil {
		return nil, fmt.Errorf("how many MiB to hold: %w", err)
	}
	memory := make([]byte, n<<20)
	for i := 0; i < len(memory); i += os.Getpagesize() {
		memory[i] = 1
	}
	return memory, nil
}
