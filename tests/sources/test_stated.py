"""What a front matter states, taken only where it is of its kind."""

import pytest

from generator.sources.stated import web_address


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("https://wiki.example/Lind's_song", "https://wiki.example/Lind%27s_song"),
        ("http://quay.example/a?b=c#d", "http://quay.example/a?b=c#d"),
        ("javascript:alert(1)", None),
        ('https://quay.example/"onload=', None),
        ("https://user@quay.example/", None),
        ("https:///nowhere", None),
    ],
)
def test_addresses_are_of_the_web_and_close_no_attribute(told: str, address: str | None) -> None:
    assert web_address(told) == address
