"""On a network's page a document is put in, and a sentence in it becomes a fact or evidence."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from natverkskollen.dossier.quotes import quote_problems
from natverkskollen.store import Change, Saved, networks_at, read_library
from tests.components.answers.test_evidence_editor import with_evidence
from tests.components.answers.test_saving import JUDGED, button, on_file
from tests.components.conftest import Opener, shown
from tests.natverkskollen.dossier.test_quoted_documents import pdf

TEXT = """= Rapport
Antalet medlemmar var vid årets slut 90. Året dessförinnan var de 84.
#pagebreak()
Avgiften höjdes till 4 000 kronor. Beslutet var enhälligt."""


def key(name: str, network: str = "sambruk") -> str:
    return f"natverk/{network}/{name}"


def opened(open_page: Opener, part: str, network: str = "sambruk") -> AppTest:
    app = open_page("networks", natverksfil=network)
    app.session_state[key(part, network)] = True
    return app.run()


def put_in(
    open_page: Opener, name: str = "Årsrapport 2025.pdf", raw: bytes | None = None
) -> AppTest:
    app = opened(open_page, "dokumenten")
    app.file_uploader[0].upload(name, pdf(TEXT) if raw is None else raw).run()
    return app


def test_a_document_is_put_in_and_a_sentence_in_it_becomes_a_proved_fact(
    data: Path, open_page: Opener
) -> None:
    app = put_in(open_page)
    assert "sidor är lästa" in shown(app)
    button(app, "Lägg in dokumentet").click().run()
    assert not app.exception
    document = read_library(data).networks["sambruk"].documents[-1]
    assert (document.title, document.file) == ("Årsrapport 2025", "arsrapport-2025.pdf")
    app = opened(open_page, "uppgifter")
    field = "uppgift/ny/"
    app.text_input(key=key(f"{field}valj-sok")).set_value("årets slut").run()
    assert "mening har de orden." in shown(app)
    app.radio(key=key(f"{field}valj-mening")).set_value(
        app.radio(key=key(f"{field}valj-mening")).options[0]
    ).run()
    button(app, "Använd meningen").click().run()
    assert app.text_area(key=key(f"{field}quote")).value == (
        "Antalet medlemmar var vid årets slut 90."
    )
    assert app.text_input(key=key(f"{field}place")).value == "Sida 1"
    for name, value in (("label", "Antal medlemmar"), ("value", "90"), ("as_of", "2025-12-31")):
        app.text_input(key=key(field + name)).set_value(value)
    button(app, "Lägg till uppgiften").click().run()
    assert not app.exception
    library = read_library(data)
    fact = library.networks["sambruk"].facts[-1]
    assert (fact.id, fact.value, fact.source.document) == ("antal-medlemmar", 90, document.id)
    assert library.problems == () and quote_problems(library, data / "documents") == []
    assert "uppgifterna" in shown(app) and app.text_area(key=key(f"{field}quote")).value == ""


def test_a_sentence_is_taken_with_its_neighbour_and_a_pasted_one_is_found_by_the_program(
    data: Path, open_page: Opener
) -> None:
    button(put_in(open_page), "Lägg in dokumentet").click().run()
    app = opened(open_page, "uppgifter")
    app.selectbox(key=key("uppgift/ny/valj-sida")).set_value("Sida 2").run()
    choice = app.radio(key=key("uppgift/ny/valj-mening"))
    choice.set_value(choice.options[0]).run()
    app.selectbox(key=key("uppgift/ny/valj-efter")).set_value("1").run()
    assert "”Avgiften höjdes till 4 000 kronor. Beslutet var enhälligt.”" in shown(app)
    pasted = "höjdes till 4 000\nkronor. Beslutet var"
    app.text_input(key=key("uppgift/ny/valj-sok")).set_value(pasted).run()
    assert "”höjdes till 4 000 kronor. Beslutet var”" in shown(app) and "Sida 2" in shown(app)
    app.text_input(key=key("uppgift/ny/valj-sok")).set_value("står ingenstans här").run()
    assert "Det står inte i dokumentet." in shown(app)


def test_a_quote_that_is_not_in_the_document_is_told_and_not_saved(
    data: Path, open_page: Opener
) -> None:
    button(put_in(open_page), "Lägg in dokumentet").click().run()
    app = opened(open_page, "uppgifter")
    app.text_area(key=key("uppgift/ny/quote")).set_value("Antalet medlemmar var 900.")
    for name, value in (
        ("place", "s. 1"),
        ("label", "A"),
        ("value", "900"),
        ("as_of", "2025-12-31"),
    ):
        app.text_input(key=key(f"uppgift/ny/{name}")).set_value(value)
    button(app, "Lägg till uppgiften").click().run()
    assert "Citatet står inte så i dokumentet." in shown(app)
    assert read_library(data).networks["sambruk"].facts == ()


def test_a_scanned_document_is_told_and_nothing_is_kept(data: Path, open_page: Opener) -> None:
    app = put_in(open_page, "inskannad.pdf", pdf("#rect(width: 2cm, height: 2cm)"))
    assert "PDF utan text, kanske inskannad" in shown(app) and "OCR" in shown(app)
    assert not list((data / "documents").glob("*.pdf"))


def test_a_fact_is_changed_and_removed_by_hand_and_the_change_taken_back(
    data: Path, open_page: Opener
) -> None:
    before = read_library(data).networks["klimatkommunerna"].facts
    fact = before[0]
    mark = f"{fact.id}.{fact.as_of}.{fact.source.document}.{fact.kind}"
    app = opened(open_page, "uppgifter", "klimatkommunerna")
    choice = app.selectbox(key=key("uppgift", "klimatkommunerna"))
    choice.set_value(choice.options[1]).run()
    field = key(f"uppgift/{mark}/label", "klimatkommunerna")
    app.text_input(key=field).set_value("Ett annat ord").run()
    button(app, "Spara uppgiften").click().run()
    assert not app.exception
    changed = read_library(data).networks["klimatkommunerna"].facts
    assert changed[0].label == "Ett annat ord" and changed[1:] == before[1:]
    assert changed[0].model_copy(update={"label": fact.label}) == fact
    button(app, "Ångra den senaste ändringen").click().run()
    assert read_library(data).networks["klimatkommunerna"].facts == before


def test_a_fact_that_an_answer_rests_on_is_not_taken_away(data: Path, open_page: Opener) -> None:
    facts = read_library(data).networks[JUDGED.network].facts
    ids = [fact.id for fact in facts]
    position = next(n for n, id_ in enumerate(ids) if ids.count(id_) == 1)
    app = with_evidence(open_page)
    app.radio(key=JUDGED.key("uppgift1")).set_value(ids[position]).run()
    button(app, "Lägg till uppgiften").click().run()
    app = opened(open_page, "uppgifter", JUDGED.network)
    choice = app.selectbox(key=key("uppgift", JUDGED.network))
    choice.set_value(choice.options[position + 1]).run()
    button(app, "Ta bort uppgiften").click().run()
    assert "Inte borttagen. Det används i" in shown(app)
    assert read_library(data).networks[JUDGED.network].facts == facts


def test_a_colleagues_change_of_the_same_fact_is_not_overwritten(
    data: Path, open_page: Opener
) -> None:
    button(put_in(open_page), "Lägg in dokumentet").click().run()
    store = networks_at(data)
    document = read_library(data).networks["sambruk"].documents[-1].id
    quote = "Året dessförinnan var de 84."
    source = {"document": document, "place": "Sida 1", "quote": quote}
    fact = {"id": "a", "label": "A", "value": 84, "as_of": "2024-12-31", "source": source}
    path = ("network", "facts")
    assert isinstance(store.save("sambruk", None, [Change(path, None, (fact,))], "bo", "1"), Saved)
    app = opened(open_page, "uppgifter")
    choice = app.selectbox(key=key("uppgift"))
    choice.set_value(choice.options[1]).run()
    theirs = ({**fact, "value": 85},)
    assert isinstance(
        store.save("sambruk", None, [Change(path, (fact,), theirs)], "bo", "2"), Saved
    )
    app.text_input(key=key(f"uppgift/a.2024-12-31.{document}.result/value")).set_value("86")
    button(app, "Spara uppgiften").click().run()
    assert "Inte sparat. Någon annan har ändrat" in shown(app)
    assert read_library(data).networks["sambruk"].facts[0].value == 85


def test_a_sentence_becomes_evidence_in_an_answer(data: Path, open_page: Opener) -> None:
    store, path = networks_at(data), ("network", "documents")
    (data / "documents" / "rapport.pdf").write_bytes(pdf(TEXT))
    now = store.get(JUDGED.network).data["network"]["documents"]
    new = (*now, {"id": "ny-rapport", "title": "Ny rapport", "file": "rapport.pdf"})
    changes = [Change(path, now, new)]
    assert isinstance(store.save(JUDGED.network, None, changes, "bo", "1"), Saved)
    app = with_evidence(open_page)
    app.checkbox(key=JUDGED.key("eget1")).check().run()
    app.selectbox(key=JUDGED.key("eget-dokument1")).set_value("ny-rapport").run()
    app.selectbox(key=JUDGED.key("eget-valj-sida1")).set_value("Sida 2").run()
    choice = app.radio(key=JUDGED.key("eget-valj-mening1"))
    choice.set_value(choice.options[1]).run()
    button(app, "Använd meningen").click().run()
    app.text_input(key=JUDGED.key("eget-pastaende1")).set_value("Alla var överens.")
    button(app, "Lägg till belägget").click().run()
    assert not app.exception
    new_one = on_file(data, JUDGED).evidence[-1]
    assert new_one.source is not None
    assert (new_one.source.place, new_one.source.quote) == ("Sida 2", "Beslutet var enhälligt.")
    library = read_library(data)
    assert library.problems == () and quote_problems(library, data / "documents") == []


def test_a_document_that_is_not_in_the_folder_is_not_told_by_a_file_name(
    data: Path, open_page: Opener
) -> None:
    """The shipped network comes without the files its facts are taken from."""
    library = read_library(data)
    named = [each.file for each in library.networks["sekom"].documents if each.file]
    assert named and not any((data / "documents" / name).exists() for name in named)
    told = shown(opened(open_page, "dokumenten", "sekom"))
    assert "finns inte i datamappen" in told
    assert [name for name in named if name in told] == []


def test_a_document_is_taken_off_the_list_and_one_that_facts_rest_on_is_not(
    data: Path, open_page: Opener
) -> None:
    put_in(open_page)
    button(put_in(open_page), "Lägg in dokumentet").click().run()
    app = opened(open_page, "dokumenten")
    choice = key("ta-bort-dokument")
    before = [each.id for each in read_library(data).networks["sambruk"].documents]
    app.selectbox(key=choice).set_value(before[0]).run()
    button(app, "Ta bort ur listan").click().run()
    assert "Inte sparat: dokumentet är källa till" in app.error[0].value
    app.selectbox(key=choice).set_value(before[-1]).run()
    button(app, "Ta bort ur listan").click().run()
    assert not app.exception
    assert [each.id for each in read_library(data).networks["sambruk"].documents] == before[:-1]
    assert "arsrapport-2025.pdf" in shown(app) or any(
        "Filer i mappen documents" in each.label for each in app.expander
    )
