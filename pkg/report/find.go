package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// FindParty returns the id of the party that goes by a name: an id, a code of
// ISO 3166-1, a full name or a spelling of the text, else any name that is
// publicly known, as when the party takes no part in this text.
func FindParty(s *snapshot.Snapshot, name string) (string, error) {
	if strings.TrimSpace(name) == "" {
		return "", errors.New("the name of a delegation is empty")
	}
	for i := range s.Parties {
		p := &s.Parties[i]
		if strings.EqualFold(p.ID, name) || strings.EqualFold(p.Name, name) || p.ISO != "" && strings.EqualFold(p.ISO, name) || slices.Contains(p.AsWritten, name) {
			return p.ID, nil
		}
	}
	reg := party.Default()
	known, ok := reg.Lookup(name)
	if !ok {
		message := fmt.Sprintf("no delegation or group is called %q", name)
		if near := reg.Suggest(name); len(near) > 0 {
			message += "; did you mean " + strings.Join(near, " or ") + "?"
		}
		return "", fmt.Errorf("%s", message)
	}
	for i := range s.Parties {
		if reg.Canonical(s.Parties[i].ID) == known.ID {
			return s.Parties[i].ID, nil
		}
	}
	return known.ID, nil
}
