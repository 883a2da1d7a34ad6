"""What a person does is done whole, and one thing after another: what comes meanwhile waits.

Streamlit begins to run what comes at once, beside what is being run, and ends the earlier with an
exception at its next look in the session state. In the middle of a save that leaves on file what
the session does not know of, and the next save clashes with it; of two fields that came together
only the first is saved; and a button that the page itself asks about is never come to. So all that
a click or a field calls for is run to its end before the next begins, and so is a run that has
begun to write (docs/beslut/0035). A run that then asks for the next one, as after a save, does not
take the place of a link to another page.

A page that is closed has its run stopped, and with it what the same page had sent just before and
nobody has begun to read. That is read first, and what is being done is done to its end: a page that
is back before that is read by the same run, for two beside each other empty each other's fields. A
page that one goes back to takes the place of what waits to be read, and says nothing of the fields
of the page before: what they held is kept with it.

A run that ends itself with st.stop does so by the same request, which would also stop the next run,
the one of what has come meanwhile, before it has drawn anything. It ends itself alone, and at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import get_ident
from typing import Any

from streamlit import config
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import StopException, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import (
    RerunData,
    ScriptRequest,
    ScriptRequests,
    ScriptRequestType,
)
from streamlit.runtime.state.safe_session_state import SafeSessionState

_REPLACED = ("on_scriptrunner_yield", "request_rerun")
_PRESSED = "nk_pressed"  # on requests whose run is held until the page has come to a button
_LAST = "nk_last"  # on requests whose run is to stop when what waits in it has been read


def hold() -> None:
    """Let what comes wait until the run has ended, or has itself asked for the next one."""
    if requests := _requests():
        here = get_ident()

        def nothing() -> ScriptRequest | None:
            return None

        def asked(data: RerunData) -> bool:
            if get_ident() == here:  # as st.rerun does, which then expects to be ended
                _let_go(requests)
                if _leaves(requests):
                    return True
            return ScriptRequests.request_rerun(requests, data)

        vars(requests).update(zip(_REPLACED, (nothing, asked), strict=True))


def let_go() -> None:
    """Let the run be ended by what comes, but for one that is to come to a button; the first thing
    a run does."""
    requests = _requests()
    if requests and not vars(requests).pop(_PRESSED, False):
        _let_go(requests)


def never_half_a_click() -> None:
    """Have all that one click or field calls for run to its end before what the next one does."""
    config.set_option("runner.fastReruns", False)
    _read_before_stopping()
    _read_before_leaving()
    will_rerun = SafeSessionState.on_script_will_rerun

    def whole(state: SafeSessionState, *arguments: Any, **named: Any) -> None:
        with _held():
            will_rerun(state, *arguments, **named)
        if (requests := _requests()) and _pressed(state, *arguments):
            hold()
            vars(requests)[_PRESSED] = True

    # What is replaced is called right before Streamlit itself looks for what has come.
    SafeSessionState.on_script_will_rerun = whole  # type: ignore[assignment]


def _pressed(state: SafeSessionState, sent: WidgetStates | None = None) -> bool:
    """Whether a button is pressed that calls nothing, but that the page asks about."""
    known = state._state._new_widget_state.widget_metadata
    pressed = [each.id for each in (sent.widgets if sent else ()) if each.trigger_value]
    return any(id_ not in known or known[id_].callback is None for id_ in pressed)


def _leaves(requests: ScriptRequests) -> bool:
    """Whether what waits is a link to another page than the one that is being drawn."""
    context = get_script_run_ctx()
    with requests._lock:
        waits = requests._state is ScriptRequestType.RERUN
        to = requests._rerun_data.page_script_hash
    return waits and context is not None and to not in ("", context.page_script_hash)


def _read_before_stopping() -> None:
    stop, rerun = ScriptRequests.request_stop, ScriptRequests.request_rerun

    def last(requests: ScriptRequests) -> None:
        if requests is _requests():  # asked for in the run itself
            raise StopException
        with requests._lock:
            held = _REPLACED[0] in vars(requests)
            if requests._state is ScriptRequestType.RERUN or held:
                vars(requests)[_LAST] = True
                return
        stop(requests)

    def one_more(requests: ScriptRequests, data: RerunData) -> bool:
        vars(requests).pop(_LAST, None)  # the page has come back
        return rerun(requests, data)

    def taken(
        take: Callable[[ScriptRequests], ScriptRequest | None],
    ) -> Callable[[ScriptRequests], ScriptRequest | None]:
        def taking(requests: ScriptRequests) -> ScriptRequest | None:
            with requests._lock:  # what was held has been done, and nothing has come after it
                if requests._state is ScriptRequestType.CONTINUE and vars(requests).pop(_LAST, 0):
                    requests._state = ScriptRequestType.STOP
            found = take(requests)
            if found and found.type is ScriptRequestType.RERUN:
                with requests._lock:
                    ends = vars(requests).pop(_LAST, False)
                    # What a field calls is run to its end, and no page is drawn after it.
                    if ends and requests._state is ScriptRequestType.CONTINUE:
                        requests._state = ScriptRequestType.STOP
            return found

        return taking

    replaced: dict[str, Any] = {
        "request_stop": last,
        "request_rerun": one_more,
        "on_scriptrunner_yield": taken(ScriptRequests.on_scriptrunner_yield),
        "on_scriptrunner_ready": taken(ScriptRequests.on_scriptrunner_ready),
    }
    for name, method in replaced.items():
        setattr(ScriptRequests, name, method)


def _read_before_leaving() -> None:
    fold = ScriptRequests._request_rerun_locked

    def folded(requests: ScriptRequests, data: RerunData) -> bool:
        if requests._state is ScriptRequestType.RERUN:
            kept = _with(requests._rerun_data.widget_states, data.widget_states)
            data = replace(data, widget_states=kept)
        return fold(requests, data)

    setattr(ScriptRequests, "_request_rerun_locked", folded)  # noqa: B010


def _with(waiting: WidgetStates | None, newer: WidgetStates | None) -> WidgetStates | None:
    """What a newer message says of the fields, and of the others what waits to be read."""
    if waiting is None or newer is None:
        return newer or waiting
    told = {each.id for each in newer.widgets}
    both = WidgetStates()
    both.widgets.extend(newer.widgets)
    both.widgets.extend(each for each in waiting.widgets if each.id not in told)
    return both


@contextmanager
def _held() -> Iterator[None]:
    hold()
    try:
        yield
    finally:
        if requests := _requests():
            _let_go(requests)


def _requests() -> ScriptRequests | None:
    context = get_script_run_ctx(suppress_warning=True)
    return context.script_requests if context else None


def _let_go(requests: ScriptRequests) -> None:
    for name in (*_REPLACED, _PRESSED):
        vars(requests).pop(name, None)
