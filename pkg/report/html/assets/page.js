"use strict";
(() => {
const $ = id => document.getElementById(id);
const form = $("filter");
if (!form) return;
const {actors, kept} = JSON.parse($("data").textContent);
const number = new Map(actors.map((a, i) => [a.id, i]));
const numbers = s => s ? s.split(" ").map(Number) : [];
// A silent edit stands above the articles; its row names its article.
const items = Array.from(document.querySelectorAll(".item"), el => {
  const row = el.closest(".row"), part = el.closest(".part");
  return {el, row, part, article: row.dataset.a ?? part.id, type: el.dataset.t,
    parties: numbers(el.dataset.p), owners: numbers(el.dataset.o), words: null, shown: true};
});
if (!items.length) return;
const rows = Array.from(document.querySelectorAll(".row"), el => ({el, part: el.closest(".part")}));
const parts = Array.from(document.querySelectorAll("#silent, #changes .part:not(.quiet)"));
const calm = Array.from(document.querySelectorAll(".calm"));
const entries = Array.from($("toc").querySelectorAll("li"), el => ({el, article: el.firstChild.getAttribute("href").slice(1)}));
const types = Array.from(form.querySelectorAll("[name=type]"));

// words are what an item is searched by: its own, and those of its unit.
const words = item => item.words ??= (item.el.textContent + " " + (item.row.querySelector(":scope > header")?.textContent ?? "") +
  " " + (item.row.querySelector(":scope > .w")?.textContent ?? "")).toLowerCase().replace(/\s+/g, " ");

function read() {
  return {party: $("party").value, article: $("article").value, q: $("find").value.trim(),
    groups: $("groups").checked, own: $("own").checked, type: types.filter(t => t.checked).map(t => t.value)};
}

function write(f) {
  $("party").value = number.has(f.party) ? f.party : "";
  $("article").value = f.article;
  $("find").value = f.q;
  $("groups").checked = f.groups;
  $("own").checked = f.own;
  for (const t of types) t.checked = f.type.includes(t.value);
}

// The address holds "#party=CA&type=added,moved"; any other fragment is a place on the page.
function fromAddress() {
  const hash = location.hash.slice(1), p = new URLSearchParams(hash.includes("=") ? hash : "");
  return {party: p.get("party") ?? "", article: p.get("article") ?? "", q: p.get("q") ?? "", groups: p.get("groups") !== "0",
    own: p.get("own") === "1", type: (p.get("type") ?? "").split(",").filter(Boolean), at: p.get("at") ?? ""};
}

function address(f, at) {
  const p = new URLSearchParams();
  for (const k of ["party", "article", "q"]) if (f[k]) p.set(k, f[k]);
  if (f.type.length) p.set("type", f.type.join(","));
  if (!f.groups) p.set("groups", "0");
  if (f.own) p.set("own", "1");
  if (at) p.set("at", at);
  return p.toString().replaceAll("%2C", ",");
}

function toAddress(f, at) {
  const s = address(f, at);
  history.replaceState(null, "", s ? "#" + s : location.pathname + location.search);
}

const show = (el, on) => { if (el.hidden === on) el.hidden = !on; };

function apply(f) {
  const wanted = new Set();
  if (number.has(f.party)) {
    const me = number.get(f.party);
    wanted.add(me);
    if (f.groups) for (const k of actors[me].related ?? []) wanted.add(k);
  }
  const q = f.q.toLowerCase().replace(/\s+/g, " "), article = f.article && "a-" + f.article;
  const narrow = wanted.size > 0 || q || article || f.type.length > 0;
  const seen = new Set(), tally = new Map();
  let shown = 0;
  for (const item of items) {
    item.shown = (!wanted.size || (f.own ? item.owners : item.parties).some(k => wanted.has(k))) &&
      (!f.type.length || f.type.includes(item.type)) &&
      (!article || item.article === article) &&
      (!q || words(item).includes(q));
    if (!item.shown) continue;
    shown++;
    seen.add(item.row).add(item.part).add(item.article);
    if (item.owners.some(k => wanted.has(k))) tally.set(item.type, (tally.get(item.type) ?? 0) + 1);
  }
  for (const el of parts) show(el, !narrow || seen.has(el));
  // What stands in a part that is hidden may stay as it is: the less is touched, the faster.
  for (const {el, part} of rows) if (!part.hidden) show(el, !narrow || seen.has(el));
  for (const {el, part, shown} of items) if (!part.hidden) show(el, shown);
  for (const el of calm) show(el, !narrow);
  for (const {el, article} of entries) show(el, !narrow || seen.has(article));
  $("none").hidden = shown > 0 || !items.length;
  $("clear").hidden = !narrow;
  $("state").textContent = (narrow ? shown + " of " : "") + items.length + " changes";
  const chosen = $("article").selectedOptions[0];
  $("said").textContent = [wanted.size ? f.party : "", article && chosen ? chosen.textContent : "", ...f.type, f.q && "“" + f.q + "”"].filter(Boolean).join(", ");
  mine(f, tally, wanted);
}

// mine says what became of the delegation's own words.
function mine(f, tally, wanted) {
  $("mine").hidden = !wanted.size;
  if (!wanted.size) return;
  const stand = (kept ?? []).filter(list => list.some(k => wanted.has(k))).length;
  const name = document.createElement("bdi");
  name.textContent = f.party;
  const said = ["Proposals that ", name, wanted.size > 1 ? ", its groups or members sponsor: " : " sponsors: ", stand + " stand unchanged"];
  for (const t of types.filter(t => tally.has(t.value))) {
    const link = document.createElement("a");
    link.href = "#" + address({...f, own: true, type: [t.value]});
    link.textContent = tally.get(t.value) + " " + t.nextSibling.textContent.replace(/ \d+$/, "");
    said.push(" · ", link);
  }
  $("mine").replaceChildren(...said);
}
function change() {
  const f = read();
  apply(f);
  toAddress(f);
}

function go(el) {
  if (!el) return;
  for (let up = el; up; up = up.parentElement) {
    if (up.hidden && !up.matches("#mine, #filter")) { write({party: "", article: "", q: "", groups: true, own: false, type: []}); apply(read()); }
    if (up.localName === "details") up.open = true;
  }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || !el.matches(".item");
  const target = el.matches(".item, [tabindex]") ? el : el.querySelector("[tabindex], a, h2, h3") ?? el;
  el.scrollIntoView({behavior: still ? "instant" : "smooth", block: el.matches(".item") ? "center" : "start"});
  target.focus({preventScroll: true});
  toAddress(read(), el.id);
}

// step moves to the change behind or before the one in focus, or the nearest one on the screen.
function step(by) {
  const list = items.filter(i => i.shown);
  if (!list.length) return;
  const here = document.activeElement?.closest(".item");
  let at = here ? list.findIndex(i => i.el === here) : -1;
  if (at < 0) {
    const low = list.findIndex(i => i.el.getBoundingClientRect().top > 0);
    at = by > 0 ? (low < 0 ? list.length : low) - 1 : low < 0 ? list.length : low;
  }
  go(list[Math.min(Math.max(at + by, 0), list.length - 1)].el);
}

let timer;
form.addEventListener("submit", e => e.preventDefault());
form.addEventListener("change", e => { if (e.target.id !== "keys") change(); });
$("find").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(change, 120); });
$("clear").addEventListener("click", () => {
  write({party: "", article: "", q: "", groups: true, own: false, type: []});
  change();
  $("party").focus();
});
$("next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => step(-1));
document.addEventListener("click", e => {
  const a = e.target.closest?.("a[href^='#']");
  if (!a) return;
  const hash = a.getAttribute("href").slice(1);
  if (hash.includes("=")) return; // the address changes, and with it the filters
  e.preventDefault();
  go(document.getElementById(decodeURIComponent(hash)));
});
document.addEventListener("keydown", e => {
  if (!$("keys").checked || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input[type=search], select")) return;
  if (e.key === "n") step(1);
  else if (e.key === "p") step(-1);
  else if (e.key === "/") $("find").focus();
  else return;
  e.preventDefault();
});
function arrive() {
  const f = fromAddress();
  write(f);
  apply(read());
  const place = f.at || (location.hash.includes("=") ? "" : decodeURIComponent(location.hash.slice(1)));
  if (place) go(document.getElementById(place));
  else if (location.hash) {
    const first = items.find(i => i.shown)?.part ?? $("changes");
    ($("mine").hidden || f.type.length ? first : $("mine")).scrollIntoView({block: "start"});
  }
}
addEventListener("hashchange", arrive);
form.hidden = $("steps").hidden = false;
if (matchMedia("(max-width: 60rem)").matches) $("toc").open = $("texts").open = false;
arrive();
})();
