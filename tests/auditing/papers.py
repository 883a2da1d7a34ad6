"""The figures of the papers (as plain text) beside the oracle's.

A figure is looked for in its own place: the row of its table, the sentence about its network. What
is found keeps its place in the text, so that a test can change it there and see that it is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from tests.auditing.amounts import MONEY, Amounts
from tests.auditing.written import half, interval, parsed, said
from tests.oracle.method import network as one_network
from tests.oracle.method import outcome, weighting
from tests.oracle.reading import Folder

Data = Mapping[str, Any]
_STATES = {"not-assessed": "Ej bedömt", "not-applicable": "Ej tillämpligt"}
_WORDS = {"keep": "Fortsätt", "come-back": "Avvakta", "leave": "Begär utträde"}
_WORDS |= {None: "Underlaget räcker inte"}
_OTHERS = {**_WORDS, "keep": "Ansök", "leave": "Ansök inte"}
_MOST_ACROSS = 4
_HAPPENS = re.compile(
    r"(?P<net>[^.\n]+?) (?:når gränsen|hamnar under|kommer över|får inte längre)[^.\n]*"
)
_LIMIT = re.compile(
    r"\bom (?P<theme>”[^”\n]+”) väger (?P<way>mer|mindre) än (?P<at>[\d,]+) procent "
    r"\(i dag (?P<now>[\d,]+)\)"
)
_IN_MEMO = re.compile(
    r"Bedömningen av (?P<net>[^.\n]+?) är [^.\n]*?om ”(?P<theme>[^”]+)” väger "
    r"(?P<way>mer|mindre) än (?P<at>[\d,]+) procent"
)


@dataclass(frozen=True)
class Found:
    """One figure: where it is in which paper, whether it is the oracle's, and what that is."""

    paper: str
    place: str
    expected: str
    at: tuple[int, int] | None

    @property
    def agrees(self) -> bool:
        """Whether the paper says what the oracle does."""
        return self.at is not None


def paper_figures(papers: Mapping[str, str], oracle: Data, drawn: Data) -> Iterator[Found]:
    """Every figure of the papers that can be recomputed.

    `papers` are their texts by file name, `drawn` what the JSON says of the draws
    by network: nothing that is drawn is drawn again here, but the papers must say the same.
    """
    audit = _Audit({name: text.replace("\u00a0", " ") for name, text in papers.items()}, oracle)
    yield from audit.matrix()
    yield from audit.criteria()
    yield from audit.certainty()
    yield from audit.draws(drawn)
    yield from audit.switches()
    yield from audit.costs()
    yield from audit.alternatives()
    yield from audit.money()


class _Audit:
    def __init__(self, papers: Mapping[str, str], oracle: Data):
        self.papers, self.oracle, self.folder = papers, oracle, oracle["folder"]
        self.networks = oracle["networks"]
        self.short = {i: each["short"] for i, each in self.folder.networks.items()}
        self.memo = self._named("tjansteskrivelse")
        self.levels, self.method = self._named("bilaga-1"), self._named("bilaga-2")

    def _named(self, start: str) -> str:
        return next(name for name in self.papers if name.startswith(start))

    def _row(
        self, paper: str, caption: str, anchor: str, cells: Sequence[tuple[str, str]]
    ) -> Iterator[Found]:
        """The figures of a row (each with its column's heading) in the table under a caption."""
        begin, block = self._table(paper, caption)
        row = re.search(rf"^(?:– )?{re.escape(anchor)}(?:\. |  +)", block, re.M)
        at = row.end() if row else len(block)
        told = bool(row) and row[0].startswith("– ")
        after = re.search(r"\n– " if told else r"\n", block[at:])
        end = at + after.start() if after else len(block)
        # A table is aligned in columns, or told row by row with the headings before the figures.
        expected = [
            (f"(?:^|\\. ){re.escape(name)}: " if told else r"\s*", cell) for name, cell in cells
        ]
        place = f"{caption} / {anchor}"
        yield from self._in_order(paper, place, begin + at, begin + end, expected, not told)

    def _table(self, paper: str, caption: str) -> tuple[int, str]:
        """Where a table begins, and its rows: what follows on its caption until an empty line."""
        table = re.search(rf"^{re.escape(caption)}.*\n((?:.+\n?)*)", self.papers[paper], re.M)
        return (table.start(1), table[1]) if table else (0, "")

    def _in_order(
        self,
        paper: str,
        place: str,
        at: int,
        end: int,
        expected: Sequence[tuple[str, str]],
        at_once: bool = False,
    ) -> Iterator[Found]:
        """The figures one after another, each after its lead; `at_once` with nothing between."""
        for lead, each in expected:
            text = self.papers[paper][at:end]
            form = re.compile(rf"{lead}({re.escape(each)})(?![\d,–])")
            found = form.match(text) if at_once else form.search(text)
            if found is None:
                yield Found(paper, place, each, None)
                return
            yield Found(paper, place, each, (at + found.start(1), at + found.end(1)))
            at += found.end()

    def _verdict(self, id_: str) -> str:
        each = self.networks[id_]
        return (_WORDS if each["member"] else _OTHERS)[each["verdict"]]

    def matrix(self) -> Iterator[Found]:
        """Values per theme and in whole, in bilaga 1, and the words about the bars."""
        caption, themes = "Värde per tema och sammanvägt", self.folder.criteria["themes"]
        rows = []
        for theme in themes:
            cells = [_theme_cell(each["themes"][theme["id"]]) for each in self.networks.values()]
            weight = said(self.oracle["weights"][theme["id"]] * 100)
            rows.append((theme["title"], f"{weight} %", *cells))
        totals = [
            _cell(each["total"], each["low"], each["high"]) if each["verdict"] else "–"
            for each in self.networks.values()
        ]
        rows.append(("Sammanvägt", "100 %", *totals))
        rows.append(("Resultat", "", *map(self._verdict, self.networks)))
        if len(self.networks) > _MOST_ACROSS:
            header = ("", "", *self.short.values())
            turned = list(zip(header, *rows, strict=True))[2:]
            rows = [(turned_row[0], *turned_row[1:]) for turned_row in turned]
        heads = ("Vikt", *self.short.values())
        if len(self.networks) > _MOST_ACROSS:
            heads = (*(theme["title"] for theme in themes), "Sammanvägt", "Resultat")
        for anchor, *expected in rows:
            cells = [cell for cell in zip(heads, expected, strict=True) if cell[1]]
            yield from self._row(self.levels, caption, anchor, cells)
        for id_, each in self.networks.items():
            parts = {i: t["contribution"] for i, t in each["themes"].items() if t["contribution"]}
            if each["verdict"] is None or not parts:
                continue
            most = max(parts, key=lambda i: parts[i])
            title = next(t["title"] for t in themes if t["id"] == most)
            sentence = (
                f"{self.short[id_]} får {said(each['total'])} av 100 (intervall "
                f"{interval(each['low'], each['high'])}), mest från temat {title} "
                f"({said(parts[most])})"
            )
            yield self._sentence(self.levels, "Stapeldiagram", sentence)

    def _sentence(self, paper: str, place: str, sentence: str) -> Found:
        at = self.papers[paper].find(sentence)
        return Found(paper, place, sentence, (at, at + len(sentence)) if at >= 0 else None)

    def criteria(self) -> Iterator[Found]:
        """What counts on every criterion; where the networks are too many to stand abreast, not."""
        if len(self.networks) > 3:
            return
        for theme in self.folder.criteria["themes"]:
            for criterion in theme["criteria"]:
                found = [
                    (self.short[id_], self._answer(id_, theme["id"], criterion))
                    for id_ in self.networks
                ]
                caption = f"{theme['title']}: bedömning och skäl"
                yield from self._row(self.levels, caption, criterion["title"], found)

    def _answer(self, id_: str, theme: str, criterion: Data) -> str:
        cell = self.networks[id_]["themes"][theme]["criteria"][criterion["id"]]
        if "computed" in criterion:
            known = cell["state"] == "assessed"
            least = self.networks[id_]["least"] and "outlay" not in criterion["computed"]
            least = "minst " if least else ""
            per_head = "" if criterion["computed"] == "annual_cost_sek" else " per invånare"
            return f"{least}{said(cell['figure'], 2)} kr{per_head}" if known else "okänt belopp"
        if cell["state"] != "assessed":
            return _STATES[cell["state"]]
        scores = [a["score"] for a in self._answers(id_, criterion) if "score" in a]
        unit = f" {criterion['unit']}" if "unit" in criterion else ""
        if len(scores) == 1 and isinstance(scores[0], dict):
            return interval(Fraction(scores[0]["low"]), Fraction(scores[0]["high"]), None) + unit
        return said(cell["figure"], None) + unit

    def _answers(self, id_: str, criterion: Data) -> Iterator[Data]:
        """Every answer that is shown, also where a joint one speaks for all."""
        for answers in self.folder.answers.values():
            own = answers.get(id_) or {}
            ids = (criterion["id"], *criterion.get("earlier_ids", ()))
            yield next((own[i] for i in ids if i in own), {})

    def certainty(self) -> Iterator[Found]:
        """Value, interval and share assessed in bilaga 2."""
        for id_, each in self.networks.items():
            total = "–" if each["verdict"] is None else said(each["total"])
            expected = [total, interval(each["low"], each["high"])]
            expected += [f"{said(each['coverage'] * 100)} %", self._verdict(id_)]
            caption = "Värde, intervall och resultat"
            heads = ("Värde", "Intervall", "Andel bedömd", "Resultat")
            cells = list(zip(heads, expected, strict=True))
            yield from self._row(self.method, caption, self.short[id_], cells)

    def draws(self, drawn: Data) -> Iterator[Found]:
        """How many of a hundred computations give which result, as the JSON has it."""
        for id_, each in self.networks.items():
            shares = drawn[id_]["verdict_share"]
            if not shares or each["verdict"] is None:
                continue
            expected = _of_hundred(shares, each["verdict"])
            name, text = re.escape(self.short[id_]), self.papers[self.method]
            said = rf"^– ([^\n]*?beräkningar[^\n]*?för {name} [^\n]*?)\.(?: |$)"
            line = re.search(said, text, re.M)
            told = [n for n in re.finditer(r"\b\d+\b", line[1]) if n[0] != "100"] if line else []
            place = f"av 100 beräkningar / {self.short[id_]}"
            if line is None or [int(n[0]) for n in told] != expected:
                yield Found(self.method, place, str(expected), None)
                continue
            for n in told:
                at = line.start(1) + n.start(), line.start(1) + n.end()
                yield Found(self.method, place, n[0], at)
            sure = drawn[id_]["certainty"]
            alone = [_share_words(sure[key]) for key in ("weights_only", "evidence_only")]
            end = text.find("\n", line.end())
            cells = [("detsamma i ", " med bara andra vikter och i ".join(alone))]
            yield from self._in_order(self.method, f"{place}, var för sig", line.end(), end, cells)

    def switches(self) -> Iterator[Found]:
        """At which weight of a theme the value passes a limit, in bilaga 2 and in the memo."""
        titles = {t["title"]: t["id"] for t in self.folder.criteria["themes"]}
        names = {name: id_ for id_, name in self.short.items()}
        by_case = {title.casefold(): id_ for title, id_ in titles.items()}
        text = self.papers[self.method]
        told = [
            (self.method, said["net"], found)
            for said in _HAPPENS.finditer(text)
            for found in _LIMIT.finditer(text, *said.span())
        ]
        memo = _IN_MEMO.finditer(self.papers[self.memo])
        for paper, net, found in [*told, *((self.memo, each["net"], each) for each in memo)]:
            id_ = next((i for n, i in names.items() if net.endswith(n)), "")
            theme = by_case.get(found["theme"].strip("”").casefold(), "")
            ok = bool(id_ and theme) and self._passes(id_, theme, found["at"])
            place = f"väger {found['way']} än / {net}, {found['theme']}"
            yield Found(paper, place, "ett annat tal", found.span("at") if ok else None)
            if "now" in found.groupdict() and theme:
                now = self.oracle["weights"][theme] * 100
                ok = abs(parsed(found["now"]) - now) <= half(found["now"])
                yield Found(paper, place, said(now), found.span("now") if ok else None)

    def _passes(self, id_: str, theme: str, told: str) -> bool:
        """Whether a limit is passed as near a weight as its decimals can tell."""
        at, near = parsed(told) / 100, half(told) / 100 + Fraction(1, 10**7)
        codes = {_code(self.folder, id_, theme, share) for share in (at - near, at + near)}
        return len(codes) > 1

    def costs(self) -> Iterator[Found]:
        """Every line of the cost, the sum and the sum per inhabitant, in bilaga 2."""
        people = self.folder.case["municipality"]["inhabitants"]
        for caption, member in (("Kostnad per år, avg", True), ("Vad det skulle kosta per", False)):
            mine = [each for each in self.networks.values() if bool(each["member"]) == member]
            lines = [a for each in mine for a in each["cost_lines"]]
            known = [a for a in lines if a is not None]
            expected = [f"{said(a, 2)} kr" for a in known]
            if member and known and (any(known) or len(known) == len(lines)):
                whole = sum(known, Fraction(0))
                partly = len(known) < len(lines) or any(each["least"] for each in mine)
                least = "minst " if partly else ""
                expected += [f"{least}{said(whole, 2)} kr"]
                expected += [f"{least}{said(whole / people, 2)} kr"] if people else []
            begin, block = self._table(self.method, caption)
            end = begin + len(block)
            places = [("(?:: |  )", each) for each in expected]
            yield from self._in_order(self.method, caption, begin, end, places)

    def alternatives(self) -> Iterator[Found]:
        """What each alternative costs a year, in bilaga 1."""
        for id_, each in self.networks.items():
            caption = f"Alternativ för {self.short[id_]}"
            begin, block = self._table(self.levels, caption)
            expected = said(sum((a for a in each["cost_lines"] if a is not None), Fraction(0)), 2)
            for found in re.finditer(r"(\d[\d ]*,\d\d) kr\b", block):
                at = (begin + found.start(1), begin + found.end(1))
                yield Found(self.levels, caption, expected, at if found[1] == expected else None)

    def money(self) -> Iterator[Found]:
        """Every amount of money in every paper is one that the oracle or a file of the case has."""
        amounts = Amounts(self.oracle)
        for paper, text in self.papers.items():
            for found in MONEY.finditer(text):
                at = found.span(1) if amounts.explain(text, found) else None
                yield Found(paper, f"belopp: {found[0]}", "ett annat belopp", at)


@lru_cache(4096)
def _code(folder: Folder, id_: str, theme: str, share: Fraction) -> str | None:
    """What the answers given say where one theme has a share of the weight; None: too little."""
    share, weights = min(max(share, Fraction(0)), Fraction(1)), weighting(folder)
    rest = 1 - weights[theme]
    moved = {i: w * (1 - share) / rest if rest else w for i, w in weights.items()}
    membership = next(m for m in folder.case["memberships"] if m["network"] == id_)
    each = one_network(folder, membership, {**moved, theme: share})
    if each["lacking"] not in (None, "missing") or each["total"] is None:
        return None
    found = outcome(folder, each["total"], each["blocked_by"])
    return str(found["verdict"])


def _theme_cell(theme: Data) -> str:
    if theme["coverage"] is None:
        return _STATES["not-applicable"]
    return _cell(theme["value"], theme["low"], theme["high"])


def _cell(value: Any, low: Any, high: Any) -> str:
    if value is None:
        return _STATES["not-assessed"]
    return said(value) + ("" if low == high else f" ({interval(low, high)})")


def _share_words(share: float) -> str:
    """`74 av 100`; almost all and hardly any are words."""
    exact = round(share * 100, 9)
    count = int(exact) + (exact % 1 >= 0.5)
    limit = "fler än 99" if share < 1 and count == 100 else f"{count}"
    return f"{'färre än 1' if share and not count else limit} av 100"


def _of_hundred(shares: Data, verdict: str) -> list[int]:
    """The whole numbers of a hundred as the sentence gives them: the verdict's own, then the most.

    All and none are words, and almost all is `fler än 99`.
    """
    whole = {word: int(round(share * 100, 9)) for word, share in shares.items()}
    left = 100 - sum(whole.values())
    order = sorted(whole, key=lambda w: (round(whole[w] - shares[w] * 100, 9), -shares[w]))
    for word in order[:left]:
        whole[word] += 1
    own = whole.pop(verdict)
    first = [own] if 0 < own < 100 else [99] if own and shares[verdict] < 1 else []
    first += [1] if not own and shares[verdict] else []
    return [*first, *sorted((n for n in whole.values() if n), reverse=True)]
