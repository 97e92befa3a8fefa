"""The pure logic of names: when two of them may be one, when they must not be, and what they are stripped of.

Nothing here reads a text. "Equal" is safe to act on; "may" needs the article's or a person's word.
"""

import functools
import re
import unicodedata

from generator.text import fold, slug, squash, straight


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_PARTED = re.compile(r"\b(O['’]) (?=[A-Z])")  # "O' Leary"
_POSSESSIVE = re.compile(r"(?:['’‘´`]s|(?<=s)['’])$", re.IGNORECASE)
_EDGE = " \t\n\r\"“”‘’'`«»„,;:()[]{}*_~–—-"
_WORD = re.compile(r"[^\s\-–/]+")
_SMALL = _set("of the and for in on at de del la le du des & to von van der den bin ibn al el y e")
# Words in small letters that belong to a person's name: "Charles de Gaulle", "Osama bin Laden".
PARTICLES = _set(
    "al el bin ibn bint de da di du del von van der den ad as ash an at e i d la le ben abu ould umm ter ten dos das "
    "della zu af av"
)
# What a company's name may carry or lack.
_LEGAL = _set(
    "inc inc. incorporated corp corp. corporation co co. company ltd ltd. limited llc llp plc ag sa s.a. sas s.a.s. "
    "gmbh nv n.v. se spa s.p.a. ab oy kg bv"
)
# Surnames that stand before a given name of two syllables, which is written in one word, two, or with a hyphen.
_EAST_ASIAN = _set(
    "kim lee yi ri park pak choi choe jung jong jeong kang gang cho jo yoon yun jang chang lim im rim han oh o "
    "seo so shin sin kwon hwang ahn an song ryu yoo yu hong jeon jun chun ko go moon mun yang son sohn bae paik "
    "baek heo ho nam shim sim noh roh no ha kwak sung cha joo ju woo u koo gu min na jin um won chae cheon bang "
    "kong gong hyon hyun byun chen wang li liu zhang zhao zhou wu xu sun ma zhu hu guo he lin luo gao liang zheng "
    "xie tang deng feng xi jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan "
    "liao zou xiong lu hao bai cui tsai tseng hsu hsieh cheng lai tsang lam chan wong cheung leung chow yeung ng "
    "tam fung mak kwok "
)
# Words that Britain and America spell differently, in the names of organizations.
_AMERICAN = {
    "defence": "Defense",
    "labour": "Labor",
    "organisation": "Organization",
    "centre": "Center",
    "programme": "Program",
    "harbour": "Harbor",
}
_GENERATION = re.compile(r"(?:jr|sr|junior|senior|i{2,3}|iv)\.?", re.IGNORECASE)
_DIRECTIONS = _set("north south east west northern southern eastern western new old upper lower central")


def without_article(name: str) -> str:
    """The name without a leading article."""
    return _ARTICLE.sub("", name.strip(), count=1) if _ARTICLE.match(name.strip()) else name.strip()


def without_possessive(name: str) -> str:
    """The name without a closing 's, or an apostrophe after an s."""
    return _POSSESSIVE.sub("", name)


@functools.lru_cache(maxsize=50_000)
def core(name: str) -> str:
    """The name without article, possessive and marks at its edges."""
    bare = _PARTED.sub(r"\1", name.strip(_EDGE))
    return without_article(without_possessive(bare)).strip(_EDGE)


@functools.lru_cache(maxsize=50_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name; hyphens and slashes part them."""
    return tuple(_WORD.findall(core(name)))


@functools.lru_cache(maxsize=50_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, parted by blanks alone: "Shin Won-sik" has two."""
    return tuple(core(name).split())


@functools.lru_cache(maxsize=50_000)
def scripts(name: str) -> frozenset[str]:
    """The scripts of the name's letters ("LATIN", "CYRILLIC"); a name of two scripts is never its Latin twin."""
    return frozenset(unicodedata.name(c, "UNKNOWN").split()[0] for c in name if c.isalpha() and not c.isascii()) | (
        frozenset({"LATIN"}) if any(c.isascii() and c.isalpha() for c in name) else frozenset()
    )


@functools.lru_cache(maxsize=50_000)
def identity(name: str) -> str:
    """The key under which spellings of one name meet: squashed, without article and possessive; "" for no name."""
    return squash(core(name))


def equal(one: str, other: str) -> bool:
    """Whether two names are one but for case, accents, blanks, hyphens, dots and apostrophes."""
    return bool(identity(one)) and identity(one) == identity(other)


@functools.lru_cache(maxsize=50_000)
def acronym(name: str) -> str:
    """The acronym that a name would have: the capitals of its great words ("NIS")."""
    return "".join(w[0].upper() for w in parts(name) if fold(w) not in _SMALL and w[:1].isalpha())


@functools.lru_cache(maxsize=50_000)
def is_acronym(name: str) -> bool:
    """Whether a name looks like an acronym: two to eight letters, nearly all capitals."""
    bare = core(name).replace(".", "")
    upper = sum(c.isupper() for c in bare)
    return 2 <= len(bare) <= 8 and " " not in bare and upper >= 2 and upper >= len(bare) - 2 and bare[0].isalpha()


def stands_for(short: str, long: str) -> bool:
    """Whether the acronym may stand for the name: its capitals are the initials of the name's words, in order.

    Small words may be counted or not ("DPRK", "MoD", "IAEA"); no great word may be skipped.
    """
    letters = fold(core(short)).replace(".", "").replace("-", "")
    great = [fold(w) for w in parts(long)]
    if not is_acronym(short) or len(great) < 2:
        return False
    every = "".join(w[0] for w in great)
    some = "".join(w[0] for w in great if w not in _SMALL)
    return letters in (every, some)


def generation(name: str) -> str:
    """The mark that parts father and son ("jr", "iii"), folded; "" for none."""
    last = words(name)[-1:] or ("",)
    return fold(last[0]).strip(".") if len(words(name)) > 1 and _GENERATION.fullmatch(last[0]) else ""


def bare_person(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded, without the mark of a generation."""
    listed = tuple(fold(w).strip(".,") for w in words(name))
    return listed[:-1] if generation(name) else listed


def surname(name: str) -> str:
    """The last word of a person's full name with the particles before it: "de Boer", "van der Berg", "Lund"."""
    listed = words(name)
    first = len(listed) - 1
    while first > 1 and fold(listed[first - 1]) in PARTICLES:
        first -= 1
    return " ".join(listed[max(first, 0) :])


def may_be_surname(word: str) -> bool:
    """Whether a single name may as well be an East Asian surname ("Kim"), which tells no gender."""
    return fold(word) in _EAST_ASIAN


def same_person(one: str, other: str) -> bool:
    """Whether two full names of persons are safely one: equal, or one lacks only middle names or initials.

    "George W. Bush" is "George Bush", but not "George H. W. Bush"; "John Smith Jr." is not "John Smith".
    """
    if equal(one, other):
        return True
    a, b = bare_person(one), bare_person(other)
    if generation(one) != generation(other) or len(a) < 2 or len(b) < 2 or scripts(one) != scripts(other):
        return False
    if a[0] != b[0] or a[-1] != b[-1]:
        return False
    short, long = sorted((a[1:-1], b[1:-1]), key=len)
    if not short:
        # A middle name that is written out may be half of another given name ("Kim Jong Un"): only initials go.
        return all(len(m) == 1 for m in long)
    matched = (m[0] == n[0] and 1 in (len(m), len(n)) for m, n in zip(short, long, strict=False))
    return len(short) == len(long) and all(matched)


def is_part_of(short: str, full: str) -> bool:
    """Whether the shorter name is what a person may be called by within an article.

    It is the first or the last of the full name's words, or several of them in their order from either end.
    """
    a, b = bare_person(short), bare_person(full)
    if not a or len(a) >= len(b) or scripts(short) != scripts(full):
        return False
    return b[-len(a) :] == a or b[: len(a)] == a


def without_legal_form(name: str) -> str:
    """An organization's name without "Inc.", "Company" and the like at its end; never empty."""
    kept = list(words(name))
    while len(kept) > 1 and fold(kept[-1]).strip(",") in _LEGAL:
        kept.pop()
    return " ".join(kept).rstrip(",")


def same_organization(one: str, other: str) -> bool:
    """Whether two names of organizations are safely one: equal but for the legal form."""
    return equal(without_legal_form(one), without_legal_form(other))


def distance(one: str, other: str, *, limit: int = 2) -> int:
    """The edit distance (insertion, deletion, substitution, swap of neighbours), or limit + 1 when it is greater."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def misspells(odd: str, known: str) -> bool:
    """Whether a name may be a slip of the pen for a known one: one letter in seven or more, none at its start.

    Whether `odd` is itself a known name is for the caller to say: "Iraq" and "Iran", "Austria" and "Australia"
    and "North" and "South" are known apart.
    """
    a, b = identity(odd), identity(known)
    if min(len(a), len(b)) < 7 or abs(len(a) - len(b)) > 1 or a == b or a[0] != b[0] or scripts(odd) != scripts(known):
        return False
    if len(words(odd)) != len(words(known)) or generation(odd) != generation(known):
        return False
    differing = {fold(w) for w in words(odd)} ^ {fold(w) for w in words(known)}
    if any(c.isdigit() for c in a + b) or _DIRECTIONS & differing:
        return False
    return _one_slip(a, b)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two neighbours swapped, make the one of the other."""
    start = _shared_start(one, other)
    one, other = one[start:], other[start:]
    end = _shared_start(one[::-1], other[::-1])
    left, right = one[: len(one) - end], other[: len(other) - end]
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _shared_start(one: str, other: str) -> int:
    unlike = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(unlike, min(len(one), len(other)))


def folded_quotes(name: str) -> str:
    """The name with straight quotation marks and single blanks."""
    return " ".join(straight(name).split())


def lasting(name: str, *, person: bool) -> str:
    """The name as ids are made from it: one and the same for all spellings that `equal` takes for one.

    It follows from the name alone, so that it never changes for what else is in a dossier. Hyphens inside a word
    fall away ("Won-sik"), and so does the blank in an East Asian given name ("Jong Un", "Jong-un").

    Args:
        name: The fullest name of an actor.
        person: Whether it is a person's.
    """
    listed = [re.sub(r"[-–.'’]", "", w) if _lower_after_hyphen(w) else w for w in words(without_legal_form(name))]
    if not person:
        listed = [_AMERICAN.get(fold(w), w) for w in listed]
    if person and len(listed) == 2 and fold(listed[0]) in _EAST_ASIAN:
        listed = [listed[0], listed[1].replace("-", "")]
    if person and len(listed) == 3 and fold(listed[0]) in _EAST_ASIAN and all(len(w) <= 6 for w in listed):
        listed = [listed[0], listed[1] + listed[2]]
    return " ".join(listed)


@functools.lru_cache(maxsize=50_000)
def lasting_slug(name: str, *, person: bool) -> str:
    """The id that an actor has by its name alone, in every dossier."""
    return slug(lasting(name, person=person))


def _lower_after_hyphen(word: str) -> bool:
    return bool(re.search(r"\w[-–]\w", word)) and (word.rsplit("-", maxsplit=1)[-1][:1].islower() or "." in word)
