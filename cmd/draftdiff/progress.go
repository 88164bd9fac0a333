package main

import (
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// patience is how long reading may take before it shows progress.
const patience = 500 * time.Millisecond

// progress returns what shows how far reading is, nil if nobody watches.
func progress(c *cli.Context) func(done, of int) {
	f, ok := c.App.ErrWriter.(*os.File)
	if !ok || c.Bool("quiet") || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	begun := time.Now()
	var mu sync.Mutex // two texts are read at once
	var bar *progressbar.ProgressBar
	return func(done, of int) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(begun) < patience {
			return
		}
		if bar == nil {
			bar = progressbar.NewOptions(of, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription("reading pages"),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30), progressbar.OptionThrottle(100*time.Millisecond))
		}
		if of != bar.GetMax() {
			return // the pages of the other text
		}
		_ = bar.Set(done) // there is nobody to tell that the terminal went away
	}
}
