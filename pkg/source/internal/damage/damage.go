// Package damage breaks files for tests: cut short, bytes changed, a part taken
// out, a part doubled.
package damage

import "math/rand/v2"

// Copy is the n-th damaged copy of b, always the same.
func Copy(b []byte, n int) []byte {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	out := append([]byte{}, b...)
	if len(out) == 0 {
		return out
	}
	at := r.IntN(len(out))
	end := min(len(out), at+r.IntN(5000))
	switch n % 4 {
	case 0:
		return out[:at]
	case 1:
		for range []int{1, 10, 100, 1000}[r.IntN(4)] {
			out[r.IntN(len(out))] = byte(r.Uint32())
		}
	case 2:
		return append(out[:at], out[end:]...)
	case 3:
		return append(append(append([]byte{}, out[:end]...), out[at:end]...), out[end:]...)
	}
	return out
}
