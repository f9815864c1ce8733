"""What stands in prose and is none: addresses, note marks, hidden characters."""

import re

from wp.documents.mapped import Mapped, join

_NO_PROSE = re.compile(r"\0+|https?://[^\s<>\"“”’»\])]+|\[\^[^\]\s]+\]:?")


def cut(body: Mapped) -> Mapped:
    """Leave out web addresses and note marks (`[^1]`), whose digits are no figures."""
    if not _NO_PROSE.search(body.text):
        return body
    pieces = []
    kept = 0
    for match in _NO_PROSE.finditer(body.text):
        pieces.append(body.part(kept, match.start()))
        kept = match.end()
    pieces.append(body.part(kept, len(body.text)))
    return join(pieces)
