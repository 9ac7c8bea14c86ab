"""Every sentence that people read passes through here, so that another language is a catalogue and not a rewrite."""


def say(template: str, /, **fields: object) -> str:
    """The sentence that a template makes with its named fields.

    >>> say("{name} needs {enabler}.", name="Village internet", enabler="electricity")
    'Village internet needs electricity.'
    """
    return template.format(**fields) if fields else template


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> counted(1, "file", "files"), counted(2, "file", "files")
    ('1 file', '2 files')
    """
    return f"{number} {one if number == 1 else many}"
