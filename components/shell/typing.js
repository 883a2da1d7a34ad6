// Sends what a person has written while they write, and in the right order.
//
// Streamlit sends a field when it is left, but on a slow computer the message goes out after the
// click that left it: a link in the menu is then followed by a field of the page before, and the
// server goes back to that page; a button is pressed with the old text. So a click waits until the
// field has been sent, and a field is sent within a second of each key (docs/beslut/0020).
(() => {
  const PAUSE = 600; // milliseconds from the first key that is not sent until it is
  const BUSY = 800; // at most so long it waits, for a run that is under way
  const PATIENCE = 1500; // at most so long a click waits for a field that has nothing to send
  const OWN = ".nk-given :is(textarea, input[type=text])"; // fields that are not Streamlit's
  const TEXT = `[data-testid=stTextArea] textarea, [data-testid=stTextInput] input:not([type=date]), ${OWN}`;
  const CLICKED = "a[href], button";
  const LONGEST = 10000; // at most so long a link waits for the run that reads the field
  const sent = new WeakMap(); // what each field held when it was sent
  let waits = false; // whether a change has not been sent yet
  let unread = false; // whether the server may not have read what was sent
  let held = null; // a click that waits for it
  let turn = 0; // which of the times that were asked for is still wanted
  let pending = false; // whether something is written that has not been handed over
  let field = null; // the one that is written in

  const told = () => document.querySelector("[data-testid=stApp]")?.dataset || {};
  const running = () => (told().testScriptState || "notRunning") !== "notRunning";
  const online = () => (told().testConnectionState || "CONNECTED") === "CONNECTED";
  const ready = () => {
    const long = performance.now() - held.since;
    if (waits) return long > PATIENCE;
    // A button's message holds every field of the page; a link's holds none of them, and would
    // take the place of one that the server has not begun to read.
    return held.target.tagName === "BUTTON" || !unread || long > LONGEST;
  };
  const look = () => {
    if (unread && !waits && performance.now() - sentAt > 50) {
      if (running()) begun ||= !earlier;
      else if (earlier) { // the run that reads it comes after the one that was under way
        earlier = false;
        sentAt = performance.now();
      } else if (begun || performance.now() - sentAt > PATIENCE) unread = begun = false;
    }
    if (held && ready()) {
      const { target } = held;
      held = null;
      if (target.isConnected) { pressed(target); target.click(); }
    }
    if (unread || held) setTimeout(look, 20);
    else rest();
  };
  const rest = () => { // all that was written has been sent, read and told of
    if (pending || waits || unread) return;
    // Without an answer from the server nothing is saved, however long it takes.
    if (silent || running() || !online()) setTimeout(rest, 50);
    else writing(false);
  };
  let sentAt = 0;
  let begun = false; // whether a run has been seen since the field was sent
  let earlier = false; // whether a run was under way already when it was
  let silent = false; // whether nothing has been heard since it was
  let line = null;

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    send.call(this, data);
    if (line !== this) {
      line = this;
      line.addEventListener("message", () => { silent = false; });
    }
    if (!waits) return;
    silent = true;
    waits = false;
    unread = true;
    begun = false;
    earlier = running();
    sentAt = performance.now();
    setTimeout(look); // a click's own message goes out after this one
  };

  // Streamlit sends when the browser gets to it: a slow one draws first, a page that closes never
  // does. While it hears what there is to send, what it puts off is done as soon as it has heard.
  let hurries = false;
  const set = window.setTimeout;
  window.setTimeout = (work, delay, ...more) => {
    if (!hurries || delay) return set(work, delay, ...more);
    queueMicrotask(() => work(...more));
    return 0;
  };

  const run = () => {
    const r = { key: "r", code: "KeyR", keyCode: 82, which: 82, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", r));
    document.body.dispatchEvent(new KeyboardEvent("keyup", r));
  };
  // Streamlit keeps what was written when the server was lost, and what went out on a line that was
  // dead already, but sends it with the next run.
  let met = false; // whether there has been a line
  let away = false;
  const follow = () => {
    if (!online()) { away = met; return; }
    met = true;
    if (!away) return;
    away = false;
    expect();
    run();
    dispatchEvent(new Event("nk-back")); // choices.js sends what has not been received
  };
  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true, attributeFilter: ["data-test-connection-state"],
  });

  const writing = (on) => document.documentElement.toggleAttribute("data-nk-writing", on);
  // A slow browser that draws the answer to an earlier key lets ordinary timers wait for seconds.
  const later = (work, delay) => {
    const mine = ++turn;
    const go = () => { if (mine === turn) work(); };
    if (window.scheduler?.postTask) scheduler.postTask(go, { delay, priority: "user-blocking" });
    else setTimeout(go, delay);
  };
  const expect = () => {
    waits = true;
    // What is what it was before has nothing to send.
    setTimeout(() => { if (waits) { waits = false; look(); } }, PATIENCE);
  };
  // What a button does is done by the run that its message begins: a link waits for that one too.
  const pressed = (target) => { if (target.closest("[data-testid=stButton]")) expect(); };
  const commit = (at) => {
    turn += 1;
    pending = false;
    // Streamlit gives its fields up by itself when the server is lost; ours are to be asked.
    if (!online() && !at?.matches(OWN)) return;
    if (!at?.isConnected || at.disabled || sent.get(at) === at.value) { look(); return; }
    sent.set(at, at.value);
    const key = { key: "Enter", code: "Enter", keyCode: 13, which: 13, bubbles: true, cancelable: true };
    const held = at.tagName === "TEXTAREA";
    expect();
    hurries = true;
    at.dispatchEvent(new KeyboardEvent("keydown", { ...key, ctrlKey: held }));
    queueMicrotask(() => { hurries = false; });
  };

  let composing = false; // whether a sign is being put together, as by a dead key
  let since = 0; // when the first key was pressed that is not sent
  const wait = (time) => {
    later(() => {
      const busy = running() && performance.now() - since < BUSY;
      if (composing || busy) wait(PAUSE / 10);
      else commit(field);
    }, time);
  };
  const overdue = () => pending && !composing && performance.now() - since > BUSY;

  addEventListener("focusin", ({ target }) => {
    if (target.matches?.(TEXT)) sent.set(target, target.value);
  }, true);
  addEventListener("input", (event) => {
    if (!event.target.matches?.(TEXT)) return;
    field = event.target;
    composing = event.isComposing;
    writing(true);
    if (pending) return;
    pending = true;
    since = performance.now();
    wait(PAUSE);
  }, true);
  // Keys come before all else, and Streamlit has read this one when the event comes up here.
  addEventListener("input", () => { if (overdue()) commit(field); });
  addEventListener("compositionend", () => { composing = false; }, true);
  // The browser says so when a field is left that was changed, and when a choice is made.
  addEventListener("change", ({ target }) => {
    if (target === field) { turn += 1; pending = false; }
    if (target.matches?.(TEXT)) {
      if (sent.get(target) === target.value) return;
      sent.set(target, target.value);
    }
    if (target.closest?.(".nk-given")) writing(true); // may be chosen also while the server is lost
    expect();
  }, true);
  addEventListener("click", (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest?.("[role=option]")) { waits = true; return; }
    const target = event.target.closest?.(CLICKED);
    if (!target) return;
    if (!waits && !(unread && target.tagName === "A")) { pressed(target); return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    held = { target, since: performance.now() };
    look();
  }, true);
  // Too late to send anything: the page is already another.
  addEventListener("popstate", () => { turn += 1; waits = unread = false; held = null; }, true);
  const leave = () => commit(field);
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
  addEventListener("blur", ({ target }) => { if (target === window) leave(); });
  addEventListener("pagehide", leave);
})();
