// Command mappe turns a region's offers, kept as YAML and Markdown files in Git, into a website.
package main

import (
	"os"

	"mappe/generator/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Getenv))
}
