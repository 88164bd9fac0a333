module github.com/draftdiff/draftdiff/benchmarks

go 1.26.0

replace github.com/draftdiff/draftdiff => ../

require (
	github.com/draftdiff/draftdiff v0.0.0
	github.com/yuin/goldmark v1.8.7
)

require golang.org/x/text v0.43.0 // indirect
