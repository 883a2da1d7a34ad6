// The keyboard on Bedömning: a digit chooses the level of that number in the row one is in, and
// whoever goes on to the next question starts at its head, not where its button stood. A digit does
// nothing outside a row of levels (WCAG 2.1.4).
(() => {
  const PATIENCE = 15000; // milliseconds in which the next question may come
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!/^[0-9]$/.test(key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = target.type === "radio" && target.closest(".nk-given-levels");
    const option = row && [...row.querySelectorAll("label")].find(
      (each) => each.textContent.trim().split(/\s/)[0] === key);
    const radio = option && option.querySelector("input");
    if (!radio) return;
    event.preventDefault();
    radio.focus();
    radio.click();
  }, true);

  const head = () => document.querySelector("[data-nk-question]");
  addEventListener("click", ({ target }) => {
    if (!target.closest?.("[class*='-vidare-'] button")) return;
    const before = head()?.dataset.nkQuestion;
    const since = performance.now();
    const wait = () => {
      const now = head();
      if (now && now.dataset.nkQuestion !== before) {
        now.scrollIntoView({ block: "start" });
        now.focus({ preventScroll: true });
      } else if (performance.now() - since < PATIENCE) setTimeout(wait, 50);
    };
    wait();
  }, true);
})();
