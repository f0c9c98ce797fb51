// SPDX-License-Identifier: Apache-2.0
// A report's page: shows the parts of the entry under the pointer or in focus, keeps the list beside the text in step,
// turns layers on and off, copies quotations, and fetches why an entry is there.

const article = document.querySelector("article.report");
const list = document.querySelector("[data-entries]");
const stretches = [...document.querySelectorAll("[data-e]")];
const byEntry = new Map();
for (const stretch of stretches) {
  for (const part of stretch.dataset.e.split(" ")) {
    const [id] = part.split(":");
    if (!byEntry.has(id)) byEntry.set(id, []);
    byEntry.get(id).push(stretch);
  }
}

const cardOf = (id) => document.getElementById("card-" + id);
const isShown = (id) => { const card = cardOf(id); return card && !card.closest("section")?.hidden; };
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
let shownEntry = null;

function show(id, { scrollList = true } = {}) {
  if (id === shownEntry) return;
  document.querySelectorAll(".is-on").forEach((one) => one.classList.remove("is-on"));
  shownEntry = id;
  if (!id) return;
  for (const stretch of byEntry.get(id) ?? []) stretch.classList.add("is-on");
  const card = cardOf(id);
  card?.classList.add("is-on");
  if (card && scrollList) keepInView(card);
}

function keepInView(card) {
  if (list.scrollHeight <= list.clientHeight + 1) return;
  const frame = list.getBoundingClientRect(), place = card.getBoundingClientRect();
  if (place.top >= frame.top && place.bottom <= frame.bottom) return;
  list.scrollTo({ top: list.scrollTop + place.top - frame.top - 24, behavior: calm ? "auto" : "smooth" });
}

// The innermost entry that has a visible card.
function entryAt(element) {
  const stretch = element.closest?.("[data-e]");
  if (!stretch) return null;
  const ids = stretch.dataset.e.split(" ").map((part) => part.split(":")[0]);
  return ids.reverse().find(isShown) ?? null;
}

const text = document.querySelector(".text");
text.addEventListener("pointerover", (event) => { const id = entryAt(event.target); if (id) show(id); });
text.addEventListener("click", (event) => { const id = entryAt(event.target); if (id) { show(null); show(id); } });
text.addEventListener("focusin", (event) => { const id = event.target.dataset?.ref; if (id) show(id); });
list.addEventListener("pointerover", (event) => { const card = event.target.closest("[data-card]"); if (card) show(card.dataset.card, { scrollList: false }); });
list.addEventListener("focusin", (event) => { const card = event.target.closest("[data-card]"); if (card) show(card.dataset.card, { scrollList: false }); });

// The list goes along with the text.
const inView = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) entry.isIntersecting ? inView.add(entry.target) : inView.delete(entry.target);
  const first = [...inView].sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1).find((ref) => isShown(ref.dataset.ref));
  if (first && !list.matches(":hover, :focus-within")) keepInView(cardOf(first.dataset.ref));
}, { rootMargin: "-10% 0px -55% 0px" });
document.querySelectorAll("[data-ref]").forEach((ref) => watcher.observe(ref));

// Layers: at once, and in the address.
const layers = document.querySelector("[data-layers]");
layers.addEventListener("change", () => {
  const query = new URLSearchParams(location.search);
  query.delete("layer");
  for (const box of layers.querySelectorAll("input")) {
    article.classList.toggle("show-" + box.value, box.checked);
    const section = list.querySelector(`[data-layer="${box.value}"]`);
    if (section) section.hidden = !box.checked;
    if (box.checked) query.append("layer", box.value);
  }
  if (!query.has("layer")) query.append("layer", "none");
  history.replaceState(null, "", "?" + query + location.hash);
});

// An entry's own address: #s3 opens at its words.
function openAddress() {
  const id = location.hash.slice(1).replace(/^card-/, "");
  const card = id && cardOf(id);
  if (!card) return;
  const section = card.closest("section");
  if (section?.hidden) {
    const box = layers.querySelector(`input[value="${section.dataset.layer}"]`);
    box.checked = true;
    layers.dispatchEvent(new Event("change"));
  }
  show(null);
  show(id);
  if (!location.hash.startsWith("#card-")) document.getElementById(id)?.scrollIntoView({ block: "center", behavior: "auto" });
}
addEventListener("hashchange", openAddress);
openAddress();

// Copying.
const toast = document.querySelector("[data-toast]");
let toastTimer;
function tell(words) {
  toast.textContent = words;
  toast.classList.add("is-on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove("is-on"), 2500);
}
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const area = document.createElement("textarea");
    area.value = words;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
list.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) {
    await copy(`${button.dataset.copy}. ${location.origin}${button.dataset.at}`);
    tell("Copied, with source, outlet, date and address.");
    return;
  }
  const why = event.target.closest("[data-why]");
  if (!why || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const here = why.closest(".card").querySelector("[data-why-here]");
  if (here.childElementCount) {
    here.replaceChildren();
    why.setAttribute("aria-expanded", "false");
    return;
  }
  const answer = await fetch(why.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector("[data-why-part]") ?? page.querySelector("main");
  here.replaceChildren(document.importNode(part, true));
  why.setAttribute("aria-expanded", "true");
});
