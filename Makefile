# The tasks of draftdiff; ./do says what each of them does.
.PHONY: build run test lint bench fuzz check
build run test lint bench fuzz check:
	@./do $@
