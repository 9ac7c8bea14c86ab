"""Programs wait for each other in a circle.

## What it finds

Programs of which each depends on the next, and the last on the first.

## Why it matters

None of them could ever start. Real dependencies go one way: satellite internet in the villages of Kotawaringin Timur
needs power first ([mediadesa.co.id, 5 Feb
2025](https://mediadesa.co.id/2025/02/05/diskominfo-banyak-desa-manfaatkan-internet-gratis-pemerintah)), and power
does not need internet.

## Bad

```yaml
# programs/internet.yaml
name: Internet for village offices
dimension: society
owner: Diskominfo
time_to_benefit: 4
depends_on: [power]
```

```yaml
# programs/power.yaml
name: Power for village offices
dimension: society
owner: DPMD
time_to_benefit: 9
depends_on: [internet]
```

## Good

```yaml
# programs/internet.yaml
name: Internet for village offices
dimension: society
owner: Diskominfo
time_to_benefit: 4
depends_on: [power]
```

```yaml
# programs/power.yaml
name: Power for village offices
dimension: society
owner: DPMD
time_to_benefit: 9
```

## How to mend

Delete the dependency that is only a wish: `depends_on` is for what must have delivered before this program can
begin. Where two programs truly need each other from the first day, they are one program.
"""

CODE = "QW205"
SEVERITY = "error"
