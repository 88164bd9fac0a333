// Package both does a thing for the old text and for the new one at once.
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
