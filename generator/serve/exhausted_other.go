//go:build !unix

package serve

// isExhausted reports that the system has no watches left; Windows has no such limit.
func isExhausted(error) bool { return false }
