// Package benchmarks compares draftdiff with other programs on the same texts in
// the same run. It is a module of its own, so that what it compares with never
// becomes a dependency of draftdiff. docs/benchmarks.md says how to run it.
package benchmarks
