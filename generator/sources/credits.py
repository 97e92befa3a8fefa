"""Captions and their photo credits, agency lines and datelines: what stands at the edges of a paragraph."""

import re
from dataclasses import dataclass

from generator.sources.dates import FULL, MONTH
from generator.sources.outlets import known

_FILE = re.compile(r"(?:FILE(?: PHOTO| PICTURE| IMAGE)?|File(?: photo| picture| image)?)\s*[-–—:]+\s*")
_NUMBER = re.compile(r"\[?\d{1,2}\s?(?:/|of)\s?\d{1,2}\]?(?:[.:]|\s?\|)?\s+(?=[A-Z])")
_LABEL = re.compile(r"(?:(?:Image|Photo|Picture) caption|Caption|Pictured|PHOTO|Photo|Image)\s*[,:]\s*")
_SHOT = r"(?:photo|photograph|picture|image|frame|frame ?grab|video grab|screen ?grab|screenshot|still|handout)"
_IN_THIS = re.compile(
    rf"(?:In (?:this|these|an?)|This|An?|The|These)\s+(?:[\w.,'’-]+\s+){{0,5}}?{_SHOT}s?"
    rf"(?:\s+(?:from|taken|made|provided|released|distributed|supplied|posted|issued|obtained|of|by|on)\b|,)",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    rf"{_SHOT}s?\b.{{0,160}}\b(?:shows?|showing|provided by|released by|distributed by)\b", re.IGNORECASE
)
_IN_UNDATED = re.compile(
    rf"\bin (?:this|an) (?:[\w-]+ ){{0,3}}{_SHOT}\b.{{0,60}}"
    r"\b(?:released|provided|distributed|supplied|obtained|taken)\b"
)
_TAKEN = re.compile(r"Photo taken on .{4,40} shows ")
_POSE = re.compile(r"\bpos(?:e|es|ing) for (?:a |an |the )?(?:\w+ )?(?:photos?|photographs?|pictures?)\b")
_PLACED = re.compile(
    r",\s*(?:left|right|center|centre|second (?:left|right)|top|bottom),|\((?:L|R|C|left|right|center)\)"
)
_GROUP = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{2,160})[)\]]\s*\.?$")
_STRONG = re.compile(
    r"\b(?:Photos?|Photograph(?:er)?|Pictures?|Images?|Pool|Handout|via|Getty|Courtesy|Screenshot|Illustration)\b|\bfile\b",
    re.IGNORECASE,
)
_SMALL = frozenset(("via", "by", "and", "of", "the", "for", "courtesy", "de", "van", "von", "bin", "al", "file"))
_GLUED = re.compile(r"(?<=[a-z.)\]”\"’!?])[A-Z][A-Z .&'’/-]{3,48}$")
# Names behind the last sentence, with a stroke or "via" between them: "... in Varn. COAST WIRE/Ida Moss".
_LONGEST_CREDIT = 200
_CAPITALS = r"[A-Z][\w.'’&-]*(?:\s[A-Z][\w.'’&-]*){0,4}"
_STROKE = re.compile(
    rf"(?<=[.!?\"”])\s+(?P<credit>{_CAPITALS}(?:\s?/\s?{_CAPITALS}|\svia\s{_CAPITALS}){{1,3}}?)"
    r"(?:\sPurchase Licensing Rights.{0,20})?$"
)
_BARE = re.compile(
    r"\s*(?:(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: credits?| by)?\s*:\s*|Photo(?:graph)?s? by\s+|©\s*)"
    r"(?P<credit>[A-Z][\w.&'’/ ,-]{2,80})$"
)

_PLACE = r"(?:[A-ZÀ-Þ][\w.’'-]*(?:\s(?:of|de|la|le|el|al|the|do|da|del|and)(?=\s))?(?:[\s/][A-ZÀ-Þ][\w.’'-]*)*)"
_DATE = rf"(?:{MONTH}\s+\d{{1,2}}(?:,\s*\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?)"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:,\s{_PLACE}){{0,3}}?)(?=[\s,.(]))?"
    rf"(?:[,.]?\s*(?P<date>{_DATE})(?![\w]))?[,.]?\s*(?:\((?P<agency>[^()]{{2,48}})\))?(?:\s*(?:—|–|―|--)\s*|\s+[-_]\s+)(?=[\"“‘'A-Z0-9À-Þ$£€])"
)
# The same on a line of its own, where it has to name an agency, a date or a dash to be one.
_ALONE = re.compile(
    rf"(?P<place>{_PLACE}(?:,\s{_PLACE}){{0,3}}?)(?:[,.]?\s*(?P<date>{_DATE}))?[,.]?"
    rf"\s*(?:\((?P<agency>[^()]{{2,48}})\))?\s*(?P<dash>—|–|―|--?|_)?"
)
_SLASHED = re.compile(
    rf"(?:(?P<place>{_PLACE})[,.]\s*)?(?:(?P<date>{_DATE})[.,]?\s*)?"
    rf"/(?P<agency>[A-Z][\w -]{{1,20}})/\.?\s*(?:[—–-]+\s*)?"
)
_NO_PLACE = re.compile(r"(?:On|In|At|By|From|Since|Until|After|Before|Updated|Published)\b")
_TAIL = re.compile(r"\s+(?:[—–-]{1,2}\s?|\()(?P<agency>[A-Z][\w/ .-]{1,30}?)\)?\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What is cut off the edges of a paragraph's text, and what it tells.

    Attributes:
        start, end: The text without it is `text[start:end]`.
        agency: Who is credited with the text, as it stands.
        date: The words of a date in the dateline.
    """

    start: int
    end: int
    agency: str | None = None
    date: str | None = None


def caption(text: str, *, marked: bool = False) -> Cut | None:
    """Where the words of a caption begin and end in the paragraph; None if it is no caption.

    Args:
        text: The paragraph.
        marked: It is known to be a caption, by its place on a page.
    """
    file = _FILE.match(text)
    label = _LABEL.match(text) or _NUMBER.match(text)
    sure = bool(marked or file or (label and label.re is _LABEL) or _is_shot(text) or _is_pose(text))
    end = _without_credits(text, sure=sure)
    if not sure and end == len(text):
        return None
    start = file.end() if file else label.end() if label else 0
    return Cut(start=min(start, end), end=end)


def _is_shot(text: str) -> bool:
    if _TAKEN.match(text) or _IN_UNDATED.search(text):
        return True
    if _IN_THIS.match(text) is None:
        return False
    return text.startswith("In th") or _SHOWS.search(text[:260]) is not None


def _is_pose(text: str) -> bool:
    posed = _POSE.search(text) or _PLACED.search(text)
    return posed is not None and FULL.search(text) is not None


def _without_credits(text: str, *, sure: bool) -> int:
    end = len(text)
    glued = _GLUED.search(text, max(0, end - _LONGEST_CREDIT))
    if glued is not None and (sure or text[: glued.start()].endswith((")", "]"))):
        end = glued.start()
    for _ in range(3):
        group = _GROUP.search(text, max(0, end - _LONGEST_CREDIT), end)
        if group is None or not is_credit(group["credit"], sure=sure):
            break
        sure, end = True, group.start()
    stroke = _STROKE.search(text, max(0, end - _LONGEST_CREDIT), end)
    if stroke is not None and is_credit(stroke["credit"].replace(" via ", "/").strip(), sure=sure):
        sure, end = True, stroke.start()
    bare = _BARE.search(text, 0, end) if sure else None
    if bare is not None and bare.start() > 0:
        end = bare.start()
    # A glued name without a credit before it proves nothing by itself.
    return len(text) if not sure else end


def is_credit(words: str, *, sure: bool) -> bool:
    """Whether words in brackets at a paragraph's end credit a picture.

    Args:
        words: What stands in the brackets.
        sure: The paragraph is a caption anyhow, so that names alone are enough.
    """
    names = re.findall(r"[^\s,;/|]+", words)
    named = bool(names) and all(n[0].isupper() or not n[0].isalpha() or n.lower() in _SMALL for n in names)
    if not named or len(names) > 16:
        return False
    parts = [p.strip() for p in re.split(r"[/,|]", words)]
    outlet = any(known(p) for p in parts)
    strong = _STRONG.search(words) is not None or (len(parts) > 1 and outlet)
    return strong or (sure and len(names) > 1) or (sure and outlet)


def dateline(text: str, *, first: bool) -> Cut | None:
    """Where the text of the paragraph begins after an agency line or dateline; None where there is none.

    Args:
        text: The paragraph.
        first: It is the body's first paragraph, the place for a dateline without an agency.
    """
    slashed = _SLASHED.match(text)
    if slashed is not None and (slashed["place"] or known(slashed["agency"])):
        return Cut(start=slashed.end(), end=len(text), agency=slashed["agency"], date=slashed["date"])
    match = _DATELINE.match(text)
    if match is None or match.end() > 120 or match.end() == len(text):
        return None
    agency, date = _in_brackets(match)
    if agency is not None and known(agency):
        return Cut(start=match.end(), end=len(text), agency=agency, date=date)
    loud = _is_loud(match["place"])
    if match["place"] is not None and _NO_PLACE.match(match["place"]):
        return None
    # Any other name in brackets may be a party's or a state's, unless the place before it is written as datelines are.
    if not (first and match["place"] and (loud or (date and agency is None))):
        return None
    return Cut(start=match.end(), end=len(text), agency=agency, date=date)


def _in_brackets(match: re.Match[str]) -> tuple[str | None, str | None]:
    """The agency and the date of a dateline; some put the date where others put the agency."""
    agency, date = match["agency"], match["date"]
    if agency is not None and (dated := re.fullmatch(_DATE, agency.strip())):
        return None, dated[0]
    return agency.strip() if agency else None, date


def _is_loud(place: str | None) -> bool:
    return place is not None and re.match(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,}(?=,|$)", place) is not None


def lone_dateline(text: str) -> Cut | None:
    """What a dateline tells that stands on a line of its own; None where the line is none."""
    match = _ALONE.fullmatch(text) if len(text) <= 120 else None
    if match is None or not _is_loud(match["place"]):
        return None
    agency, date = _in_brackets(match)
    if agency is None and match["dash"] and known(match["place"]):
        agency = match["place"]
    if not (date or match["dash"] or (agency is not None and known(agency))):
        return None
    return Cut(start=len(text), end=len(text), agency=agency, date=date)


def tail_agency(text: str) -> Cut | None:
    """An agency's name behind the last sentence ("... of the year. (AFP)"); None where there is none."""
    match = _TAIL.search(text, max(0, len(text) - 60))
    if match is None or known(match["agency"]) is None or text[: match.start()].rstrip()[-1:] not in '.!?"”’':
        return None
    return Cut(start=0, end=match.start(), agency=match["agency"])
