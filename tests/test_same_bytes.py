"""The same files give the same bytes, whatever kernels the libraries choose on a processor."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROBUST = ("robust", "--draws", "1500", "--format", "json")
PLANNED = ROOT / "tests" / "commands" / "golden" / "study" / "planning"


def said(words: tuple[str, ...], cwd: Path = ROOT, **variables: str) -> bytes:
    command = [sys.executable, "-m", "quickwin", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")} | variables
    return subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True).stdout


@pytest.mark.parametrize("words", [("rank", "--format", "json"), ROBUST], ids=["rank", "robust"])
def test_the_kernels_of_a_processor_change_nothing(words: tuple[str, ...]) -> None:
    """Other kernels of OpenBLAS, one thread, and numpy without its widest instructions."""
    usual = said(words)
    for core in ("Haswell", "Nehalem"):
        assert said(words, OPENBLAS_CORETYPE=core) == usual
    assert said(words, OPENBLAS_NUM_THREADS="1") == usual
    assert said(words, NPY_DISABLE_CPU_FEATURES="AVX512F") == usual


def test_a_plan_is_the_same_whatever_the_kernels_and_the_hashes_are() -> None:
    """Its ties are broken by what the solver sees, so another order of sets or another rounding would show."""
    words = ("plan", "--binds", "--robust", "--draws", "20", "--budget", "Rp1 miliar", "--budget", "Rp5 miliar")
    usual = said((*words, "--format", "json"), PLANNED, PYTHONHASHSEED="1")
    other = {"PYTHONHASHSEED": "2", "OPENBLAS_CORETYPE": "Nehalem", "OPENBLAS_NUM_THREADS": "1"}
    assert said((*words, "--format", "json"), PLANNED, **other) == usual
