"""Direct quotations: who says them, and which of them are one utterance that runs on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.extraction.claims.lexicon import Lexicon
from generator.extraction.claims.quotes import Quote
from generator.extraction.claims.scene import Range, Scene, Told
from generator.extraction.claims.sources import subject_near
from generator.extraction.claims.syntax import is_finite, is_verb
from generator.extraction.parse import Token

_STOPS = frozenset({".", "!", "?", ";"})
_ENDS = _STOPS | {'"', "”", "''", ")", ":", "…", "—"}
_NO_CLAUSE = frozenset({"aux", "auxpass", "relcl", "acl"})
_REACH = (
    24  # Words between a quotation and its cue, at most: "said X, the former minister of ..." stands on the other side.
)


@dataclass(slots=True)
class Block:
    """Quotations with nothing between them but blanks: one utterance, as far as its marks tell."""

    quotes: list[Quote]
    before: list[Token] = field(default_factory=list)
    after: list[Token] = field(default_factory=list)
    told: Told | None = None

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.quotes[0].start

    @property
    def end(self) -> int:
        """Behind its last mark."""
        return self.quotes[-1].end

    @property
    def spans(self) -> tuple[Range, ...]:
        """The quotations as character ranges."""
        return tuple((q.start, q.end) for q in self.quotes)


def direct(scene: Scene, lexicon: Lexicon) -> list[Told]:
    """The quotations that have a cue of their own or go on from one that has, each utterance once."""
    blocks = _blocks(scene)
    claims: list[Told] = []
    previous: Block | None = None
    waiting: Block | None = None
    for block in blocks:
        told = _cued(block, scene, lexicon)
        if told is not None and claims and claims[-1].verb == told.verb:
            claims[-1] = _longer(claims[-1], block)
            block.told = claims[-1]
        elif told is not None:
            claims.append(_with_first(told, waiting, block, scene))
            block.told = claims[-1]
        elif previous is not None and _goes_on(previous, block, scene, lexicon):
            claims[-1] = _longer(claims[-1], block)
            block.told = claims[-1]
        if block.told is not None:
            previous = block
        else:
            scene.trace.rejected(
                "claim", (block.start, block.end), "quotation", "no cue of speech, and no other goes on"
            )
        waiting = block if block.told is None else None
    return claims


def _with_first(told: Told, waiting: Block | None, block: Block, scene: Scene) -> Told:
    """With the quotation right in front, where that has no cue and goes on from none: `"A." "B," said Berg`."""
    if waiting is None or waiting.told is not None or scene.text[waiting.end : block.start].strip():
        return told
    if waiting.quotes[-1].paragraph != block.quotes[0].paragraph or told.content[0][0] != block.start:
        return told
    return replace(told, content=(*waiting.spans, *told.content))


def _longer(told: Told, block: Block) -> Told:
    return Told(verb=told.verb, cue=told.cue, sources=told.sources, content=told.content + block.spans, rule=told.rule)


def _blocks(scene: Scene) -> list[Block]:
    blocks: list[Block] = []
    for q in scene.quotes:
        last = blocks[-1] if blocks else None
        if last is not None and (q.runs_on or _adjacent(last.quotes[-1], q, scene)):
            last.quotes.append(q)
        else:
            blocks.append(Block([q]))
    for number, block in enumerate(blocks):
        first, last_quote = block.quotes[0], block.quotes[-1]
        begin = scene.paragraphs[first.paragraph][0]
        finish = scene.paragraphs[last_quote.paragraph][1]
        if number and blocks[number - 1].end > begin:
            begin = blocks[number - 1].end
        if number + 1 < len(blocks) and blocks[number + 1].start < finish:
            finish = blocks[number + 1].start
        block.before = list(scene.tokens(begin, block.start))
        block.after = list(scene.tokens(block.end, finish))
    return blocks


def _adjacent(one: Quote, other: Quote, scene: Scene) -> bool:
    between = scene.text[one.end : other.start]
    if one.paragraph != other.paragraph or re.fullmatch(r"[\s.…,]*", between) is None:
        return False
    # Where one ends its sentence, the next may be another's: `"A," said Berg. "B." "C," said Lind.`
    return not (one.closed and not between.strip() and scene.text[: one.inner_end].rstrip()[-1:] in _STOPS)


def full(block: Block, scene: Scene) -> bool:
    """Whether the block reads as an utterance of its own, not as a few words taken out of one."""
    inner = scene.text[block.quotes[0].inner_start : block.quotes[-1].inner_end].strip()
    inner = inner.rstrip("'’\"” ") or inner
    words = len(inner.split())
    if not inner or words < 2:
        return bool(inner) and (inner[-1] in ".!?" or (inner[-1] == "," and not _last_piece(block.before)))
    opened = inner[0].isupper() or not inner[0].isalpha()
    ended = inner[-1] in ".!?,…—-" or scene.text[block.end : block.end + 1] in (",", ".") or not block.quotes[-1].closed
    return ended and (opened or words >= 4)


def _cued(block: Block, scene: Scene, lexicon: Lexicon) -> Told | None:
    ahead = _cue_before(block, scene, lexicon)
    behind = _cue_after(block, scene, lexicon)
    return ahead if ahead is not None and _ended(block, scene) else behind or ahead


def _ended(block: Block, scene: Scene) -> bool:
    """Whether the sentence ends with the quotation, so that what follows begins another."""
    inner = scene.text[block.quotes[0].inner_start : block.quotes[-1].inner_end].rstrip()
    return inner[-1:] == "." or scene.text[block.end : block.end + 1] == "."


def _piece_after(tokens: Sequence[Token]) -> list[Token]:
    piece: list[Token] = []
    for t in tokens:
        if t.text in _STOPS or t.text == ":" or ("\n" in t.text and piece):
            break
        if piece or not (t.is_punct or t.is_space):
            piece.append(t)
    return piece


def _cue_after(block: Block, scene: Scene, lexicon: Lexicon) -> Told | None:
    """`"...," said X` and `"...," X said`."""
    piece = _piece_after(block.after)[: _REACH * 2]
    if not piece or not full(block, scene):
        return None
    verb = _first_cue(piece, lexicon)
    if verb is None:
        return None
    heads = subject_near(verb, piece)
    reason = _not_behind(verb, block, piece, scene, lexicon) or ("" if heads else _NO_SPEAKER)
    if reason:
        scene.trace.rejected("claim", verb, "quotation:cue-behind", reason)
        return None
    return Told(
        verb=verb.i, cue=(verb.i, verb.i + 1), sources=heads, content=_led_in(block, scene), rule="quotation:cue-behind"
    )


_NO_SPEAKER = "nobody stands there who may speak"


def _not_behind(verb: Token, block: Block, piece: Sequence[Token], scene: Scene, lexicon: Lexicon) -> str:
    """Why a cue of speech behind a quotation does not belong to it; empty where it does."""
    if verb.tag_ == "VBG":
        return "a participle behind a quotation leads to the next"
    if not _closes(block, piece, verb, scene):
        return "the words behind the quotation begin a sentence of their own"
    if _cued_already(block, scene, lexicon):
        return "the quotation ends its sentence and has a cue in front"
    return ""


def _cued_already(block: Block, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a quotation ends its sentence and has a cue in front of it already, as in `Berg said it "failed."`."""
    if not _ended(block, scene):
        return False
    return any((entry := lexicon.verb(t)) is not None and entry.speaks for t in _last_piece(block.before))


def _led_in(block: Block, scene: Scene) -> tuple[Range, ...]:
    """The quotations, with the words outside of the marks that begin the sentence: `But soon "he went," she says`."""
    inner = scene.text[block.quotes[0].inner_start :].lstrip()[:1]
    lead = [t for t in _last_piece(block.before) if not t.is_space]
    while lead and (lead[0].dep_ == "cc" or lead[0].is_punct):
        lead = lead[1:]
    if not inner.islower() or not lead or lead[-1].text in (":", ","):
        return block.spans
    return ((lead[0].idx, block.quotes[0].end), *block.spans[1:])


def _last_piece(tokens: Sequence[Token]) -> list[Token]:
    """The tokens since the last sentence's end."""
    piece: list[Token] = []
    for t in reversed(tokens):
        if t.text in _STOPS or ("\n" in t.text and piece):
            break
        piece.append(t)
    piece.reverse()
    return piece


def _first_cue(piece: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """The first cue of speech in the piece that no other finite verb comes before, relative clauses left out."""
    for t in piece[:_REACH]:
        entry = lexicon.verb(t)
        if entry is not None and entry.speaks and t.dep_ not in ("amod", "aux") and not _inside_relative(t, piece):
            return t
        if (
            is_verb(t)
            and is_finite(t)
            and t.dep_ not in _NO_CLAUSE
            and t.pos_ != "AUX"
            and not _inside_relative(t, piece)
        ):
            return None
    return None


def _inside_relative(token: Token, piece: Sequence[Token]) -> bool:
    first = piece[0].i
    while token.dep_ != "relcl":
        if token.head.i == token.i or token.head.i < first:
            return False
        token = token.head
    return token.i > first and any(c.tag_ in ("WP", "WDT", "WP$") for c in token.children) and token.head.i >= first


def _closes(block: Block, piece: Sequence[Token], verb: Token, scene: Scene) -> bool:
    """Whether the words behind a quotation belong to it, rather than begin a sentence of their own."""
    inner = scene.text[block.quotes[0].inner_start : block.quotes[-1].inner_end].rstrip()
    follows = scene.text[block.end : block.end + 1]
    if inner[-1:] == "," or follows == ",":
        return True
    own = any(c.dep_ in ("ccomp", "xcomp") and c.i > verb.i and c.i <= piece[-1].i for c in verb.children)
    if own:
        return False
    if _ended(block, scene):
        # "... failed." Berg said "...": the cue belongs to the quotation behind it.
        leads_on = piece[-1].i + 1 < len(scene.quoted) and scene.quoted[piece[-1].i + 1]
        return not leads_on and piece[-1].i - verb.i <= 12 and verb.i - piece[0].i <= 8
    return True


def _cue_before(block: Block, scene: Scene, lexicon: Lexicon) -> Told | None:
    """`X said: "..."`, `X said that "..."`, `X told Y, "..."`."""
    words = [t for t in _last_piece(block.before or _announced(block, scene)) if not t.is_space]
    if not words:
        return None
    verb = _last_cue(words, lexicon)
    if verb is None:
        return None
    heads = subject_near(verb, words)
    reason = "" if heads else _NO_SPEAKER
    if words[-1].lower_ == "to" or not (full(block, scene) or words[-1].text in (",", ":")):
        reason = "the words between the marks are no utterance of their own"
    if reason:
        scene.trace.rejected("claim", verb, "quotation:cue-ahead", reason)
        return None
    return Told(
        verb=verb.i,
        cue=(verb.i, verb.i + 1),
        sources=heads,
        content=_led_by(verb, block, words, scene),
        rule="quotation:cue-ahead",
    )


def _led_by(verb: Token, block: Block, words: Sequence[Token], scene: Scene) -> tuple[Range, ...]:
    """The quotations, with the words between cue and mark that belong to what is said: `said the plan "failed"`."""
    inside = range(scene.token_from(block.quotes[0].start), scene.token_from(block.quotes[0].end))
    lead = next((t for t in words if t.i > verb.i and not t.is_punct and _leads_into(t, verb, inside)), None)
    if lead is None:
        return block.spans
    return ((lead.idx, block.quotes[0].end), *block.spans[1:])


def _leads_into(token: Token, verb: Token, inside: range) -> bool:
    for _ in range(20):
        if token.i in inside:
            return True
        if token.i in (verb.i, token.head.i):
            return False
        token = token.head
    return False


def _announced(block: Block, scene: Scene) -> list[Token]:
    """The paragraph before, where it ends in a colon and the quotation begins the next."""
    number = block.quotes[0].paragraph
    if number == 0 or scene.paragraphs[number][0] != block.start:
        return []
    start, end = scene.paragraphs[number - 1]
    return list(scene.tokens(start, end)) if scene.text[end - 1] in ":," else []


def _last_cue(words: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """The last cue of speech in front of a quotation, with nothing but its own company between."""
    for t in reversed(words[-_REACH:]):
        entry = lexicon.verb(t)
        if entry is not None and entry.speaks and t.dep_ not in ("amod", "aux"):
            return t
        if is_verb(t) and (is_finite(t) or t.tag_ == "VB"):
            return None
    return None


def _goes_on(previous: Block, block: Block, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a quotation without a cue of its own continues the one before it."""
    if not full(block, scene):
        return False
    between = [t for t in scene.tokens(previous.end, block.start) if not t.is_space]
    if between and between[-1].text not in _ENDS:
        return False
    stops = sum(1 for t in between if t.text in (".", "!", "?"))
    if stops > 1 and not _still_about(between, lexicon):
        return False
    apart = block.quotes[0].paragraph - previous.quotes[-1].paragraph
    if apart == 0:
        return stops <= 2
    starts = scene.paragraphs[block.quotes[0].paragraph][0] == block.start
    return apart == 1 and starts and stops <= 1


def _still_about(between: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the sentence between two quotations brings in nobody else who might speak the second."""
    first = next((n for n, t in enumerate(between) if t.text in (".", "!", "?")), len(between))
    rest = between[first + 1 :]
    cues = any((entry := lexicon.verb(t)) is not None and entry.speaks for t in rest)
    return not cues and not any(t.ent_type_ == "PERSON" for t in rest)
