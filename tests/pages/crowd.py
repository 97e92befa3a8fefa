"""A dossier of one finding that many publishers report: for the pages' tests, and the browser's."""

from dataclasses import replace

from generator.model import Dossier, Factuality, Finding, Origin, Standing, Topic
from tests.factory import dossier_of, facts_of, says

_TEXT = "The port will close. The quay is sound."


def crowd(publishers: int, *, denied_by: int = -1) -> Dossier:
    """Each publisher says that the port will close, and the first alone that the quay is sound."""
    facts = []
    for n in range(publishers):
        sure = Factuality.CERTAIN_NOT if n == denied_by else Factuality.CERTAIN
        claims = [says("The port will close", topics=["port"], factuality=sure)]
        claims += [says("The quay is sound", topics=["port"])] if n == 0 else []
        made = facts_of(f"a{n:02}", _TEXT, claims=claims)
        facts.append(replace(made, article=replace(made.article, publisher=f"Gazette {n:02} <b>|", sha256=str(n))))
    found = [_finding([f.claims[0].id for f in facts], publishers), _finding([facts[0].claims[1].id], 1)]
    return dossier_of(facts, topics=(Topic(slug="port", name="Port"),), findings=tuple(found))


def _finding(claims: list[str], publishers: int) -> Finding:
    return Finding(
        id=f"f{claims[0][1:]}",
        claims=tuple(claims),
        lead=claims[0],
        publishers=tuple(f"Gazette {n:02} <b>|" for n in range(publishers)),
        origins=(Origin(speaker=None, via=None, said=None, claims=tuple(claims)),),
        factuality=Standing(least=Factuality.CERTAIN, most=Factuality.CERTAIN),
        first=None,
        latest=None,
        topics=("port",),
        actors=(),
        credibility=6,
    )
