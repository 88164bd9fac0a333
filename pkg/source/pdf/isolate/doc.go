// Package isolate parses a PDF in a process of its own, so that a hostile file
// takes down that process and nothing else: the same program, started again
// with [Command] as its only argument, calls [Serve]. The parent kills it when its
// time is up; it ends itself when it uses too much memory. What it sends back is
// characters and coordinates, which nobody trusts either.
//
// Without a program to start, [Pages] parses in this process: in the sandbox of
// WebAssembly and within its memory, but not within any time.
package isolate
