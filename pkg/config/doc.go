// Package config reads draftdiff.yaml, in which a negotiation says what is its
// own: its parties and groups, the rules it wants checked, and the edits to the
// base text that it has agreed on.
//
//	parties:
//	  - {id: FAO, name: Food and Agriculture Organization}
//	groups:
//	  - {id: Rio Group, members: [AR, BR, CL]}
//	rules:
//	  DD015: "off"
//	  glued-words: error
//	accept:
//	  - unit: art_56__para_2
//	    words: in a timely manner
//	    reason: agreed in the plenary of 3 May
//	drafts: ["texts/*.md"]
//
// [Load] looks for the file upward from a text, and reads it. Nothing in it
// is required, and no text needs it. A mistake is an [Error] with the line and
// what was expected there.
//
// The package does not know which rules there are: package check does.
package config
