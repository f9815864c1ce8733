"""The telling words of a text: what one process has worked out of them serves another."""

import marshal

import pytest

from wp import statements as terms


def test_words_that_another_process_has_read_are_not_stemmed_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = "Members handed over 40 fugitives."
    expected = terms.stems(said)
    kept = marshal.loads(marshal.dumps(terms.learnt()))
    monkeypatch.setattr(terms, "_ROOTS", {})
    monkeypatch.setattr(terms, "_SAME", terms._Same({}, {}, {}))
    monkeypatch.setattr(terms, "stem", pytest.fail)
    terms._read.cache_clear()
    terms.terms.cache_clear()
    terms.learn(kept)
    assert expected
    assert terms.stems(said) == expected
