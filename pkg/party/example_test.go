package party_test

import (
	"fmt"
	"time"

	"github.com/draftdiff/draftdiff/pkg/party"
)

func ExampleRegistry_ScanList() {
	const attribution = " EU & ms, UK CARCOM,, EY; against – RU]"
	items, n := party.Default().ScanList(nil, attribution, party.Tolerant)
	for _, it := range items {
		fmt.Printf("%-8s as %-8s known %-5t clean %t\n",
			it.ID, attribution[it.Span.Start:it.Span.End], it.Known, it.Clean)
	}
	fmt.Println("then", attribution[n:])
	// Output:
	// EU & mS  as EU & ms  known true  clean false
	// UK       as UK       known true  clean true
	// CARICOM  as CARCOM   known true  clean false
	// EY       as EY       known false clean true
	// then ; against – RU]
}

func ExampleRegistry_ScanListBack() {
	const group = "benefits of information and communications technologies. PK, EU & mS"
	items, at := party.Default().ScanListBack(nil, group)
	fmt.Println(len(items), group[at:])
	// Output: 2 PK, EU & mS
}

func ExampleRegistry_WithLegend() {
	r := party.Default().WithLegend(party.ParseLegend("*SUI = Switzerland; FoF = Friends of the Future.*"))
	for _, code := range []string{"SUI", "CH", "FoF"} {
		p, _ := r.Lookup(code)
		fmt.Println(p.ID, p.ISO, p.Kind, r.Canonical(p.ID))
	}
	// Output:
	// SUI CH state CH
	// SUI CH state CH
	// FoF  group FoF
}

func ExampleRegistry_Member() {
	r := party.Default()
	for _, year := range []int{2019, 2021} {
		day := time.Date(year, time.July, 1, 0, 0, 0, 0, time.UTC)
		fmt.Println(year, r.Member("EU & mS", "UK", day))
	}
	// Output:
	// 2019 true
	// 2021 false
}
