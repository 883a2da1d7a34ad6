// Knows whether all that the page has asked has been answered and drawn: `nkAnswered()`,
// and how often it has asked: `nkAsked()`.
//
// Between a click and the first word of its answer Streamlit's page looks as idle as one that has
// been drawn, and on a slow computer that is long. So what goes out and comes in is listened to.
(() => {
  const RERUN = 11, AUTOMATIC = 6; // of BackMsg, and of ClientState within it
  const BEGUN = 4, ENDED = 6, FOR_ANOTHER = 2; // of ForwardMsg, and how a run may end
  let answered = true; // or the page waits for a run that begins after it asked, and ends
  let drawn = true; // what came with the answer, for the browser has nothing else to do
  let begun = false;
  let times = 0; // it has asked of its own accord: not what it looks for every other second
  const heard = new WeakSet();

  const fields = (bytes) => { // of a protobuf message, by their numbers
    const found = new Map();
    let at = 0;
    const number = () => {
      for (let value = 0, step = 1; ; step *= 128) {
        const byte = bytes[at++];
        value += (byte % 128) * step;
        if (byte < 128) return value;
      }
    };
    while (at < bytes.length) {
      const tag = number(), kind = tag % 8;
      const size = { 0: 0, 1: 8, 5: 4 }[kind] ?? number();
      found.set(Math.floor(tag / 8), kind ? bytes.subarray(at, at + size) : number());
      at += kind ? size : 0;
    }
    return found;
  };
  const ask = (bytes) => {
    const asked = fields(bytes).get(RERUN);
    if (!asked || fields(asked).get(AUTOMATIC)) return;
    answered = drawn = begun = false;
    times += 1;
  };
  const hear = ({ data }) => {
    const told = fields(new Uint8Array(data));
    if (told.has(BEGUN)) begun = true;
    if (answered || !begun || !told.has(ENDED) || told.get(ENDED) === FOR_ANOTHER) return;
    answered = true;
    const asked = times;
    requestIdleCallback(() => { drawn ||= times === asked; }, { timeout: 2000 });
  };

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener("message", hear);
      this.addEventListener("close", () => { answered = drawn = true; }); // it asks anew on the next line
    }
    if (data instanceof Uint8Array) ask(data);
    send.call(this, data);
  };
  window.nkAnswered = () => answered && drawn;
  window.nkAsked = () => times;
})();
