import pytest

from generator.sources.credits import caption, dateline, lone_dateline, tail_agency

PIER = "Ferries lie at the east quay in Varn, Monday, Nov. 18, 2024."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"FILE - {PIER} (AP Photo/Ida Moss)", PIER),
        (f"FILE PHOTO: {PIER} REUTERS", f"{PIER} REUTERS"),
        (f"{PIER} (Ida Moss/Coast Wire via AP)", PIER),
        (f"{PIER} (Ida Moss, Quay Pool Photo via AP, File)", PIER),
        (f"{PIER} (Ida Moss/Reuters)", PIER),
        (f"{PIER} [Getty Images]", PIER),
        (f"{PIER} (AP Photo/Ida Moss)ASSOCIATED PRESS", PIER),
        (f"Image caption, {PIER}", PIER),
        (f"Pictured: {PIER} Photo: Ida Moss/Coast Wire", PIER),
        (f"FILE - {PIER} (Ida Moss) (Coast Wire via AP)", PIER),
        ("In this photo provided by the harbour board, ferries lie at the quay.",) * 2,
        ("This handout photo taken on Nov. 18, 2024, shows ferries at the quay.",) * 2,
        ("An undated picture released by the harbour board shows ferries.",) * 2,
        ("Photo taken on Nov. 18, 2024 shows ferries at the quay.",) * 2,
        ("Ida Moss and Olin Reed pose for a group photo in Varn on Nov. 18, 2024.",) * 2,
        ("Ida Moss, left, and Olin Reed speak in Varn on Nov. 18, 2024.",) * 2,
        ("Ida Moss (L) speaks in Varn on Nov. 18, 2024.",) * 2,
    ],
)
def test_captions_are_told_and_their_credits_cut(text: str, words: str) -> None:
    cut = caption(text)
    assert cut is not None
    assert text[cut.start : cut.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The ferries (and their crews) will sail again.",
        "The ferries will sail again (on Monday).",
        "It was the party's best result (Olin Reed, its chair, wept).",
        "The photo shows that he was there, the lawyer said.",
        "The image of the city has suffered, said the mayor.",
        "He posed for a photo and left.",
        "She turned left, and walked on.",
        "The company (QP) rose by a third.",
        "He filed it. File under: nothing",
        "The union (Harbour Workers United)",
        "",
    ],
)
def test_sentences_of_the_body_are_no_captions(text: str) -> None:
    assert caption(text) is None


def test_a_marked_caption_needs_no_sign() -> None:
    text = "The east quay in Varn. (Ida Moss, Quay Post)"
    assert caption(text) is None
    cut = caption(text, marked=True)
    assert cut is not None
    assert text[cut.start : cut.end] == "The east quay in Varn."


@pytest.mark.parametrize(
    ("line", "agency", "date"),
    [
        ("SEOUL, South Korea (AP) — ", "AP", None),
        ("WASHINGTON (Reuters) - ", "Reuters", None),
        ("VARN, Nov 21 (Coast Wire) - ", "Coast Wire", "Nov 21"),
        ("BEIJING, Nov. 22 (Xinhua) -- ", "Xinhua", "Nov. 22"),
        ("MIAMI (AP) _ ", "AP", None),
        ("(CNN) — ", "CNN", None),
        ("Kyiv, Ukraine (AFP) – ", "AFP", None),
        ("MOSCOW, November 21. /TASS/. ", "TASS", "November 21"),
        ("VARN, Freedonia (Jan. 10, 2011) – ", None, "Jan. 10, 2011"),
        ("VARN — ", None, None),
        ("Varn, 21 November — ", None, "21 November"),
    ],
)
def test_agency_lines_are_cut(line: str, agency: str | None, date: str | None) -> None:
    text = line + "The ferries will sail again."
    cut = dateline(text, first=True)
    assert cut is not None
    assert text[cut.start :] == "The ferries will sail again."
    assert (cut.agency, cut.date) == (agency, date)


@pytest.mark.parametrize(
    "text",
    [
        "Varn — the port — is closed.",
        "Sen. Ida Moss (R-Texas) — The one who wept — left.",
        "The ferries – old and slow – will sail again.",
        "Seoul-based analysts agree.",
        "He left. VARN (AP) — The end.",
        "VARN (AP) — ",
        "On Monday, Nov. 18 - The day - they left.",
        "12/20/ was the date.",
    ],
)
def test_dashes_of_sentences_are_no_agency_lines(text: str) -> None:
    assert dateline(text, first=True) is None


def test_a_dateline_without_an_agency_stands_only_before_the_first_paragraph() -> None:
    assert dateline("VARN — The ferries will sail again.", first=False) is None
    assert dateline("VARN (AP) — The ferries will sail again.", first=False) is not None


@pytest.mark.parametrize(
    "text", ["MIAMI (AP) --", "VARN, Freedonia (Aug. 29, 2012)", "ATLANTA _", "NAIROBI, August 21 (Xinhua) --"]
)
def test_a_dateline_may_have_a_line_of_its_own(text: str) -> None:
    assert lone_dateline(text) is not None


@pytest.mark.parametrize(
    "text", ["NATO leaders meet April 1, 2011", "VARN FERRIES SAIL", "Varn", "VARN (QP)", "A" * 200]
)
def test_headlines_are_no_datelines(text: str) -> None:
    assert lone_dateline(text) is None


def test_an_agency_may_stand_behind_the_last_sentence() -> None:
    for text in ("They left. (AFP)", "They left. — Reuters", 'He said: "No." –AFP'):
        cut = tail_agency(text)
        assert cut is not None
        assert cut.agency in ("AFP", "Reuters")
        assert text[: cut.end] in ("They left.", 'He said: "No."')
    assert tail_agency("They left (AFP)") is None
    assert tail_agency("They left. (Olin Reed)") is None
