//go:build !linux

package main

import "time"

// adopt is not known here.
func adopt() {}

// used is not known here.
func used() time.Duration { return 0 }
