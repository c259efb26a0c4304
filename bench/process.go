package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// usage is what a program took, and what it wrote.
type usage struct {
	// Wall and CPU (of all its threads, in the program and in the system) are seconds, MiB is the most memory it held.
	Wall  float64 `json:"wall"`
	CPU   float64 `json:"cpu"`
	MiB   float64 `json:"mib"`
	Files int     `json:"files"`
	Bytes int64   `json:"bytes"`
}

// measure runs a program to its end.
func measure(ctx context.Context, program string, args ...string) (usage, error) {
	command := exec.CommandContext(ctx, program, args...)
	var said bytes.Buffer
	command.Stderr = &said
	started := time.Now()
	err := command.Run()
	used := usage{Wall: time.Since(started).Seconds()}
	if err != nil {
		return used, fmt.Errorf("%s: %w\n%s", filepath.Base(program), err, said.Bytes())
	}
	state := command.ProcessState
	used.CPU = (state.UserTime() + state.SystemTime()).Seconds()
	used.MiB = peakMemory(state)
	return used, nil
}

// count adds the files of a folder.
func (u *usage) count(folder string) error {
	return filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		u.Files++
		u.Bytes += info.Size()
		return nil
	})
}

// output is a folder for what a program writes; it is not there yet.
func (b *bench) output(name string) string { return filepath.Join(b.temp, name) }

// clear removes what a program has written, which takes long and is nobody's work that is measured.
func (b *bench) clear(name string) error { return os.RemoveAll(b.output(name)) }
