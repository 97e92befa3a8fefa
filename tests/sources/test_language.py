import pytest

from generator.sources.language import code_of, identify, name_of

ENGLISH = (
    "The harbour board met on Monday and agreed that the ferries will sail again from the first week of spring, "
    "when the repairs to the east quay are done, its chair told residents who had come to listen."
)
FRENCH = (
    "Le port restera fermé jusqu’à jeudi, a annoncé lundi la ministre, qui a ajouté que les bateaux ne pourraient pas "
    "sortir avant la fin de la semaine à cause de la tempête."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("Порт будет закрыт до четверга, сообщила в понедельник министр транспорта страны.", "ru"),
        ("The harbour board met.", None),
        ("港口", None),
        ("", None),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22", None),
    ],
)
def test_the_language_is_told_where_there_is_enough_text(text: str, code: str | None) -> None:
    assert identify(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "For at få råd til det må byen spare, for der er to lidt for dyre broer, og de to er for gamle til brug.",
            "da",
        ),
        ("De raad vergadert vrijdag of zaterdag over het plan, of de molen nu open is of niet, en of het mag.", "nl"),
    ],
)
def test_words_that_two_languages_share_do_not_tell(text: str, code: str) -> None:
    assert identify(text) == code


def test_neighbours_that_are_both_likely_are_not_english() -> None:
    told = (
        "Borgmesteren sagde mandag, at to af de tre ejere for længst har sagt ja til at betale for arbejdet på møllen."
    )
    assert identify(told) in ("da", "no", "nb")


def test_a_long_text_is_told_by_all_of_it() -> None:
    assert identify(ENGLISH * 12 + FRENCH * 12) == "fr"
    assert identify(ENGLISH * 24) == "en"


def test_languages_have_names_and_codes() -> None:
    assert name_of("fr-CA") == "French"
    assert name_of("tlh") == "tlh"
    assert code_of("norwegian") == "no"
    assert code_of("Klingon") is None


# One piece of news in many languages, shorter than any article.
SHORT = {
    "ar": "قال رئيس البلدية يوم الاثنين إن المطحنة ستبقى مغلقة للإصلاح.",
    "de": "Der Bürgermeister sagte am Montag, dass die Mühle wegen Reparaturen geschlossen bleibe.",
    "el": "Ο δήμαρχος είπε τη Δευτέρα ότι ο μύλος θα παραμείνει κλειστός για επισκευές.",
    "es": "El alcalde dijo el lunes que el molino permanecería cerrado por reparaciones.",
    "fa": "شهردار روز دوشنبه گفت که آسیاب برای تعمیر بسته خواهد ماند.",
    "fr": "Le maire a déclaré lundi que le moulin resterait fermé pour des réparations.",
    "he": "ראש העיר אמר ביום שני שהטחנה תישאר סגורה לצורך תיקונים.",
    "hi": "महापौर ने सोमवार को कहा कि चक्की मरम्मत के लिए बंद रहेगी।",
    "it": "Il sindaco ha detto lunedì che il mulino resterà chiuso per riparazioni.",
    "ja": "市長は月曜日、製粉所は修理のため閉鎖されたままになると述べた。",
    "ko": "시장은 월요일 방앗간이 수리를 위해 계속 문을 닫을 것이라고 말했다.",
    "nl": "De burgemeester zei maandag dat de molen gesloten blijft voor herstellingen.",
    "pl": "Burmistrz powiedział w poniedziałek, że młyn pozostanie zamknięty z powodu napraw.",
    "sv": "Borgmästaren sade på måndagen att kvarnen förblir stängd för stora reparationer.",
    "th": "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าโรงสีจะยังคงปิดซ่อมแซม",
    "tr": "Belediye başkanı pazartesi günü değirmenin uzun bir onarım için kapalı kalacağını söyledi.",
    "uk": "Міський голова сказав у понеділок, що млин залишиться зачиненим на ремонт.",
    "vi": "Thị trưởng cho biết hôm thứ Hai rằng nhà máy xay sẽ vẫn đóng cửa để sửa chữa.",
    "zh": "市长周一表示，磨坊将因维修而继续关闭。工人们下午回家了。",
}


@pytest.mark.parametrize("code", SHORT)
def test_a_sentence_is_enough_to_tell_what_is_not_english(code: str) -> None:
    assert identify(SHORT[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Quill closes mill. Workers go home. Repairs start Monday, owners say.",
        "MAYOR QUILL CLOSES MILL. WORKERS GO HOME. REPAIRS START MONDAY, OWNERS SAY.",
        "Ilmar Vesk, mayor of Kohtla, met Jüri Tamm and Märt Õunapuu in Sõrve.",
        "The dead are " + ", ".join(["Thandiwe Nkosi", "Sipho Dlamini", "Nomvula Zungu", "Bongani Khumalo"] * 25) + ".",
        ENGLISH + " «Мы закроем мельницу», said Ivan Petrov.",
    ],
)
def test_short_english_and_english_with_foreign_names_is_not_taken_for_another(text: str) -> None:
    assert identify(text) in ("en", None)


def test_a_text_that_is_mostly_in_another_script_is_not_english_for_its_english_words() -> None:
    assert identify(SHORT["uk"] * 3 + " The mill and the barn, the mayor of the town said to us.") == "uk"
