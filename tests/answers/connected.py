"""The internet of a village and the tower that it waits for, with the line of each number."""

from pathlib import Path

from tests.written import study as written

import quickwin

CRITERIA = """\
title: A round
start: 2022-09-01
budget_opens: {next: 2023-01-01}
context: place.yaml
criteria:
  reach:
    title: People
    measure: beneficiaries
    per: people
    curve: [[0, 0], [10%, 1]]
  ease: {worst: 1, best: 5}
  equity: {levels: {none: 0, some: 0.4, most: 1}}
readiness:
  pillars:
    structure: {items: [staff, budget]}
    digital: {}
"""
PLACE = """\
facts:
  people: {value: 20000, source: BPS, year: 2022}
coverage:
  internet: {value: 70%, assumed: true, note: guessed}
"""
TOWER = """\
name: Tower
time_to_benefit: {value: 2, assumed: true}
readiness: 5
funding: {status: next}
provides:
  internet: {value: 10%, assumed: true}
"""
INTERNET = """\
name: Internet
needs: [internet]
depends_on: [tower]
beneficiaries:
  low: 800
  likely: 1000
  high: 2000
time_to_benefit:
  buy: 2
  build: {value: 3, assumed: true, note: as in Katingan}
impact: {ease: 4, equity: some}
funding: {status: secured}
readiness:
  structure: {staff: 4, budget: 3}
  digital: 3
"""
PROGRAMS = {"internet": INTERNET, "tower": TOWER}


def connected(folder: Path) -> quickwin.Study:
    return written(folder, CRITERIA, PROGRAMS, place__yaml=PLACE)
