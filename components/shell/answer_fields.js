// The fields of one answer on Bedömning: a level or a figure, an interval, a reason and what it
// rests on. They are the browser's own: Streamlit's take five times as long to draw, and a question
// has forty of them (docs/beslut/0040).
//
// What the server gives fills them where it has another `turn` than they were filled with last, so
// that an answer to an earlier key never takes back what has been written since. Where it was given
// before the server had `heard` what the person sent last, the answer to that is waited for.
window.nkAnswerFields = (() => {
  const GROWS = CSS.supports("field-sizing", "content");
  let count = 0;

  const labelled = (words, field, name) => {
    field.id = `nk-given-${++count}`;
    field.setAttribute("aria-label", `${words}, ${name}`); // which answer it is part of, too
    return [nkElement("label", { className: "nk-field", htmlFor: field.id, textContent: words }), field];
  };
  const list = (choices) => nkElement("select", {},
    ...choices.map(([value, words]) => nkElement("option", { value: String(value), textContent: words })));
  // What is given and is none of the choices stays as it is until another is chosen.
  const chosen = (choices, here, choose) => {
    let given;
    return {
      get: () => {
        const found = choices.find(([each]) => String(each) === here());
        return found ? found[0] : given;
      },
      set: (value) => { given = value; choose(String(value)); },
    };
  };

  const levels = ({ levels: choices, name }) => {
    const group = `nk-levels-${++count}`;
    return nkElement("div", { className: "nk-given-levels", role: "radiogroup", label: `Svar för ${name}` },
      ...choices.map(([value, words, more]) => nkElement("label", {},
        nkElement("input", { type: "radio", name: group, value: String(value) }),
        nkElement("span", { textContent: words }, ...(more ? [nkElement("i", { textContent: ` – ${more}` })] : [])))));
  };

  // The fields, and by the name of each how to ask what it holds and how to put another value there.
  const build = (data) => {
    const { words, name } = data;
    const fields = {};
    const figure = nkElement("div", { className: "nk-given-figure" });
    if (data.levels) {
      const group = levels(data);
      const radios = [...group.querySelectorAll("input")];
      figure.append(group);
      fields.score = chosen(
        data.levels,
        () => radios.find((each) => each.checked)?.value,
        (value) => radios.forEach((each) => { each.checked = each.value === value; }),
      );
      const ends = list([[0, words.one]]);
      const room = nkElement("div", { className: "nk-given-upper" }, ...labelled(words.upper, ends, name));
      figure.append(room);
      // Its room is kept where it is not asked for, so that nothing moves under a hand.
      const offer = (value) => {
        const low = fields.score.get();
        const above = data.steps.filter((each) => each > low);
        room.style.visibility = above.length ? "" : "hidden";
        ends.replaceChildren(...list([[0, words.one], ...above.map((each) => [each, each])]).children);
        ends.value = above.includes(value) ? String(value) : "0";
      };
      fields.upper = { get: () => Number(ends.value), set: offer };
      group.addEventListener("change", () => offer(fields.upper.get()));
    } else {
      const line = nkElement("input", { type: "text", autocomplete: "off" });
      figure.append(...labelled(words.score, line, name));
      fields.score = { get: () => line.value, set: (value) => { line.value = value; } };
    }
    const grade = list(data.grades);
    figure.append(...labelled(words.grade, grade, name));
    fields.grade = chosen(data.grades, () => grade.selectedOptions[0]?.value, (value) => { grade.value = value; });

    const area = nkElement("textarea", { rows: 4 });
    const grow = () => {
      if (GROWS) return;
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    };
    area.addEventListener("input", grow);
    fields.rationale = { get: () => area.value, set: (value) => { area.value = value; grow(); } };
    const title = nkElement("h4", { className: "nk-h4", textContent: data.network });
    const box = nkElement("div", { className: "nk-given" }, title, figure,
      nkElement("div", { className: "nk-given-words" }, ...labelled(words.rationale, area, name)));
    return { box, fields };
  };

  const read = (fields) => Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, each.get()]));
  const fill = (fields, values) => {
    for (const [name, each] of Object.entries(fields))
      if (each.get() !== values[name]) each.set(values[name]);
    fields.upper?.set(values.upper); // the ends that there are follow from the level
  };

  const content = (held) => JSON.stringify(read(held.fields));
  const put = (held, { turn, fields }) => {
    held.turn = turn;
    fill(held.fields, fields);
    held.sent = content(held);
  };
  // The mark tells them apart from the same words sent before something else was filled in.
  const tell = (held, written = false) => {
    const mark = String(Math.random());
    held.told = true;
    held.said = held.hidden;
    if (written || held.unheard) held.unheard = mark;
    held.state("typed", { fields: read(held.fields), turn: held.turn, undecided: held.hidden, mark });
  };
  const send = (held) => {
    const now = content(held);
    if (now === held.sent) return;
    held.sent = now;
    tell(held, true);
  };
  // What is being written in when two answers clash takes every key until it is left.
  const hide = ({ box, hidden }) => {
    const written = Boolean(box.querySelector(":is(textarea, input[type=text]):focus"));
    box.classList.toggle("nk-given-away", hidden && written);
    box.style.display = hidden && !written ? "none" : "";
  };
  const begin = (root, data, shape, state) => {
    if (root.nkAnswer) send(root.nkAnswer); // what is unsent when the fields are taken away
    const { box, fields } = build(data);
    const held = root.nkAnswer = { shape, state, box, fields, hidden: data.hidden, said: false };
    root.replaceChildren(box);
    put(held, data);
    box.addEventListener("change", () => send(held));
    box.addEventListener("focusout", () => setTimeout(() => hide(held)));
    box.addEventListener("keydown", (event) => {
      const { target, key, ctrlKey, metaKey } = event;
      const ends = target.matches("input[type=text]") || (target.matches("textarea") && (ctrlKey || metaKey));
      if (key !== "Enter" || !ends) return;
      event.preventDefault();
      send(held);
    });
    return held;
  };

  return ({ data, parentElement: root, setStateValue }) => {
    const { turn, fields, hidden, heard, ...rest } = data;
    const shape = JSON.stringify(rest);
    let held = root.nkAnswer;
    if (held?.shape !== shape) held = begin(root, data, shape, setStateValue);
    held.state = setStateValue;
    held.hidden = hidden;
    const anew = turn && turn !== held.turn;
    if (heard === held.unheard) held.unheard = "";
    // What is being written goes first, and says what it was written on.
    if (anew || hidden) send(held);
    const filled = anew && !held.unheard;
    if (filled) put(held, data);
    // Streamlit keeps what was sent last, and sends it to a server that has been restarted: what
    // the fields hold, and whether the person has two answers to choose between.
    if ((filled && held.told) || held.said !== hidden) tell(held);
    hide(held);
  };
})();
