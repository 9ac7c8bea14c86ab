"""A second reading of the contract: random studies, and their ranking worked out apart from the product.

`studies` says what a study is, as plain numbers; `inventing` makes one from a seed; `spelling` and `writing`
put it on the disk as an official might have written it; `scoring` ranks it from the plain numbers alone, so
that a number that the product misreads cannot be misread here in the same way; `comparing` shows where the
two differ.

For plans `inventing_plans` makes small studies, `planning` tries every plan of one, and `comparing_plans` shows
where the product's is not among the best.
"""
