"""The print queue's copy of a document is the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.documents.page import (
    Align,
    Block,
    Columns,
    Document,
    Gap,
    Line,
    QrCode,
    Rule,
    Style,
    Table,
    Text,
    Tick,
    UnreadableDocumentError,
    from_json,
    to_json,
)
from tests.support.papers import DOCUMENTS

texts = st.text(max_size=30)
styles = st.sampled_from(Style)


def tables() -> st.SearchStrategy[Table]:
    return st.integers(1, 4).flatmap(
        lambda width: st.builds(
            Table,
            st.tuples(*[texts] * width),
            st.lists(st.tuples(*[texts] * width), max_size=3).map(tuple),
            styles,
        )
    )


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, texts, st.sampled_from(Align), styles),
    st.builds(Columns, texts, texts, styles),
    st.builds(Line, texts, texts, texts, texts, texts),
    st.builds(Tick, texts, texts, texts),
    st.builds(QrCode, texts, texts),
    st.just(Rule()),
    st.just(Gap()),
    tables(),
)
documents = st.builds(Document, texts, texts, st.lists(blocks, max_size=8).map(tuple), texts)


@given(documents)
def test_json_gives_back_the_very_document(document: Document) -> None:
    stored = to_json(document)
    assert from_json(stored) == document
    assert to_json(from_json(stored)) == stored


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_of_the_desk_survive_too(name: str) -> None:
    assert from_json(to_json(DOCUMENTS[name])) == DOCUMENTS[name]


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "null",
        '{"schema":1}',
        '{"schema":2,"kind":"x","title":"x","mark":"","blocks":[]}',
        '{"schema":1,"kind":"x","title":7,"mark":"","blocks":[]}',
        '{"schema":1,"kind":"x","title":"x","mark":"","blocks":[{"block":"hologram"}]}',
        '{"schema":1,"kind":"x","title":"x","mark":"","blocks":[{"block":"text","text":"a","align":"up","style":"normal"}]}',
        '{"schema":1,"kind":"x","title":"x","mark":"","blocks":[{"block":"text","text":"a","colour":"red"}]}',
        '{"schema":1,"kind":"x","title":"x","mark":"","blocks":[{"block":"table","head":["a"],"rows":[["a","b"]],"style":"small"}]}',
        '{"schema":1,"kind":"x","title":"x","mark":"","blocks":["text"]}',
    ],
)
def test_anything_else_is_refused(stored: str) -> None:
    with pytest.raises(UnreadableDocumentError):
        from_json(stored)
