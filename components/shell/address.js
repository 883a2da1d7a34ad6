// One press of Back goes back one thing a person did. Streamlit makes an entry in the history each
// time the address is made fuller (the page one went to tells which evaluation, theme and assessor
// it shows) and one for each of two choices that a single click made.
(() => {
  const AT_ONCE = 500; // milliseconds within which two changes of the address are one act
  const push = history.pushState;
  let latest = -Infinity;
  const fuller = (from, to) =>
    [...from.searchParams].every(([name, value]) => to.searchParams.get(name) === value);
  history.pushState = function (state, unused, url) {
    const from = new URL(location.href);
    const to = new URL(url ?? from, from);
    const at = performance.now();
    const alike = from.pathname === to.pathname;
    const told = alike && fuller(from, to); // by nobody's act, so what a person does next is another
    const same = told || (alike && at - latest < AT_ONCE);
    if (!told) latest = at;
    return (same ? history.replaceState : push).call(this, state, unused, url);
  };
})();
