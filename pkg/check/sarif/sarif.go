// Package sarif writes findings as SARIF 2.1.0, the format in which code hosts
// and editors take the results of checkers. It is apart from the other formats
// because it alone needs a library.
package sarif

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"github.com/chavacava/garif"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/check/format"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Schema is where the schema of the format is published.
const Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// fingerprint names the way in which fingerprints are made; another way would
// need another name.
const fingerprint = "draftdiff/v1"

// A log is garif's, but for results: an empty list says that nothing was found,
// no list that nothing was looked for, and garif leaves empty lists out.
type log struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

type run struct {
	*garif.Run
	Results []*garif.Result `json:"results"`
}

// Write writes r. Version is that of the program; every rule is described, with
// its example, whether it found anything or not.
func Write(w io.Writer, r *format.Report, version string) error {
	driver := garif.NewDriver("draftdiff")
	driver.Version = version
	driver.InformationUri = "https://github.com/draftdiff/draftdiff"
	for _, rule := range check.Rules {
		driver.Rules = append(driver.Rules, describe(rule))
	}
	out := run{Run: garif.NewRun(garif.NewTool(driver)), Results: []*garif.Result{}}
	out.ColumnKind = "unicodeCodePoints"
	for i := range r.Files {
		for j := range r.Files[i].Findings {
			out.Results = append(out.Results, result(&r.Files[i], &r.Files[i].Findings[j]))
		}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(log{Schema, "2.1.0", []run{out}})
}

var levels = [...]garif.ResultLevel{
	check.Info: garif.ResultLevel_Note, check.Warning: garif.ResultLevel_Warning, check.Error: garif.ResultLevel_Error,
}

func describe(rule *check.Rule) *garif.ReportingDescriptor {
	d := garif.NewRule(rule.Code)
	d.Name = rule.Name
	d.ShortDescription = garif.NewMultiformatMessageString(rule.Title)
	d.FullDescription = garif.NewMultiformatMessageString(rule.Title + " " + unfold(rule.Explanation))
	d.Help = garif.NewMultiformatMessageString(unfold(rule.Explanation) + "\n\nWrong: " + rule.Wrong + "\n\nRight: " + rule.Right)
	d.Help.Markdown = unfold(rule.Explanation) + "\n\nWrong:\n\n```\n" + rule.Wrong + "\n```\n\nRight:\n\n```\n" + rule.Right + "\n```\n"
	d.HelpUri = "https://github.com/draftdiff/draftdiff/blob/main/docs/rules.md#" + strings.ToLower(rule.Code) + "-" + rule.Name
	d.DefaultConfiguration = garif.NewReportingConfiguration()
	d.DefaultConfiguration.Level = levels[rule.Severity]
	return d
}

// unfold takes the line breaks of the source out of a paragraph.
func unfold(s string) string { return strings.Join(strings.Fields(s), " ") }

func result(file *format.File, f *check.Finding) *garif.Result {
	message := f.Message + "."
	if f.Hint != "" {
		message += " " + strings.ToUpper(f.Hint[:1]) + f.Hint[1:] + "."
	}
	out := garif.NewResult(garif.NewMessageFromText(message))
	out.RuleId = f.Rule.Code
	out.Level = levels[f.Severity]
	out.PartialFingerprints = map[string]string{fingerprint: f.Fingerprint}
	at := location(file, f.Span, f.Place.Line)
	if f.Unit != "" {
		unit := garif.NewLogicalLocation()
		unit.FullyQualifiedName = f.Unit
		at.LogicalLocations = []*garif.LogicalLocation{unit}
	}
	out.Locations = []*garif.Location{at}
	for _, r := range f.Related {
		if r.Old {
			continue // the older text is no file that a viewer could open
		}
		at := location(file, r.Span, r.Place.Line)
		at.Message = garif.NewMessageFromText(r.Message)
		out.RelatedLocations = append(out.RelatedLocations, at)
	}
	if len(f.Fixes) > 0 {
		out.Fixes = []*garif.Fix{fix(file, f)}
	}
	return out
}

func location(file *format.File, sp text.Span, line int) *garif.Location {
	at := garif.NewLocation()
	at.PhysicalLocation = garif.NewPhysicalLocation()
	at.PhysicalLocation.ArtifactLocation = artifact(file.Name)
	at.PhysicalLocation.Region = region(file, sp, line)
	return at
}

func artifact(name string) *garif.ArtifactLocation {
	at := garif.NewArtifactLocation()
	u := url.URL{Path: name}
	if strings.HasPrefix(name, "/") {
		u.Scheme = "file"
	}
	at.Uri = u.String()
	return at
}

// region gives a span in lines and columns. Of a saved snapshot the columns are
// not known.
func region(file *format.File, sp text.Span, line int) *garif.Region {
	out := garif.NewRegion()
	out.StartLine = line
	if file.Text.Document == nil {
		return out
	}
	f := file.Text.Document.File
	out.StartLine, out.StartColumn = f.Line(sp.Start), f.Column(sp.Start)
	out.EndLine, out.EndColumn = f.Line(sp.End), f.Column(sp.End)
	return out
}

func fix(file *format.File, f *check.Finding) *garif.Fix {
	change := garif.NewArtifactChange(artifact(file.Name))
	for _, e := range f.Fixes {
		r := garif.NewReplacement(region(file, e.Span, f.Place.Line))
		if e.New != "" {
			r.InsertedContent = garif.NewArtifactContent()
			r.InsertedContent.Text = e.New
		}
		change.Replacements = append(change.Replacements, r)
	}
	out := garif.NewFix(change)
	if f.Hint != "" {
		out.Description = garif.NewMessageFromText(f.Hint)
	}
	return out
}
