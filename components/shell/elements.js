// An element with its properties and what stands in it, for the parts of a page that the browser
// draws itself.
window.nkElement = (tag, props = {}, ...kids) => {
  const { label, ...rest } = props;
  const made = Object.assign(document.createElement(tag), rest);
  if (label) made.setAttribute("aria-label", label);
  made.append(...kids);
  return made;
};
