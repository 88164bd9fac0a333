package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// Flags that several commands share. Each call makes a new one: a flag keeps
// the value that it was given.

func outputFlag() cli.Flag {
	return &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT`; it is replaced as a whole, or not at all"}
}

func maxBytesFlag() cli.Flag {
	limit := byteSize(256 << 20)
	return &cli.GenericFlag{Name: "max-bytes", Value: &limit, DefaultText: limit.String(), Usage: "read no file larger than `SIZE`, such as 500M"}
}

func unitFlag(usage string) cli.Flag {
	return &cli.StringSliceFlag{Name: "unit", Aliases: []string{"u"}, Usage: usage}
}

// formatFlag is --format with its choices; the first is the default.
func formatFlag(choices ...string) cli.Flag {
	return &cli.StringFlag{
		Name: "format", Aliases: []string{"f"}, Value: choices[0], Usage: strings.Join(choices, ", "),
		Action: func(_ *cli.Context, got string) error {
			for _, c := range choices {
				if got == c {
					return nil
				}
			}
			return fmt.Errorf("there is no format %q for this; choose from %s", got, strings.Join(choices, ", "))
		},
	}
}

// limits are those that the flags of a command ask for.
func limits(c *cli.Context) open.Limits {
	var lim open.Limits
	if f, ok := c.Generic("limit").(*limitFlag); ok {
		lim = f.Limits
	}
	if size, ok := c.Generic("max-bytes").(*byteSize); ok {
		lim.Bytes = int64(*size)
	}
	lim.Isolate, lim.Watch = isolation(c.Context), progress(c)
	return lim
}

// byteSize is the value of a flag such as "256M".
type byteSize int64

const sizeLetters = "KMGT"

// String gives the size in the largest unit that divides it.
func (s *byteSize) String() string {
	n, unit := int64(*s), ""
	for i := 0; i < len(sizeLetters) && n >= 1024 && n%1024 == 0; i++ {
		n, unit = n/1024, sizeLetters[i:i+1]
	}
	return strconv.FormatInt(n, 10) + unit
}

// Set reads a size: a number of bytes, or of K, M, G or T, with or without a B.
func (s *byteSize) Set(value string) error {
	number := strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(value)), "B"), "I")
	shift := 0
	if n := len(number); n > 0 {
		if i := strings.IndexByte(sizeLetters, number[n-1]); i >= 0 {
			number, shift = number[:n-1], 10*(i+1)
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
	if err != nil || n <= 0 || n > math.MaxInt64>>shift {
		return fmt.Errorf("%q is not a size; write a number of bytes, or 500K, 256M, 2G", value)
	}
	*s = byteSize(n << shift)
	return nil
}
