// Package format writes findings down: for people, for programs, and for the
// pages of a pull request. SARIF has a package of its own.
//
// A renderer computes nothing; it does not choose findings either.
package format
