package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// completionFlag is what the shell functions put behind a line to complete.
const completionFlag = "--generate-bash-completion"

// flagsFirst puts the flags of a command before its files, because the flag
// package stops at the first argument that is none. "--" ends the flags.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) < 2 || args[len(args)-1] == completionFlag {
		return args
	}
	cmd := app.Command(args[1])
	if cmd == nil {
		return args
	}
	flags, files := slices.Clone(args[:2]), []string{"--"}
	rest := args[2:]
	for len(rest) > 0 {
		arg := rest[0]
		rest = rest[1:]
		switch {
		case arg == "--help" || arg == "-h":
			return []string{args[0], args[1], "--help"}
		case arg == "--":
			files = append(files, rest...)
			rest = nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			files = append(files, arg)
		default:
			flags = append(flags, arg)
			switch {
			case !takesValue(cmd, arg):
			case len(rest) == 0:
				return flags // the flag package says that a value is missing
			default:
				flags = append(flags, rest[0])
				rest = rest[1:]
			}
		}
	}
	return append(flags, files...)
}

// takesValue reports whether the argument behind a flag is its value.
func takesValue(cmd *cli.Command, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	for _, f := range cmd.Flags {
		if v, ok := f.(cli.DocGenerationFlag); ok && v.TakesValue() && slices.Contains(f.Names(), name) {
			return true
		}
	}
	return false
}

// wantsJSON reports whether the arguments ask for JSON, right or wrong as they
// may be otherwise.
func wantsJSON(args []string) bool {
	for i, arg := range args {
		switch strings.TrimLeft(arg, "-") {
		case "format=json", "f=json":
			return true
		case "format", "f":
			if strings.HasPrefix(arg, "-") && i+1 < len(args) && args[i+1] == "json" {
				return true
			}
		case "":
			if arg == "--" {
				return false
			}
		}
	}
	return false
}
