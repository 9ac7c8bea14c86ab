"""An id is not one that other files can name.

## What it finds

An id with spaces or signs in it, longer than 100 letters, or the word “money”, which names the wait for money. A
program that states no id has its file's name.

## Why it matters

By its id other programs depend on a program, and people ask for it. Names for people do not serve: reports of one
program differ in whether its satellite dish stands in Pamalian or in Hanjalipan ([mediadesa.co.id, 5 Feb
2025](https://mediadesa.co.id/2025/02/05/diskominfo-banyak-desa-manfaatkan-internet-gratis-pemerintah);
tintaborneo.com, 30 Oct 2024). An id is short and stays the same, whatever the program is called.

## Bad

```yaml
# programs/dish.yaml
id: Satellite dish, Pamalian
name: A satellite dish for Pamalian
dimension: society
owner: Diskominfo
time_to_benefit: 6
```

## Good

```yaml
# programs/dish.yaml
id: satellite-dish
name: A satellite dish for Pamalian
dimension: society
owner: Diskominfo
time_to_benefit: 6
```

## How to mend

Use letters, digits, “-”, “_” and “.”, at most 100 of them and the first a letter, a digit or “_”. Or delete the line,
and the id is the file's name. Where that is none, `quickwin check --fix` writes an id that is like it.
"""

CODE = "QW111"
SEVERITY = "error"
