"""How far a content reaches: from the tokens that a parse gives to the characters that a reader would mark."""

from generator.extraction.claims.lexicon import lexicon
from generator.extraction.claims.scene import Range, Scene
from generator.extraction.claims.syntax import child, is_finite, is_verb, own_subject, runs, subtree, trimmed
from generator.extraction.parse import Token

_CONCESSIONS = frozenset({"though", "although", "while", "even"})
# Of these the object is who is told.
TOLD = frozenset(
    {"tell", "assure", "inform", "notify", "remind", "advise", "ask", "warn", "instruct", "persuade", "promise"}
)
_MARKS = frozenset({",", "-", "–", "—", "--", "(", ")", "”", '"', "''"})
_WORDS = frozenset(
    {"description", "claim", "charge", "characterization", "characterisation", "term", "label", "accusation", "remark"}
    | {"allegation", "assertion", "view", "statement", "comment", "position", "sentiment", "suggestion", "assessment"}
)
_APART = frozenset({"conj", "cc", "punct", "parataxis"})


def ranges_of(content: set[int], scene: Scene) -> tuple[Range, ...]:
    """Token indexes as character ranges, grown to whole quotations, without the punctuation at their ends."""
    found: list[Range] = []
    for first, last in runs(content, scene.doc):
        a, b = trimmed(scene.doc, first, last)
        if any(not (t.is_punct or t.is_space or t.lower_ == "that") for t in scene.doc[a:b]):
            found.append(_whole_quotes(scene.chars(a, b), scene))
    return _joined(found)


def _whole_quotes(span: Range, scene: Scene) -> Range:
    """The range with every quotation that it cuts through taken in whole, marks and all."""
    start, end = span
    for q in scene.quotes_in(start, end):
        if q.start < start < q.end:
            start = q.start
        if q.start < end < q.end:
            end = q.end
    if end - 1 > start and scene.text[end - 1] in ",;:":
        end -= 1
    return start, end


def _joined(ranges: list[Range]) -> tuple[Range, ...]:
    found: list[Range] = []
    for a, b in sorted(ranges):
        if found and a <= found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return tuple(found)


def around(verb: Token, clauses: list[Token]) -> set[int]:
    """The tokens of a clause under a cue, with what the parse left hanging on the cue behind or in front of it."""
    company = {verb.i}
    subject = own_subject(verb)
    for c in verb.children:
        # A second subject is the content's: `Voters, she said, ...`.
        if c not in clauses and (
            c.dep_ not in ("nsubj", "dobj") or subject is None or c.i > subject.i or c.i == subject.i
        ):
            company |= subtree(c)
    content: set[int] = set()
    for c in clauses:
        content |= subtree(c)
    if (
        subject is not None
        and content
        and min(content) > verb.i
        and subject.i > 0
        and verb.doc[subject.left_edge.i - 1].text == ","
    ):
        for c in verb.children:
            if c.dep_ in ("nsubj", "dobj") and c.i < subject.i:
                content |= subtree(c)
    content -= company
    behind = {i for i in content if i > verb.i}
    ahead = content - behind
    found: set[int] = set()
    if behind:
        that = next(
            (c.i for t in clauses if t.i > verb.i for c in t.children if c.dep_ == "mark" and c.lower_ == "that"), -1
        )
        # "Reported, citing two officials, that ...": what stands in front of the word belongs to the cue.
        first = that if that > min(behind) else _past_its_day(verb, _start_behind(verb, min(behind)), clauses)
        found |= set(range(first, _end_behind(verb, first, max(behind)) + 1))
        found |= _condition(verb)
    if ahead and (not behind or _inserted(verb, min(behind))):
        found |= _ahead(verb, min(ahead))
    return found


def _inserted(verb: Token, behind: int) -> bool:
    """Whether the cue's clause stands between commas in the middle of what is said."""
    begin = _clause_start(verb)
    before = verb.doc[begin - 1].text if begin > 0 else ""
    return before in _MARKS and verb.doc[behind - 1].text in _MARKS


def _clause_start(verb: Token) -> int:
    """Where the cue's own clause begins: its subject, auxiliaries and adverbs."""
    subject = own_subject(verb)
    begin = verb.i
    for c in verb.children:
        if c.i < verb.i and (c.dep_ in ("aux", "advmod", "neg") or (subject is not None and c.i == subject.i)):
            begin = min(begin, c.left_edge.i)
    return begin


def _start_behind(verb: Token, first: int) -> int:
    """The first token of a content behind its cue, with what stands in front of it: `says, win or lose, he stays`."""
    comma = verb.doc[verb.i + 1].text == ","
    for c in verb.children:
        if verb.i < c.i < first and (
            c.dep_ in ("advcl", "csubj", "nsubj")
            or (c.dep_ == "xcomp" and c.right_edge.i + 1 == first)  # "think to say so is unfair"
            or (c.dep_ == "dobj" and verb.lemma_ not in TOLD)
            or (comma and c.dep_ in ("prep", "dep", "conj"))
        ):
            return c.left_edge.i
    return first


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})


def _past_its_day(verb: Token, first: int, clauses: list[Token]) -> int:
    """Where the content begins in `said on Monday they had left`: the day is that of the saying."""
    doc, end = verb.doc, first
    if first == verb.i + 1 and doc[first].pos_ == "ADP":
        end += 1
    while end < verb.sent.end and doc[end].ent_type_ == "DATE":
        end += 1
    begun = any(c.left_edge.i == end for t in clauses for c in t.children if c.dep_ in ("nsubj", "nsubjpass"))
    a_day = any(t.lower_ in _DAYS for t in doc[first:end])
    return end if begun and a_day and first == verb.i + 1 else first


def _condition(verb: Token) -> set[int]:
    """`If it rains, he said, ...`: the condition is part of what he said."""
    for c in verb.children:
        if (
            c.dep_ == "advcl"
            and c.i < verb.i
            and any(x.dep_ == "mark" and x.lower_ in ("if", "unless") for x in c.children)
        ):
            return subtree(c)
    return set()


def _end_behind(verb: Token, first: int, last: int) -> int:
    """The last token of a content behind its cue: what else hangs on the cue there belongs to the content."""
    for c in verb.children:
        if c.i > first and c.right_edge.i > last and (c.dep_ not in _APART or _goes_with(c)):
            last = c.right_edge.i
    return _cut(verb, first, last)


def _goes_with(c: Token) -> bool:
    """Whether what is coordinated with a cue goes with its content: `and that ...`, `but not for ...`."""
    if c.dep_ != "conj":
        return False
    return not (is_verb(c) and is_finite(c)) or any(x.dep_ == "mark" and x.lower_ == "that" for x in c.children)


def _cut(verb: Token, first: int, last: int) -> int:
    """Where the writer takes over again: behind a dash, at `, though she ...`, at `, adding` or `and called him`."""
    for token in verb.doc[first + 2 : last]:
        if (token.text in _TURNS or token.dep_ == "cc") and any(rule(verb, token, last) for rule in _TAKEOVERS):
            return token.i - 1
    return last


# At these, and at words like "and", some rule may tell that the writer takes over; at no other.
_TURNS = frozenset({",", "and", "—", "–", "-", '"', "”", "''", "’"})


def _concession(verb: Token, token: Token, last: int) -> bool:
    """`, though she gave no names`, `, with experts saying`: the writer or somebody else goes on."""
    if token.text != "," or token.i + 1 > last:
        return False
    following = token.nbor()
    if following.lower_ == "with" or following.pos_ == "PROPN":
        near = verb.doc[token.i + 2 : min(token.i + 8 if following.lower_ == "with" else token.i + 5, last + 1)]
        return any(_says(t) and t.tag_ == "VBG" and (t.dep_ == "acl" or child(t, "nsubj") is not None) for t in near)
    return (following.dep_ == "mark" and following.lower_ in _CONCESSIONS) or following.lower_ == "but"


def _says(token: Token) -> bool:
    entry = lexicon().verb(token)
    return entry is not None and bool(entry.saying)


def _participle(_verb: Token, token: Token, last: int) -> bool:
    """`, adding that ...`: the next cue of the same speaker."""
    behind_marks = token.text in ('"', "”", "''", "’") and token.nbor(-1).text == ","
    if not (behind_marks or token.text in (",", "—", "–", "-", "and")) or token.i + 1 > last:
        return False
    following = token.nbor()
    return following.tag_ == "VBG" and _says(following)


def _same_speaker(verb: Token, token: Token, last: int) -> bool:
    """`and called him`, `but did not suggest`: another cue with the same subject."""
    if token.dep_ != "cc" or token.i + 1 > last:
        return False
    for following in verb.doc[token.i + 1 : min(token.i + 5, last + 1)]:
        if following.tag_ in ("VBD", "VBZ", "VBP", "VBN") and following.dep_ not in ("aux", "auxpass"):
            return _says(following) and following.tag_ == verb.tag_
        if following.pos_ in ("NOUN", "PROPN", "PRON"):
            return False
    return False


def _new_clause(verb: Token, token: Token, last: int) -> bool:
    """`, and three others ...` without `that`: a clause with a subject of its own behind a comma."""
    if token.text != "," or token.i + 2 > last or token.nbor().dep_ != "cc":
        return False
    following = verb.doc[token.i + 2]
    if following.lower_ in ("that", "whether", "if"):
        return False
    return any(
        t.dep_ in ("nsubj", "nsubjpass") and t.left_edge.i == token.i + 2 for t in verb.doc[token.i + 2 : last + 1]
    )


def _relative(verb: Token, token: Token, last: int) -> bool:
    """`, who was named in May` at the end."""
    if token.text != "," or token.i + 1 > last:
        return False
    following = token.nbor()
    if following.tag_ not in ("WP", "WDT", "WRB") or following.lower_ not in ("which", "who", "where"):
        return False
    return not any(t.text == "," for t in verb.doc[token.i + 1 : last + 1])


def _elsewhere(_verb: Token, token: Token, last: int) -> bool:
    """`, as stated on its website`: the writer names another place that says so."""
    if token.text != "," or token.i + 2 > last:
        return False
    following = token.nbor()
    cue = following.head
    return following.lower_ == "as" and cue.tag_ == "VBN" and following.i < cue.i <= following.i + 3 and _says(cue)


def _judged_after(_verb: Token, token: Token, last: int) -> bool:
    """`, a description she rejects`: the writer tells what became of the words."""
    if token.text != "," or token.i + 3 > last or token.nbor().lower_ not in ("a", "an"):
        return False
    noun = token.nbor().head
    return (
        noun.lemma_.lower() in _WORDS
        and noun.i <= token.i + 4
        and any(c.dep_ in ("relcl", "acl") and own_subject(c) is not None for c in noun.children)
    )


_TAKEOVERS = (_concession, _participle, _same_speaker, _new_clause, _relative, _elsewhere, _judged_after)


def _ahead(verb: Token, first: int) -> set[int]:
    """The tokens of a content in front of its cue, up to the cue's own clause."""
    begin = _clause_start(verb)
    start = verb.sent.start if verb.dep_ == "ROOT" else min(first, verb.left_edge.i)
    while start < begin and (verb.doc[start].dep_ == "cc" or verb.doc[start].is_punct or verb.doc[start].is_space):
        if verb.doc[start].text in ('"', "“", "''", "‘"):
            break
        start += 1
    return set(range(start, begin))


def up_to(verb: Token, first: int, last: int) -> set[int]:
    """The tokens from the first to the last, ending where the writer takes over."""
    return set(range(first, _cut(verb, first, last) + 1))


def grown(verb: Token, first: int, last: int) -> set[int]:
    """The tokens from the first to the last, with what hangs on the cue behind them."""
    return set(range(first, _end_behind(verb, first, last) + 1))
