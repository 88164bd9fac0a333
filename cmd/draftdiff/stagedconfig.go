package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/config"
)

// A folder's configuration, and where it stands.
type folderConfig struct {
	*config.Config
	dir string
}

// draft asks the configuration whether a file is a draft.
func (f folderConfig) draft(file string) (draft, said bool) {
	return f.IsDraft(strings.TrimPrefix(strings.TrimPrefix(file, f.dir), "/"))
}

// configs reads the draftdiff.yaml of each folder, upward, from the index: an
// edit is accepted by what is committed with it.
func (r *repo) configs(ctx context.Context, changes []change, given *config.Config, notes io.Writer) (map[string]folderConfig, error) {
	found := map[string]folderConfig{}
	var dirs []string
	for _, c := range changes {
		for d := path.Dir(c.path); ; d = path.Dir(d) {
			if _, ok := found[d]; ok {
				break
			}
			found[d] = folderConfig{given, "."}
			dirs = append(dirs, d)
			if d == "." {
				break
			}
		}
	}
	if given != nil || len(dirs) == 0 {
		return found, nil
	}
	slices.SortFunc(dirs, func(a, b string) int { return strings.Count(a, "/") - strings.Count(b, "/") })
	slices.SortStableFunc(dirs, func(a, b string) int { return bool2int(b == ".") - bool2int(a == ".") })
	var ask bytes.Buffer
	for _, d := range dirs {
		ask.WriteString(":" + path.Join(d, config.Name) + "\n")
	}
	out, err := r.git(ctx, &ask, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	in := bufio.NewReader(bytes.NewReader(out))
	for _, d := range dirs {
		b, err := object(in)
		if err != nil {
			return nil, err
		}
		name := path.Join(d, config.Name)
		switch _, missing := os.Stat(filepath.Join(r.root, filepath.FromSlash(name))); {
		case b != nil:
			cfg, err := config.Parse(name, b)
			if err != nil {
				return nil, configError(err)
			}
			found[d] = folderConfig{cfg, strings.TrimPrefix(d, ".")}
			continue
		case missing == nil:
			fmt.Fprintf(notes, "draftdiff: %s does not count yet: stage it with “git add %s”\n", name, name)
		}
		found[d] = folderConfig{&config.Config{}, ""}
		if up, ok := found[path.Dir(d)]; ok && d != "." {
			found[d] = up
		}
	}
	return found, nil
}

func bool2int(b bool) int {
	if b {
		return 1
	}
	return 0
}
