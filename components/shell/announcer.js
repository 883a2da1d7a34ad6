// Reads aloud what a save or a refusal says. A screen reader only hears a live region that was
// there before its words were, and Streamlit puts new words in a new element; so the two regions
// stand outside its page, and what is marked data-nk-say is copied to one of them, once. So is an
// error in a box of Streamlit's own, when it comes and when its words change.
// Streamlit also runs the page again at a letter pressed alone, which speech input does by mistake.
(() => {
  const writes = "input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable=true], [role=listbox]";
  window.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (event.isTrusted && /^[a-z]$/i.test(event.key) && !held && !event.target.closest?.(writes))
      event.stopImmediatePropagation();
  }, true);
  // Figures are drawn in the theme of the run, so a computer that turns dark asks for a new one.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(() => {
    const r = { key: "r", code: "KeyR", keyCode: 82, which: 82, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", r));
    document.body.dispatchEvent(new KeyboardEvent("keyup", r));
  }, 300));
  const said = new Set();
  const regions = {};
  const aside = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  const marked = "[data-nk-say]";
  const place = () => {
    for (const role of ["status", "alert"]) {
      const region = document.createElement("div");
      region.setAttribute("role", role);
      region.setAttribute("aria-live", role === "alert" ? "assertive" : "polite");
      region.setAttribute("aria-atomic", "true");
      region.style.cssText = aside;
      regions[role] = document.body.appendChild(region);
    }
  };
  const utter = (role, words) => {
    regions[role].textContent = "";
    setTimeout(() => { regions[role].textContent = words; }, 60);
  };
  const say = (at) => {
    const turn = at.dataset.nkTurn;
    const words = at.textContent.trim();
    if (!words || said.has(turn)) return;
    said.add(turn);
    utter(at.dataset.nkSay, words);
  };
  const error = "[data-testid='stAlertContentError']";
  const boxes = new WeakMap();
  const tell = (box) => {
    const words = box.textContent.trim();
    if (!words || boxes.get(box) === words) return;
    boxes.set(box, words);
    utter("alert", words);
  };
  const hear = (node) => {
    const root = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!root) return;
    const inside = root.closest(marked);
    if (inside) say(inside);
    root.querySelectorAll(marked).forEach(say);
    const around = root.closest(error);
    if (around) tell(around);
    root.querySelectorAll(error).forEach(tell);
  };
  document.addEventListener("DOMContentLoaded", () => {
    place();
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "childList") change.addedNodes.forEach(hear);
        else hear(change.target);
      }
    }).observe(document.body, {
      subtree: true, childList: true, characterData: true,
      attributes: true, attributeFilter: ["data-nk-turn"],
    });
  });
})();
