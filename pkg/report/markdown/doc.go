// Package markdown writes reports as Markdown, for a wiki, a pull request or an
// editor: headings by article, a list of what happened, ~~struck~~ and
// **inserted** words. Nothing in a document can become markup.
package markdown
