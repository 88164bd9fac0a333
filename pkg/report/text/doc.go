// Package text writes reports for reading on a terminal or in a plain file.
//
// What came and what went between two texts is marked with words and signs,
// {+so+} and {-so-}; colour only repeats what the signs say. Square brackets
// are never used as marks of its own: the notation of the texts owns them.
package text
