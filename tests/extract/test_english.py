"""Only English is read: of other pages nothing is claimed, and the article says so."""

import pytest

from tests.extract.test_pipeline import WORLD, document
from timeline.extract.english import NOTE, is_english, is_foreign
from timeline.extract.pipeline import extract
from timeline.records import Span

GERMAN = (
    "Die Außenminister der beiden Länder haben sich am Freitag in Wien getroffen. Der Vertrag "
    "wird nach Angaben des Ministeriums im Mai 2021 unterzeichnet, und die Grenze wird geöffnet."
)
ITALIAN = (
    "I ministri dei due paesi si sono incontrati a Roma venerdì. Il trattato, secondo il "
    "ministero, sarà firmato nel mese di maggio 2021 e la frontiera sarà aperta."
)
RUSSIAN = (
    "Министры двух стран встретились в пятницу в Москве. Договор, по данным министерства, будет "
    "подписан в мае 2021 года, а граница будет открыта. Об этом сообщили журналистам в Кремле. "
    "Посол подтвердил, что делегации вылетят в столицу уже на следующей неделе."
)
ENGLISH = (
    "Ministers of the two countries met in Vienna on Friday. The treaty will be signed in May "
    "2021, according to the ministry, and the border will be opened after that."
)


@pytest.mark.parametrize(
    ("text", "english"),
    [(GERMAN, False), (ITALIAN, False), (RUSSIAN, False), (ENGLISH, True), ("Zwei Worte", True)],
)
def test_a_text_is_english_by_its_small_words(text: str, english: bool) -> None:
    assert is_english(text, [Span(0, len(text))]) is english


@pytest.mark.parametrize("text", [GERMAN, ITALIAN, RUSSIAN])
def test_of_a_page_in_another_language_nothing_is_claimed(text: str) -> None:
    found = extract(document(f"Wien, Rom\n\n{text}\n"), WORLD)
    assert found.claims == found.headings == ()
    assert NOTE in found.notes


@pytest.mark.parametrize(
    ("sentence", "foreign"),
    [
        ("Ne vom Ministerium bestätigte Zahl ist nicht bekannt, und das wird sich zeigen.", True),
        ("«La guerra non è finita, e il paese non è al sicuro», disse.", True),
        ("Договор будет подписан в мае 2021 года, а граница открыта.", True),
        ("So I chose an empty smile, even as, inwardly, I was glad.", False),
        ("Botic van de Zandschulp beat Daniil Medvedev 6-2, 6-2, 7-6 yesterday.", False),
        ("Rio de la Plata shipping lanes reopened.", False),
        ("Christine Lagarde met Ursula von der Leyen in Paris on Thursday morning.", False),
        ("Ursula von der Leyen met Luiz Inácio Lula da Silva in Brasilia on Monday.", False),
        ("Cristina Fernández de Kirchner met Luis de la Calle in La Paz on Friday.", False),
        ("Los Angeles police met Las Vegas officials in El Paso on Friday.", False),
        ("José Ortega y Gasset met Ramón del Valle Inclán in Madrid in 1921.", False),
        ("Protesters die in Goma, nurses die in Bukavu, doctors die in Kigali.", False),
        ("Der Vertrag wird nicht unterzeichnet, und das ist die Meinung des Amtes.", True),
        ("El presidente de la República viajó con el ministro a Lima.", True),
        ("Le ministre est arrivé à Paris pour une réunion avec les syndicats.", True),
        ("De minister is niet aanwezig bij het debat in een zaal van Den Haag.", True),
    ],
)
def test_a_foreign_sentence_is_told_apart(sentence: str, foreign: bool) -> None:
    assert is_foreign(sentence) is foreign


def test_an_english_article_keeps_its_claims_beside_a_foreign_quotation() -> None:
    text = (
        f"{ENGLISH} The chancellor's reply stood in a Vienna paper. "
        "Der Vertrag wird nicht unterzeichnet, und das ist die Meinung des Ministeriums. "
        "The president of Austria said that he had not read it."
    )
    found = extract(document(text), WORLD)
    assert found.claims and not any("Vertrag" in claim.quote for claim in found.claims)
    assert NOTE not in found.notes
