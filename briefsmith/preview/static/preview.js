// The preview's own script: takes over the new page when something was saved, and tells where a fact is written.
"use strict";

const OWN = "/_briefsmith/";

function anchorInView() {
  // The first thing with an id in the window: it stays where the reader sees it, whatever grows above.
  for (const element of document.querySelectorAll("main [id]")) {
    const top = element.getBoundingClientRect().top;
    if (top >= 0 && top < window.innerHeight) return { id: element.id, top };
  }
  return null;
}

function openDetails() {
  return [...document.querySelectorAll("main details")].map((each) => each.open);
}

function freshPage() {
  // The page's policy lets no script make HTML out of text; the browser itself may read a document.
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.onload = () => (request.response ? done(request.response) : failed(new Error("no page")));
    request.onerror = failed;
    request.send();
  });
}

async function takeOver() {
  const next = await freshPage();
  const anchor = anchorInView();
  const scroll = window.scrollY;
  const open = openDetails();
  document.title = next.title;
  for (const part of [".bs-preview", "main", "header", "footer"]) {
    const [here, there] = [document.querySelector(part), next.querySelector(part)];
    if (here && there && here.outerHTML !== there.outerHTML) here.replaceWith(document.adoptNode(there));
  }
  document.querySelectorAll("main details").forEach((each, index) => { each.open = open[index] ?? each.open; });
  const still = anchor && document.getElementById(anchor.id);
  window.scrollTo(0, still ? window.scrollY + still.getBoundingClientRect().top - anchor.top : scroll);
  document.dispatchEvent(new CustomEvent("briefsmith:taken-over"));
}

async function tellPlace(event) {
  const fact = event.target.closest("[data-fact], [data-fact-ref]");
  if (!fact || event.target.closest("a, button, summary, input, label, [popover]")) return;
  const key = fact.dataset.fact ?? fact.dataset.factRef;
  const answer = await fetch(`${OWN}place?fact=${encodeURIComponent(key)}`);
  const place = await answer.json();
  if (place.file) showPlace(`${place.file}:${place.line}`, event.pageX, event.pageY);
}

function showPlace(words, x, y) {
  document.querySelector(".bs-written-at")?.remove();
  const note = document.createElement("output");
  note.className = "bs-written-at";
  note.textContent = words;
  // Style sheets may be set from a script where the policy forbids style attributes in the page.
  note.style.insetInlineStart = `${x}px`;
  note.style.insetBlockStart = `${y}px`;
  document.body.append(note);
  navigator.clipboard?.writeText(words).catch(() => {});
}

let seen = null;
let work = Promise.resolve();
const events = new EventSource(`${OWN}events`);
events.onmessage = (message) => {
  if (seen !== null && message.data !== seen) work = work.then(takeOver).catch((error) => console.error(error));
  seen = message.data;
};
document.addEventListener("click", tellPlace);
