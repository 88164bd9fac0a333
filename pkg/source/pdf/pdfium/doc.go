// Package pdfium takes characters, rules and annotations off the pages of a PDF
// with PDFium, compiled to WebAssembly: no cgo, and no way out of the sandbox to
// files or the network. Its memory is limited; a hostile file can still make it
// compute for a long time, which is why package pdf runs it in a process of its
// own.
package pdfium
