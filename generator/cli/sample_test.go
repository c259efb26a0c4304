package cli

import (
	"bytes"
	"testing"
)

func TestTheSampleIsAsFmtLeavesIt(t *testing.T) {
	var out, err bytes.Buffer
	code := Main([]string{"fmt", "--check", "--source", "../.."}, Streams{Out: &out, Err: &err}, func(string) string { return "" })
	if code != exitFine {
		t.Errorf("mappe fmt would change the sample:\n%s%s", out.String(), err.String())
	}
}
