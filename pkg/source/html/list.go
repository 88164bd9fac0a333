package html

import (
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source/internal/numeral"
)

// A list counts the items of an ol or ul and labels them.
type list struct {
	n              int    // the number of the next item
	format         string // "decimal", "lower-alpha", …; "" for no labels
	before, behind string // what stands around the number
}

// formats are the ways to write a number, by the type attribute of an ol.
var formats = map[string]string{"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "": "decimal"}

// listOf begins a list. A page shows letters as "a."; the text means "(a)".
func (c sheet) listOf(name string, attrs map[string]string) *list {
	l := &list{n: 1}
	if n, err := strconv.Atoi(attrs["start"]); err == nil {
		l.n = min(max(n, 0), 1<<20)
	}
	if name == "ol" {
		l.format = formats[attrs["type"]]
	}
	l.typeOf(c["ol"], name)
	for class := range strings.FieldsSeq(attrs["class"]) {
		l.typeOf(c["."+class], name)
		l.typeOf(c[name+"."+class], name)
	}
	l.typeOf(attrs["style"], name)
	switch l.format {
	case "":
	case "decimal":
		l.behind = "."
	default:
		l.before, l.behind = "(", ")"
	}
	for class := range strings.FieldsSeq(attrs["class"]) {
		l.generated(c["."+class+">li:before"])
	}
	return l
}

// typeOf reads list-style-type.
func (l *list) typeOf(declarations, name string) {
	for one := range strings.SplitSeq(declarations, ";") {
		key, value, _ := strings.Cut(one, ":")
		switch strings.TrimSpace(key) {
		case "list-style-type", "list-style":
		default:
			continue
		}
		switch value = strings.TrimSpace(value); value {
		case "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman":
			l.format = value
		case "lower-latin", "upper-latin":
			l.format = value[:6] + "alpha"
		case "none", "disc", "circle", "square":
			if name == "ol" && value == "none" {
				l.format = ""
			}
		}
	}
}

// generated reads what a style sheet puts before items, as Google Docs does:
// content: "(" counter(lst-ctn-kix_1,lower-latin) ") ".
func (l *list) generated(declarations string) {
	for one := range strings.SplitSeq(declarations, ";") {
		key, value, _ := strings.Cut(one, ":")
		if strings.TrimSpace(key) != "content" {
			continue
		}
		before, rest, ok := strings.Cut(value, "counter(")
		if !ok {
			continue
		}
		counter, behind, _ := strings.Cut(rest, ")")
		_, format, _ := strings.Cut(counter, ",")
		if format = strings.TrimSpace(format); strings.HasSuffix(format, "latin") {
			format = format[:6] + "alpha"
		}
		if strings.Contains(behind, "counter(") || format == "" {
			continue
		}
		l.format = format
		l.before, l.behind = unquote(before), unquote(behind)
	}
}

func unquote(s string) string { return strings.TrimSpace(strings.Trim(strings.TrimSpace(s), `"'`)) }

// next labels an item; value is the number that it gives itself.
func (l *list) next(value string) string {
	if n, err := strconv.Atoi(value); err == nil {
		l.n = min(max(n, 0), 1<<20)
	}
	n := l.n
	l.n++
	if l.format == "" {
		return ""
	}
	return l.before + written(n, l.format) + l.behind
}

// written writes a number in a format of style sheets.
func written(n int, format string) string {
	switch format {
	case "lower-alpha":
		return strings.ToLower(numeral.Letters(n))
	case "upper-alpha":
		return numeral.Letters(n)
	case "lower-roman":
		return strings.ToLower(numeral.Roman(n))
	case "upper-roman":
		return numeral.Roman(n)
	}
	return strconv.Itoa(n)
}
