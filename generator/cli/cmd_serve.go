package cli

import (
	"context"
	"fmt"
	"net"
	"time"

	"github.com/spf13/cobra"

	"mappe/generator/diag"
	"mappe/generator/serve"
)

func (a *app) serveCommand() *cobra.Command {
	var o serve.Options
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the website at a local address and follow every edit",
		Long: "serve shows the website at an address of this computer, makes pages when they are asked for, and reloads the browser when\n" +
			"a file is saved. While there are errors it shows them, and keeps the last good version." + exitHelp,
		Args: noMore,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), o) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.Addr, "addr", "127.0.0.1:1717", "address to listen on; other computers can reach it only if it names more, such as 0.0.0.0:1717")
	flags.BoolVar(&o.Drafts, "drafts", false, "show drafts too")
	flags.BoolVar(&o.SkipBroken, "skip-broken", false, "leave records with errors out and show the rest")
	return cmd
}

func (a *app) serve(ctx context.Context, o serve.Options) error {
	if _, _, err := net.SplitHostPort(o.Addr); err != nil {
		return usageError{fmt.Errorf("--addr is a host and a port, such as 127.0.0.1:1717, not %q", o.Addr)}
	}
	a.fill(&o.Options)
	o.Lang = a.common.lang
	o.Started = func(address string) {
		a.closing(diag.Textf("Die Website ist hier zu sehen: %s (beenden mit Strg+C)", "The website is at %s (stop with Ctrl+C)", address))
	}
	o.Reloaded = func(r serve.Reload) {
		count := counted(diag.CountOf(r.Findings))
		took := r.Took.Round(time.Millisecond)
		if r.Err != nil {
			a.closing(diag.Textf("Nicht eingelesen: %v", "Not read: %v", r.Err))
			return
		}
		a.closing(diag.Textf("Eingelesen in %[1]s: %[2]s", "Read in %[1]s: %[3]s", took, count.DE, count.EN))
	}
	if err := serve.Run(ctx, o); err != nil {
		return err
	}
	a.closing(diag.Text{DE: "Beendet.", EN: "Stopped."})
	return nil
}
