"""The scores of a study, worked out once for all the rules that ask."""

from typing import TYPE_CHECKING, cast

from quickwin.study.study import Study

if TYPE_CHECKING:
    from quickwin.engine.inputs import Inputs
    from quickwin.engine.score import Scores


def scored(study: Study) -> "tuple[Inputs, Scores]":
    """The arrays of a study and its scores, a row for each of its candidates in their order."""
    if "scored" not in study.memo:
        from quickwin.engine.score import score  # noqa: PLC0415  # numpy, for the few rules that need it
        from quickwin.study.arrays import arrays  # noqa: PLC0415  # the same

        inputs = arrays(study)
        study.memo["scored"] = inputs, score(inputs)
    return cast("tuple[Inputs, Scores]", study.memo["scored"])
