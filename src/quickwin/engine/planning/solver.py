"""HiGHS, as plans use it: silent, on one thread, to be broken off, and the same on every run.

Huangfu & Hall 2018, doi:10.1007/s12532-017-0130-5. It works in a thread of its own, and without Python's lock, so that
the caller hears Ctrl-C and several programmes may be solved at once.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from quickwin.engine.inputs import Floats
from quickwin.engine.planning.formulation import Programme

Status = Literal["optimal", "feasible", "infeasible", "unknown"]
Tell = Callable[[float, float], None]
"""Hears of the best value found and the bound on what is possible; either may be infinite."""

OPTIONS: dict[str, Any] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "presolve": "off",  # it costs more than it saves on programmes of this shape
    "mip_heuristic_run_root_reduced_cost": False,  # the same
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
    "mip_abs_gap": 0.0,
}
SCALE = 1e4
"""By how much values are multiplied for the solver, whose tolerances are absolute."""
LISTEN = 0.05
"""Seconds between looks at what the solver does."""


@dataclass(frozen=True, slots=True)
class Solution:
    """How a programme was solved: its columns, None where there are none, their value, and what none can exceed."""

    status: Status
    columns: Floats | None
    value: float
    bound: float


@dataclass(slots=True)
class Watch:
    """What is known of a run while it goes on, and whether it is to end."""

    value: float = -np.inf
    bound: float = np.inf
    stop: bool = False

    def __call__(self, kind: object, message: str, found: Any, order: Any, data: object) -> None:  # noqa: ARG002  # as HiGHS has it
        """What HiGHS calls now and then."""
        self.value, self.bound = found.mip_primal_bound / SCALE, found.mip_dual_bound / SCALE
        order.user_interrupt = self.stop


def solve(
    one: Programme,
    *,
    gap: float = 0.0,
    time_limit: float = np.inf,
    start: Floats | None = None,
    tell: Tell | None = None,
) -> Solution:
    """Solve a programme to a relative gap, from the steps of a plan that is known to be possible.

    Raises ImportError without the package highspy.
    """
    import highspy  # noqa: PLC0415  # an extra

    if not one.gains:
        return nothing_to_choose(one)
    solver = _quiet(highspy)
    for name, chosen in {**OPTIONS, "mip_rel_gap": gap, "time_limit": time_limit}.items():
        solver.setOptionValue(name, chosen)
    solver.passModel(model(highspy, one))
    if start is not None:
        solver.setSolution(len(start), np.arange(len(start), dtype=np.int32), start)
    watch = Watch()
    solver.setCallback(watch, None)
    for kind in ("kCallbackMipInterrupt", "kCallbackSimplexInterrupt"):
        solver.startCallback(getattr(highspy.cb.HighsCallbackType, kind))
    run(solver, watch, tell)
    return read(highspy, solver, one)


def _quiet(highspy: Any) -> Any:
    return highspy._Highs()  # noqa: SLF001  # Highs itself announces its name on the standard output


def nothing_to_choose(one: Programme) -> Solution:
    """The solution of a programme without columns, which HiGHS does not take."""
    possible = all(low <= 0 <= high for low, high in zip(one.rows.low, one.rows.high, strict=True))
    if possible:
        return Solution("optimal", np.zeros(0), 0.0, 0.0)
    return Solution("infeasible", None, -np.inf, -np.inf)


def run(solver: Any, watch: Watch, tell: Tell | None) -> None:
    """Let the solver work, and break it off where the caller is interrupted."""
    worker = threading.Thread(target=solver.run, daemon=True)
    worker.start()
    try:
        while worker.is_alive():
            worker.join(LISTEN)
            if tell:
                tell(watch.value, watch.bound)
    except BaseException:
        watch.stop = True
        worker.join()
        raise


def model(highspy: Any, one: Programme) -> Any:
    """The programme as HiGHS takes it."""
    rows, many = one.rows, len(one.gains)
    made = highspy.HighsLp()
    made.num_col_, made.num_row_ = many, len(rows.low)
    made.sense_ = highspy.ObjSense.kMaximize
    made.col_cost_ = SCALE * np.array(one.gains)
    made.col_lower_ = np.zeros(many)
    made.col_upper_ = np.where(one.whole, 1.0, np.inf)
    made.row_lower_, made.row_upper_ = np.array(rows.low), np.array(rows.high)
    made.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    made.a_matrix_.start_ = np.array(rows.starts, dtype=np.int32)
    made.a_matrix_.index_ = np.array(rows.columns, dtype=np.int32)
    made.a_matrix_.value_ = np.array(rows.values)
    whole, any_ = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    made.integrality_ = [whole if one_is else any_ for one_is in one.whole]
    return made


def read(highspy: Any, solver: Any, one: Programme) -> Solution:
    """What the solver found."""
    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Solution("infeasible", None, -np.inf, -np.inf)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Solution("unknown", None, -np.inf, np.inf)
    columns = np.array(solver.getSolution().col_value)
    done = status == highspy.HighsModelStatus.kOptimal
    bound = info.mip_dual_bound if any(one.whole) else info.objective_function_value
    return Solution("optimal" if done else "feasible", columns, info.objective_function_value / SCALE, bound / SCALE)
