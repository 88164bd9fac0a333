package config

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Name is what the file is called.
const Name = "draftdiff.yaml"

// A Config is what a negotiation says about itself. The zero Config says
// nothing, and everything works with it.
type Config struct {
	File    string // as it was opened, "" if there is none
	Parties []Party
	Groups  []Group
	Rules   map[string]Setting // by the code or the name of the rule
	Accept  []Accept
	Drafts  []string // patterns of the files that are drafts; none: whatever reads like one
}

// A Party is a delegation, or an observer, that the public lists do not have.
type Party struct {
	ID, Name string
}

// A Group is a group of delegations of this negotiation.
type Group struct {
	ID, Name string
	Members  []string
}

// A Setting turns a rule off, or gives its findings another severity.
type Setting struct {
	Off      bool
	Severity string // "error", "warning", "info"; "" leaves it
	Line     int
}

// An Accept is an edit of the base text that was agreed on, and who says so.
type Accept struct {
	Unit   string // identifier of the unit, or of one above it
	Words  string // that changed; "" accepts every change of the unit
	Reason string // an acceptance without one is a finding itself
	Source string // "draftdiff.yaml" or "commit message"
	Line   int
}

// Find looks for [Name] in a folder and the folders above it, up to the root of
// a git repository. It returns "" if there is none.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(dir, Name)
		info, err := os.Stat(file)
		switch {
		case err == nil && info.Mode().IsRegular():
			return file, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return "", nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

// Load reads the file that Find found for a folder.
func Load(dir string) (*Config, error) {
	file, err := Find(dir)
	if err != nil || file == "" {
		return &Config{}, err
	}
	return Open(file)
}

// Open reads one file.
func Open(file string) (*Config, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return Parse(file, b)
}

// IsDraft reports whether the patterns count a file as a draft, and whether
// there are patterns at all. A pattern without a slash is matched with the base
// name, any other with the path from the folder of the configuration on.
func (c *Config) IsDraft(file string) (draft, said bool) {
	file = filepath.ToSlash(file)
	for _, p := range c.Drafts {
		name := file
		if !strings.Contains(p, "/") {
			name = path.Base(file)
		}
		if ok, _ := path.Match(p, name); ok {
			return true, true
		}
	}
	return false, len(c.Drafts) > 0
}
