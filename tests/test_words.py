"""The words of the desk: each French sentence has its English one, and both follow the typography of the house.

French takes a no-break space (U+00A0, written as an escape so that it is seen) inside « » and before ; : ! ? % and €,
and the curly apostrophe. English takes none of these spaces, and curly quotes too. `make words` updates the catalogue.
"""

from __future__ import annotations

import ast
import functools
import logging
import re
import string
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import language
from desk.translations import install_language
from views.commands import key_sheet

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "casaco-desk_en.ts"
HANDBOOK = ROOT / "resources" / "handbook"

Sentence = tuple[str, str]
"""A context and the French text."""

NO_BREAK = "\u00a0"
# A key named by its sign, as in "? touches", stands after two spaces and is no punctuation.
FRENCH_MISTAKES = {
    "straight apostrophe": re.compile(r"\w'\w"),
    "straight quotes": re.compile(r'"'),
    "three dots for …": re.compile(r"\.\.\."),
    "breaking space before a sign": re.compile(r"(?<! ) [;:!?»%€](?![\w/])"),
    "breaking space after «": re.compile(r"« "),
    "no space around « »": re.compile(r"«[^\u00a0]|[^\u00a0]»"),
    "no space before a sign": re.compile(r"[^\W\d_][;!?](?=\s|$)|[^\W\d_}]:(?=\s|$)"),
    "breaking space before m²": re.compile(r" m²"),
}
ENGLISH_MISTAKES = {
    "straight apostrophe": re.compile(r"'"),
    "straight or French quotes": re.compile(r'["«»]'),
    "three dots for …": re.compile(r"\.\.\."),
    "French space before a sign": re.compile(r"\w[ \u00a0\u202f][;:!?%]"),
}
# A language is offered under its own name, so that nobody is lost in the other.
NEVER_TRANSLATED = {"Français"}


def _calls_in(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
            yield node


@functools.cache
def _calls() -> tuple[tuple[Path, ast.Call], ...]:
    paths = (path for room in ("desk", "views") for path in sorted((ROOT / room).rglob("*.py")))
    return tuple((path, call) for path in paths for call in _calls_in(ast.parse(path.read_text(encoding="utf-8"))))


def _literals(call: ast.Call) -> Sentence | None:
    """The two texts of a call, None unless both are plain literals: lupdate reads nothing else."""
    match call:
        case ast.Call(args=[ast.Constant(value=str(context)), ast.Constant(value=str(text))], keywords=[]):
            return context, text
    return None


@functools.cache
def _sentences() -> frozenset[Sentence]:
    found = (_literals(call) for _, call in _calls())
    return frozenset(sentence for sentence in found if sentence is not None)


def _messages() -> dict[Sentence, ET.Element]:
    """The catalogue's messages by their context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(CATALOGUE).getroot().iter("context")
        for message in context.iter("message")
    }


def _english() -> dict[Sentence, str]:
    return {sentence: message.findtext("translation", "") for sentence, message in _messages().items()}


def _placeholders(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _mistakes(text: str, rules: dict[str, re.Pattern[str]]) -> list[str]:
    return [f"{name}: {text!r}" for name, rule in rules.items() if rule.search(text)]


def test_every_call_can_be_read_by_lupdate() -> None:
    unreadable = [f"{path.relative_to(ROOT)}:{call.lineno}" for path, call in _calls() if _literals(call) is None]
    assert unreadable == []


def test_the_catalogue_holds_every_sentence_and_no_other() -> None:
    assert len(_sentences()) > 300, "the walk through the sources found too little"
    assert set(_messages()) == _sentences(), "run `make words`, then translate what it lists"


def test_every_translation_is_finished() -> None:
    unfinished = [
        source
        for source, message in _messages().items()
        if (translation := message.find("translation")) is None
        or translation.get("type") is not None
        or not (translation.text or "").strip()
    ]
    assert unfinished == []


def test_a_translation_has_the_same_placeholders() -> None:
    different = [
        (french, english)
        for (_, french), english in _english().items()
        if _placeholders(french) != _placeholders(english)
    ]
    assert different == []


def test_the_compiled_catalogue_answers_each_sentence() -> None:
    install_language("en")
    assert language.current() == "en"
    stale = [
        (sentence, said)
        for sentence, english in _english().items()
        if (said := language.translate(*sentence)) != english
    ]
    assert stale == [], "`make setup` compiles the catalogue again"


def test_an_unknown_sentence_stays_french() -> None:
    install_language("en")
    assert language.translate("Words", "Une phrase sans anglais.") == "Une phrase sans anglais."


def test_a_language_without_catalogue_leaves_french(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # import-linter, run by another test, turns off the loggers that it meets.
    monkeypatch.setattr(logging.getLogger("desk.translations"), "disabled", False)
    install_language("xx")
    assert (language.current(), language.translate("Menus", "Langue")) == ("fr", "Langue")
    assert "French stays" in caplog.text


def test_french_sentences_follow_french_typography() -> None:
    assert [mistake for _, text in sorted(_sentences()) for mistake in _mistakes(text, FRENCH_MISTAKES)] == []


def test_english_sentences_follow_english_typography() -> None:
    assert [mistake for text in _english().values() for mistake in _mistakes(text, ENGLISH_MISTAKES)] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le ticket est-il sorti ?", 1),
        ("Le ticket est-il sorti?", 1),
        (f"Le ticket est-il sorti{NO_BREAK}?", 0),
        ("« oui »", 3),
        (f"«{NO_BREAK}oui{NO_BREAK}»", 0),
        ("l'accueil", 1),
        ("F1 aide   ? touches", 0),
        ("à 10:42", 0),
    ],
)
def test_the_typography_rules_see_what_they_should(text: str, count: int) -> None:
    assert len(_mistakes(text, FRENCH_MISTAKES)) == count


def test_no_french_word_reaches_the_screen_untranslated() -> None:
    """In `views`, a literal with a French letter that is neither a docstring nor inside translate() was forgotten."""
    french = re.compile(r"[àâçéèêëîïôùûœÀÂÇÉÈÊÎÔŒ’]")
    forgotten = []
    for path in sorted((ROOT / "views").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(text) for call in _calls_in(tree) for text in call.args}
        told |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        forgotten += [
            f"{path.relative_to(ROOT)}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and french.search(node.value)
            if id(node) not in told and node.value not in NEVER_TRANSLATED
        ]
    assert forgotten == []


# --- the handbook --------------------------------------------------------------------------------------------


def _page(code: str) -> str:
    return (HANDBOOK / f"{code}.md").read_text(encoding="utf-8")


def _prose(page: str) -> str:
    """The page without what is typed as it stands: commands, file names, keys."""
    return re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.DOTALL)


def _shape(page: str) -> list[str]:
    """The levels of the headings, in order."""
    return re.findall(r"^#+", page, flags=re.MULTILINE)


def test_the_handbook_has_the_same_chapters_in_both_languages() -> None:
    assert len(_shape(_page("fr"))) > 10
    assert _shape(_page("fr")) == _shape(_page("en"))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_handbook_is_plain_markdown(code: str) -> None:
    assert re.findall(r"</?[a-zA-Z]|&\w+;|\]\(http", _prose(_page(code))) == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_handbook_names_every_key(code: str) -> None:
    install_language(code)
    page = _page(code)
    assert [key for key, _ in key_sheet() if not all(f"**{part}**" in page for part in key.split("  "))] == []


@pytest.mark.parametrize(("code", "rules"), [("fr", FRENCH_MISTAKES), ("en", ENGLISH_MISTAKES)])
def test_the_handbook_follows_the_typography(code: str, rules: dict[str, re.Pattern[str]]) -> None:
    assert [mistake for line in _prose(_page(code)).splitlines() for mistake in _mistakes(line, rules)] == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_handbook_quotes_words_that_are_on_the_screen(code: str) -> None:
    """What it puts between quotes is a button or a sentence of the desk, so that a reader finds it."""
    install_language(code)
    shown = {language.translate(*sentence) for sentence in _sentences()}
    # A pattern of almost nothing but placeholders, such as "{space}, {unit}", would pass any quotation.
    telling = [text for text in shown if len(re.sub(r"\{\w+\}|\W", "", text)) > 3 or not _placeholders(text)]
    patterns = [re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(text))) for text in telling]
    quoted = re.findall(r"«\u00a0(.+?)\u00a0»" if code == "fr" else r"‘(.+?)’(?!\w)", _prose(_page(code)))
    assert len(quoted) > 20
    assert [words for words in quoted if not any(pattern.fullmatch(words) for pattern in patterns)] == []
