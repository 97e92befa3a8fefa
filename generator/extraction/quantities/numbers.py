"""Numbers as English news writes them, with their bounds: patterns over the text, read to low and high."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

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
    told: dict[str, Any] = yaml.safe_load(resources.files("generator").joinpath("data/quantities.yml").read_text(encoding="utf-8"))
    for name in ("numbers", "scales", "vague"):
        told[name] = {word: value for value, listed in told[name].items() for word in listed}
    told["currency_signs"] = {str(k): v for k, v in told["currency_signs"].items()}
    return told


def _any(listed: Any) -> str:
    longest = sorted((str(w) for w in listed), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"[^\S\n]+") for w in longest) + ")"


@functools.cache
def pattern() -> re.Pattern[str]:
    """What an amount looks like."""
    told = words()
    ones = _any(w for w, n in told["numbers"].items())
    scale_words = _any(w for w in told["scales"] if len(w) > 2)
    spelt = rf"(?:{ones}(?:[- ](?:and[- ])?{ones})*(?: (?:{scale_words})(?: (?:and )?{ones}(?:[- ]{ones})*)?)*)"
    digits = r"(?>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    one = rf"(?:half a (?:dozen|{scale_words})|(?:a|one) (?:couple of|dozen|{scale_words}(?: and a half)?)|{digits}(?: ?dozen)?|{spelt}(?: dozen)?)"
    scale = rf"(?:(?:[- ]?(?:{_any(w for w in told['scales'] if w != 'hundred')})\b)|(?: hundred\b))"
    sign = _any(told["currency_signs"])
    befores = "|".join(f"(?P<{k}>{_any(v)})" for k, v in told["before"].items())
    afters = "|".join(f"(?P<{k}_after>{_any(v)})" for k, v in told["after"].items())
    first = rf"(?:(?P<sign>{sign})[^\S\n]?)?(?P<first>{one})(?P<scale>{scale})?"
    second = rf"(?P<join>-|–|—| - | – | to | and | or )(?:{sign}[^\S\n]?)?(?P<second>{one})(?P<scale2>{scale})?"
    unit = rf"(?:[^\S\n]?(?P<percent>%|percent\b|per cent\b|pct\b\.?|percentage points?\b)|[^\S\n](?P<money>{_any(told['currency_words'])})\b|[^\S\n]?(?P<measure>{_any(told['measures'])})\b(?![.]\w))"
    text = (
        rf"(?<![\w.,/:-])(?:(?P<between>between|from)[^\S\n]+)?(?:(?:{befores})[^\S\n]+)*"
        rf"(?:(?P<vague>(?:several |many )?{_any(told['vague'])})\b(?! (?:hundred|thousand|million|billion|dozen))|(?:{first})(?:{second})?(?P<plus>\+)?(?:{unit})?(?![^\W_])(?:[^\S\n](?:{afters})\b)?)"
    )
    return re.compile(text.replace(" ", r"[^\S\n]").replace(r"[-[^\S\n]]", r"[-\s]"), re.IGNORECASE)


def amounts(text: str) -> Iterator[Amount]:
    """The amounts of the text, in order, not overlapping."""
    for match in pattern().finditer(text):
        if (found := _read(match)) is not None:
            yield found


def _read(match: re.Match[str]) -> Amount | None:
    if match["vague"]:
        key = re.sub(r"^(?:several|many)\s+", "", re.sub(r"\s+", " ", match["vague"].lower())) or "several"
        low: Number | None = words()["vague"].get(key)
        return _amount(match, low, None, approximate=True, number=match.span("vague"))
    first = value(match["first"], match["scale"] or (match["scale2"] if match["second"] and "," not in match["first"] else None))
    if first is None:
        return None
    if match["second"]:
        second = value(match["second"], match["scale2"])
        joined = match["join"].strip().lower()
        if second is None or second <= first or (joined == "and" and (match["between"] or "").lower() != "between"):
            return None if joined in ("-", "–", "—") else _single(match, first, cut=True)
        return _amount(match, first, second, approximate=bool(match["about"]), number=(match.start("first"), match.end("second")))
    return _single(match, first, cut=False)


def _single(match: re.Match[str], number: Number, *, cut: bool) -> Amount:
    low, high = number, number
    least = match["least"] or (not cut and (match["least_after"] or match["plus"]))
    most = match["most"] or (not cut and match["most_after"])
    about = match["about"] or (not cut and match["about_after"])
    vague_word = bool(re.match(r"(?i)(?:a couple|half a (?!dozen))", match["first"]))
    span = (match.start("first"), match.end("scale") if match["scale"] else match.end("first"))
    return _amount(
        match, None if most else low, None if least else high, approximate=bool(about) or vague_word, number=span, cut=cut
    )


def _amount(
    match: re.Match[str], low: Number | None, high: Number | None, *, approximate: bool, number: tuple[int, int], cut: bool = False
) -> Amount:
    end = number[1] if cut else match.end()
    start = match.start()
    if (match["between"] or "").lower() == "from" or (match["between"] and not match["second"]) or cut:
        start = min((match.start(g) for g in ("least", "most", "about", "exactly", "sign", "first", "vague") if match[g]), default=start)
    words_only = not any(c.isdigit() for c in match.group())
    bare = end - start == number[1] - number[0] and not match["scale"] and not match["vague"]
    return Amount(
        start=start, end=end, text=match.string[number[0] : number[1]], number_start=number[0], number_end=number[1], low=low, high=high, approximate=approximate,
        unit=_unit(match, cut=cut), bare=bare, words=words_only,
    )  # fmt: skip


def _unit(match: re.Match[str], *, cut: bool) -> str | None:
    told = words()
    if match["sign"]:
        signs = {k.lower(): v for k, v in told["currency_signs"].items()}
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
    factor = words()["scales"].get((scale or "").strip(" -").lower(), 1)
    number = _digits(text) if text[:1].isdigit() else _spelt(text)
    if number is None:
        return None
    total = number * factor
    return int(total) if float(total).is_integer() else round(total, 6)


def _digits(text: str) -> Number | None:
    dozen = 12 if text.endswith("dozen") else 1
    plain = text.removesuffix("dozen").replace(",", "").strip()
    if len(plain) > 18:
        return None
    return (float(plain) if "." in plain else int(plain)) * dozen


def _spelt(text: str) -> Number | None:
    if text.startswith("half a "):
        return _spelt("a " + text.removeprefix("half a ")) / 2  # type: ignore[operator]
    if text.endswith("couple of"):
        return 2
    told = words()
    half = text.endswith(" and a half")
    total, part, last = 0, 0, 0
    for piece in re.split(r"[- ]", text.removesuffix(" and a half")):
        if piece in ("and", ""):
            continue
        if piece == "a":
            part = 1
        elif piece in told["numbers"]:
            number = told["numbers"][piece]
            if part % 100 and not (part % 10 == 0 and number < 10):
                return None  # two numbers in a row
            part += number
        elif piece == "dozen":
            part = (part or 1) * 12
        elif piece == "hundred":
            part, last = (part or 1) * 100, 100
        elif piece in told["scales"]:
            last = told["scales"][piece]
            total, part = total + (part or 1) * last, 0
    return total + part + (last / 2 if half else 0)
