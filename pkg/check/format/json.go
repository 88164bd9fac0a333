package format

import (
	"encoding/json"
	"io"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Schema names the format that [JSON] writes.
const Schema = "draftdiff.check/v1"

type jsonReport struct {
	Schema   string        `json:"schema"`
	Files    []jsonFile    `json:"files"`
	Findings []jsonFinding `json:"findings"`
	Summary  jsonSummary   `json:"summary"`
}

type jsonFile struct {
	Name     string `json:"name"`
	Against  string `json:"against,omitempty"`
	Findings int    `json:"findings"`
	Accepted int    `json:"accepted"`
	Known    int    `json:"known"`
}

type jsonFinding struct {
	Rule        string        `json:"rule"`
	Name        string        `json:"name"`
	Class       string        `json:"class"`
	Severity    string        `json:"severity"`
	Message     string        `json:"message"`
	Hint        string        `json:"hint,omitempty"`
	File        string        `json:"file"`
	Unit        string        `json:"unit"`
	Source      jsonSpan      `json:"source"`
	Words       string        `json:"words,omitempty"`
	Related     []jsonRelated `json:"related,omitempty"`
	Fixes       []jsonEdit    `json:"fixes,omitempty"`
	Fingerprint string        `json:"fingerprint"`
}

type jsonSpan struct {
	Line      int `json:"line"`
	Column    int `json:"column,omitempty"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column,omitempty"`
	Offset    int `json:"offset"`
	EndOffset int `json:"end_offset"`
}

type jsonRelated struct {
	File    string   `json:"file"`
	Source  jsonSpan `json:"source"`
	Message string   `json:"message"`
}

type jsonEdit struct {
	Offset    int    `json:"offset"`
	EndOffset int    `json:"end_offset"`
	New       string `json:"new"`
}

type jsonSummary struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// JSON writes a report for programs.
func JSON(w io.Writer, r *Report) error {
	out := jsonReport{Schema: Schema, Files: []jsonFile{}, Findings: []jsonFinding{}}
	out.Summary = jsonSummary{r.Count(check.Error), r.Count(check.Warning), r.Count(check.Info)}
	for i := range r.Files {
		f := &r.Files[i]
		out.Files = append(out.Files, jsonFile{f.Name, f.OldName, len(f.Findings), f.Accepted, f.Known})
		for j := range f.Findings {
			out.Findings = append(out.Findings, finding(f, &f.Findings[j]))
		}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

func finding(file *File, f *check.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule.Code, Name: f.Rule.Name, Class: f.Rule.Class.String(), Severity: f.Severity.String(),
		Message: f.Message, Hint: f.Hint, File: file.Name, Unit: f.Unit, Words: f.Words, Fingerprint: f.Fingerprint,
		Source: span(f.Place, f.Column, f.EndCol),
	}
	for _, r := range f.Related {
		name := file.Name
		if r.Old {
			name = file.OldName
		}
		out.Related = append(out.Related, jsonRelated{name, span(r.Place, r.Column, 0), r.Message})
	}
	for _, e := range f.Fixes {
		out.Fixes = append(out.Fixes, jsonEdit{e.Span.Start, e.Span.End, e.New})
	}
	return out
}

func span(p snapshot.Place, column, end int) jsonSpan {
	return jsonSpan{p.Line, column, p.EndLine, end, p.Offset, p.EndOffset}
}
