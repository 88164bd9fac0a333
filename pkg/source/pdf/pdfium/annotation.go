package pdfium

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/draftdiff/draftdiff/pkg/source/pdf"
)

// annotations takes those that strike out.
func (t *taker) annotations() {
	n, err := t.in.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: t.ref()})
	if err != nil {
		return
	}
	for i := range min(n.Count, t.lim.Nodes) {
		a, err := t.in.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: t.ref(), Index: i})
		if err != nil {
			continue
		}
		t.annotation(a.Annotation)
		_, _ = t.in.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation})
	}
}

func (t *taker) annotation(a references.FPDF_ANNOTATION) {
	kind, err := t.in.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a})
	if err != nil || kind.Subtype != enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT {
		return
	}
	author := ""
	if v, err := t.in.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a, Key: "T"}); err == nil {
		author = v.Value
	}
	n, err := t.in.FPDFAnnot_CountAttachmentPoints(&requests.FPDFAnnot_CountAttachmentPoints{Annotation: a})
	if err != nil {
		return
	}
	for i := range n.Count {
		q, err := t.in.FPDFAnnot_GetAttachmentPoints(&requests.FPDFAnnot_GetAttachmentPoints{Annotation: a, Index: i})
		if err != nil {
			continue
		}
		p := q.QuadPoints
		t.out.Rules = append(t.out.Rules, t.upright(pdf.Rule{
			X0: min(p.X1, p.X2, p.X3, p.X4), X1: max(p.X1, p.X2, p.X3, p.X4),
			Y0: min(p.Y1, p.Y2, p.Y3, p.Y4), Y1: max(p.Y1, p.Y2, p.Y3, p.Y4),
			Strike: true, Author: author,
		}))
	}
}
