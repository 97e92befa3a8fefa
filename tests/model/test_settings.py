"""The operator's settings as values: which licences let an article be quoted in full."""

import pytest

from generator.model import ExcerptPolicy


@pytest.mark.parametrize(
    "stated",
    [
        "CC BY 4.0",
        "CC-BY-SA-4.0",
        "cc by 2.5",
        "CC BY 3.0 AU",
        "CC0",
        "CC0 1.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "OGL v3.0",
        "Public domain",
        "ＣＣ BY 4.0",
    ],
)
def test_open_licences_open(stated: str) -> None:
    assert ExcerptPolicy().opens(stated)


@pytest.mark.parametrize(
    "stated",
    [
        None,
        "",
        "All rights reserved",
        "CC BYlined, all rights reserved",
        "CC BY (no, really: all rights reserved)",
        "OGLobal News",
        "Public domain? No: all rights reserved",
        "CC BY-NC-ND 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ],
)
def test_what_only_begins_like_an_open_licence_does_not(stated: str | None) -> None:
    assert not ExcerptPolicy().opens(stated)
