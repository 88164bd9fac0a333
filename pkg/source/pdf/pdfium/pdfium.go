package pdfium

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"time"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/pdf"
)

const wasmPage = 64 << 10

// A Reader is PDFium, ready to read one file.
type Reader struct {
	pool     gopdfium.Pool
	instance gopdfium.Pdfium
	lim      source.Limits
}

// Start makes a reader. The first time on a machine it compiles PDFium, which
// takes seconds and memory; after that it takes what was compiled from the cache
// folder of the user.
func Start(lim source.Limits) (*Reader, error) {
	lim = lim.WithDefaults()
	pool, err := start(lim)
	if err != nil {
		return nil, err
	}
	instance, err := pool.GetInstance(30 * time.Second)
	if err != nil {
		_ = pool.Close()
		return nil, outOfMemory(lim)
	}
	return &Reader{pool, instance, lim}, nil
}

// Close gives back what the reader holds.
func (r *Reader) Close() { _ = r.pool.Close() }

// Extract hands the pages of a PDF to each, in order, with how many there are.
// The error is a [*source.Error], or that of each.
func (r *Reader) Extract(b []byte, each func(p *pdf.Page, of int) error) error {
	return guard(r.lim, func() error { return extract(r.instance, b, r.lim, each) })
}

// guard makes an error of a panic: PDFium stops that way when its memory is
// used up.
func guard(lim source.Limits, do func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = outOfMemory(lim)
		}
	}()
	return do()
}

func outOfMemory(lim source.Limits) error {
	return source.OverLimit("contents that take more memory to read", source.Size(lim.Memory), "memory")
}

// start compiles PDFium, or takes what an earlier run compiled.
func start(lim source.Limits) (gopdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(uint32(min(lim.Memory/wasmPage, 65536)))
	if dir, err := os.UserCacheDir(); err == nil {
		dir = filepath.Join(dir, "draftdiff", "pdfium")
		if os.MkdirAll(dir, 0o700) == nil {
			if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
				config = config.WithCompilationCache(cache)
			}
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:       context.Background(),
		MinIdle:       0,
		MaxIdle:       1,
		MaxTotal:      1,
		FSConfig:      wazero.NewFSConfig(), // none of the file system
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, &source.Error{What: "the reader of PDFs cannot start: " + err.Error()}
	}
	return pool, nil
}

func extract(in gopdfium.Pdfium, b []byte, lim source.Limits, each func(*pdf.Page, int) error) error {
	doc, err := in.FPDF_LoadMemDocument64(&requests.FPDF_LoadMemDocument64{Data: &b})
	if err != nil {
		return loadError(in)
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return source.Damaged("PDF", "its pages cannot be counted")
	}
	if count.PageCount > lim.Pages {
		return source.OverLimit("more pages", lim.Pages, "pages")
	}
	nodes := 0
	for i := range count.PageCount {
		p := &pdf.Page{}
		if page, err := in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc.Document, Index: i}); err == nil {
			t := taker{in: in, page: page.Page, out: p, lim: &lim, nodes: &nodes}
			if err := t.take(); err != nil {
				return err
			}
			_, _ = in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
		}
		if err := each(p, count.PageCount); err != nil {
			return err
		}
	}
	return nil
}

// loadError says why PDFium did not open a file.
func loadError(in gopdfium.Pdfium) error {
	if last, err := in.FPDF_GetLastError(&requests.FPDF_GetLastError{}); err == nil && last.Error == responses.FPDF_GetLastErrorErrorPassword {
		return &source.Error{What: "this PDF is protected by a password", Do: "open it, and print or save it as a PDF without one"}
	}
	return source.Damaged("PDF", "no page of it can be read")
}

// taker takes what stands on one page.
type taker struct {
	in    gopdfium.Pdfium
	page  references.FPDF_PAGE
	out   *pdf.Page
	lim   *source.Limits
	nodes *int

	turned uint8 // quarters by which the page is turned
}

func (t *taker) ref() requests.Page { return requests.Page{ByReference: &t.page} }

// count counts a thing on the page against the limit.
func (t *taker) count(n int) error {
	if *t.nodes += n; *t.nodes > t.lim.Nodes*10 {
		return source.OverLimit("more characters and lines", t.lim.Nodes*10, "nodes")
	}
	return nil
}

func (t *taker) take() error {
	if w, err := t.in.FPDF_GetPageWidthF(&requests.FPDF_GetPageWidthF{Page: t.ref()}); err == nil {
		t.out.Width = w.PageWidth
	}
	if h, err := t.in.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: t.ref()}); err == nil {
		t.out.Height = h.PageHeight
	}
	if err := t.chars(); err != nil {
		return err
	}
	if err := t.rules(); err != nil {
		return err
	}
	t.annotations()
	return nil
}
