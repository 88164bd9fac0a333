# Targets for the Makefile of a repository of drafts: include drafts.mk.
TEXTS ?= $(wildcard texts/*.md)
BASE ?= origin/main

.PHONY: check-drafts fix-drafts
# Mistakes and silent edits that BASE does not have.
check-drafts:
	draftdiff check --new --against $(BASE): $(TEXTS)

# Puts right what can be put right with certainty.
fix-drafts:
	draftdiff check --fix $(TEXTS)

# A report of what changed since BASE, one page a text: make texts/draft.html
%.html: %.md
	draftdiff diff --format html -o $@ $(BASE):$< $< || [ $$? = 1 ]
