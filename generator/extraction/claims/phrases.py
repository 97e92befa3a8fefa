"""Attribution without a verb: `according to`, nouns (`the claim that`), adjectives (`sure that`), name and colon."""

import re
from collections.abc import Iterator

from generator.extraction import factuality
from generator.extraction.claims.extents import grown, ranges_of
from generator.extraction.claims.lexicon import Lexicon
from generator.extraction.claims.scene import LABEL, Range, Scene, Told
from generator.extraction.claims.sources import source_ranges
from generator.extraction.claims.syntax import agents, child, is_finite, is_verb, own_subject, subjects, subtree
from generator.extraction.parse import Stretch, Token
from generator.extraction.trace import NO_CONTENT

_TURN = re.compile(r"[A-Z][A-Z.’' -]{1,30}:\s")
_FIRST_PERSON = re.compile(r"[\"“‘']?(?:I|We|I'm|I’m|We're|We’re|My|Our)\b")
_CREDITS = frozenset({"image", "photo", "picture", "video", "source", "credit", "by", "photograph", "file", "map"})
_ISSUED = frozenset(
    {
        "make",
        "publish",
        "issue",
        "release",
        "post",
        "file",
        "give",
        "send",
        "write",
        "read",
        "see",
        "hear",
        "level",
        "voice",
    }
    | {
        "put",
        "have",
        "get",
        "bring",
        "deny",
        "reject",
        "receive",
        "leak",
        "commission",
        "present",
        "sign",
        "repeat",
        "share",
    }
)
_SIGNED = re.compile(r"\s*(--|[—–-])\s*(?=[A-Z])")
_TITLED = 7  # Words of a name with its office in front of a colon; more of them only in front of a quotation mark.
_NAMED = re.compile(
    r"(?:[:*•–-][ \t]+)?"
    r"([A-Z][\w.’'&-]*(?:[ \t]+(?:[A-Z][\w.’'&-]*|of|the|and|for|on|de|al)){0,14})[ \t]*:[ \t]+(?=[“\"‘'\w])"
)


def according(scene: Scene) -> Iterator[Told]:
    """`..., according to X`, `According to X, ...`."""
    for token in scene.doc[:-2]:
        if token.lower_ != "according" or scene.quoted[token.i] or scene.doc[token.i + 1].lower_ != "to":
            continue
        to = scene.doc[token.i + 1]
        head = child(to, "pobj", "pcomp") or child(token, "pobj")
        if head is None:
            scene.trace.rejected("claim", token, "saying:according-to", "nobody stands behind it")
            continue
        sources = _agency(head, token)
        phrase_tokens = {token.i, to.i} | {i for a, b in sources for i in range(a, b)}
        clause = _clause_of(token)
        content = subtree(clause) - phrase_tokens if clause is not None else set()
        sentence = token.sent
        if token.i == sentence.start or len(content) < 3:
            content = set(range(sentence.start, sentence.end)) - phrase_tokens
        ranges = ranges_of(content, scene)
        if ranges:
            yield Told(
                verb=token.i,
                cue=(token.i, token.i + 2),
                sources=sources,
                content=ranges,
                rule="saying:according-to",
            )


def _agency(head: Token, token: Token) -> tuple[Range, ...]:
    """Whom it is according to; where the parse runs on into the clause, up to the comma that parts them."""
    ranges = source_ranges([head])
    behind = [t for t in head.sent if t.i >= max((b for _, b in ranges), default=0) and not t.is_punct]
    swallowed = bool(behind) and is_verb(behind[0]) and is_finite(behind[0])
    if token.i != token.sent.start:
        return ranges
    runs_on = any(is_verb(t) and is_finite(t) for t in head.subtree if t.dep_ != "relcl")
    if not swallowed and not runs_on and _another_begins(head) is None:
        return ranges
    stop = next((t.i for t in head.sent if t.i > head.i and t.text == ","), None)
    if stop is None:
        stop = _another_begins(head)
    if stop is None and swallowed:
        stop = _swallowed_subject(head)
    return tuple((a, min(b, stop)) for a, b in ranges if a < stop) if stop is not None else ranges


def _another_begins(head: Token) -> int | None:
    """Where the next noun phrase begins in `According to Berg the bridge is ...`: at its article behind a name."""
    behind = (t for t in head.sent if t.i > head.left_edge.i)
    return next((t.i for t in behind if t.tag_ == "DT" and t.lower_ != "that" and t.nbor(-1).pos_ == "PROPN"), None)


_CALLED = frozenset(
    {"professor", "president", "minister", "senator", "mayor", "judge", "captain", "general", "mr", "mrs", "ms", "dr"}
    | {"mr.", "mrs.", "ms.", "dr.", "prof.", "sir", "colonel", "governor", "secretary", "chancellor", "king", "queen"}
)


def _swallowed_subject(head: Token) -> int | None:
    """Where the subject begins in `According to the Harbour Index Professor Lind is ...`: at the person's name."""
    first, before = head.left_edge.i, head.i
    while before > first and head.doc[before - 1].ent_type_ == "PERSON" == head.ent_type_:
        before -= 1
    while before > first and head.doc[before - 1].lower_ in _CALLED:
        before -= 1
    return before if head.ent_type_ == "PERSON" and before > first + 1 else None


def _clause_of(token: Token) -> Token | None:
    head = token.head
    while head.head.i != head.i and head.pos_ not in ("VERB", "AUX"):
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") else None


def nouns(scene: Scene, lexicon: Lexicon) -> Iterator[Told]:
    """`their claim that ...`, `voiced worries about ...`, `plans to ...`."""
    for token in scene.doc:
        if token.pos_ != "NOUN" or scene.quoted[token.i]:
            continue
        entry = lexicon.nouns.get(lexicon.lemma(token))
        if entry is None:
            continue
        cue = _cue_of(token)
        # Who denies another's claim says so, and not the other: "the board denied the party's claim that".
        heads = _holders(token, lexicon) if cue is token else subjects(cue)
        if not heads or any(h.lower_ in ("you", "your") for h in heads):
            scene.trace.rejected("claim", token, "noun", "nobody is named whose it is")
            continue
        for c in token.children:
            frame = _noun_frame(c)
            if frame is not None and entry.has(frame):
                content = subtree(c) - ({c.i} if c.dep_ == "prep" else set())
                if token.dep_ == "dobj" and lexicon.lemma(token.head) in lexicon.carriers and content:
                    content = grown(token.head, min(content), max(content))
                ranges = ranges_of(content, scene)
                if ranges:
                    yield Told(
                        verb=cue.i,
                        cue=(cue.i, cue.i + 1),
                        sources=source_ranges(heads),
                        content=ranges,
                        rule=f"noun:{frame}",
                    )
                    break
        else:
            scene.trace.rejected("claim", token, "noun", NO_CONTENT)


def _cue_of(noun: Token) -> Token:
    """The noun itself; the verb where it turns it round: who denied a report that it was says that it was not."""
    rejected = noun.dep_ == "dobj" and factuality.rejects(noun.head)
    return noun.head if rejected else noun


def _noun_frame(c: Token) -> str | None:
    if c.dep_ == "prep":
        return c.lower_
    if c.dep_ in ("acl", "ccomp", "relcl") and any(x.dep_ == "mark" and x.lower_ == "that" for x in c.children):
        return "clause"
    if c.dep_ == "relcl" and _tells(c):
        return "clause"
    if c.dep_ in ("acl", "xcomp", "relcl") and any(x.dep_ == "aux" and x.lower_ == "to" for x in c.children):
        return "infinitive"
    return None


def _tells(clause: Token) -> bool:
    """Whether a clause that the parse took for a relative one tells what the noun says: `a report that she left`.

    In `the report that she published` the word `that` stands for the noun, and its verb is one of issuing.
    """
    first = clause.left_edge
    subject = own_subject(clause)
    if first.lower_ != "that" or subject is None or subject is first or first.dep_ not in ("dobj", "mark"):
        return False
    return first.head.lemma_.lower() not in _ISSUED


def _holders(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whose claim or worry it is: a possessive, a by-phrase, or the subject of the verb that carries it."""
    for c in noun.children:
        if c.dep_ == "poss":
            return [c]
        if c.dep_ == "prep" and c.lower_ in ("by", "from"):
            found = child(c, "pobj")
            if found is not None:
                return [found]
    if noun.dep_ == "nsubjpass" and lexicon.lemma(noun.head) in lexicon.carriers:
        return agents(noun.head) or next((agents(t) for t in noun.head.subtree if t.i > noun.head.i and agents(t)), [])
    if noun.dep_ in ("dobj", "conj") and lexicon.lemma(noun.head) in lexicon.carriers:
        return subjects(noun.head)
    return []


def adjectives(scene: Scene, lexicon: Lexicon) -> Iterator[Told]:
    """`is confident that ...`, `was eager to ...`."""
    for token in scene.doc:
        if token.pos_ != "ADJ" or scene.quoted[token.i] or token.dep_ not in ("acomp", "conj", "oprd"):
            continue
        entry = lexicon.adjectives.get(lexicon.lemma(token))
        if entry is None:
            continue
        for c in token.children:
            frame = "clause" if c.dep_ == "ccomp" else "infinitive" if c.dep_ == "xcomp" else c.lower_
            if entry.has(frame) and c.i > token.i:
                content = subtree(c) - ({c.i} if c.dep_ == "prep" else set())
                heads = subjects(token.head)
                ranges = ranges_of(content, scene)
                if ranges and heads:
                    yield Told(
                        verb=token.i,
                        cue=(token.i, token.i + 1),
                        sources=source_ranges(heads),
                        content=ranges,
                        rule=f"mind:{frame}",
                    )
                    break
        else:
            scene.trace.rejected(
                "claim", token, "adjective", "no words stand where its content would, or nobody holds it"
            )


def colons(scene: Scene) -> Iterator[Told]:
    """`Minister: We will act` in headlines, `SMITH: Thank you` in transcripts."""
    turns = sum(_TURN.match(scene.text, start, end) is not None for start, end in scene.paragraphs)
    for start, end in scene.paragraphs:
        found = _NAMED.match(scene.text, start, end)
        if found is None or LABEL.match(scene.text, start, end):
            continue
        if len(found[1].split()) > _TITLED and scene.text[found.end()] not in '“"':
            continue
        colon = scene.token_at(scene.text.index(":", found.end(1)))
        first = scene.token_at(found.start(1))
        name = scene.doc[first:colon]
        if colon <= first or not (_speaks(name) or _turn(name, turns) or _FIRST_PERSON.match(scene.text, found.end())):
            scene.trace.rejected(
                "claim", found.span(1), "saying:colon", "what stands before the colon is nobody who speaks"
            )
            continue
        yield Told(
            verb=colon,
            cue=(colon, colon + 1),
            sources=((first, colon),),
            content=((found.end(), end),),
            rule="saying:colon",
        )


def signed(scene: Scene) -> Iterator[Told]:
    """`"We will act." — Anna Berg`, a quotation with its speaker's name behind a dash, at the end of its paragraph."""
    for quote in scene.quotes:
        end = scene.paragraphs[quote.paragraph][1]
        found = _SIGNED.match(scene.text, quote.end, end)
        if found is None or not quote.closed:
            continue
        dash = scene.token_at(found.start(1))
        name = scene.doc[scene.token_from(found.end()) : scene.token_from(end)]
        last = next((t.i for t in name if t.text == "," or t.is_space), name[-1].i + 1 if name else 0)
        if not name or name[0].pos_ != "PROPN" or any(is_verb(t) for t in scene.doc[name[0].i : last]):
            continue
        yield Told(
            verb=dash,
            cue=(dash, dash + 1),
            sources=((name[0].i, last),),
            content=((quote.start, quote.end),),
            rule="quotation:signed",
        )


def _turn(name: Stretch, turns: int) -> bool:
    """Whether it is a turn of a transcript: a name in capitals, in an article with several of them."""
    return turns > 1 and name.text.isupper() and not any(t.lower_ in _CREDITS for t in name)


def _speaks(name: Stretch) -> bool:
    return name[-1].ent_type_ in ("PERSON", "ORG", "NORP", "GPE") and not any(t.lower_ in _CREDITS for t in name)
