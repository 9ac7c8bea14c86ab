"""A few programs out of many, as inputs of their own."""

from dataclasses import replace

import numpy as np

from quickwin.engine.inputs import Enabler, Families, Indices, Inputs


def subset(inputs: Inputs, rows: Indices) -> Inputs:
    """The inputs of the programs in `rows` (k,), which must hold all that each of them depends on."""
    place = {int(row): position for position, row in enumerate(rows)}
    return replace(
        inputs,
        performances=inputs.performances[..., rows, :],
        planned=inputs.planned[..., rows],
        lasts=inputs.lasts[..., rows],
        opens=inputs.opens[..., rows],
        pillars=inputs.pillars[..., rows, :],
        reachable=inputs.reachable[..., rows],
        priorities=inputs.priorities[rows],
        money=inputs.money[..., rows],
        enablers=tuple(_of_enabler(one, rows, place) for one in inputs.enablers),
        generations=tuple(family for one in inputs.generations if len((family := _of_family(one, place)).kids)),
        ancestors=_of_family(inputs.ancestors, place),
    )


def _of_enabler(one: Enabler, rows: Indices, place: dict[int, int]) -> Enabler:
    needed_by = np.array([place[row] for row in one.needed_by.tolist() if row in place], dtype=np.intp)
    return Enabler(one.coverage, needed_by, None if one.provided is None else one.provided[..., rows])


def _of_family(family: Families, place: dict[int, int]) -> Families:
    if not len(family.kids):
        return family
    ends = [*family.starts[1:].tolist(), len(family.members)]
    kept = [
        (place[kid], [place[member] for member in family.members[start:end].tolist()])
        for kid, start, end in zip(family.kids.tolist(), family.starts.tolist(), ends, strict=True)
        if kid in place
    ]
    starts = np.cumsum([0, *(len(members) for _, members in kept)])[:-1]
    return Families(
        np.array([kid for kid, _ in kept], dtype=np.intp),
        starts.astype(np.intp),
        np.array([member for _, members in kept for member in members], dtype=np.intp),
    )
