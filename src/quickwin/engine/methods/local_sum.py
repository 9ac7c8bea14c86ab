"""The weighted sum with local scales: each criterion from its worst candidate to its best."""

from quickwin.engine.inputs import Flags, Floats
from quickwin.engine.methods.matrix import local, shares, upward


def local_sum(performances: Floats, weights: Floats, less: Flags) -> Floats:
    """The weighted sum (m,) in [0, 1] of performances (m, n), each put between the worst (0) and the best (1) of them.

    `weights` (n,) are not negative; `less` (n,) says where less is better. A missing performance (NaN) counts as the
    worst. A criterion on which all are equal gives nobody anything; one program alone has 0. Higher is better.

    As the scale's ends are the candidates', adding or dropping one may turn the order of two others (Belton & Stewart
    2002, *Multiple Criteria Decision Analysis*, doi:10.1007/978-1-4615-1495-4).

    >>> import numpy as np
    >>> local_sum(np.array([[5.0, 2.0], [3.0, 8.0], [1.0, 5.0]]), np.array([3.0, 1.0]), np.array([False, True]))
    array([1.   , 0.375, 0.125])
    """
    total: Floats = local(upward(performances, less)) @ shares(weights)
    return total
