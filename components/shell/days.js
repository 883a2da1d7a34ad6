// A calendar beside each field for a day. The field stays one for text, so that a year or a pasted
// day can be written too; the calendar is the browser's own, in its language and for its keyboard.
(() => {
  if (!HTMLInputElement.prototype.showPicker) return;
  const FIELD = "[data-testid=stTextInput] input[autocomplete=off]"; // as text_fields.py marks it
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const icon = '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none"'
    + ' stroke="currentColor" stroke-width="2"><path d="M4 6h16v14H4zM4 10h16M8 3v5M16 3v5"/></svg>';

  const equip = (field) => {
    const button = document.createElement("button");
    const calendar = document.createElement("input");
    button.type = "button";
    button.className = "nk-day";
    button.innerHTML = icon;
    button.ariaLabel = button.title = `Välj i kalendern: ${field.ariaLabel}`;
    calendar.type = "date";
    calendar.className = "nk-calendar";
    calendar.tabIndex = -1;
    calendar.ariaHidden = "true";
    button.addEventListener("click", () => {
      calendar.value = DAY.test(field.value) ? field.value : "";
      calendar.showPicker();
    });
    calendar.addEventListener("change", () => {
      if (!calendar.value) return;
      field.focus();
      write.call(field, calendar.value);
      field.dispatchEvent(new Event("input", { bubbles: true })); // as if it had been typed
    });
    // Streamlit takes the button for a part of the field, and sends nothing when one goes on to it.
    field.addEventListener("change", () => {
      const key = { key: "Enter", code: "Enter", keyCode: 13, which: 13, bubbles: true, cancelable: true };
      field.dispatchEvent(new KeyboardEvent("keydown", key));
    });
    field.closest("[data-testid=stTextInputRootElement]").append(calendar, button);
  };

  let looking = false;
  const look = () => {
    looking = false;
    for (const field of document.querySelectorAll(FIELD)) {
      const root = field.closest("[data-testid=stTextInputRootElement]");
      if (root && !root.querySelector(".nk-day")) equip(field);
    }
  };
  new MutationObserver(() => {
    if (looking) return;
    looking = true;
    requestAnimationFrame(look);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
