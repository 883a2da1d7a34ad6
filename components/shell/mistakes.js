// A link in the list of what is wrong in a form leads to the field, which is then written in.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-nk-field]");
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const place = document.getElementsByClassName(link.dataset.nkField)[0];
  place?.querySelector("input, textarea, [role=combobox], [role=radio], button")?.focus();
  place?.scrollIntoView({ block: "center" });
}, true);
