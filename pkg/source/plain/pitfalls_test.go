package plain_test

// pitfalls are what an author's line breaks and the pages of a printed text do.
var pitfalls = []struct {
	name, in string
	want     []string
}{
	{"one paragraph a line", "First paragraph.\nSecond paragraph.\n", []string{"para First paragraph.", "para Second paragraph."}},
	{"line endings, form feeds too", "One.\r\nTwo.\rThree.\fFour.\n\n\nFive.", []string{"para One.", "para Two.", "para Three.", "para Four.", "para Five."}},
	{"byte order mark", "\ufeffOne.\n", []string{"para One."}},
	{"blanks around a line are no part of it", "  One.\t\n\u00a0Two.\u00a0\n \u00a0\t\nThree.\n", []string{"para One.", "para Two.", "para Three."}},
	{"non-breaking space, soft hyphen and combining accent in a line stay as they are", "a\u00a0b c\u00add é\n", []string{"para a\u00a0b c\u00add é"}},
	{"bytes that are not UTF-8 stay as they are", "a \xff b", []string{"para a \xff b"}},
	{"a line broken in mid-sentence goes on in lower case", "States Parties shall\ncooperate.\n", []string{"para States Parties shall↵cooperate."}},
	{"blanks of any width before the line break are no part of it", "States\u00a0\nparties \u00a0\r\nshall\n", []string{"para States↵parties↵shall"}},
	{"or behind a line as long as a wrapped one", "The States Parties to the present Convention have agreed that the\nConference shall meet.\n", []string{"para The States Parties to the present Convention have agreed that the↵Conference shall meet."}},
	{"but not behind a short one", "Have agreed as follows\nThe Conference shall meet.\n", []string{"para Have agreed as follows", "para The Conference shall meet."}},
	{"nor behind one that was never wrapped", "States word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word of\nThe Conference shall meet.\n", []string{"para States word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word of", "para The Conference shall meet."}},
	{"nor behind the end of a sentence", "The States Parties to the present Convention have agreed to this.\nConference\n", []string{"para The States Parties to the present Convention have agreed to this.", "para Conference"}},
	{"nor over a blank line", "States Parties shall\n\ncooperate.\n", []string{"para States Parties shall", "para cooperate."}},
	{"nor before an enumerator", "the following\n1. first\n(a) second\n3.1 third\n– fourth\n• fifth\n4 bis. sixth\n[2. seventh\n", []string{"para the following", "para 1. first", "para (a) second", "para 3.1 third", "para – fourth", "para • fifth", "para 4 bis. sixth", "para [2. seventh"}},
	{"a number in mid-sentence is no enumerator", "The Convention on the Law of the Sea was opened for signature in\n1982.\n", []string{"para The Convention on the Law of the Sea was opened for signature in↵1982."}},
	{"headings stand alone", "Article 5\nNational points of contact\nCHAPTER II\nPart One\nOption 2:\ntext of it\n", []string{"para Article 5", "para National points of contact", "para CHAPTER II", "para Part One", "para Option 2:", "para text of it"}},
	{"a heading word in a sentence is none", "in accordance with the\nArticle of the Convention and\nparts of it\n", []string{"para in accordance with the", "para Article of the Convention and↵parts of it"}},
	{"nor is one with a number that the sentence goes on from", "(c) Transfer of boats in line with the modalities provided under\nPart V of this Agreement;\n[Recalling, as regards States that are not parties, that Part III,\nSection 4, of the Convention sets out the rules,]\n", []string{"para (c) Transfer of boats in line with the modalities provided under↵Part V of this Agreement;", "para [Recalling, as regards States that are not parties, that Part III,↵Section 4, of the Convention sets out the rules,]"}},
	{"but one that only ends the sentence before stands alone", "This Part applies to all boats that fly the flag of a State Party\nPart V The transfer of boats\nArticle 12 bis\n", []string{"para This Part applies to all boats that fly the flag of a State Party", "para Part V The transfer of boats", "para Article 12 bis"}},
	{"nor is an enumerator that a reference asks for", "(b) Measure the actions taken under subparagraph\n(a) in a timely manner.\n", []string{"para (b) Measure the actions taken under subparagraph↵(a) in a timely manner."}},
	{"nor where a sentence must go on", "for the Parties included in\nAnnex II and by [the non-\nAnnex I Parties] or\n[Article 5]\nAnnex X\n", []string{"para for the Parties included in↵Annex II and by [the non-↵Annex I Parties] or↵[Article 5]", "para Annex X"}},
	{"punctuation and parentheses go on", "States Parties\n, where appropriate\n(if there are any)\n] and so\n", []string{"para States Parties↵, where appropriate↵(if there are any)↵] and so"}},
	{"page furniture: numbers of pages and of documents", "One and\n12\n\n3/45\n\nPage 3 of 9\n22-12993 (E) 310123\n*2212993*\ntwo.\n", []string{"para One and", "furn 12", "furn 3/45", "furn Page 3 of 9", "furn 22-12993 (E) 310123", "furn *2212993*", "para two."}},
	{"numbers that are text", "1.\n(12)\n[3]\n12 a\n", []string{"para 1.", "para (12)", "para [3]", "para 12 a"}},
	{"heading marks", "## Article 3\n### Purposes of the\n### Convention\n#1 is text\n", []string{"head2 Article 3", "head3 Purposes of the↵Convention", "para #1 is text"}},
	{"marks of other formats are text", "~~struck~~ **bold** [link](#) &amp; <br> \\[\n", []string{"para ~~struck~~ **bold** [link](#) &amp; <br> \\["}},
}
