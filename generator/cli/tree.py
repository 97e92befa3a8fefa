"""The parse of a sentence as a tree that reads from top to bottom in the order of its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from generator.cli.marks import FAINT, STYLES, Mark
from generator.model import Sentence, Word
from generator.text import one_line


@dataclass(frozen=True, slots=True)
class _Branch:
    """A word on its way into the tree, with what stands in front of the lines above, of and below it."""

    word: int
    above: str = ""
    own: str = ""
    below: str = ""
    open: bool = True  # Whether the words under it are still to be placed


def tree(sentence: Sentence, marks: Sequence[Mark]) -> Table:
    """The words in their order, each with its tag, its relation, and a line to its head; punctuation is left out."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(4):
        grid.add_column(no_wrap=True)
    for branch in _branches(sentence.words):
        word = sentence.words[branch.word]
        line = Text.assemble((branch.own, FAINT))
        line.append(one_line(word.text), style=_style(word, marks))
        grid.add_row(Text(word.pos, style=FAINT), Text(word.tag, style=FAINT), Text(word.relation), line)
    return grid


def _style(word: Word, marks: Sequence[Mark]) -> str:
    """The colours of the marks over the word, but for the contents of claims, which most words stand in."""
    return " ".join(STYLES[m.kind] for m in marks if m.kind != "content" and m.overlaps(word))


def _branches(words: Sequence[Word]) -> Iterator[_Branch]:
    """The words in order; a stack of its own, since no depth of a parse may be too deep."""
    under = _under(words)
    todo = [_Branch(n) for n, w in enumerate(words) if w.head == n and (w.pos != "PUNCT" or under[n])]
    todo.reverse()
    while todo:
        branch = todo.pop()
        if not branch.open:
            yield branch
            continue
        before = [n for n in under[branch.word] if n < branch.word]
        after = [n for n in under[branch.word] if n > branch.word]
        lines = [_left(n, branch, first=n == before[0]) for n in before]
        lines.append(_Branch(branch.word, own=branch.own, open=False))
        lines += [_right(n, branch, last=n == after[-1]) for n in after]
        todo += reversed(lines)


def _under(words: Sequence[Word]) -> Mapping[int, list[int]]:
    """The words under each word, without punctuation that nothing hangs on."""
    heads = {w.head for n, w in enumerate(words) if w.head != n}
    under: dict[int, list[int]] = {n: [] for n in range(len(words))}
    for n, word in enumerate(words):
        if word.head != n and (word.pos != "PUNCT" or n in heads):
            under[word.head].append(n)
    return under


def _left(word: int, head: _Branch, *, first: bool) -> _Branch:
    up = head.above + ("  " if first else "│ ")
    return _Branch(word, above=up, own=head.above + ("┌─" if first else "├─"), below=head.above + "│ ")


def _right(word: int, head: _Branch, *, last: bool) -> _Branch:
    down = head.below + ("  " if last else "│ ")
    return _Branch(word, above=head.below + "│ ", own=head.below + ("└─" if last else "├─"), below=down)
