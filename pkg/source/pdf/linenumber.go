package pdf

import (
	"strconv"
	"unicode"
)

// fewNumbers is how many lines of a page have to be numbered at least.
const fewNumbers = 4

// unnumbered takes the numbers of lines off a page: numbers that stand alone at
// one margin and count the lines, each of them or every fifth.
func unnumbered(ls []line) []line {
	for _, left := range []bool{true, false} {
		if of := numbered(ls, left); of != nil {
			return without(ls, of, left)
		}
	}
	return ls
}

// numbered finds how many letters the number at one margin has, by line, nil if
// the lines have none.
func numbered(ls []line, left bool) []int {
	of := make([]int, len(ls))
	number := make([]int, len(ls))
	ahead := map[int]int{} // how often a number is so far ahead of its line
	best := 0
	for i := range ls {
		if of[i], number[i] = ls[i].margin(left); of[i] == 0 {
			continue
		}
		d := number[i] - i
		ahead[d]++
		if n := ahead[d]; n > ahead[best] || n == ahead[best] && d < best {
			best = d
		}
	}
	if ahead[best] < fewNumbers {
		return nil
	}
	for i := range of {
		if number[i]-i != best {
			of[i] = 0
		}
	}
	return of
}

// margin reads the number that a line begins or ends with, cut off from the other
// letters by a gap: how many letters it has, 0 if there is none.
func (l *line) margin(left bool) (letters, number int) {
	digits := ""
	for k := range l.letters {
		c := l.fromEnd(k, left)
		if unicode.IsSpace(c.R) {
			continue
		}
		if digits != "" {
			before := l.fromEnd(letters-1, left)
			if max(c.X0-before.X1, before.X0-c.X1) > gutterGap*l.size {
				n, err := strconv.Atoi(digits)
				if err != nil {
					return 0, 0
				}
				return letters, n
			}
		}
		switch {
		case !unicode.IsDigit(c.R):
			return 0, 0
		case left:
			digits += string(c.R)
		default:
			digits = string(c.R) + digits
		}
		letters = k + 1
	}
	return 0, 0
}

// fromEnd is the letter at a place counted from one end of a line.
func (l *line) fromEnd(k int, left bool) *letter {
	if left {
		return &l.letters[k]
	}
	return &l.letters[len(l.letters)-1-k]
}

// without takes letters off one end of each line.
func without(ls []line, of []int, left bool) []line {
	out := make([]line, len(ls))
	for i, l := range ls {
		if left {
			l.letters = l.letters[of[i]:]
		} else {
			l.letters = l.letters[:len(l.letters)-of[i]]
		}
		l.settle()
		out[i] = l
	}
	return out
}
