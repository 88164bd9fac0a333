// Package browsertest looks at the pages of package html in a real browser: the
// filters, the links into a filtered view, the keyboard, print, accessibility,
// and how long it all takes.
//
// It is a module of its own, so that nobody who uses draftdiff gets the library
// that drives the browser. The tests are skipped where there is no Chromium, and
// the one of accessibility where "npm ci" has not brought axe-core; with
// DRAFTDIFF_NO_SKIP set both are failures.
package browsertest
