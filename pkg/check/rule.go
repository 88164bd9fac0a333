package check

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Severity is how bad a finding is. The zero severity is invalid.
type Severity uint8

// The severities. Info is worth a look, a Warning ought to be put right, an
// Error makes the text say something that nobody meant.
const (
	SeverityInvalid Severity = iota
	Info
	Warning
	Error
)

var severityNames = [...]string{"invalid", "info", "warning", "error"}

// String returns the name of the severity.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity returns the severity of a name.
func ParseSeverity(name string) (Severity, error) {
	for s := Info; s <= Error; s++ {
		if strings.EqualFold(name, s.String()) {
			return s, nil
		}
	}
	return SeverityInvalid, fmt.Errorf("there is no severity %q; choose from info, warning, error", name)
}

// Class tells the rules on one text from those on a change. The zero class is
// invalid.
type Class uint8

// The classes.
const (
	ClassInvalid Class = iota
	Notation           // mistakes in the notation of one text
	Silent             // edits of an older text that nobody proposed
	Setup              // mistakes in what was told to draftdiff
)

var classNames = [...]string{"invalid", "notation", "silent", "setup"}

// String returns the name of the class, by which its rules can be chosen.
func (c Class) String() string { return classNames[c] }

// A Rule finds one kind of mistake. Rules are values; they keep no state.
type Rule struct {
	Code        string // "DD004": never given to another rule
	Name        string // "repeated-party"
	Class       Class
	Severity    Severity // the worst that its findings have
	Title       string   // one sentence
	Explanation string   // what goes wrong because of it, and how the rule decides
	Wrong       string   // an example; of a silent rule "old → new"
	Right       string
	Run         func(*Pass)
}

// Rules are all rules, by code.
var Rules []*Rule

func init() {
	Rules = []*Rule{
		unbalancedBracket, crossedMarks, unknownParty, repeatedParty, bothSides, bothAlternatives, againstOwnGroup,
		emptyProposal, missingColon, misplacedCloser, misspeltNumeral, numberSequence, missingReference, movedReference,
		identicalProposals, deleteAndRetain, scanArtefact, gluedWords, strayStrike, variantAlternative, noEffect, lostStrike,
		silentWords, silentUnit, vanishedBracket, droppedSponsor, struckDeleted, rewordedProposal, droppedObjection, acceptReason,
	}
	slices.SortFunc(Rules, func(x, y *Rule) int { return cmp.Compare(x.Code, y.Code) })
}

// Find returns the rules that go by a code, a name or the name of a class.
func Find(name string) ([]*Rule, error) {
	var found []*Rule
	for _, r := range Rules {
		if strings.EqualFold(name, r.Code) || strings.EqualFold(name, r.Name) || strings.EqualFold(name, r.Class.String()) {
			found = append(found, r)
		}
	}
	if found == nil {
		for _, r := range Rules {
			if len(name) > 3 && strings.Contains(r.Name, strings.ToLower(name)) {
				return nil, fmt.Errorf("there is no rule %q; did you mean %s %s?", name, r.Code, r.Name)
			}
		}
		return nil, fmt.Errorf("there is no rule %q; “draftdiff explain” lists them", name)
	}
	return found, nil
}

var (
	codeForm = regexp.MustCompile(`^DD\d{3}$`)
	nameForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
)

// Validate reports what a list of rules lacks: every rule has all its fields,
// and no code or name is given twice.
func Validate(rules []*Rule) error {
	var errs []error
	seen := map[string]bool{}
	for _, r := range rules {
		switch {
		case !codeForm.MatchString(r.Code), !nameForm.MatchString(r.Name):
			errs = append(errs, fmt.Errorf("%s %s: code or name malformed", r.Code, r.Name))
		case seen[r.Code] || seen[r.Name]:
			errs = append(errs, fmt.Errorf("%s %s: given twice", r.Code, r.Name))
		case r.Class == ClassInvalid || r.Severity == SeverityInvalid || r.Run == nil:
			errs = append(errs, fmt.Errorf("%s: no class, severity or function", r.Code))
		case !strings.HasSuffix(r.Title, ".") || strings.Contains(r.Title, "\n"):
			errs = append(errs, fmt.Errorf("%s: the title is no sentence", r.Code))
		case r.Explanation == "" || r.Wrong == "" || r.Right == "":
			errs = append(errs, fmt.Errorf("%s: no explanation or example", r.Code))
		}
		seen[r.Code], seen[r.Name] = true, true
	}
	return errors.Join(errs...)
}
