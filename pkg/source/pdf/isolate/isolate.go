package isolate

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/pdf"
	"github.com/draftdiff/draftdiff/pkg/source/pdf/pdfium"
)

// Command is the argument that makes the program serve.
const Command = "read-pdf"

// Exit codes of the process.
const (
	exitFine   = 0
	exitPipe   = 4 // nobody listens
	exitMemory = 5
)

// A request is what the process is asked to do.
type request struct {
	Memory, Nodes int64
	Pages, Depth  int
	PDF           []byte
}

// A reply is a page, or the error that ends them.
type reply struct {
	Page     *pdf.Page
	Of       int
	What, Do string
	Done     bool
}

// Pages returns the pages of a PDF. The error is a [*source.Error].
func Pages(b []byte, lim source.Limits) ([]pdf.Page, error) {
	var pages []pdf.Page
	add := func(p *pdf.Page, of int) error {
		pages = append(pages, *p)
		if lim.Watch != nil {
			lim.Watch(len(pages), of)
		}
		return nil
	}
	var err error
	if len(lim.Isolate) == 0 {
		err = inside(b, lim, add)
	} else {
		err = ask(b, lim.WithDefaults(), add)
	}
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// inside parses the pages in this process.
func inside(b []byte, lim source.Limits, each func(*pdf.Page, int) error) error {
	r, err := pdfium.Start(lim)
	if err != nil {
		return err
	}
	defer r.Close()
	return r.Extract(b, each)
}

// ask has the pages parsed by another process.
func ask(b []byte, lim source.Limits, each func(*pdf.Page, int) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), lim.Time)
	defer cancel()
	cmd := exec.CommandContext(ctx, lim.Isolate[0])
	cmd.Args = append(append([]string{}, lim.Isolate[1:]...), Command)
	var in bytes.Buffer
	if err := gob.NewEncoder(&in).Encode(request{Memory: lim.Memory, Nodes: int64(lim.Nodes), Pages: lim.Pages, Depth: lim.Depth, PDF: b}); err != nil {
		return failed(err)
	}
	cmd.Stdin = &in
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return failed(err)
	}
	err = receive(out, each)
	cancelled := ctx.Err() != nil
	if err != nil {
		cancel()
	}
	wait := cmd.Wait()
	exit, _ := errors.AsType[*exec.ExitError](wait)
	switch {
	case err == nil:
		return nil
	case cancelled:
		return source.OverLimit("contents that take longer to read", lim.Time, "seconds")
	case exit != nil && exit.ExitCode() == exitMemory:
		return source.OverLimit("contents that take more memory to read", source.Size(lim.Memory), "memory")
	}
	if _, ours := errors.AsType[*source.Error](err); ours {
		return err
	}
	return source.Damaged("PDF", "the reader of PDFs stopped at it")
}

func failed(err error) error {
	return &source.Error{What: fmt.Sprintf("the reader of PDFs cannot start: %v", err)}
}

// receive reads replies up to the last one.
func receive(r io.Reader, each func(*pdf.Page, int) error) error {
	dec := gob.NewDecoder(r)
	for {
		var got reply
		if err := dec.Decode(&got); err != nil {
			return err
		}
		switch {
		case got.What != "":
			return &source.Error{What: got.What, Do: got.Do}
		case got.Done:
			return nil
		case got.Page == nil:
			got.Page = &pdf.Page{}
		}
		if err := each(got.Page, got.Of); err != nil {
			return err
		}
	}
}

// Serve is the other process: it reads a request, writes the replies, and
// returns the exit code.
func Serve(r io.Reader, w io.Writer) int {
	var req request
	if err := gob.NewDecoder(r).Decode(&req); err != nil {
		return exitPipe
	}
	enc := gob.NewEncoder(w)
	err := serve(&req, enc)
	last := reply{Done: true}
	if e, ok := errors.AsType[*source.Error](err); ok {
		last = reply{What: e.What, Do: e.Do}
	} else if err != nil {
		return exitPipe
	}
	if enc.Encode(last) != nil {
		return exitPipe
	}
	return exitFine
}

// serve parses what a request holds, within its limits. What PDFium takes to
// start does not count: it is not the file's doing.
func serve(req *request, enc *gob.Encoder) error {
	r, err := pdfium.Start(source.Limits{Memory: req.Memory, Nodes: int(req.Nodes), Pages: req.Pages, Depth: req.Depth})
	if err != nil {
		return err
	}
	debug.FreeOSMemory()
	debug.SetGCPercent(50)
	go watchMemory(uint64(req.Memory))
	return r.Extract(req.PDF, func(p *pdf.Page, of int) error { return enc.Encode(reply{Page: p, Of: of}) })
}

// watchMemory ends the process when it uses so much memory more than now.
func watchMemory(limit uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	used := func() uint64 {
		metrics.Read(sample)
		return sample[0].Value.Uint64() - sample[1].Value.Uint64()
	}
	limit += used()
	for {
		if used() > limit {
			os.Exit(exitMemory)
		}
		time.Sleep(2 * time.Millisecond)
	}
}
