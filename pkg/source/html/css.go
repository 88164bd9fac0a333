package html

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A look is what tags and styles say of an element, as far as the text depends
// on it.
type look struct {
	decoration string // value of text-decoration, "" if nothing is said
	emphasis   text.Emphasis
	hidden     bool
}

// apply puts a look on the style of what is around the element. A strike goes
// through everything inside it: an element cannot take off the strike of one
// around it.
func (l *look) apply(st *extract.Style) {
	st.Struck = st.Struck || strings.Contains(l.decoration, "line-through")
	st.Emphasis |= l.emphasis
	if strings.Contains(l.decoration, "underline") {
		st.Emphasis |= text.Underlined
	}
}

// A sheet is the page's own style sheet: declarations by simple selector
// ("s", ".c7", "span.c7"), and how the items of lists are labelled, by class.
type sheet map[string]string

// read adds the rules of a style element. Of a selector with several parts the
// last counts; rules for other media are left out.
func (c sheet) read(s string) {
	for s = uncomment(s); s != ""; {
		selectors, rest, ok := strings.Cut(s, "{")
		if !ok {
			return
		}
		selectors = strings.TrimSpace(selectors)
		if at := strings.LastIndexByte(selectors, ';'); at >= 0 {
			selectors = strings.TrimSpace(selectors[at+1:]) // behind an @import
		}
		if strings.HasPrefix(selectors, "@") {
			s = behindBraces(rest)
			continue
		}
		body, after, _ := strings.Cut(rest, "}")
		for one := range strings.SplitSeq(selectors, ",") {
			one = strings.TrimSpace(strings.ReplaceAll(one, "> ", ">"))
			if i := strings.LastIndexByte(one, ' '); i >= 0 {
				one = one[i+1:]
			}
			if one != "" && len(c) < 20000 {
				c[one] += ";" + body
			}
		}
		s = after
	}
}

func uncomment(s string) string {
	var out strings.Builder
	for {
		i := strings.Index(s, "/*")
		if i < 0 {
			out.WriteString(s)
			break
		}
		out.WriteString(s[:i])
		j := strings.Index(s[i+2:], "*/")
		if j < 0 {
			break
		}
		s = s[i+2+j+2:]
	}
	return strings.NewReplacer("<!--", "", "-->", "").Replace(out.String())
}

// behindBraces returns what follows the block that s is in.
func behindBraces(s string) string {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[i+1:]
			}
		}
	}
	return ""
}

// lookOf is the look of an element: what its tag means, then the style sheet,
// then its own style.
func (c sheet) lookOf(name string, attrs map[string]string) look {
	var l look
	switch name {
	case "s", "strike", "del":
		l.decoration = "line-through"
	case "b", "strong":
		l.emphasis = text.Bold
	case "i", "em", "cite", "var", "dfn":
		l.emphasis = text.Italic
	case "u", "ins":
		l.emphasis = text.Underlined
	}
	if len(c) > 0 {
		l.declare(c[name])
		for class := range strings.FieldsSeq(attrs["class"]) {
			l.declare(c["."+class])
			l.declare(c[name+"."+class])
		}
		if id := attrs["id"]; id != "" {
			l.declare(c["#"+id])
		}
	}
	l.declare(attrs["style"])
	if _, is := attrs["hidden"]; is {
		l.hidden = true
	}
	return l
}

// declare reads declarations.
func (l *look) declare(s string) {
	for s != "" {
		var one string
		one, s, _ = strings.Cut(s, ";")
		name, value, ok := strings.Cut(one, ":")
		if !ok {
			continue
		}
		value = strings.ToLower(strings.TrimSpace(value))
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "text-decoration", "text-decoration-line":
			l.decoration = value
		case "font-style":
			if strings.HasPrefix(value, "italic") || strings.HasPrefix(value, "oblique") {
				l.emphasis |= text.Italic
			}
		case "font-weight":
			if strings.HasPrefix(value, "bold") || value >= "600" && value <= "900" {
				l.emphasis |= text.Bold
			}
		case "display":
			l.hidden = strings.HasPrefix(value, "none")
		case "mso-hide":
			l.hidden = value == "all"
		}
	}
}
