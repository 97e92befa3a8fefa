import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.yaml_strict import YamlError, place_of, read


def test_scalars_stay_text_and_only_emptiness_is_none() -> None:
    told = read('a: no\nb: 2024-02-30\nc: 12:30\nd: ~\ne:\nf: "~"\ng: 0x1F\nh: null').value
    assert told == {"a": "no", "b": "2024-02-30", "c": "12:30", "d": None, "e": None, "f": "~", "g": "0x1F", "h": None}


def test_places_have_their_lines() -> None:
    document = read("- name: a\n  roles:\n    - x\n    - y\n- name: b\n", first_line=10)
    assert document.line((0, "name")) == 10
    assert document.line((0, "roles", 1)) == 13
    assert document.line((1, "name")) == 14
    assert document.line((1, "nothing", 7)) == 14
    assert read("").line(("x",)) == 1


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: 1\nb: &x 2", r"an anchor \(&x\)", 2),
        ("a: *x", r"an alias \(\*x\)", 1),
        ('a: !!python/object/apply:os.system ["x"]', "a YAML tag", 1),
        ("&x a: 1", r"an anchor \(&x\)", 1),
        ("é: 1\nù: 2\n!!str a: 1", "a YAML tag", 3),
        ("a: !!str 1", "a YAML tag", 1),
        ("a: 1\n\na: 2", "duplicate key 'a', which stands in line 1 already", 3),
        ("? [a, b]\n: c", "a key that is not text", 1),
        ("a: [[[[1]]]]", "nested too deep", 1),
        ('a: "open\nb: c', "not YAML: while scanning a quoted scalar", 2),
        ("a: b: c", "not YAML: mapping values are not allowed", 1),
        ("a: 1\n--- \nb: 2", "a second document", 2),
        ("ok: 1\nbad: \x07", "not YAML: (special|control) characters are not allowed", 2),
    ],
)
def test_what_is_no_plain_data_is_refused_with_its_line(text: str, message: str, line: int) -> None:
    with pytest.raises(YamlError, match=message) as caught:
        read(text, depth=3)
    assert caught.value.line == line


@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!'\"#|>%@,? \n\t~"), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    line = 1
    try:
        read(text, depth=4)
    except YamlError as error:
        line = error.line
    assert 1 <= line <= text.count("\n") + 2


@pytest.mark.parametrize(
    ("told", "place"), [("$[3].roles[0]", (3, "roles", 0)), ("$.limits.bytes", ("limits", "bytes")), ("$", ())]
)
def test_paths_of_msgspec_are_places(told: str, place: tuple[str | int, ...]) -> None:
    assert place_of(told) == place
