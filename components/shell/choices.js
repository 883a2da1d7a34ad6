// A row of choices of which one is made, with the browser's own radio buttons: Streamlit's take
// much longer to draw, and a page has up to five such rows (docs/beslut/0041).
window.nkChoice = (() => {
  let count = 0;

  const build = ({ label, choices }) => {
    const group = `nk-choice-${++count}`;
    const row = nkElement("div", { role: "radiogroup", label },
      ...choices.map(([id, words]) => nkElement("label", {},
        nkElement("input", { type: "radio", name: group, value: id }),
        nkElement("span", { textContent: words }))));
    const name = nkElement("span", { className: "nk-choice-name", textContent: label, ariaHidden: "true" });
    return nkElement("div", { className: "nk-choice" }, name, row);
  };

  // What is chosen and not answered stands in the page, for whoever waits for the answer.
  addEventListener("nk-back", () => {
    for (const root of document.querySelectorAll("[data-nk-asked]")) root.nkChoose(root.dataset.nkAsked);
  });

  return ({ data, parentElement: root, setTriggerValue }) => {
    const { made, ...rest } = data;
    const shape = JSON.stringify(rest);
    const asked = root.dataset.nkAsked;
    if (root.nkMade !== made || asked === made) delete root.dataset.nkAsked; // it is answered
    root.nkMade = made;
    root.nkChoose = (id) => {
      root.dataset.nkAsked = id;
      setTriggerValue("made", id);
    };
    if (root.nkShape !== shape) {
      const inside = root.contains(document.activeElement);
      root.nkShape = shape;
      root.replaceChildren(build(data));
      root.firstChild.addEventListener("change", ({ target }) => root.nkChoose(target.value));
      if (inside) root.querySelector(`input[value="${CSS.escape(made)}"]`)?.focus();
    }
    const now = root.dataset.nkAsked ?? made; // what is on its way stands while the page is drawn
    for (const each of root.querySelectorAll("input")) each.checked = each.value === now;
  };
})();
