"""When a happening is said to be: the date that its clause gives, and what shares its clause's time."""

import re
from collections.abc import Iterator, Sequence

from generator.extraction.events.scene import Predicate, Scene
from generator.extraction.factuality import is_to_come
from generator.model import DateMention, Grain

_MODIFIER = frozenset({"compound", "nummod", "amod", "poss", "nmod", "quantmod"})
_SAME_TIME = frozenset({"during", "in", "at", "amid", "through", "throughout", "with", "of", "on", "via", "alongside"})
_OTHER_TIME = frozenset({"after", "before", "since", "until", "till", "following", "if", "once", "ahead"})
_TENSES = {
    "past": frozenset({"was", "were", "had", "did", "VBD"}),
    "present": frozenset({"is", "are", "'s", "am", "does", "do", "has", "have", "VBZ", "VBP"}),
    "future": frozenset({"will", "would", "shall", "'ll"}),
}
_TOPICAL = frozenset({"about", "on", "over", "regarding", "concerning"})
_DEEPEST = 20
_BEHIND = frozenset({"pobj", "npadvmod"})
_UP_TO = frozenset({"by", "until", "till"})
# A dateline with its date: "OSLO, Norway (May 3, 2011) —", or on a line of its own.
_BEFORE_DATELINE = re.compile(r"\s*[A-Z][A-Z.'’]{2,}(?:[ -][A-Z.'’]+)*(?:, ?[A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2},? ?\(?")
_AFTER_DATELINE = re.compile(r"(?:[,.]? ?\d{4})?\)?[ \t]*(?:(?:—|–|--|-|:)\s|\n)\s*(?=\S)")
_FULL_STOP = re.compile(r"[.!?]['\"’”]?\s|\n")


def find_times(scene: Scene, predicates: Sequence[Predicate], dates: Sequence[DateMention]) -> dict[int, str]:
    """Token of the predicate to EDTF, for those predicates that the text dates."""
    told: dict[int, tuple[int, str]] = {}
    for date in dates:
        if date.edtf is None or _is_passed(scene, date):
            continue
        for token in _dated(scene, date) or _main_verb(scene, date):
            rank = (0 if date.grain in (Grain.DAY, Grain.TIME) else 1) * 10_000 + abs(
                scene.tree.start[token] - date.start
            )
            edtf = _as_far_as(scene, date, token)
            if edtf is not None and (token not in told or rank < told[token][0]):
                told[token] = (rank, edtf)
    times = {token: edtf for token, (_, edtf) in told.items()}
    wanted = {p.at: p for p in predicates}
    for token in sorted(times):
        _spread(scene, wanted, times, token)
    for token, edtf in _leads(scene, wanted, dates):
        if token not in times:
            times[token] = edtf
            _spread(scene, wanted, times, token)
    return {token: edtf for token, edtf in times.items() if token in wanted}


def _as_far_as(scene: Scene, date: DateMention, token: int) -> str | None:
    """The date, as a time of the token; behind "by" or "until" it only ends the time, and tells no day."""
    tokens = scene.tree.range_of(date.start, date.end)
    before = scene.tree.lower[tokens[0] - 1] if tokens and tokens[0] > 0 else ""
    if before not in _UP_TO or date.edtf is None or "/" in date.edtf:
        return date.edtf
    coming = scene.tree.tag[token] in ("VB", "VBG") and _tense(scene, token) != "past"
    return f"../{date.edtf}" if before == "by" and coming else None


def _is_passed(scene: Scene, date: DateMention) -> bool:
    """Whether it is told only that something goes on after the date: "if the strike lasts beyond May"."""
    tokens = scene.tree.range_of(date.start, date.end)
    return bool(tokens) and tokens[0] > 0 and scene.tree.lower[tokens[0] - 1] in ("beyond", "past")


def _dated(scene: Scene, date: DateMention) -> list[int]:
    """The tokens that the date is said of: nouns on the way up from it, and the first verb."""
    tree = scene.tree
    tokens = tree.range_of(date.start, date.end)
    if not tokens:
        return []
    found: list[int] = []
    at = root = tree.root_of(tokens)
    if (told := _of_the_telling(scene, tokens[0])) is not None:
        return [told]
    if tree.dep[at] in _MODIFIER or (tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "of"):
        over = tree.head[at] if tree.dep[at] in _MODIFIER else tree.head[tree.head[at]]
        return [over]
    for _ in range(_DEEPEST):
        over = tree.head[at]
        if over == at:
            break
        if tree.lower[over] in _OTHER_TIME and found:
            return found
        if tree.verb(over):
            return [*found, _clause_of(scene, over, root)]
        topic = tree.dep[root] == "npadvmod" and _is_topic(scene, over)
        if tree.lemma[over] in scene.lexicon.nouns and not topic and not _is_told_of(scene, over, root):
            found.append(over)
        at = over
    return []


def _of_the_telling(scene: Scene, first: int) -> int | None:
    """The verb of saying that a date stands right behind, in front of what was said: "said on Monday they had left"."""
    tree = scene.tree
    before = first - 1
    if before > 0 and tree.pos[before] == "ADP":
        before -= 1
    clause = tree.first(before, "ccomp") if before > 0 and tree.verb(before) else None
    return before if clause is not None and clause > first else None


def _is_told_of(scene: Scene, noun: int, date: int) -> bool:
    """Whether a date behind the noun may be that of the telling: "condemned the raid on Monday"."""
    tree = scene.tree
    over = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.dep[date] not in _BEHIND or scene.isin(over, "vouching_verbs"):
        return False  # "confirmed the arrest of a man on Friday": he was caught on Friday
    return scene.isin(over, "telling_verbs")


def _is_topic(scene: Scene, noun: int) -> bool:
    """Whether the noun is but what is spoken of: in "asked about the deal last month" the asking was last month."""
    tree = scene.tree
    over = tree.head[noun]
    return tree.dep[noun] == "pobj" and tree.lower[over] in _TOPICAL and tree.verb(tree.head[over])


def _clause_of(scene: Scene, verb: int, date: int) -> int:
    """The verb; for a bare day after a describing participle or a purpose, the verb of the sentence.

    "arrested a man suspected of attacks in the city Saturday": the arrest was on Saturday.
    """
    tree = scene.tree
    if tree.dep[date] == "pobj" or not _aside(scene, verb):
        return verb
    at = tree.head[verb]
    while (not tree.verb(at) or _aside(scene, at)) and tree.head[at] != at:
        at = tree.head[at]
    if at > date and tree.dep[verb] == "acl":
        return verb  # "United, beaten last week, won again"
    return at if tree.verb(at) and tree.tag[at] in ("VBD", "VBZ", "VBP", "VBN") else verb


def _aside(scene: Scene, verb: int) -> bool:
    """Whether the verb only describes something, tells what for, or hangs on a preposition."""
    tag, dep = scene.tree.tag[verb], scene.tree.dep[verb]
    return (tag in ("VBN", "VBG", "VB") and dep in ("acl", "pcomp")) or (tag == "VB" and dep == "advcl")


def _main_verb(scene: Scene, date: DateMention) -> list[int]:
    """Where the parse lost the verb: the nearest one before the date in its sentence, not in a relative clause."""
    tree = scene.tree
    tokens = tree.range_of(date.start, date.end)
    if not tokens:
        return []
    start = _sentence_start(scene, tokens[0])
    before = (i for i in range(tokens[0] - 1, start - 1, -1) if tree.pos[i] == "VERB" and tree.dep[i] != "relcl")
    return list(before)[:1]


def _sentence_start(scene: Scene, i: int) -> int:
    """Where the sentence begins; what the model parted without a full stop or a new line is one."""
    tree = scene.tree
    start = int(scene.reading.doc[i].sent.start)
    while start > 0 and tree.pos[start - 1] not in ("PUNCT", "SPACE"):
        start = int(scene.reading.doc[start - 1].sent.start)
    return start


def _spread(scene: Scene, wanted: dict[int, Predicate], times: dict[int, str], token: int) -> None:
    """Gives what shares the clause the clause's time, where it has none of its own."""
    todo = [token]
    for at in todo:
        for other in _same_time(scene, wanted, at):
            if other not in times:
                times[other] = times[token]
                todo.append(other)


def _same_time(scene: Scene, wanted: dict[int, Predicate], at: int) -> Iterator[int]:
    tree = scene.tree
    if not tree.verb(at):
        return
    said = at not in wanted and scene.isin(at, "saying_verbs")
    if said:
        return
    yield from _joined(scene, at)
    if _at_the_time(scene, at):
        yield tree.head[at]
    for k in tree.kids[at]:
        if _contemporary(scene, at, k):
            yield k
        elif tree.dep[k] == "prep" and tree.lower[k] in _SAME_TIME:
            yield from tree.having(k, "pobj")


def _at_the_time(scene: Scene, at: int) -> bool:
    """Whether the clause tells when its main verb happened: "when asked last month, Berg deflected"."""
    tree = scene.tree
    past = tree.tag[at] in ("VBN", "VBD") and tree.tag[tree.head[at]] == "VBD"
    return past and tree.dep[at] == "advcl" and any(tree.lower[k] == "when" for k in tree.kids[at])


def _contemporary(scene: Scene, at: int, k: int) -> bool:
    """Whether a dependent of the verb tells of the same time: its object, its participle, what "took place"."""
    tree = scene.tree
    dep = tree.dep[k]
    if dep in ("nsubj", "nsubjpass"):
        return scene.isin(at, "occurring_verbs")
    if dep == "dobj":
        told = scene.isin(at, "telling_verbs") or _is_other_deed(scene, k)
        return scene.isin(at, "light_verbs") or not told
    if dep == "xcomp":
        return not is_to_come(scene.reading.doc[at])
    return dep == "advcl" and tree.tag[k] == "VBG" and not _elsewhen(scene, k)


def _is_other_deed(scene: Scene, noun: int) -> bool:
    """Whether the object is a happening with a doer of its own: "criticized Norway's support"."""
    return scene.tree.first(noun, "poss") is not None or any(w == "by" for w, _ in scene.tree.prepositions(noun))


def _joined(scene: Scene, at: int) -> Iterator[int]:
    """Verbs joined by "and" that share the subject share the time."""
    tree = scene.tree
    near = [tree.head[at]] if tree.dep[at] == "conj" and tree.first(at, "nsubj", "nsubjpass") is None else []
    near += [k for k in tree.having(at, "conj") if tree.first(k, "nsubj", "nsubjpass") is None]
    for other in near:
        tenses = {_tense(scene, at), _tense(scene, other)}
        if tree.verb(other) and (None in tenses or len(tenses) == 1):
            yield other


def _tense(scene: Scene, i: int) -> str | None:
    """Past, present or to come, by the auxiliary or the form; None where neither tells."""
    tree = scene.tree
    first = tree.first(i, "aux", "auxpass")
    word = tree.lower[first] if first is not None else tree.tag[i]
    return next((name for name, words in _TENSES.items() if word in words), None)


def _elsewhen(scene: Scene, i: int) -> bool:
    """Whether the clause begins with a word that sets another time: "after leaving"."""
    return any(scene.tree.lower[k] in _OTHER_TIME for k in scene.tree.kids[i])


def _leads(scene: Scene, wanted: dict[int, Predicate], dates: Sequence[DateMention]) -> Iterator[tuple[int, str]]:
    """The main verb of the sentence after a dated dateline, about that day, where the sentence gives no date."""
    text = scene.reading.article.text
    for date in dates:
        line = text.rfind("\n", 0, date.start) + 1
        rest = _AFTER_DATELINE.match(text, date.end)
        if (
            date.edtf is None
            or date.grain is not Grain.DAY
            or rest is None
            or not _BEFORE_DATELINE.fullmatch(text, line, date.start)
        ):
            continue
        verb = _first_told(scene, wanted, rest.end(), dates)
        if verb is not None:
            yield verb, f"{date.edtf}~"


def _first_told(scene: Scene, wanted: dict[int, Predicate], start: int, dates: Sequence[DateMention]) -> int | None:
    """The main verb of the sentence that starts there, if it tells of the past and no date stands in the sentence."""
    tree = scene.tree
    tokens = tree.range_of(start, start + 1)
    if not tokens:
        return None
    sentence = scene.reading.doc[tokens[0]].sent
    stop = _FULL_STOP.search(scene.reading.article.text, max(start, sentence.end_char - 2))
    end = stop.end() if stop else sentence.end_char
    if any(d.edtf and start <= d.start < end for d in dates):
        return None
    told = (i for i in range(sentence.start, sentence.end) if i in wanted and not wanted[i].nominal)
    first = next(told, None)
    return first if first is not None and tree.tag[first] in ("VBD", "VBN") else None
