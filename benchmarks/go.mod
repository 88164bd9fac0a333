module github.com/draftdiff/draftdiff/benchmarks

go 1.26.0

replace github.com/draftdiff/draftdiff => ../

require (
	github.com/draftdiff/draftdiff v0.0.0
	github.com/yuin/goldmark v1.8.7
)

require (
	github.com/google/uuid v1.6.0 // indirect
	github.com/jolestar/go-commons-pool/v2 v2.1.2 // indirect
	github.com/klippa-app/go-pdfium v1.21.4 // indirect
	github.com/tetratelabs/wazero v1.12.0 // indirect
	github.com/wlynxg/chardet v1.0.5 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
