package textindex

import (
	"context"
	"errors"
)

// Build makes the index of one language.
func Build(ctx context.Context, input Input) (*Index, error) {
	return nil, errors.ErrUnsupported
}
