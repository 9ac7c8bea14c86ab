"""A digital program does not say what people do who cannot use it.

## What it finds

A program asks for a phone or a connection, since its name holds a word of `check: digital` or it needs the last
enabler of `check: nested` (internet in `[electricity, internet]`), and it has no `fallback`.

## Why it matters

At RSUD dr Murjani in Sampit patients who register by hand waited behind those who book online
([antaranews.com, 2023](https://kalteng.antaranews.com/amp/berita/664689)), and a network fault was blamed when bookings
were cancelled ([catatan.co.id, 17 Oct 2024](https://catatan.co.id/rsud-dr-murjani-sampit-atasi-masalah-jaringan-yang-picu-keluhan-pasien-di-media-sosial));
its kiosk for people without Android was kept
([radarsampit.com](https://www.radarsampit.com/berita/pasien-rawat-jalan-diimbau-unduh-aplikasi-jkn-mobile.html)).
Where the beach ticket of Balikpapan went on the phone, cash was still taken and staff guided people
([niaga.asia, 27 May 2024](https://niaga.asia/pemkot-balikpapan-terapkan-e-ticket-masuk-pantai-manggar-dprd-beri-catatan)).

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 6
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
fallback: A kiosk and a paper list stay, in one order with the phone; both work in an outage.
time_to_benefit: 6
```

## How to mend

Write `fallback`: what somebody without a phone, without a signal or in an outage does, and that it takes no longer.
Where nobody is left out, say that. To silence it, put `# quickwin: ignore[QW507] why` at the end of the line. The words
are `check: {digital: […]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.digital import digital_by
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW507"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Digital programs without a fallback."""
    checks = study.judge.criteria.checks
    for candidate in study.candidates:
        program = candidate.program
        by = digital_by(program, checks) if program.fallback is None else None
        if by is None:
            continue
        yield Remark(
            candidate.source.place(("name",)),
            say("It needs {enabler}, and not all have it, nor always.", enabler=quoted(by))
            if by in program.needs
            else say("It asks for a phone or a connection ({word}), and not all have one.", word=quoted(by)),
            say(
                "Add a line “fallback: …”: what people do without a phone, without a signal or in an outage, "
                "such as a counter, cash or a telephone number."
            ),
        )
