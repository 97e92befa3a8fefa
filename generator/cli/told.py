"""What was read in a sentence, in words: its claims, dates, quantities, events and names, and what was left aside."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from generator.cli.marks import FAINT, STYLES
from generator.model import (
    Article,
    Claim,
    DateMention,
    Event,
    Explanation,
    Factuality,
    Mention,
    Note,
    NoteKind,
    Participant,
    Quantity,
    Speaker,
    Vote,
)
from generator.text import one_line

Row = tuple[Text, Text]

_SURE = {
    Factuality.CERTAIN: "certain",
    Factuality.CERTAIN_NOT: "certain not",
    Factuality.PROBABLE: "probable",
    Factuality.PROBABLE_NOT: "probably not",
    Factuality.POSSIBLE: "possible",
    Factuality.POSSIBLE_NOT: "possibly not",
    Factuality.UNDERSPECIFIED: "left open",
}


def claim_rows(claim: Claim, number: int, notes: Sequence[Note]) -> Iterator[Row]:
    """One claim: its number with its content, then what is known of it."""
    reason = next((n.reason for n in notes if n.about == claim.id), "")
    yield Text.assemble((f"claim {number}", "bold")), _words(claim.text, "content")
    yield from (_row("speaker", _speaker(s), "speaker") for s in claim.speakers)
    if claim.cue is not None:
        yield _row("cue", f"{claim.cue.text} (lemma {claim.cue.lemma})", "cue")
    yield _row("form", claim.form)
    yield _row("sure", _sure(claim.factuality, reason))
    for name in ("said", "via", "addressee"):
        if (value := getattr(claim, name)) is not None:
            yield _row("to" if name == "addressee" else name, value)
    if claim.when is not None:
        yield _row("speaks of", claim.when)
    if claim.actors:
        yield _row("names", ", ".join(claim.actors))
    yield _row("rule", claim.rule)
    yield _row("id", claim.id)


def _row(label: str, value: str, style: str = "") -> Row:
    return Text.assemble((label, FAINT)), _words(value, style)


def _speaker(speaker: Speaker) -> str:
    tied = f"is {speaker.actor}" if speaker.actor is not None else "not tied to an actor"
    return f"{speaker.text} ({speaker.kind}; {tied})"


def _sure(value: Factuality, reason: str) -> str:
    return f"{value} {_SURE[value]}" + (f": {reason}" if reason else "")


def date_row(date: DateMention, article: Article) -> Row:
    """One date expression, and what it was counted from."""
    if date.edtf is not None:
        counted = f" · counted from {date.anchor}" if date.anchor is not None else ""
        told = f"{date.edtf} · {date.grain} · rule {date.rule}{counted}"
    elif article.published is None:
        told = f"left open: vague, or the article has no date to count it from · rule {date.rule}"
    else:
        told = f"left open: its words tell no calendar time · rule {date.rule}"
    return _words(date.text, "date"), Text(one_line(told))


def _words(text: str, style: str) -> Text:
    return Text.assemble((one_line(text), STYLES.get(style, "")))  # As a part: what fills the column is not styled.


def quantity_row(quantity: Quantity) -> Row:
    """One quantity with its bounds."""
    low, high = quantity.low, quantity.high
    if low == high:
        told = f"{low}"
    elif high is None:
        told = f"{low} or more"
    else:
        told = f"{high} or less" if low is None else f"{low} to {high}"
    told = f"about {told}" if quantity.approximate else told
    told += f" · unit {quantity.unit}" if quantity.unit is not None else ""
    return _words(quantity.text, "quantity"), Text(
        one_line(told + (f" · of {quantity.of}" if quantity.of and quantity.of != quantity.unit else ""))
    )


def event_rows(event: Event, numbers: dict[str, int], notes: Sequence[Note]) -> Iterator[Row]:
    """One event: its word with its type and how sure it is, then who takes part in it."""
    reason = next((n.reason for n in notes if n.topic == "event" and _is_judged(n, event)), "")
    carried = f" · claim {numbers[event.claim]}" if event.claim in numbers else ""
    when = f" · {event.when}" if event.when is not None else ""
    told = f"{event.type} (lemma {event.predicate.lemma}){when}{carried} · {_sure(event.factuality, reason)}"
    yield _words(event.predicate.text, "event"), Text(one_line(told))
    for role in ("agent", "patient", "recipient", "place"):
        yield from ((Text.assemble((f"  {role}", FAINT)), _participant(p)) for p in getattr(event, role))


def _is_judged(note: Note, event: Event) -> bool:
    return note.kind is NoteKind.JUDGED and note.start == event.predicate.start


def _participant(who: Participant) -> Text:
    return Text(one_line(who.text + (f" (is {who.actor})" if who.actor is not None else "")))


def mention_row(mention: Mention, explanation: Explanation) -> Row:
    """One mention with its kind, whom it names, and how its kind was voted on."""
    tied = f"is {mention.actor}" if mention.actor is not None else "not tied to an actor"
    told = f"{mention.kind} · {mention.form} · {tied}"
    cast = [v.votes for v in explanation.votes if (v.start, v.end) == (mention.start, mention.end)]
    if cast and cast[0]:
        told += f" · votes: {_voted(cast[0])}"
    return _words(mention.text, ""), Text(one_line(told))


def _voted(votes: Iterable[Vote]) -> str:
    """The votes by kind, the kind with the most first, each with its reasons."""
    kinds: dict[str, list[Vote]] = {}
    for vote in votes:
        kinds.setdefault(vote.kind, []).append(vote)
    sums = {kind: round(sum(v.weight for v in cast), 2) for kind, cast in kinds.items()}
    return "; ".join(
        f"{kind} {sums[kind]:g} ({', '.join(f'{v.why} {v.weight:g}' for v in kinds[kind])})"
        for kind in sorted(kinds, key=lambda k: (-sums[k], k))
    )


def left_row(note: Note) -> Row:
    """One candidate that was left aside, and why."""
    weighed = f"{note.topic} ({note.rule})" if note.rule and note.rule != note.topic else note.topic
    return _words(_short(note.text), ""), Text(one_line(f"no {weighed}: {note.reason}"))


def _short(text: str, most: int = 40) -> str:
    told = one_line(text)
    return told if len(told) <= most else told[: most - 1].rstrip() + "…"
