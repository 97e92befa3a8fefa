"""The engine of the date grammar: rules as patterns with resolvers, tried from left to right, longest first."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.extraction.caseless import over_small
from generator.extraction.dates.calendar import Period
from generator.extraction.dates.lexicon import expand
from generator.extraction.dates.tense import Tense, is_done, tense_at
from generator.extraction.parse import Doc, Token
from generator.extraction.trace import SILENT, Trace
from generator.model import Grain


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an expression means.

    Attributes:
        period: None where it is not known: vague, or no anchor to count from.
        anchor: What it was counted from, if from anything.
        grain: Of an expression whose unit is plain though its time is not.
        start, end: Offsets, where the expression is not the whole match.
    """

    period: Period | None = None
    anchor: Period | None = None
    grain: Grain | None = None
    start: int | None = None
    end: int | None = None


@dataclass(slots=True, kw_only=True)
class Context:
    """What the resolvers look at: the text, its parse, the anchor, and the dates found so far.

    Attributes:
        anchor: The dateline's date, else the publication's; a day, a month or a year.
        dated: Every dated expression so far, in the order of the text: where it ends, what it means, its rule.
        trace: Hears what matched and is no date.
        small: The text in small letters.
    """

    text: str
    small: str
    doc: Doc
    anchor: Period | None
    dated: list[tuple[int, Period, str]] = field(default_factory=list)
    trace: Trace = SILENT

    @property
    def day(self) -> date | None:
        """The anchor's day, if it has one."""
        return self.anchor.single if self.anchor else None

    @property
    def last(self) -> Period | None:
        """The last dated expression before this one."""
        return self.dated[-1][1] if self.dated else None

    def quarter(self, since: int = 0) -> Period | None:
        """The last quarter spoken of after this offset, other than for comparison ("a year earlier")."""
        for end, period, rule in reversed(self.dated):
            if end < since:
                return None
            if period.grain is Grain.QUARTER and rule != "year-ago":
                return period
        return None

    def month(self) -> Period | None:
        """The last month spoken of."""
        return next((p for _, p, _ in reversed(self.dated) if p.grain is Grain.MONTH and p.month), None)

    def base(self, unit: str) -> Period | None:
        """The last date before that is fine enough to count such units from, else the anchor."""
        for _, period, _ in reversed(self.dated):
            if (
                period.single
                or (unit in ("month", "quarter") and period.month)
                or unit in ("year", "decade", "century")
            ):
                return period
        return self.anchor

    def tense(self, match: re.Match[str]) -> Tense:
        """The tense of the clause around the match, or what the words right before it say."""
        before = self.before(match.start(), 30)
        if _AHEAD.search(before) and "had been" not in before:
            return Tense.FUTURE
        if before.endswith(("since ", "since the ")):
            return Tense.PAST
        return tense_at(self.doc, match.start(), match.end())

    def done(self, match: re.Match[str]) -> bool:
        """Whether what is told of the expression has surely happened."""
        return not _AHEAD.search(self.before(match.start(), 30)) and is_done(self.doc, match.start(), match.end())

    def told_later(self, match: re.Match[str], base: Period | None) -> bool:
        """Whether the text counts on from a day that it has not named: "the next day he left" without another date."""
        return base is self.anchor and self.tense(match) is not Tense.FUTURE

    def token(self, offset: int) -> Token | None:
        """The token at the offset."""
        stretch = self.doc.char_span(offset, offset + 1)
        return stretch[0] if stretch is not None and len(stretch) else None

    def before(self, offset: int, length: int = 24) -> str:
        """The words before the offset, lower case."""
        return self.text[max(0, offset - length) : offset].lower()

    def after(self, offset: int, length: int = 24) -> str:
        """The words from the offset on."""
        return self.text[offset : offset + length]


# Words right before a date that set it in the future whatever the tense: "was extended to Dec. 2".
_AHEAD = re.compile(
    r"\b(?:effective|starting|beginning|payable|as early as|as soon as|no later than|not later than|expires?|maturing|"
    r"deadline (?:of|is|was)|(?:due|scheduled|slated|planned) (?:for|on|in)|set for|"
    r"(?:extended|postponed|delayed|rescheduled|adjourned|deferred|moved|put off) (?:to|until|till))"
    r"\s(?:on\s|in\s|the\s)?$"
)
Resolve = Callable[[re.Match[str], Context], Answer | None]
ResolveInner = Callable[[re.Match[str], Context, Answer], Answer | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of expression.

    Attributes:
        name: Stands in the facts.
        pattern: What it looks like.
        small: The same over small letters: whether the pattern is worth trying.
        resolve: What a match means; None: it is no date after all.
        around: Instead of `resolve`, for a pattern that a date must follow ("the end of"): gets that date too.
    """

    name: str
    pattern: re.Pattern[str]
    small: re.Pattern[str]
    resolve: Resolve | None = None
    around: ResolveInner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression in the text, resolved."""

    start: int
    end: int
    rule: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Compiled rules; `nucleus` and `opener` are for texts in small letters."""

    rules: tuple[Rule, ...]
    nucleus: re.Pattern[str]
    opener: re.Pattern[str]

    def at(self, offset: int, context: Context, depth: int = 0) -> Found | None:
        """The longest expression that begins at the offset; of equals, the first rule's."""
        best: Found | None = None
        for rule in self.rules:
            if rule.small.match(context.small, offset) is None:
                continue
            match = rule.pattern.match(context.text, offset)
            if match is None or (best is not None and rule.around is None and match.end() <= best.end):
                continue
            try:
                found = self._read(rule, match, context, depth)
            except (ValueError, OverflowError):  # a day before year 1 or after year 9999: no calendar has it
                context.trace.rejected("date", match.span(), rule.name, "no calendar has such a day")
                continue
            if found is None:
                context.trace.rejected("date", match.span(), rule.name, "in these surroundings it is no date")
            if found is not None and (best is None or found.end > best.end):
                best = found
        return best

    def _read(self, rule: Rule, match: re.Match[str], context: Context, depth: int) -> Found | None:
        end = match.end()
        if rule.around is not None:
            inner = self.at(end, context, depth + 1) if depth < 2 else None
            if inner is None or inner.start != end:
                return None
            answer, end = rule.around(match, context, inner.answer), inner.end
        else:
            answer = rule.resolve(match, context) if rule.resolve is not None else None
        if answer is None:
            return None
        start = match.start() if answer.start is None else answer.start
        return Found(start=start, end=end if answer.end is None else answer.end, rule=rule.name, answer=answer)


def compile_rules(
    told: Mapping[str, Any], readers: Mapping[str, Resolve], around: Mapping[str, ResolveInner]
) -> Grammar:
    """The rules as the grammar's file tells them, ready to be tried.

    Args:
        told: `rules` with their names, patterns, and readers' names; `nucleus`, a pattern that every expression has a
            match of; `opener`, one that it begins with.
        readers: Functions by name.
        around: Functions by name, of the rules that a date must follow.
    """
    rules = tuple(_rule(t, readers, around) for t in told["rules"])
    nucleus, opener = (over_small(expand(told[x])) for x in ("nucleus", "opener"))
    return Grammar(rules=rules, nucleus=nucleus, opener=opener)


def _rule(told: Mapping[str, str], readers: Mapping[str, Resolve], around: Mapping[str, ResolveInner]) -> Rule:
    whole = "" if "around" in told else r"(?![^\W_])"
    pattern = f"(?:{expand(told['pattern'])}){whole}"
    return Rule(
        name=told["name"],
        pattern=re.compile(pattern, re.IGNORECASE),
        small=over_small(pattern),
        resolve=readers.get(told["read"]),
        around=around.get(told["read"]),
    )


_WORD = re.compile(r"[^\W_]+|['’]\d")
_REACH = 7  # words before its nucleus that an expression may begin with


def starts(small: str, nucleus: re.Pattern[str]) -> Iterator[int]:
    """Where an expression may begin: the beginnings of words at or shortly before a nucleus, each once, in order."""
    words = [m.start() for m in _WORD.finditer(small) if m.start() == 0 or not small[m.start() - 1].isalnum()]
    at, done = 0, 0
    for match in nucleus.finditer(small):
        while at < len(words) and words[at] < match.start():
            at += 1
        for index in range(max(done, at - _REACH), min(at + 1, len(words))):
            yield words[index]
        done = max(done, at + 1)


def scan(grammar: Grammar, context: Context) -> Iterator[Found]:
    """The expressions of the text, in order, not overlapping."""
    free = 0
    for offset in starts(context.small, grammar.nucleus):
        if offset < free or grammar.opener.match(context.small, offset) is None:
            continue
        found = grammar.at(offset, context)
        if found is None or found.start < free:
            continue
        free = found.end
        if found.answer.period is not None:
            context.dated.append((found.end, found.answer.period, found.rule))
        yield found
