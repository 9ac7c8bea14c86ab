"""How a place counts its money."""

from pathlib import Path

import pytest
from tests.written import CRITERIA, PROGRAM, study

import quickwin
from quickwin.study.context import unit_of_money


def with_currency(folder: Path, currency: str) -> quickwin.Study:
    """A study of a place with this currency."""
    criteria = f"context: {{currency: {currency}}}\n" + CRITERIA.replace("\n    ", "\n")
    return study(folder, criteria, {"counter": PROGRAM})


@pytest.mark.parametrize(
    ("currency", "amount", "name"),
    [
        ("{}", 1e9, "Rp miliar"),
        ("{unit: Rp1 juta}", 1e6, "Rp juta"),
        ("{unit: 1 juta Rp}", 1e6, "Rp juta"),
        ("{unit: Rp 100 juta}", 1e8, "Rp 100 juta"),
        ("{unit: 1/2 Miliar}", 5e8, "Rp 1/2 Miliar"),
        ("{unit: 1}", 1, "Rp"),
        ("{symbol: kr., unit: kr. 1000}", 1000, "kr. 1000"),
        ("{symbol: $, decimal: '.', unit: $1 million}", 1e6, "$ million"),
    ],
)
def test_the_unit_of_money_names_its_symbol_once(tmp_path: Path, currency: str, amount: float, name: str) -> None:
    assert unit_of_money(with_currency(tmp_path, currency).judge.context) == (amount, name)


@pytest.mark.parametrize("symbol", ["juta", "Rp1", "%", "Hari", "-", "million dollars", "."])
def test_a_symbol_that_could_be_a_part_of_a_number_is_refused(tmp_path: Path, symbol: str) -> None:
    with pytest.raises(quickwin.Broken, match="cannot be the sign of a currency") as broken:
        with_currency(tmp_path, f'{{symbol: "{symbol}"}}')
    assert broken.value.findings[0].code == "QW107"
