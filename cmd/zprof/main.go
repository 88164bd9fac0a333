package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"time"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/text"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

func build(name string) *snapshot.Snapshot {
	b, _ := os.ReadFile(name)
	doc, err := open.Read("a.md", b, open.Limits{})
	if err != nil {
		panic(err)
	}
	doc = snapshot.Tracked(doc, 0)
	return snapshot.Build(doc, name)
}

func main() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(1 << 30)
	n, _ := strconv.Atoi(os.Args[4])
	f, _ := os.Create(os.Args[3])
	pprof.StartCPUProfile(f)
	var tb, tc, tr, tw time.Duration
	for range n {
		t0 := time.Now()
		done := make(chan *snapshot.Snapshot)
		go func() { done <- build(os.Args[1]) }()
		y := build(os.Args[2])
		x := <-done
		t1 := time.Now()
		d := diff.Compare(x, y)
		t2 := time.Now()
		r, _ := report.New(d, report.Options{})
		t3 := time.Now()
		w := bufio.NewWriter(io.Discard)
		text.Render(w, r, text.Options{})
		w.Flush()
		t4 := time.Now()
		tb += t1.Sub(t0); tc += t2.Sub(t1); tr += t3.Sub(t2); tw += t4.Sub(t3)
	}
	pprof.StopCPUProfile()
	fmt.Println(tb/time.Duration(n), tc/time.Duration(n), tr/time.Duration(n), tw/time.Duration(n))
}
