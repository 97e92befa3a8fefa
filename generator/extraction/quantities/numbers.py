"""Numbers as English news writes them, with their bounds: patterns over the text, read to low and high."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from generator.extraction.caseless import over_small, small

Number = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number in the text.

    Attributes:
        start, end: Offsets with its bounds, signs and units glued to it.
        text: The figures alone, from `number_start` to `number_end`.
        low, high: None: open on that side.
        unit: Of money, percentages and measures; else None.
        bare: Whether nothing but the one figure stands there (no bound, sign or scale).
        words: Whether it is spelt out.
    """

    start: int
    end: int
    text: str
    number_start: int
    number_end: int
    low: Number | None
    high: Number | None
    approximate: bool
    unit: str | None
    bare: bool
    words: bool


@functools.cache
def words() -> Mapping[str, Any]:
    """The word lists of `generator/data/quantities.yml`."""
    text = resources.files("generator").joinpath("data/quantities.yml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    for name in ("numbers", "scales", "letters", "vague"):
        told[name] = {word: value for value, listed in told[name].items() for word in listed}
    return told


@functools.cache
def _pattern() -> str:
    """What an amount looks like."""
    told = words()
    lists = {
        "numbers": told["numbers"],
        "long": [w for w in told["scales"] if len(w) > 3],
        "big": [w for w in told["scales"] if w != "hundred"],
        "letters": told["letters"],
        "signs": told["currency_signs"],
        "currency": told["currency_words"],
        "measures": told["measures"],
        "vague": told["vague"],
        **told["before"],
        **{f"{name}-after": listed for name, listed in told["after"].items()},
    }
    text = _fragment("amount")
    for name, listed in lists.items():
        text = text.replace(f"{{{name}}}", _any(listed))
    return _BLANKS.sub(_blank, text)


@functools.cache
def _compiled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The pattern, and the same for a text in small letters, in which the amounts are looked for."""
    return re.compile(_pattern(), re.IGNORECASE), over_small(_pattern())


_BLANKS = re.compile(r"\[(?:[^\]\\]|\\.)*\]| ")  # a class of characters, or a blank outside of one


def _blank(match: re.Match[str]) -> str:
    return r"[^\S\n]" if match[0] == " " else match[0].replace(" ", r"\s")


def _fragment(name: str) -> str:
    told: str = words()["patterns"][name]
    return re.sub(r"<<([a-z-]+)>>", lambda m: _fragment(m[1]), told)


def _any(listed: Iterable[str]) -> str:
    longest = sorted(listed, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", " ") for w in longest) + ")"


def amounts(text: str) -> Iterator[Amount]:
    """The amounts of the text, in order, not overlapping."""
    pattern, finder = _compiled()
    lower, at = small(text), 0
    while (seen := finder.search(lower, at)) is not None:
        match = pattern.match(text, seen.start())
        found = _read(match) if match is not None else None
        at = max(found.end if found is not None else seen.end(), seen.start() + 1)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> Amount | None:
    if match["vague"]:
        key = re.sub(r"\s+", " ", match["vague"].lower()).removeprefix("many ")
        low: Number | None = words()["vague"].get(key)
        return _amount(match, low, None, approximate=True, number=match.span("vague"))
    shared = match["scale2"] if match["second"] and _may_share(match) else None
    first = value(match["first"], match["scale"] or shared)
    if first is None:
        return None
    if match["second"]:
        second = value(match["second"], match["scale2"])
        joined = match["join"].strip().lower()
        foreign = match["sign2"] is not None and match["sign2"] != match["sign"]
        loose = joined == "and" and (match["between"] or "").lower() != "between"
        if second is None or second <= first or loose or foreign or _changes(match):
            return None if joined in ("-", "–", "—") else _single(match, first, cut=True)
        return _amount(
            match, first, second, approximate=bool(match["about"]), number=(match.start("first"), match.end("second"))
        )
    return _single(match, first, cut=False)


def _may_share(match: re.Match[str]) -> bool:
    """Whether the second figure's scale is the first one's too: $3 to $5 million."""
    return "," not in match["first"] and match["sign2"] in (None, match["sign"])


def _changes(match: re.Match[str]) -> bool:
    """Whether "from 9 to 10" is told of something that rose or fell."""
    if (match["between"] or "").lower() != "from":
        return False
    before = re.findall(r"[a-z]+", match.string[max(0, match.start() - 40) : match.start()].lower())
    return any(_stem(w) in _change_stems() for w in before[-4:])


@functools.cache
def _change_stems() -> frozenset[str]:
    irregular = {
        "rose",
        "risen",
        "fell",
        "fallen",
        "grew",
        "grown",
        "went",
        "gone",
        "slid",
        "shrank",
        "shrunk",
        "brought",
    }
    return frozenset(_stem(word) for word in (*words()["change"], *irregular))


def _stem(word: str) -> str:
    return re.sub(r"(?:pped|pping|tting|ing|ed|es|s|d|e)$", "", word)


def _single(match: re.Match[str], number: Number, *, cut: bool) -> Amount:
    low, high = number, number
    least = match["least"] or (not cut and (match["least_after"] or match["plus"]))
    most = match["most"] or (not cut and match["most_after"])
    about = match["about"] or (not cut and match["about_after"])
    vague_word = bool(re.match(r"(?i)(?:a couple|half a (?!dozen))", match["first"]))
    span = (match.start("first"), match.end("scale") if match["scale"] else match.end("first"))
    return _amount(
        match,
        None if most else low,
        None if least else high,
        approximate=bool(about) or vague_word,
        number=span,
        cut=cut,
    )


def _amount(
    match: re.Match[str],
    low: Number | None,
    high: Number | None,
    *,
    approximate: bool,
    number: tuple[int, int],
    cut: bool = False,
) -> Amount:
    end = number[1] if cut else match.end()
    start = match.start()
    if (match["between"] or "").lower() == "from" or (match["between"] and not match["second"]) or cut:
        start = min(
            (match.start(g) for g in ("least", "most", "about", "exactly", "sign", "first", "vague") if match[g]),
            default=start,
        )
    return Amount(
        start=start,
        end=end,
        text=match.string[slice(*number)],
        number_start=number[0],
        number_end=number[1],
        low=low,
        high=high,
        approximate=approximate,
        unit=_unit(match, cut=cut),
        bare=end - start == number[1] - number[0] and not match["scale"] and not match["vague"],
        words=not any(c.isdigit() for c in match.group()),
    )


def _unit(match: re.Match[str], *, cut: bool) -> str | None:
    told = words()
    if match["sign"]:
        signs = {re.sub(r"\s", "", k.lower()): v for k, v in told["currency_signs"].items()}
        return str(signs[re.sub(r"\s", "", match["sign"].lower())])
    if cut:
        return None
    if match["percent"]:
        return "percentage points" if "point" in match["percent"].lower() else "%"
    if match["money"]:
        return str(told["currency_words"][re.sub(r"\s+", " ", match["money"].lower())])
    return match["measure"].lower() if match["measure"] else None


def value(told: str, scale: str | None) -> Number | None:
    """The number that figures or words say: "13,000", "2.5" "million", "twenty-one", "a dozen"."""
    text = re.sub(r"\s+", " ", told.lower().strip())
    factor = {**words()["scales"], **words()["letters"]}.get((scale or "").strip(" -\u00a0").lower(), 1)
    number = _digits(text) if text[:1].isdigit() else _spelt(text)
    if number is None:
        return None
    total = number * factor
    return int(total) if float(total).is_integer() else round(total, 6)


def _digits(text: str) -> Number | None:
    dozen = 12 if text.endswith("dozen") else 1
    plain, _, part = text.removesuffix("dozen").replace(",", "").strip().partition(" ")
    if len(plain) > 18:
        return None
    above, _, below = part.partition("/")
    fraction = int(above) / int(below) if below else 0
    return ((float(plain) if "." in plain else int(plain)) + fraction) * dozen


def _spelt(text: str) -> Number | None:
    """The number that lower-case words say; None for two numbers in a row ("five six")."""
    if text.startswith("half a "):
        whole = _spelt("a " + text.removeprefix("half a "))
        return whole / 2 if whole is not None else None
    if text.endswith("couple of"):
        return 2
    half = text.endswith(" and a half")
    total: Number = 0
    part: Number = 0
    scale = 0
    for piece in re.split(r"[- ]", text.removesuffix(" and a half").replace(" and a half ", " half ")):
        if piece in words()["scales"] and piece != "hundred":
            scale = words()["scales"][piece]
            total, part = total + (part or 1) * scale, 0
        elif (added := _added(part, piece)) is not None:
            part = added
        else:
            return None
    return total + part + (scale / 2 if half else 0)


def _added(part: Number, piece: str) -> Number | None:
    """The part of a spelt number below a thousand, with one more word."""
    times = {"dozen": 12, "hundred": 100}.get(piece)
    if times is not None:
        return (part or 1) * times
    if piece in ("and", ""):
        return part
    if piece == "half":
        return part + 0.5
    number: int = 1 if piece == "a" else words()["numbers"].get(piece, 0)
    fits = part % 100 == 0 or (part % 10 == 0 and number < 10)
    return part + number if fits else None
