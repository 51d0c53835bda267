/**
 * The only script of a document: copies and shares addresses. It is sent as it stands here (script-file.ts), so it imports
 * nothing. What it brings to life stands in the page hidden.
 */
const canCopy = "clipboard" in navigator;
const canShare = typeof navigator.share === "function";

/** Shows the buttons that this browser can serve. */
function showButtons() {
  for (const group of document.querySelectorAll("[data-share]")) {
    const buttons = [...group.querySelectorAll("button")];
    for (const button of buttons) button.hidden = !("copy" in button.dataset ? canCopy : canShare);
    group.toggleAttribute(
      "hidden",
      buttons.every(({ hidden }) => hidden),
    );
  }
}

/** @param {MouseEvent} event */
function act({ target }) {
  const button = target instanceof Element ? target.closest("button") : null;
  const said = button?.closest("[data-share]")?.querySelector("output");
  if (!button || !said) return;
  const { copy, title, url } = button.dataset;
  if (copy === undefined) {
    // A reader who closes the share sheet has refused nothing of ours.
    navigator.share({ title, url }).catch(() => undefined);
    return;
  }
  navigator.clipboard.writeText(copy).then(
    () => say(said, said.dataset.copied),
    () => say(said, said.dataset.failed),
  );
}

/**
 * The same words a second time are heard only in what was empty.
 *
 * @param {HTMLElement} place
 * @param {string} [words]
 */
function say(place, words = "") {
  place.textContent = "";
  setTimeout(() => {
    place.textContent = words;
  }, 50);
}

document.addEventListener("click", act);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showButtons);
else showButtons();
