"""How many people there are, by the facts of the place."""

from quickwin.rules.words import word_in
from quickwin.study.study import Study

POPULATION = "population"
PEOPLE = ("people", "persons", "residents", "inhabitants", "population", "orang", "jiwa", "warga", "penduduk")
"""Words by which a unit or the name of a fact says that people are counted."""


def everyone(study: Study) -> tuple[str, float] | None:
    """The fact that counts all people, by its name and number; None where the context has none.

    It is `population`, or where that is not known the fact by which a criterion divides beneficiaries into shares,
    one that speaks of people before others; one whose scale goes beyond 1 makes no shares (people a village, say).
    """
    facts = study.judge.context.facts
    named = [
        leaf.criterion.per
        for leaf in study.judge.leaves
        if leaf.criterion.measure == "beneficiaries" and leaf.scale.points[-1][0] <= 1
    ]
    known = [name for name in (POPULATION, *named) if name in facts and facts[name].value > 0]
    if not known:
        return None
    name = next((one for one in known if counts_people(study, one)), known[0])
    return name, facts[name].value


def counts_people(study: Study, name: str) -> bool:
    """Whether a fact says in its name or its unit that it counts people."""
    about = study.judge.context.facts[name].about
    return word_in(f"{name} {about.unit if about and about.unit else ''}", PEOPLE) is not None
