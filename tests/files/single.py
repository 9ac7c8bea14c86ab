"""A text with a single mistake, and what is said of it."""

from quickwin.files.yaml import read


def only(text: bytes) -> tuple[object, str, int, int, str]:
    """The data and the single finding of a text."""
    documents, (finding,) = read(text, "a.yaml")
    assert finding.mend
    return (
        [document.data for document in documents],
        finding.code,
        finding.place.line,
        finding.place.column,
        finding.what,
    )
