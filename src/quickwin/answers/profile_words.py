"""What a place in a program's file is called on a profile sheet."""

from quickwin.answers.profiles import Profile
from quickwin.finding import Path
from quickwin.say import say

NOT_STATED = say("not stated")
NAMES = {
    "subdimension": say("subdimension"),
    "owner": say("owner"),
    "problem": say("problem"),
    "target_group": say("target group"),
    "beneficiaries": say("people who use it in a usual month"),
    "fallback": say("what people do who cannot use it"),
    "time_to_benefit": say("months to the benefit"),
    "lasts": say("how long the benefit is felt"),
    "reachable": say("share of them that it can reach"),
    "cost": say("cost"),
    "cost.capex": say("cost to build or buy"),
    "cost.opex_per_year": say("cost to run, a year"),
    "funding.source": say("who pays"),
    "funding.status": say("whether there is money"),
    "readiness": say("readiness"),
    "kpi": say("KPIs"),
    "legal_basis": say("legal basis"),
    "evidence": say("evidence"),
}
OWN = {
    *("beneficiaries", "time_to_benefit", "lasts", "impact", "provides", "reachable", "cost", "readiness"),
    *("coverage", "facts"),
}
"""What the path of a number that a program's own score reads begins with."""
PARTS = {
    "baseline": say("baseline"),
    "target": say("target"),
    "by": say("date"),
    "url": say("address"),
    "date": say("date"),
}


def called(path: Path, sheet: Profile) -> str:
    """What the place at a path is called: `("time_to_benefit", "first_classes")` is "months of first classes"."""
    name = ".".join(map(str, path))
    if name in NAMES:
        return NAMES[name]
    kind, rest = str(path[0]), [str(part).replace("_", " ") for part in path[1:]]
    last = rest[-1] if rest else ""
    if kind == "impact":
        return sheet.explanation.titles.get(str(path[1]), last)
    if kind == "time_to_benefit":
        return say("months of {phase}", phase=last)
    if kind == "provides":
        return say("coverage of {enabler} that it adds", enabler=last)
    if kind == "readiness":
        return say("readiness: {parts}", parts=", ".join(rest))
    if kind == "coverage":
        return say("share of the place that has {enabler}", enabler=last)
    if kind == "kpi":
        return say("{part} of the KPI “{name}”", part=PARTS[last], name=sheet.kpi[int(path[1])].name)
    if kind == "evidence":
        return say("{part} of “{title}”", part=PARTS[last], title=sheet.stated.evidence[int(path[1])].title)
    return last


def id_in(name: str) -> str:
    """The id of another program that stands before a path, empty where the path is the program's own."""
    return "" if name.partition(".")[0] in OWN else name.partition(":")[0] if ":" in name else ""


def called_of(name: str, sheet: Profile) -> str:
    """The same for a path with dots, before which another program's id may stand: `power:time_to_benefit.poles`."""
    id = id_in(name)
    path = name.removeprefix(f"{id}:") if id else name
    text = called(tuple(path.split(".", 2 if path.startswith("readiness.") else 1)), sheet)
    if not id:
        return text
    names = {other.id: other.name for other in sheet.depends_on}
    return say("{what} ({program})", what=text, program=names.get(id, id))
