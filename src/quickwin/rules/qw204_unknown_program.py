"""A program names another one that is not there.

## What it finds

An id in `depends_on` or `conflicts_with` that no program of the study has, or that only one with errors has.

## Why it matters

A dependency that nobody plans is a part that is missing on the day. Bontang bought cameras without a server to store
what they see, and they could not help with a robbery ([bontangpost.id, 9 Jul
2019](https://bontangpost.id/?p=63556)). A dependency on nothing would cost no time and no doubt, and the program
would seem ready.

## Bad

```yaml
# programs/cameras.yaml
name: Cameras at the crossings
dimension: society
owner: Diskominfo
time_to_benefit: 3
depends_on: [camera-storage]
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras at the crossings
dimension: society
owner: Diskominfo
time_to_benefit: 3
depends_on: [camera-storage]
```

```yaml
# programs/camera-storage.yaml
name: A server for what cameras see
dimension: society
owner: Diskominfo
time_to_benefit: 2
```

## How to mend

Correct the id (it is the file's name where a program states none; where only capitals, spaces, hyphens or underscores
differ, `quickwin check --fix` does so), write the program that is missing, or delete the dependency if it is none.
"""

CODE = "QW204"
SEVERITY = "error"
