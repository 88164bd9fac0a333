package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/party"
)

// configOf is the configuration that holds for what arg names: the one of
// --config, or else the one found upward from the file, from the place that a
// git object has in the repository, or from the present folder.
func (r *reader) configOf(arg string) (*config.Config, error) {
	if r.config != nil {
		return r.config, nil
	}
	if _, err := os.Stat(arg); err != nil {
		if _, file, ok := gitObject(arg); ok {
			arg = filepath.FromSlash(file)
		}
	}
	dir := filepath.Dir(arg)
	if r.here {
		dir = "."
	}
	cfg, err := config.Load(dir)
	if err != nil {
		return nil, configError(err)
	}
	return cfg, nil
}

// declared are the parties and groups that the configuration of arg adds, to be
// read as if the text declared them.
func (r *reader) declared(arg string) ([]party.Declaration, error) {
	cfg, err := r.configOf(arg)
	if err != nil {
		return nil, err
	}
	return check.Declared(cfg), nil
}

// configError says in which file a mistake of the configuration is.
func configError(err error) error {
	if e, ok := errors.AsType[*config.Error](err); ok {
		return &fileError{filepath.ToSlash(shown(e.File)), fmt.Errorf("line %d: %s", e.Line, e.Message)}
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return &fileError{filepath.ToSlash(shown(e.Path)), plainly(err)}
	}
	return err
}
