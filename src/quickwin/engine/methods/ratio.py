"""RICE and WSJF: good for each unit of effort."""

import numpy as np

from quickwin.engine.inputs import Floats


def rice(reach: Floats, impact: Floats, confidence: Floats, effort: Floats) -> Floats:
    """Reach · impact · confidence / effort (m,): people a period, good for each, a share in [0, 1], money or months.

    Nothing below 0; effort of 0 makes it infinite, and 0 where there is no good. Higher is better; ratios of any unit
    are compared by their logarithms (`magnitude`).

    Source: McBride, S. (2018). RICE: simple prioritization for product managers. Intercom.

    >>> rice(np.array([500.0, 0.0]), np.array([3.0, 1.0]), np.array([0.8, 1.0]), np.array([2.0, 0.0])).tolist()
    [600.0, 0.0]
    """
    return per(reach * impact * confidence, effort)


def wsjf(cost_of_delay: Floats, job_size: Floats) -> Floats:
    """Weighted shortest job first (m,): what each month of delay costs, by the months that the job takes.

    Nothing below 0; a job of 0 months makes it infinite, and 0 where delay costs nothing. Higher is better; compared by
    logarithms (`magnitude`).

    Source: Reinertsen, D. G. (2009). *The Principles of Product Development Flow*. Celeritas.

    >>> wsjf(np.array([6.0, 6.0, 0.0]), np.array([3.0, 0.0, 0.0])).tolist()
    [2.0, inf, 0.0]
    """
    return per(cost_of_delay, job_size)


def per(good: Floats, effort: Floats) -> Floats:
    """Good (m,) by effort (m,), neither below 0: infinite where effort is 0, and 0 where there is no good."""
    free = np.where(good > 0, np.inf, 0.0)
    return np.divide(good, effort, out=free, where=effort > 0)


def magnitude(ratios: Floats) -> Floats:
    """The logarithm of ratios (m,), so that equal means equal to 9 digits or so whatever the unit; -inf for 0.

    >>> magnitude(np.array([0.0, 1.0, np.inf])).tolist()
    [-inf, 0.0, inf]
    """
    return np.log(ratios, out=np.full_like(ratios, -np.inf), where=ratios > 0)
