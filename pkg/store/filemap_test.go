package store_test

import (
	"database/sql"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// A use is what bytes of a database file are for.
type use string

const (
	free   use = "free"        // free pages, the room between cells, what is left over at the end of a page
	ofRows use = "rows"        // rows of draftdiff's tables, the keys that lead to them, and how pages hang together
	ofBase use = "of database" // the head of the file, what describes the tables, and the full-text index
)

// A filemap tells of every byte of a database file to which table or index it
// belongs, "" for none, after https://www.sqlite.org/fileformat2.html. It is
// written from the description alone, so that it can contradict the database.
type filemap struct {
	file  []byte
	size  int // of a page
	owner []string
}

func mapped(t *testing.T, where string, file []byte) *filemap {
	t.Helper()
	m := &filemap{file: file, size: m16(file[16:]), owner: make([]string, len(file))}
	m.page(1, "the list of tables")
	db, err := sql.Open("sqlite", where)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var root int
		if err := rows.Scan(&name, &root); err != nil {
			t.Fatal(err)
		}
		m.page(root, name)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	m.mark(0, 100, "the head of the file")
	for next := m32(file[32:]); next > 0; {
		at := (next - 1) * m.size
		m.mark(at, at+8+4*m32(file[at+4:]), "the list of free pages")
		next = m32(file[at:])
	}
	return m
}

func m16(b []byte) int { return int(binary.BigEndian.Uint16(b)) }
func m32(b []byte) int { return int(binary.BigEndian.Uint32(b)) }

// byUse lists the bytes of each use.
func (m *filemap) byUse() map[use][]int {
	list := map[use][]int{}
	for i, owner := range m.owner {
		u := ofRows
		switch {
		case owner == "":
			u = free
		case strings.HasPrefix(owner, "the ") || strings.HasPrefix(owner, "phrase_words"):
			u = ofBase
		}
		list[u] = append(list[u], i)
	}
	return list
}

func (m *filemap) mark(from, to int, owner string) {
	for i := from; i < to; i++ {
		if m.owner[i] != "" {
			panic(fmt.Sprintf("byte %d belongs to %s and to %s", i, m.owner[i], owner))
		}
		m.owner[i] = owner
	}
}

// page marks a page of a tree and those under it.
func (m *filemap) page(n int, owner string) {
	start := (n - 1) * m.size
	at := start
	if n == 1 {
		at += 100
	}
	kind := m.file[at]
	inner, index := kind == 2 || kind == 5, kind == 2 || kind == 10
	cells := m16(m.file[at+3:])
	pointers := at + 8
	if inner {
		pointers += 4
		m.page(m32(m.file[at+8:]), owner)
	}
	m.mark(at, pointers+2*cells, owner)
	for free := m16(m.file[at+1:]); free > 0; {
		m.mark(start+free, start+free+4, owner)
		free = m16(m.file[start+free:])
	}
	for i := range cells {
		c := start + m16(m.file[pointers+2*i:])
		from := c
		if inner {
			m.page(m32(m.file[c:]), owner)
			c += 4
		}
		size := 0
		if !inner || index {
			size, c = m.varint(c)
		}
		if !index {
			_, c = m.varint(c)
		}
		m.mark(from, c, owner)
		m.content(c, size, index, owner)
		if !inner && !index && m.file[c+1] == 0 {
			// The first column is the key, which stands before the row: here is only
			// room for it.
			m.owner[c+1] = "the room of a key"
		}
	}
}

// content marks the payload of a cell, which may go on on pages of its own.
func (m *filemap) content(at, size int, index bool, owner string) {
	most := m.size - 35
	if index {
		most = (m.size-12)*64/255 - 23
	}
	if size <= most {
		m.mark(at, at+size, owner)
		return
	}
	least := (m.size-12)*32/255 - 23
	local := least + (size-least)%(m.size-4)
	if local > most {
		local = least
	}
	m.mark(at, at+local, owner)
	at, size = at+local, size-local
	m.mark(at, at+4, owner)
	for next := m32(m.file[at:]); next > 0; next = m32(m.file[at:]) {
		at = (next - 1) * m.size
		n := min(size, m.size-4)
		m.mark(at, at+4, owner)
		m.mark(at+4, at+4+n, owner)
		size -= n
	}
}

func (m *filemap) varint(at int) (value, next int) {
	for i := range 9 {
		b := m.file[at+i]
		if i == 8 {
			return value<<8 | int(b), at + 9
		}
		value = value<<7 | int(b&0x7f)
		if b < 0x80 {
			return value, at + i + 1
		}
	}
	return 0, 0
}
