"""Every sentence that people read passes through here, so that another language is a catalogue and not a rewrite."""


def say(template: str, /, **fields: object) -> str:
    """The sentence that a template makes with its named fields.

    >>> say("{name} needs {enabler}.", name="Village internet", enabler="electricity")
    'Village internet needs electricity.'
    """
    return template.format(**fields) if fields else template
