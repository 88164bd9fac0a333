// Package both does two things at once: for the old text and the new one, or for
// the halves of a list.
package both

// Run calls f and g at the same time and returns when both have ended.
func Run(f, g func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	g()
	<-done
}
