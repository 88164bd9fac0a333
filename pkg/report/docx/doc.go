// Package docx writes Word documents whose changes are tracked changes, which a
// delegate opens in Word and accepts or rejects one by one.
//
// [Redline] is the new text against the old one: what came and went, word by
// word, paragraphs that moved, by one author. [Session] is one text, in which
// every proposal is a tracked change and its author the delegations that sponsor
// it; the positions of others, and wishes about whole units, are comments.
//
//	old, new ──paragraphs paired──▶ runs ──┐
//	snapshot ──proposals laid out─▶ runs ──┴─▶ parts of the archive ──▶ proof
//
// Before anything is returned the document is read back: accepting all changes
// has to give the new text, rejecting all the old one, character by character.
// If it does not, there is an error and no document.
//
// Not promised: of two deletions of the same words Word can hold one; the other
// is a comment. Labels are text, not automatic numbers, which would change when
// a paragraph before them is accepted or rejected.
package docx
