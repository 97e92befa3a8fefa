"""How an article was read, laid out for a terminal."""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from generator.cli.marks import FAINT, STYLES, marked, marks_in
from generator.cli.told import Row, claim_rows, date_row, event_rows, left_row, mention_row, quantity_row
from generator.cli.tree import tree
from generator.model import Article, Claim, Explanation, Extent, Note, NoteKind, Sentence
from generator.text import one_line

_WIDEST = 120  # Columns: beyond, the eye loses the line.
_INDENT = 2


def terminal() -> Console:
    """What standard output is, as far as it shows: its width, and whether it has colours."""
    return Console(file=sys.stdout)


def laid_out(explanation: Explanation, *, coloured: bool, width: int) -> str:
    """The explanation as lines for a terminal of that width, in colours or in plain text."""
    told = io.StringIO()
    console = Console(
        file=told,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        width=min(width, _WIDEST),
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for part in _parts(explanation, coloured=coloured):
        console.print(part)
    return "\n".join(line.rstrip() for line in told.getvalue().split("\n")).strip("\n")


def is_coloured(console: Console) -> bool:
    """Whether the reader can have colours, and has not asked for none (https://no-color.org)."""
    return console.is_terminal and not console.no_color and not console.is_dumb_terminal


def _parts(explanation: Explanation, *, coloured: bool) -> Iterator[RenderableType]:
    article = explanation.facts.article
    yield _heading(article)
    if coloured:
        yield Text("  ").join(Text.assemble(told) for told in STYLES.items())
    for sentence in explanation.sentences:
        yield from _sentence(sentence, explanation, coloured=coloured)
    if explanation.removed:
        yield from _section("Left out by cleaning", [_removed(r.line, r.text, r.reason) for r in explanation.removed])
    yield _report(explanation)


def _heading(article: Article) -> Text:
    told = " · ".join(one_line(x) for x in (article.title, article.publisher, _published(article)) if x)
    return Text.assemble((one_line(article.id), "bold"), "\n", told, "\n", (one_line(article.path), FAINT))


def _published(article: Article) -> str:
    if article.published is None:
        return "date of publication unknown"
    why = f": {article.published_reason}" if article.published_reason else ""
    return f"published {article.published} ({article.basis.published}{why})"


def _sentence(sentence: Sentence, explanation: Explanation, *, coloured: bool) -> Iterator[RenderableType]:
    facts = explanation.facts
    claims = _claims_in(sentence, facts.claims)
    numbers = {c.id: n for n, c in enumerate(claims, 1)}
    marks = marks_in(sentence, facts, numbers)
    notes = [n for n in explanation.notes if _begins(n, sentence)]
    yield Text()
    place = f"Sentence {sentence.number} · {sentence.block} · characters {sentence.start} to {sentence.end}"
    yield Rule(Text(place, style="bold"), align="left", style=FAINT)
    yield Text()
    yield Padding(marked(sentence, marks, coloured=coloured), (0, 0, 0, _INDENT))
    yield Text()
    yield Text("Parse", style="bold")
    yield Padding(tree(sentence, marks), (0, 0, 0, _INDENT))
    yield Text()
    yield from _claims(claims, numbers, explanation.notes)
    sections = {
        "Dates": [date_row(d, facts.article) for d in facts.dates if _begins(d, sentence)],
        "Quantities": [quantity_row(q) for q in facts.quantities if _begins(q, sentence)],
        "Events": [r for e in facts.events if _begins(e.predicate, sentence) for r in event_rows(e, numbers, notes)],
        "Names": [mention_row(m, explanation) for m in facts.mentions if _begins(m, sentence)],
        "Considered and left aside": [left_row(n) for n in notes if n.kind is NoteKind.REJECTED],
    }
    for title, rows in sections.items():
        yield from _section(title, rows)


def _begins(extent: Extent, sentence: Sentence) -> bool:
    return sentence.start <= extent.start < sentence.end


def _claims_in(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with a word of their content, or their cue, in the sentence."""
    return [c for c in claims if any(x.overlaps(sentence) for x in (*c.spans, *([c.cue] if c.cue else ())))]


def _claims(claims: Sequence[Claim], numbers: dict[str, int], notes: Sequence[Note]) -> Iterator[RenderableType]:
    if not claims:
        yield from _section("Claims", [(Text("none"), Text())])
    for n, claim in enumerate(claims):
        rows = list(claim_rows(claim, numbers[claim.id], notes))
        yield from _section("Claims" if n == 0 else "", rows)


def _section(title: str, rows: Iterable[Row]) -> Iterator[RenderableType]:
    """A heading with its rows, and an empty line; nothing where there are none."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=30)
    grid.add_column()
    for row in rows:
        grid.add_row(*row)
    if not grid.row_count:
        return
    if title:
        yield Text(title, style="bold")
    yield Group(Padding(grid, (0, 0, 0, _INDENT)), Text())


def _removed(line: int, text: str, reason: str) -> Row:
    return Text(f"line {line}: {one_line(reason)}"), Text(one_line(text))


def _report(explanation: Explanation) -> RenderableType:
    """What a report of a wrong reading needs, ready to be pasted."""
    facts = explanation.facts
    made = facts.extractor
    lines = [f"article    {one_line(facts.article.id)}", f"sha256     {facts.article.sha256}"]
    if made is not None:
        lines += [f"extractor  {made.version}", f"model      {made.model}", f"           {made.model_sha256}"]
    for sentence in explanation.sentences:
        ids = " ".join(c.id for c in _claims_in(sentence, facts.claims)) or "no claim"
        lines.append(f"sentence   {sentence.number} ({sentence.start}-{sentence.end}): {ids}")
    body = "\n".join(["```text", *lines, "read as    ", "should be  ", "```"])
    title = Text(
        "Read wrongly? Paste this into an issue, with the sentence and what it should have been:", style="bold"
    )
    return Group(title, Text(), Text(body, no_wrap=True, overflow="ignore"))
