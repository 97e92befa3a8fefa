"""One decoded file to one Article: pure, from text to value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.errors import Problem, SourceError
from generator.model import Article, Bases, Basis, Block, Limits, is_english
from generator.scripts import mixed_scripts
from generator.sources import cleaning, page, tongues
from generator.sources.cleaning import Piece
from generator.sources.dates import after
from generator.sources.dating import Dated, date_of
from generator.sources.front_matter import part
from generator.sources.invisible import deceptive
from generator.sources.language import name_of
from generator.sources.paragraphs import Paragraph, split
from generator.sources.stated import Stated
from generator.sources.tongues import Tongues

_EMPTY = "Put the article's text into it, or remove it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read as an article: its decoded text, and what is known of it from outside."""

    id: str
    path: str
    sha256: str
    text: str
    html: bool = False
    markdown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How files are read.

    Attributes:
        limits: What is too much.
        today: Later dates are not believed.
        as_is: The text stays as it is.
        published: EDTF date of articles that state none.
    """

    limits: Limits
    today: date
    as_is: bool = False
    published: str | None = None


def read(source: Source, manner: Manner) -> tuple[Article, tuple[Problem, ...]]:
    """The article, and what there is to say about it.

    Raises:
        SourceError: The file holds no article.
    """
    parted = part(source.text, path=source.path, limits=manner.limits)
    problems = list(parted.problems)
    body, page_says, captions = parted.body, Stated(), frozenset[str]()
    if source.html:
        found = page.read(body, path=source.path)
        body, page_says, captions = found.text, found.stated, found.captions
        problems += found.problems
    _refuse_unreadable(body, source, manner.limits)
    paragraphs = split(body, first_line=parted.line, markdown=source.markdown)
    if source.html:
        paragraphs = _found_again(paragraphs, source.text)
    title = parted.stated.title or page_says.title
    pieces = cleaning.sort(paragraphs, title=title, captions=captions)
    stated = parted.stated.language or page_says.language
    looks = _looks(pieces, stated)
    if not manner.as_is:
        problems += _unread(source.path, pieces, looks)
        pieces = tongues.left_unread(pieces, looks.others)
    if manner.as_is:
        article = _article(source, body, cleaning.as_it_stands(pieces))
    else:
        cleaned = cleaning.compose(pieces)
        article = replace(_article(source, cleaned.text, cleaned.blocks), removed=cleaned.removed)
    if not any(c.isalnum() for c in article.text):
        told = "no text is left once page furniture is taken out"
        raise SourceError(told, path=source.path, remedy=_EMPTY)
    front = parted.stated
    article, said = _described(article, front, page_says, pieces, manner)
    article, spoken = _with_language(article, stated, looks.language, _FRONT if front.language else _STATED)
    problems += [*said, *_suspicions(article, body, paragraphs), *spoken]
    return article, tuple(problems)


def _looks(pieces: Sequence[Piece], stated: str | None) -> Tongues:
    """What languages the article looks to be in, where it states none or English.

    Many a page that is in another language says that it is in English, because its template does.
    """
    if stated is not None and not is_english(stated):
        return Tongues(language=None, others={})
    return tongues.tongues([pieces[at].text for at in tongues.spoken(pieces)])


def _refuse_unreadable(body: str, source: Source, limits: Limits) -> None:
    if not any(c.isalnum() for c in body):
        told = "empty: there is no text in it" if not body.strip() else "no text in it, only signs"
        raise SourceError(told, path=source.path, remedy=_EMPTY)
    lines = body.splitlines()
    if len(lines) > _MOST_LINES:
        told = f"too many lines: {len(lines):,}, the limit is {_MOST_LINES:,}"
        raise SourceError(told, path=source.path, remedy="Keep the article's text alone.")
    longest = max(len(line) for line in lines)
    if longest > limits.line:
        told = f"a line is too long: {longest:,} characters, the limit is {limits.line:,}"
        raise SourceError(told, path=source.path, remedy="Break the text into paragraphs.")


def _found_again(paragraphs: list[Paragraph], html: str) -> list[Paragraph]:
    """The paragraphs with the lines that they have in the page's source; entities may hide one."""
    told = []
    at, line = 0, 1
    for paragraph in paragraphs:
        found = html.find(paragraph.text[:_ENOUGH_TO_FIND], at)
        if found >= 0:
            line += html.count("\n", at, found)
            at = found
        told.append(replace(paragraph, line=line))
    return told


_ENOUGH_TO_FIND = 24
_MOST_LINES = 200_000


def _article(source: Source, text: str, blocks: tuple[Block, ...]) -> Article:
    return Article(id=source.id, path=source.path, sha256=source.sha256, text=text, blocks=blocks)


def _described(
    article: Article, front: Stated, page_says: Stated, pieces: list[Piece], manner: Manner
) -> tuple[Article, tuple[Problem, ...]]:
    """The article with what is known of it, the surest source of each piece first."""
    title, title_basis = _first((front.title, _FRONT), (page_says.title, _STATED), (cleaning.headline(pieces), _STATED))
    publisher, publisher_basis = _first(
        (front.publisher, _FRONT),
        (page_says.publisher, _STATED),
        (cleaning.publisher(pieces), _STATED),
    )
    dated, problems = _dated(article.path, front, page_says, pieces, manner)
    told = replace(
        article,
        title=title,
        publisher=publisher,
        published=dated.edtf,
        published_reason=dated.reason,
        url=front.url or page_says.url,
        authors=front.authors or page_says.authors or cleaning.authors(pieces),
        # A page may say anything of itself: only front matter, which the operator wrote, opens an article to be quoted.
        license=front.license,
        origins=cleaning.origins(pieces),
        basis=Bases(title=title_basis, publisher=publisher_basis, published=dated.basis),
    )
    return told, problems


_FRONT, _STATED = Basis.FRONT_MATTER, Basis.STATED


def _first(*choices: tuple[str | None, Basis]) -> tuple[str | None, Basis]:
    return next(((told, basis) for told, basis in choices if told), (None, Basis.UNKNOWN))


def _dated(
    path: str, front: Stated, page_says: Stated, pieces: list[Piece], manner: Manner
) -> tuple[Dated, tuple[Problem, ...]]:
    problems = []
    for told, basis in ((front.published, _FRONT), (page_says.published, _STATED)):
        if told is not None and after(told, manner.today):
            message = f"date {told!r} lies in the future; not believed"
            problems.append(Problem(message=message, path=path, severity="warning"))
        elif told is not None:
            return Dated(edtf=told, basis=basis), tuple(problems)
    found = date_of(pieces, today=manner.today)
    if found.basis is not _STATED and manner.published is not None:
        found = Dated(edtf=manner.published, basis=_STATED, reason="given on the command line")
    return found, tuple(problems)


def _suspicions(article: Article, body: str, paragraphs: list[Paragraph]) -> list[Problem]:
    """Warnings about characters that deceive: what cannot be seen, and letters that pass for others."""
    told = []
    marked = [p for p in paragraphs if p.hidden]
    hidden = {mark: p.line for p in reversed(marked) for mark in deceptive(body[p.start : p.end])}
    if hidden:
        names = ", ".join(sorted(hidden))
        told.append((f"invisible or direction characters {names}; left out of what is read", min(hidden.values())))
    stated = " ".join((article.title or "", article.publisher or "", *article.authors))
    for line, words in [*((p.line, p.text) for p in paragraphs if not p.text.isascii()), (1, stated)]:
        for word, script in mixed_scripts(words):
            told.append((f"mixed scripts: look-alike letters ({script} among Latin ones) in {word!r}", line))
    once = dict(reversed(told))
    return [
        Problem(message=message, path=article.path, line=line, severity="warning")
        for message, line in sorted(once.items(), key=lambda x: (x[1], x[0]))[:_MOST_SUSPICIONS]
    ]


_MOST_SUSPICIONS = 5


def _unread(path: str, pieces: Sequence[Piece], looks: Tongues) -> list[Problem]:
    """What there is to say about paragraphs in another language than the article's."""
    if not looks.others:
        return []
    places = tongues.spoken(pieces)
    names = ", ".join(f"{name_of(code)} ({code})" for code in sorted(set(looks.others.values())))
    message = f"language: {len(looks.others)} of {len(places)} paragraphs are in {names}; not read as English"
    line = pieces[places[min(looks.others)]].paragraph.line
    return [Problem(message=message, path=path, line=line, severity="warning")]


def _with_language(
    article: Article, stated: str | None, looks: str | None, basis: Basis
) -> tuple[Article, tuple[Problem, ...]]:
    """The article with the language that it states; or looks to be in, where it states none or English wrongly."""
    wrong = stated is not None and looks is not None and not is_english(looks)
    language = looks if wrong else stated or looks
    known = Basis.UNKNOWN if language is None else basis if language == stated else Basis.INFERRED
    told = replace(article, language=language, basis=replace(article.basis, language=known))
    if language is None or told.in_english:
        return told, ()
    what = f"states its language as {stated}, but looks" if wrong else "is"
    message = f"language: {what} {name_of(language)} ({language}); kept as a source, not read as English"
    return told, (Problem(message=message, path=article.path, severity="warning"),)
