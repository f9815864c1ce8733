"""The words of a text, stretch by stretch, are those of the whole text."""

from hypothesis import given
from hypothesis import strategies as st

from wp.search.acronyms import acronyms, initials
from wp.search.stem import stem
from wp.search.store.pieces import Pieces
from wp.search.tokens import STOP_WORDS, tokens

TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="aBthe.,;:!?()\"'’12- \n", max_size=30),
    st.lists(st.sampled_from("The United Nations of (UN) U.N. 1,178 the's B.".split())).map(
        " ".join
    ),
)


@given(TEXTS)
def test_a_text_read_in_stretches_has_the_content_of_the_whole(text: str) -> None:
    known: dict[str, str] = {}
    content = Pieces(known).content(text.split())
    words = [token.text for token in tokens(text) if token.text not in STOP_WORDS]
    assert content.words == words
    assert known == {word: stem(word) for word in words}
    assert list(known) == list(dict.fromkeys(words))
    assert content.stems.split(" ") == [known[word] for word in words] or not words
    assert content.acronyms == acronyms(text)
    assert content.names or not initials(text), "a name may be none, but none is missed"
