// Streamlit's built-in words in Swedish. Text nodes are changed, never replaced, so that React
// keeps its own; user content is left alone because only whole, known phrases are touched.
(() => {
  const words = Object.assign(Object.create(null), __WORDS__);
  const attributes = ["aria-label", "title", "placeholder", "aria-roledescription"];
  const swedish = (text) => {
    const said = text.trim();
    if (words[said]) return words[said] === text ? undefined : words[said];
    const first = words[said.replace(/ .*/s, " …")];  // "Remove report.pdf" ends in a name
    if (first && first.endsWith(" …")) return first.slice(0, -1) + said.slice(said.indexOf(" ") + 1);
    const numbers = said.match(/\d+/g) || [];
    const found = numbers.length && words[said.replace(/\d+/g, "{n}")];
    return found ? found.replace(/\{n\}/g, () => numbers.shift()) : undefined;
  };
  const uploader = "[data-testid='stFileUploaderDropzone'][role=presentation]";
  const element = (node) => {
    // It has a name and takes focus, so it is a group and not nothing.
    if (node.matches && node.matches(uploader)) node.setAttribute("role", "group");
    for (const name of attributes) {
      const found = node.getAttribute && node.getAttribute(name);
      if (found && swedish(found)) node.setAttribute(name, swedish(found));
    }
  };
  const content = "[data-testid='stHtml'], [data-testid='stMarkdownContainer'], textarea, .js-plotly-plot";
  const theirs = "[data-testid='stFileUploaderDropzone']";  // its button is drawn as Markdown
  const ours = (node) => node.parentElement && node.parentElement.closest(content) && !node.parentElement.closest(theirs);
  const text = (node) => {
    const found = swedish(node.nodeValue || "");
    if (found && !ours(node)) node.nodeValue = found;
  };
  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return text(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    element(root);
    root.querySelectorAll("*").forEach(element);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) text(walker.currentNode);
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") text(change.target);
      else if (change.type === "attributes") element(change.target);
      else change.addedNodes.forEach(walk);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: attributes,
  });
})();
