package build

import (
	"context"
	"fmt"

	"mappe/generator/diag"
	"mappe/generator/reach"
)

// connect answers how one gets to every offer by bus and train, where the site has a timetable. What was answered before and still holds
// is taken from there.
func (r *Ready) connect(ctx context.Context) error {
	r.reach = &reach.Store{Dir: r.Cache}
	if r.Before != nil && r.Before.reach != nil {
		r.reach = r.Before.reach
	}
	asked, err := r.reach.Ask(r.Catalogue, r.Today, r.Jobs)
	if err != nil || asked == nil {
		return err
	}
	known, whole := asked.Known()
	if !whole && r.Impatient {
		r.Reach, r.Due = known, asked
		return nil
	}
	if !whole {
		r.progress("reach", 0, 0)
		if known, err = asked.Result(ctx); err != nil {
			return fmt.Errorf("looking for journeys: %w", err)
		}
	}
	r.Reach = known
	if !r.Impatient {
		r.reach.Release()
	}
	r.Findings = diag.Sort(append(r.Findings, known.Findings(r.Catalogue, r.Today)...))
	return nil
}
