"""Which text a base holds, as one number that two people can compare."""

from hashlib import sha256

from wp.model import Base


def text_digest(base: Base) -> str:
    """Give the SHA-256 of a base's text, in hexadecimal.

    The text is every paragraph in order, each with a line feed behind it, in UTF-8. Headings,
    facts and the document's data are not part of it.
    """
    digest = sha256()
    for section in base.sections:
        for paragraph in section.paragraphs:
            digest.update(paragraph.encode() + b"\n")
    return digest.hexdigest()
