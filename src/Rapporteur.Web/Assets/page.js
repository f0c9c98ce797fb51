// SPDX-License-Identifier: Apache-2.0
// On every page: files may be dropped on the form that reads them; a button says that it is at work.

document.documentElement.classList.add("has-script");

const form = document.querySelector("form[data-drop]");
if (form) {
  const files = form.querySelector("input[type=file]");
  const text = form.querySelector("textarea");
  // a link's addresses, without the list's own remarks; or words
  const dropped = (data) => data.getData("text/uri-list").replace(/^#.*$/gm, "").trim() || data.getData("text/plain");
  const over = (on) => form.classList.toggle("is-over", on);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  // what is dragged from this page itself, such as words moved within the field, is no story
  let isOwn = false;
  addEventListener("dragstart", () => { isOwn = true; });
  addEventListener("dragend", () => { isOwn = false; });
  addEventListener("drop", (event) => {
    over(false);
    const { dataTransfer } = event;
    if (event.target === text && !dataTransfer.files.length) return;         // the browser puts the words where they fell
    event.preventDefault();
    if (dataTransfer.files.length) files.files = dataTransfer.files;
    else if (!isOwn && !text.value.trim()) text.value = dropped(dataTransfer);
    else return;                                                             // what stands in the field is not lost
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    if (!text.value.trim() && !files.files.length) {
      event.preventDefault();
      text.focus();
    }
  });
}

for (const button of document.querySelectorAll("button[data-busy]")) {
  button.form?.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    button.textContent = button.dataset.busy;
    button.setAttribute("aria-disabled", "true");
  });
}
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
