package check_test

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestExplore(t *testing.T) {
	f := os.Getenv("F")
	if f == "" {
		t.Skip()
	}
	n := fileText(t, f)
	st := time.Now()
	var fs = run(t, n, nil, nil)
	if o := os.Getenv("O"); o != "" {
		st = time.Now()
		fs = run(t, fileText(t, f), fileText(t, o), nil)
	}
	fmt.Println(time.Since(st))
	c := map[string]int{}
	for _, x := range fs {
		c[x.Rule.Code+" "+x.Rule.Name+" "+x.Severity.String()]++
		fmt.Printf("%d:%d %s %s %s | %s | %v\n", x.Place.Line, x.Column, x.Severity, x.Rule.Code, x.Message, x.Hint, x.Fixes)
	}
	for k, v := range c {
		fmt.Println("COUNT", k, v)
	}
}
