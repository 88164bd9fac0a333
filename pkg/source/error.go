package source

import "fmt"

// An Error says why a file cannot be read, to the one who holds it.
type Error struct {
	What string // what is wrong: "this is an image (PNG), not a text"
	Do   string // what to do about it, "" if there is nothing
}

// Error joins both sentences.
func (e *Error) Error() string {
	if e.Do == "" {
		return e.What
	}
	return e.What + "; " + e.Do
}

// Damaged is the error for a file that breaks the rules of its format.
func Damaged(what, why string) *Error {
	return &Error{
		What: fmt.Sprintf("this %s is damaged: %s", what, why),
		Do:   "open it in the program that made it, and save it again",
	}
}
