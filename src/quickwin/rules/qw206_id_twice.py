"""An id stands for two programs.

## What it finds

Two programs with the same `id`, or two files of the same name in different folders, of which neither states one.

## Why it matters

Nobody could say which of them another program waits for, or which has the score. And often they are one: a ministry
found 65% of the apps of government offices to be alike ([viva.co.id, 23 Aug
2017](https://viva.co.id/digital/digilife/949390)), and Jambi switched off 20 of its 70 ([kenali.co.id, 8 Aug
2023](https://kenali.co.id/mubazir-diskominfo-matikan-20-aplikasi-ganti-dengan-superapps/)).

## Bad

```yaml
# programs/health/queue.yaml
name: An online queue for the hospital
dimension: society
owner: RSUD
time_to_benefit: 6
```

```yaml
# programs/permits/queue.yaml
name: An online queue for permits
dimension: society
owner: DPMPTSP
time_to_benefit: 6
```

## Good

```yaml
# programs/health/queue.yaml
id: hospital-queue
name: An online queue for the hospital
dimension: society
owner: RSUD
time_to_benefit: 6
```

```yaml
# programs/permits/queue.yaml
id: permit-queue
name: An online queue for permits
dimension: society
owner: DPMPTSP
time_to_benefit: 6
```

## How to mend

Give one of them another `id`, or rename its file, and then the id in the lists of those that depend on it. If the
two are one program that was written down twice, delete one.
"""

CODE = "QW206"
SEVERITY = "error"
