package snapshot

// Schema names the format of an encoded snapshot.
const Schema = "draftdiff.snapshot/v1"

// A Snapshot is the normalized structure of one session's text.
type Snapshot struct {
	Document    Document
	Parties     []Party      // in the order of their first appearance
	Units       []Unit       // in document order, a parent before its children
	Proposals   []Proposal   // in document order
	Diagnostics []Diagnostic // in document order
}

// ByID returns the index of each unit by its identifier.
func (s *Snapshot) ByID() map[string]int {
	byID := make(map[string]int, len(s.Units))
	for i := range s.Units {
		byID[s.Units[i].ID] = i
	}
	return byID
}

// Document says which text it is, as its title page does, and where it came from.
type Document struct {
	Title, Body, Session, Place, Dates, Status string
	Source                                     Source
}

// Source is the file that was read.
type Source struct {
	Name   string // base name, never a path
	Format string
	Bytes  int
	SHA256 Hash // of the bytes as they were
}

// A Party is a delegation or a group of delegations that the text names.
type Party struct {
	ID        string // the form the document uses, cleaned: "US", "EU & mS"
	Name      string
	ISO       string   // ISO 3166-1 alpha-2, "" for a group without one
	Kind      string   // "state", "group" or "unknown"
	AsWritten []string // every spelling met, in order of appearance
}

// Place is a span of the source, for people and for programs. Line and EndLine
// count from 1; Offset and EndOffset are bytes, the end exclusive.
type Place struct {
	Line, EndLine, Offset, EndOffset int
}

// UnitKind is what a unit is in the structure of a treaty text. The zero kind
// is invalid.
type UnitKind uint8

// The kinds of units.
const (
	KindInvalid UnitKind = iota
	KindPreamble
	KindChapter
	KindCluster
	KindArticle
	KindOption
	KindParagraph
	KindSubparagraph
	KindItem
	KindRecital
	KindHeading
	KindNote
)

var kindNames = [...]string{"invalid", "preamble", "chapter", "cluster", "article", "option", "paragraph", "subparagraph", "item", "recital", "heading", "note"}

// String returns the name of the kind as the encoded form has it.
func (k UnitKind) String() string { return kindNames[k] }

// Origin tells the text that stood before the proposals from what is proposed.
type Origin uint8

// The origins.
const (
	OriginInvalid Origin = iota
	OriginBase
	OriginProposed
)

var originNames = [...]string{"invalid", "base", "proposed"}

// String returns the name of the origin as the encoded form has it.
func (o Origin) String() string { return originNames[o] }

// A Unit is an article, a paragraph, a recital …: what an identifier can name.
type Unit struct {
	ID      string // eId syntax of the Akoma Ntoso Naming Convention
	Kind    UnitKind
	Origin  Origin
	Label   string // as cited: "2 bis", "(d bis)", "Article 58 bis"
	Heading string // words of the heading, base reading
	Parent  string // ID of the parent, "" at the top
	Text    string // the base reading, plain; of a proposed unit its own reading
	Source  Place
}

// Action is what a proposal does, as section 3 to 5 of the notation define it.
// The zero action is invalid.
type Action uint8

// The actions.
const (
	ActionInvalid Action = iota
	Insert
	Delete
	Replace
	Retain
	DeleteUnit
	RetainUnit
	MoveUnit
	MergeUnit
	AlignUnit
	SupportUnit
	Other
	Add
	Alternative
	Rewrite
)

var actionNames = [...]string{"invalid", "insert", "delete", "replace", "retain", "delete-unit", "retain-unit", "move-unit", "merge-unit", "align-unit", "support-unit", "other", "add", "alternative", "rewrite"}

// String returns the name of the action as the encoded form has it.
func (a Action) String() string { return actionNames[a] }

// OnWords reports whether the action changes words within a unit.
func (a Action) OnWords() bool { return a >= Insert && a <= Retain }

// OnUnit reports whether the action is a wish about a whole unit.
func (a Action) OnUnit() bool { return a >= DeleteUnit && a <= Other }

// OfUnit reports whether the action proposes a unit of its own.
func (a Action) OfUnit() bool { return a >= Add && a <= Rewrite }

// A Proposal is what some parties want done to the text.
type Proposal struct {
	ID       string // stable under changes elsewhere in the document
	Unit     string // ID of the unit it is about; of an add, alternative or rewrite the proposed unit
	Action   Action
	Certain  bool   // false: the reading rests on marks that were lost or smeared
	Old, New string // plain words
	Target   string // of a move or merge: the words after the verb
	Sponsors []string
	Against  []string
	Retain   []string
	Within   string // ID of the proposal in whose words it stands; At then counts in that proposal's New
	At       Anchor
	Source   Place
}

// Anchor says where a proposal on words stands: the bytes of the unit's Text
// that Old takes up. An insertion has Start == End.
type Anchor struct {
	Start, End int
}

// A Diagnostic is something wrong or doubtful in the text.
type Diagnostic struct {
	Rule     string
	Severity string // "error", "warning" or "info"
	Message  string
	Source   Place
}
