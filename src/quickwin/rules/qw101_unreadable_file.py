"""A file of the study cannot be read.

## What it finds

A file or folder that is not there, that is not saved as UTF-8, that is larger than 4 MiB, or that lies outside the
study: a context that criteria.yaml names and that is nowhere, a link that leads out of the folder, a program that
Notepad saved as “Unicode”.

## Why it matters

Without the facts of the place nothing can be counted a head, and a head counts differently from place to place:
Kotawaringin Timur has 26 people on a square kilometre ([register of
2023](https://id.m.wikipedia.org/wiki/Kabupaten_Kotawaringin_Timur)), Surabaya 8,633 ([BPS,
2022](http://www.surabaya.go.id/page/0/76094/sekilas-kota-surabaya)). So nothing is ranked until the file is found,
and none is taken from outside the study just because another file says so.

## Bad

```yaml
# criteria.yaml, changed: context
context: contexts/plaice.yaml
```

## Good

```yaml
# criteria.yaml, changed: context
context: contexts/place.yaml
```

## How to mend

Check the spelling of the name and the folder; the message names the most similar file. A context lies in the folder
of criteria.yaml or below. A file in another encoding is saved again as UTF-8: in Notepad with “Save as”, in Excel as
“CSV UTF-8”.
"""

CODE = "QW101"
SEVERITY = "error"
