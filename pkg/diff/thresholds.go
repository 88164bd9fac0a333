package diff

// Scores are in thousandths. They were tried on the three constructed sessions
// that follow the fifth session of the UN cybercrime negotiation, of which the
// changes are known; most were moved by a fifth and more, one at a time, without
// a change in the measured results.
const (
	// What two proposals on one unit must have in common to be the same one: the
	// words; or, with the same words, the place or the sponsors, unless the words
	// are too many for chance; or, with other words, place and sponsors both.
	halfWords      = 500
	samePlace      = 700
	someSponsors   = 400
	halfSponsors   = 500
	manyWords      = 4
	fewWords       = 3
	alikeWords     = 800
	alikeManyWords = 8

	// What each counts when several are in question; the sum is 1000.
	wordsCount    = 500
	sponsorsCount = 200
	placeCount    = 300

	// A word between the places of two proposals takes this off their place.
	wordAway = 100

	// movedWords is how many words a proposal must have to be known again at
	// another unit, with at least halfSponsors in common.
	movedWords = 4

	// Up to tryAll pairs of proposals on one unit are all looked at; beyond that,
	// which no real text comes near, the partner is looked for tryNear places to
	// both sides.
	tryAll  = 1 << 16
	tryNear = 32

	// adoptSteps bounds the words that are gone through to prove adoptions in one
	// unit. Those that are not reached are reported as withdrawn, and what they
	// changed as changed by nobody.
	adoptSteps = 1 << 23

	// chanceBytes is how long the words that stayed between two replacements may
	// be, with the blanks, to be there by chance: "of the", "Parties".
	chanceBytes = 8

	// adoptedLeast is the part of a proposal's change that must be found in the
	// base text for it to be adopted.
	adoptedLeast = 800
)
