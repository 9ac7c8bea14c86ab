"""How many people there are, by the facts of the place."""

from quickwin.study.study import Study

POPULATION = "population"
"""The fact that is asked where no criterion says by which people are divided."""


def everyone(study: Study) -> tuple[str, float] | None:
    """The fact that counts all people, by its name and number; None where the context has none.

    It is the fact by which a criterion divides beneficiaries into shares; one whose scale goes beyond 1 makes no
    shares (people a village, say).
    """
    facts = study.judge.context.facts
    named = [
        leaf.criterion.per
        for leaf in study.judge.leaves
        if leaf.criterion.measure == "beneficiaries" and leaf.scale.points[-1][0] <= 1
    ]
    for name in (*named, POPULATION):
        if name in facts and facts[name].value > 0:
            return name, facts[name].value
    return None
