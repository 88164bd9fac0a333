package docx

import (
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source/internal/numeral"
)

// next counts a paragraph and returns its label, "" for none or a bullet, with
// what stands between it and the words. item is whether it is in a list.
func (n *numbering) next(of number) (label, space string, item bool) {
	l := n.lists[of.id]
	if l == nil {
		return "", "", false
	}
	a := n.shape(l)
	if a == nil {
		return "", "", false
	}
	i := min(max(of.level, 0), listLevels-1)
	n.step(l, a, i)
	lvl := l.at(a, i)
	if lvl.format == "bullet" {
		return "", "", true
	}
	label = strings.TrimSpace(l.label(a, lvl))
	if label != "" && lvl.suffix != "nothing" {
		space = " "
	}
	return label, space, label != ""
}

// step counts on: the level itself, and those below start again.
func (n *numbering) step(l *list, a *abstractList, i int) {
	switch {
	case l.overrides[i] != nil && !l.used[i]:
		a.counters[i] = *l.overrides[i]
	case a.begun[i]:
		a.counters[i]++
	default:
		a.counters[i] = l.at(a, i).start
	}
	l.used[i], a.begun[i] = true, true
	for k := range i {
		if !a.begun[k] { // a level that was passed over counts as begun
			a.begun[k], a.counters[k] = true, l.at(a, k).start
		}
	}
	for k := i + 1; k < listLevels; k++ {
		if r := l.at(a, k).restart; r < 0 || r > i {
			a.begun[k] = false
		}
	}
}

// label writes the label of a level with the present counters.
func (l *list) label(a *abstractList, lvl *level) string {
	var s strings.Builder
	for t := lvl.text; t != ""; {
		if t[0] == '%' && len(t) > 1 && t[1] >= '1' && t[1] <= '9' {
			k := int(t[1] - '1')
			format := l.at(a, k).format
			if lvl.legal {
				format = "decimal"
			}
			s.WriteString(written(a.counters[k], format))
			t = t[2:]
			continue
		}
		s.WriteByte(t[0])
		t = t[1:]
	}
	return s.String()
}

// written writes a number in one of Word's formats. Formats of scripts that the
// text does not use are decimal.
func written(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return strings.ToLower(numeral.Doubled(n))
	case "upperLetter":
		return numeral.Doubled(n)
	case "lowerRoman":
		return strings.ToLower(numeral.Roman(n))
	case "upperRoman":
		return numeral.Roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "ordinal":
		return numeral.Ordinal(n)
	}
	return strconv.Itoa(n)
}
