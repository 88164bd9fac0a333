package align

// Scores are in thousandths. They were tried on the three constructed sessions
// that follow the fifth session of the UN cybercrime negotiation, on the EC
// Treaty before and after the Amsterdam renumbering, on the Paris drafts of 9
// and 12 December 2015 and on the High Seas drafts of December 2022 and March
// 2023. Most were moved by a fifth and more, one at a time, without a change in the
// measured results, but for lastLeast: at 300 one article of Paris more is
// reported as removed and added.
const (
	// alikeLeast is what two units with different numbers under one parent must
	// have in common to be one unit.
	alikeLeast = 450
	// namedFirst is the same for two units with the same number, as long as their
	// neighbours are not known, and namedLeast when they are.
	namedFirst = 350
	namedLeast = 150
	// lastLeast is the same for two units that are left between the same two
	// pairs, gapMost how many of those are compared with each, and aloneLeast
	// the same where there is one on each side.
	lastLeast  = 250
	gapMost    = 64
	aloneLeast = 150
	// movedLeast is the same for two units under different parents, and
	// movedAhead how far the pair must be ahead of either's next best partner.
	movedLeast = 700
	movedAhead = 150
	// declaredLeast is the same when the text itself says where the unit went.
	declaredLeast = 250
	// containedLeast is the part of a new unit's words that must come from the
	// unit which it was split off, and splitLeast the part of that unit's words
	// which all its parts together must have.
	containedLeast = 800
	splitLeast     = 750
	// alikeAtLeast is what By calls similar.
	alikeAtLeast = 0.5

	// exactWords is how long a text must be for the exact pass to trust it
	// wherever it stands, movedWords the same for the pass that looks for moves,
	// splitWords for a part of a split unit.
	exactWords = 8
	movedWords = 8
	splitWords = 8

	// Bonuses, in thousandths of a whole text in common, decide between partners
	// whose words are about as near: the same number, the same kind of unit,
	// a place between the same neighbours, and a place nearby.
	labelBonus  = 200
	kindBonus   = 20
	gapBonus    = 80
	placeBonus  = 40
	headingMany = 3 // how often the words of a heading count

	// densePool is how many comparisons a pair of parents may cost before its
	// units must have a label, a sub-unit or a rare pair of words in common.
	densePool = 64 * 64
	// rareUnits is how many comparisons a pair of words that several units have
	// may ask for.
	rareUnits = 64
)
