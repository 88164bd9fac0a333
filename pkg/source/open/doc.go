// Package open reads a file of any format that draftdiff knows: it looks at the
// content, never trusts the name, and hands the bytes to the reader of the
// format, or says in plain words what the file is and what to do with it.
//
//	bytes ──signature──▶ a known kind that is not a text: an [Error]
//	      ──encoding───▶ UTF-8, or UTF-16 made into it
//	      ──marks──────▶ Markdown or plain text
//
// Texts are read as UTF-8, whatever single bytes in them are not; UTF-16 is
// recognised with a byte order mark and without. Not yet read: Word, PDF, HTML
// and Akoma Ntoso files, and texts in one of the old eight-bit encodings, whose
// accented letters and curved quotes stay as they are.
package open
