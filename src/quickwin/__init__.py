"""quickwin: of all these programs, which are the quick wins, here?

    import quickwin

    study = quickwin.load("programs/")
    ranking = quickwin.rank(study)
    ranking["village-internet"].score
    quickwin.explain(study, "village-internet", versus="call-centre-112")
    quickwin.plan(study)["village-power"].start
    quickwin.robust(study)["village-internet"].quick_win
    quickwin.profile(study, "village-internet")[0].missing
    quickwin.check("programs/").findings

Results are frozen dataclasses; in a notebook they show as tables, and `document()` is what
`--format json` prints. The names are imported when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quickwin.answers.agree import agreement
    from quickwin.answers.agreed import Agreement
    from quickwin.answers.explain import explain
    from quickwin.answers.explanation import Explanation
    from quickwin.answers.plan import plan
    from quickwin.answers.planned import Planned
    from quickwin.answers.profile import profile
    from quickwin.answers.profiles import Profile, Profiles
    from quickwin.answers.rank import rank
    from quickwin.answers.ranking import Ranked, Ranking
    from quickwin.answers.roadmap import Roadmap, roadmap
    from quickwin.answers.robust import robust
    from quickwin.answers.robustness import Robust, Robustness
    from quickwin.checking.report import Report
    from quickwin.finding import Finding, Place
    from quickwin.opening import check, load
    from quickwin.study.study import Broken, Study, Usage

__version__ = "0.1.0"
__all__ = [
    "Agreement",
    "Broken",
    "Explanation",
    "Finding",
    "Place",
    "Planned",
    "Profile",
    "Profiles",
    "Ranked",
    "Ranking",
    "Report",
    "Roadmap",
    "Robust",
    "Robustness",
    "Study",
    "Usage",
    "agreement",
    "check",
    "explain",
    "load",
    "plan",
    "profile",
    "rank",
    "roadmap",
    "robust",
]

_HOMES = {
    "Agreement": "answers.agreed",
    "Broken": "study.study",
    "Explanation": "answers.explanation",
    "Finding": "finding",
    "Place": "finding",
    "Planned": "answers.planned",
    "Profile": "answers.profiles",
    "Profiles": "answers.profiles",
    "Ranked": "answers.ranking",
    "Ranking": "answers.ranking",
    "Report": "checking.report",
    "Roadmap": "answers.roadmap",
    "Robust": "answers.robustness",
    "Robustness": "answers.robustness",
    "Study": "study.study",
    "Usage": "study.study",
    "agreement": "answers.agree",
    "check": "opening",
    "explain": "answers.explain",
    "load": "opening",
    "plan": "answers.plan",
    "profile": "answers.profile",
    "rank": "answers.rank",
    "roadmap": "answers.roadmap",
    "robust": "answers.robust",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'quickwin' has no attribute {name!r}")
    found = getattr(import_module(f"quickwin.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
