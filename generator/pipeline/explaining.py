"""How an article, or one sentence of it, was read: finding the article, and the sentences that are asked for."""

import dataclasses
import difflib
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import sources
from generator.errors import Problem, SourceError, UsageError
from generator.extraction.pin import default_pin
from generator.model import Article, Explanation, Extent, ModelPin, Sentence
from generator.text import fold, one_line

_NEAR = 3  # Names, at most, that an error suggests.
_GLIMPSE = 60  # Characters of the sentence that comes nearest to words that were not found.


def explain(seed: str, words: str, *, root: Path, as_is: bool = False) -> tuple[Explanation, tuple[Problem, ...]]:
    """How the sentences that hold the words were read; all of the article's where no words are given.

    Args:
        seed: The article's id, its file's name, or a path to it.
        words: Words of the sentence, in any case and with any white space between them.
        root: The dossier's folder, in whose seeds/ ids and names are looked up.
        as_is: Read the text as it stands in the file.

    Returns:
        The explanation, with the facts of the whole article, and what there is to say about its file.

    Raises:
        UsageError: There is no such article.
        SourceError: It cannot be read, or no sentence holds the words.
    """
    settings = sources.load_settings(root)
    path, name = _found(seed, root)
    loaded = sources.load([path], root=root, limits=settings.limits, as_is=as_is)
    if not loaded.articles:
        told = loaded.problems[0]
        raise SourceError(told.message, path=told.path, line=told.line, remedy=told.remedy)
    article = dataclasses.replace(loaded.articles[0], id=name or loaded.articles[0].id)
    return holding(_explained(article, settings.model or default_pin()), words), loaded.problems


def _explained(article: Article, pin: ModelPin) -> Explanation:
    # Imported here alone: spaCy takes seconds, and whoever misspelt a name should not wait for it.
    from generator.extraction import explain as room  # noqa: PLC0415

    return room.explain(article, pin)


def _found(seed: str, root: Path) -> tuple[Path, str | None]:
    """The article's file, with its id where it was looked up among all of them."""
    path = Path(seed)
    if path.is_file():
        return path, None
    folder = root / "seeds"
    known = sources.identities(sources.article_paths(folder)[0]) if folder.is_dir() else {}
    for name, file in known.items():
        if seed in (name, file.name, file.stem):
            return file, name
    raise UsageError(f"no article is called {seed!r}", path=str(folder), remedy=_suggestion(seed, known))


def _suggestion(seed: str, known: dict[str, Path]) -> str:
    if not known:
        return "Give the path of an article, or the dossier's folder with --root."
    near = difflib.get_close_matches(Path(seed).stem.lower(), known, n=_NEAR, cutoff=0.5)
    near += [name for name in known if seed.lower() in name.lower() and name not in near]
    if near:
        return f"Did you mean {' or '.join(near[:_NEAR])}?"
    return f"Give an article's id, such as {next(iter(known))}, its file's name, or a path."


def holding(explanation: Explanation, words: str) -> Explanation:
    """The explanation of the sentences, and of the pieces that cleaning left out, that hold the words.

    Raises:
        SourceError: None does, or there is no sentence at all.
    """
    article = explanation.facts.article
    if not explanation.sentences and not explanation.removed:
        why = f"it is in another language ({article.language})" if article.text.strip() else "it has no text"
        raise SourceError(f"nothing of it was read: {why}", path=article.path)
    wanted = fold(words)
    sentences = tuple(s for s in explanation.sentences if wanted in fold(s.text))
    removed = tuple(r for r in explanation.removed if wanted in fold(r.text))
    if not sentences and not removed:
        raise SourceError(
            f"no sentence holds {one_line(words)!r}", path=article.path, remedy=_nearest(explanation.sentences, wanted)
        )
    within = _within(sentences)
    return dataclasses.replace(
        explanation,
        sentences=sentences,
        removed=removed,
        notes=tuple(n for n in explanation.notes if within(n)),
        votes=tuple(v for v in explanation.votes if within(v)),
    )


def _within(sentences: Sequence[Sentence]) -> Callable[[Extent], bool]:
    """Whether something begins in one of the sentences."""
    held = {i for s in sentences for i in range(s.start, s.end)}
    return lambda extent: extent.start in held


def _nearest(sentences: Sequence[Sentence], wanted: str) -> str:
    """The sentence that shares most words with those that were looked for."""
    asked = set(wanted.split())
    shared = {s.number: len(asked & set(fold(s.text).split())) for s in sentences}
    best = max(sentences, key=lambda s: shared[s.number], default=None)
    if best is None or not shared[best.number]:
        return "Give words of one sentence as they stand in the article, or none for all of its sentences."
    told = one_line(best.text)
    told = told if len(told) <= _GLIMPSE else told[:_GLIMPSE].rsplit(" ", 1)[0] + " …"
    return f"The nearest is sentence {best.number}: “{told}”"
