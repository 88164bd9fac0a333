package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"
)

// The shell functions ask the program itself for the words to complete, so they
// need no change when a command or a flag is added.
const bashCompletion = `_draftdiff() {
  local IFS=$'\n' cur="${COMP_WORDS[COMP_CWORD]}"
  local words=("${COMP_WORDS[@]:0:$COMP_CWORD}")
  [[ "$cur" == -* ]] && words+=("$cur")
  COMPREPLY=($(compgen -W "$("${words[@]}" ` + completionFlag + ` 2>/dev/null)" -- "$cur"))
}
complete -o bashdefault -o default -F _draftdiff draftdiff
`

const zshCompletion = `#compdef draftdiff
_draftdiff() {
  local -a opts
  local cur=${words[CURRENT]}
  local -a line=("${(@)words[1,CURRENT-1]}")
  [[ "$cur" == -* ]] && line+=("$cur")
  opts=("${(@f)$(_CLI_ZSH_AUTOCOMPLETE_HACK=1 "${line[@]}" ` + completionFlag + ` 2>/dev/null)}")
  if [[ -n "${opts[1]}" ]]; then _describe draftdiff opts; else _files; fi
}
# Found through fpath, this file is the function itself the first time.
if [[ "${funcstack[1]}" == _draftdiff ]]; then _draftdiff "$@"; else compdef _draftdiff draftdiff; fi
`

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the lines that make a shell complete commands and flags",
		ArgsUsage: "bash|zsh|fish",
		Description: `
   draftdiff completion bash > ~/.local/share/bash-completion/completions/draftdiff
   draftdiff completion zsh > "${fpath[1]}/_draftdiff"
   draftdiff completion fish > ~/.config/fish/completions/draftdiff.fish`,
		BashComplete: func(c *cli.Context) { fmt.Fprintln(c.App.Writer, "bash\nzsh\nfish") },
		Action: func(c *cli.Context) error {
			var script string
			var err error
			switch shell := c.Args().First(); shell {
			case "bash":
				script = bashCompletion
			case "zsh":
				script = zshCompletion
			case "fish":
				script, err = c.App.ToFishCompletion()
			case "":
				err = errors.New("for which shell? bash, zsh or fish")
			default:
				err = fmt.Errorf("there is no completion for %q; choose from bash, zsh, fish", shell)
			}
			if err != nil {
				return err
			}
			_, err = io.WriteString(c.App.Writer, script)
			return err
		},
	}
}
