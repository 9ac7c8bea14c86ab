"""The smallest change of weights that makes a program first: a linear programme, solved by HiGHS."""

from typing import Any

import numpy as np

from quickwin.engine.inputs import Floats
from quickwin.engine.parts import Parts


def least_change(parts: Parts, program: int, weights: Floats) -> Floats | None:
    """The weights (k,) nearest to some weights (k,), by the sum of absolute changes, that put a program first.

    `parts` are those of one draw. None where no weights do. Raises ImportError without the package highspy.
    """
    import highspy  # noqa: PLC0415  # an extra

    grown = parts.grown[0]
    bases = np.zeros(grown.shape[1]) if parts.bases is None else parts.bases[0]
    criteria, many = grown.shape
    others = np.arange(many) != program
    ahead = (grown[:, [program]] - grown[:, others]).T  # (a - 1, k): their product with weights is at least …
    behind = bases[others] - bases[program]
    identity = np.eye(criteria)
    rows = np.vstack(
        [
            np.hstack([ahead, np.zeros_like(ahead)]),
            np.hstack([identity, -identity]),  # w - change <= now
            np.hstack([identity, identity]),  # w + change >= now
            np.concatenate([np.ones(criteria), np.zeros(criteria)])[None],
        ]
    )
    infinite = highspy.kHighsInf
    low = np.concatenate([behind, np.full(criteria, -infinite), weights, [1.0]])
    high = np.concatenate([np.full(many - 1, infinite), weights, np.full(criteria, infinite), [1.0]])
    return solved(highspy, rows, low, high, np.concatenate([np.zeros(criteria), np.ones(criteria)]), criteria)


def solved(  # noqa: PLR0917  # the parts of a linear programme
    highspy: Any, rows: Floats, low: Floats, high: Floats, costs: Floats, wanted: int
) -> Floats | None:
    """The first values of the cheapest non-negative point between the bounds; None where there is none."""
    solver = highspy._Highs()  # noqa: SLF001  # Highs itself announces its name on the standard output
    solver.setOptionValue("output_flag", False)  # noqa: FBT003  # as HiGHS has it
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = rows.shape
    model.col_cost_ = costs
    model.col_lower_, model.col_upper_ = np.zeros(rows.shape[1]), np.full(rows.shape[1], highspy.kHighsInf)
    model.row_lower_, model.row_upper_ = low, high
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.arange(rows.shape[0] + 1, dtype=np.int32) * rows.shape[1]
    model.a_matrix_.index_ = np.tile(np.arange(rows.shape[1], dtype=np.int32), rows.shape[0])
    model.a_matrix_.value_ = rows.ravel()
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return np.array(solver.getSolution().col_value[:wanted])
