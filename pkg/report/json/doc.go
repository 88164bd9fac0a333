// Package json writes reports for other programs, in the format
// draftdiff.diff/v1. Its JSON Schema is docs/diff.schema.json.
package json
