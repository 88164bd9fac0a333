// Package report says what a snapshot or a diff holds in the order and the words
// in which people look for it: grouped by article, counted, cited as delegates
// cite. It computes everything a reader sees; the sub-packages, one a format,
// only write it down.
//
//	snapshot ──NewOverview──▶ Overview ──▶ report/text
//	diff     ──New─────────▶ Report   ──▶ report/text, markdown, csv, json
//
// A [Report] can be narrowed to delegations, units and types of events; the
// numbers in its head are then those of what is left. A report never shortens
// the words of a proposal; a renderer that does says so where it does.
package report
