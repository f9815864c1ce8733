"""The words of a text, stretch by stretch, are those of the whole text."""

from hypothesis import given
from hypothesis import strategies as st

from wp.search.index import Pieces
from wp.words import STOP_WORDS, stem, tokens
from wp.words.names import capitals

TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="aBthe.,;:!?()\"'’12- \n", max_size=30),
    st.lists(st.sampled_from("The United Nations of (UN) U.N. 1,178 the's B.".split())).map(
        " ".join
    ),
)


@given(TEXTS)
def test_a_text_read_in_stretches_has_the_content_of_the_whole(text: str) -> None:
    pieces = Pieces()
    found = [pieces[piece] for piece in text.split()]
    words = [token.text for token in tokens(text) if token.text not in STOP_WORDS]
    assert [word for piece in found for word in piece.words] == words
    # "A-B" is found as one word, too
    kept = [word for piece in found for word in (*piece.words, piece.compound) if word]
    assert list(pieces.stems.items()) == [(word, stem(word)) for word in dict.fromkeys(kept)]
    stems = [stemmed for piece in found for stemmed in piece.stems.split()]
    assert stems == [stem(word) for word in words]
    assert "".join(piece.capitals for piece in found).split() == capitals(text).split()
