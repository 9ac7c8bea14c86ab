"""Profile sheets: all that a file states is there, what it does not state says so, and no text acts."""

import json
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.answers.connected import CRITERIA as CONNECTED
from tests.answers.connected import INTERNET, PLACE, TOWER, connected
from tests.oracle.inventing import invented
from tests.oracle.writing import write as write_oracle
from tests.written import PROGRAM, study

import quickwin
from quickwin.answers.figures import figure, month_of
from quickwin.answers.profiles import Profile
from quickwin.cleaning import clean
from quickwin.formats.markdown import write
from quickwin.study.duration import day_after, months_between
from quickwin.table import Table

SHEET = r"""
    name: Counter
    dimension: services
    subdimension: permits
    owner: DPMPTSP
    partners: [Dinas PU, Diskominfo]
    problem: "Six counters, six queues"
    target_group: Everybody who builds
    fallback: The old counters stay
    beneficiaries: {low: 500, likely: 1500, high: 20000, assumed: true, note: six counters}
    time_to_benefit: {first_design: 2, training: {low: 1, likely: 2, high: 4}}
    lasts: 10 months
    impact: {ease: 4, equity: some}
    provides: {internet: {value: 4%, assumed: true}}
    reachable: {value: 90%, assumed: true}
    needs: [internet]
    cost: {capex: "Rp1,5 miliar", opex_per_year: Rp50 juta, note: without the building}
    funding: {source: APBD, status: next, note: agreed in May}
    readiness: {structure: {staff: 4, note: two have left}, digital: 3}
    conflicts_with: [other]
    kpi: [{name: days until a permit, unit: days, baseline: 14, target: "1,5", by: 2023-06, note: the median}]
    legal_basis: [Perbup 5/2022]
    evidence: [{title: A report, url: "https://example.org/a_b?c=d&e=*f*", date: 2022-08-22}]
    note: Asked for since 2019
"""
WHOLE = CONNECTED + "dimensions: {services: {subdimensions: [permits]}}\n"
OTHER = "name: Other\ndimension: services\ntime_to_benefit: 20\n"


def whole(folder: Path) -> quickwin.Study:
    return study(folder, WHOLE, {"counter": SHEET, "other": OTHER}, place__yaml=PLACE)


def sheet_of(study: quickwin.Study, id: str) -> Profile:
    return quickwin.profile(study, id)[0]


def chapter(tables: tuple[Table, ...], title: str) -> dict[str, str]:
    """The items of a chapter of the first sheet that has it."""
    table = next(one for one in tables if one.title == title)
    return {str(row.cells[0]): str(row.cells[1]).replace("\u00a0", " ") for row in table.rows}


def texts(tables: tuple[Table, ...]) -> str:
    cells = (str(cell) for table in tables for row in table.rows for cell in row.cells)
    sentences = (text for table in tables for text in (table.title, *table.lead, *table.notes))
    return "\n".join([*cells, *sentences]).replace("\u00a0", " ")


def test_all_that_a_file_states_is_on_its_sheet(tmp_path: Path) -> None:
    tables = quickwin.profile(whole(tmp_path), "counter").tables()
    assert chapter(tables, "Counter") | {"Class": "", "Score": "", "Place": ""} == {
        "Class": "",
        "Rank": "1 of 2",
        "Score": "",
        "Place": "",
        "Dimension": "services",
        "Subdimension": "permits",
        "Owner": "DPMPTSP",
        "Partners": "Dinas PU and Diskominfo",
    }
    assert chapter(tables, "Problem and people") == {
        "Problem": "Six counters, six queues",
        "Target group": "Everybody who builds",
        "People who use it in a usual month": "1500 (500 to 20 000), assumed",
        "Share of them that it can reach": "90%, assumed",
        "What people do who cannot use it": "The old counters stay",
    }
    assert chapter(tables, "What it needs and what it brings") == {
        "People must already have": "internet (70% of the place have it, but whom it can reach is stated above)",
        "It brings": "internet: 4% of the place, assumed",
        "Programs that must deliver first": "not stated",
        "Programs that cannot be chosen with it": "Other",
    }
    # Capex and two years of running cost: 1.5 miliar + 2 · 50 juta = 1.6 miliar, over 1500 people.
    assert chapter(tables, "Money") == {
        "To build or buy it, once": "Rp1 500 000 000",
        "To run it, a year": "Rp50 000 000",
        "Together, up to month 24": "Rp1 600 000 000",
        "For each person who uses it": "Rp1 066 667",
        "Who pays": "APBD",
        "Whether there is money": "next",
        "When it can first be spent": "1 January 2023",
    }
    said = texts(tables)
    for text in ("without the building", "agreed in May", "two have left", "Perbup 5/2022", "Asked for since 2019"):
        assert text in said
    kpi = next(table for table in tables if table.title == "How success is counted")
    assert kpi.rows[0].cells == ("days until a permit (the median)", "days", "14", "1,5", "2023-06")


def test_times_are_months_of_the_calendar(tmp_path: Path) -> None:
    # Readiness: staff 4 is 75%, digital 3 is 50%: 62.5%, so 4 planned months take 4 · 1.375 = 5.5, from month 4 on.
    sheet = sheet_of(whole(tmp_path), "counter")
    assert sheet.times.begins == date(2023, 1, 1)
    assert sheet.times.felt == date(2023, 6, 16)
    assert sheet.in_time
    assert chapter(quickwin.profile(whole(tmp_path), "counter").tables(), "Time") == {
        "Planned": "4.0 months",
        "Expected, with a readiness of 62.5%": "5.5 months",
        "Work starts": "January 2023 (month 4.0), when its money opens",
        "Benefit is felt from": "June 2023 (month 9.5)",
        "Deadline": "1 September 2023 (month 12): kept, with 2.5 months to spare",
        "Benefit lasts": "10.0 months",
    }


def test_what_is_not_stated_says_so(tmp_path: Path) -> None:
    profiles = quickwin.profile(study(tmp_path, programs={"bare": "name: Bare\ntime_to_benefit: 30\n"}), "bare")
    tables = profiles.tables()
    silent = {
        "Bare": {"Place", "Dimension", "Subdimension", "Owner", "Partners"},
        "Problem and people": {
            "Problem",
            "Target group",
            "People who use it in a usual month",
            "What people do who cannot use it",
        },
        "What it needs and what it brings": {
            "People must already have",
            "It brings",
            "Programs that must deliver first",
            "Programs that cannot be chosen with it",
        },
        "Money": {
            "To build or buy it, once",
            "To run it, a year",
            "Together, up to month 24",
            "For each person who uses it",
            "Who pays",
            "Whether there is money",
        },
    }
    for title, names in silent.items():
        assert {name for name, text in chapter(tables, title).items() if text == "not stated"} == names
    for title in ("How success is counted", "Legal basis", "Evidence"):
        assert next(table for table in tables if table.title == title).lead == ("Not stated.",)
    assert chapter(tables, "Time")["Deadline"] == "month 12: missed by 33.0 months"  # 30 · 1.5, half ready assumed
    assert [".".join(map(str, path)) for path in profiles[0].missing] == [
        *("subdimension", "owner", "problem", "target_group", "beneficiaries", "fallback"),
        *("cost.capex", "cost.opex_per_year", "funding.source", "funding.status"),
        *("impact.ease", "impact.equity", "readiness", "kpi", "legal_basis", "evidence"),
    ]
    assert "Nothing is stated about readiness" in texts(tables)


def test_parts_that_are_not_stated_are_named(tmp_path: Path) -> None:
    counter = SHEET.replace("by: 2023-06, ", "").replace(", date: 2022-08-22", "").replace("staff: 4, ", "budget: 4, ")
    found = study(tmp_path, WHOLE, {"counter": counter, "other": OTHER}, place__yaml=PLACE)
    missing = [".".join(map(str, path)) for path in sheet_of(found, "counter").missing]
    assert missing == ["readiness.structure.staff", "kpi.0.by", "evidence.0.date"]
    told = next(one for one in quickwin.profile(found, "counter").tables() if one.title == "What is missing").lead[0]
    assert told == (
        "Not stated: readiness: structure, staff; date of the KPI “days until a permit”; and date of “A report”."
    )


def test_what_is_assumed_is_listed_with_its_reason(tmp_path: Path) -> None:
    tables = quickwin.profile(connected(tmp_path), "internet").tables()
    table = next(one for one in tables if one.title == "What is assumed")
    assert [row.cells for row in table.rows] == [
        ("months of build", "3.0 months", "as in Katingan"),
        ("share of the place that has internet", "70%", "guessed"),
    ]
    assert table.notes == ("Its score also stands on 2 assumed numbers of what must deliver first (tower).",)
    bare = quickwin.profile(connected(tmp_path), "tower").tables()
    table = next(one for one in bare if one.title == "What is assumed")
    (note,) = table.notes
    assert note.startswith("Assumed without a reason given: months to the benefit (2.0 months) and ")
    assert note.endswith(" coverage of internet that it adds (10%).")


def test_a_program_that_waits_says_for_what(tmp_path: Path) -> None:
    tables = quickwin.profile(connected(tmp_path), "internet").tables()
    assert chapter(tables, "Time")["Work starts"] == "March 2023 (month 6.0), after Tower"
    assert chapter(tables, "What it needs and what it brings") == {
        "People must already have": "internet (70% of the place have it, and what must deliver first adds 10%)",
        "It brings": "not stated",
        "Programs that must deliver first": "Tower",
        "Programs that cannot be chosen with it": "not stated",
    }


@pytest.mark.parametrize(
    ("funding", "told"),
    [
        ("{status: secured}", "at once"),
        ("{status: none}", "1 January 2023: the latest date counts, as there is no money for it"),
        ("{source: APBD}", "1 January 2023: the latest date counts, as nothing is stated about its money"),
    ],
)
def test_money_opens_as_its_kind_says(funding: str, told: str, tmp_path: Path) -> None:
    tower = TOWER.replace("{status: next}", funding)
    found = study(tmp_path, CONNECTED, {"internet": INTERNET, "tower": tower}, place__yaml=PLACE)
    assert chapter(quickwin.profile(found, "tower").tables(), "Money")["When it can first be spent"] == told


def test_what_would_make_it_a_quick_win_stands_on_the_sheet_of_one_that_is_none(tmp_path: Path) -> None:
    programs = {"good": PROGRAM, "weak": PROGRAM.replace("ease: 4", "ease: 1").replace("Counter", "Weak")}
    good, weak = (quickwin.profile(study(tmp_path, programs=programs), id).tables() for id in programs)
    title = "What would make it a quick win, one number at a time"
    assert title not in {table.title for table in good}
    # 0.6 · v + 0.4 · 0.4 reaches 0.4 at v = 0.4, which is 2.6 of 1 to 5.
    table = next(one for one in weak if one.title == title)
    assert ("ease", "1", "2.6", "+1.6") in [row.cells for row in table.rows]


def test_without_ids_it_is_the_quick_wins_best_first(tmp_path: Path) -> None:
    programs = {
        "b": PROGRAM,
        "a": PROGRAM.replace("ease: 4", "ease: 5"),
        "late": PROGRAM.replace("benefit: 6", "benefit: 20"),
    }
    found = study(tmp_path, programs=programs)
    assert [sheet.id for sheet in quickwin.profile(found)] == ["a", "b"]
    assert [sheet.id for sheet in quickwin.profile(found, ["late", "b", "late"])] == ["late", "b"]
    assert quickwin.profile(found, "late")["late"].id == "late"
    with pytest.raises(quickwin.Usage, match="Did you mean “late”"):
        quickwin.profile(found, ["lat"])


def test_where_there_is_no_quick_win_a_sentence_says_so(tmp_path: Path) -> None:
    profiles = quickwin.profile(study(tmp_path, programs={"late": PROGRAM.replace("benefit: 6", "benefit: 20")}))
    assert len(profiles) == 0
    (table,) = profiles.tables()
    assert "No program here is a quick win" in table.lead[0]
    assert profiles.document()["sheets"] == []


def test_a_result_shows_itself(tmp_path: Path) -> None:
    profiles = quickwin.profile(whole(tmp_path), ["other", "counter"])
    assert repr(profiles) == "<Profiles 'A round': 2 sheets>\n  Other (other)\n  Counter (counter)"
    assert repr(profiles[1]) == "<Profile of counter: Counter>"
    assert "<h4>Money</h4>" in profiles._repr_html_()


# --- Markdown -------------------------------------------------------------------------------------------------

RENDER = MarkdownIt("commonmark").enable("table")
ADDRESS = "https://example.org/a_b?c=d&e=*f*"


def inner(tokens: list[Token]) -> list[Token]:
    return [token for one in tokens for token in (one, *(one.children or ()))]


def test_the_document_has_a_chapter_for_each_title_and_an_address_that_can_be_copied(tmp_path: Path) -> None:
    profiles = quickwin.profile(whole(tmp_path), ["counter", "other"])
    tokens = RENDER.parse(write(profiles.tables()))
    headings = [
        (token.tag, tokens[place + 1].content) for place, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert headings == [("h2" if not one.depth else "h3", one.title) for one in profiles.tables() if one.title]
    assert [text for tag, text in headings if tag == "h2"] == ["Counter", "Other"]
    assert sum(token.type == "table_open" for token in tokens) == sum(bool(table.rows) for table in profiles.tables())
    assert [token.content for token in inner(tokens) if token.type == "code_inline"] == [ADDRESS]


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "[here](https://example.org)",
        "![x](https://example.org/x.png)",
        "a | b \\| c",
        "`code` **bold** <b>",
        "# heading",
        "https://example.org/a|b`c",
        "line\n\n## other\n\n| a |\n| --- |",
        "\u202e::error::no ##[error]no",
    ],
)
def test_no_text_of_a_file_is_markup(evil: str, tmp_path: Path) -> None:
    text = json.dumps(evil)
    program = f"""
        name: {text}
        owner: {text}
        problem: {text}
        fallback: {text}
        note: {text}
        time_to_benefit: {{{json.dumps(evil + "1")}: 3}}
        cost: {{capex: 5, note: {text}}}
        kpi: [{{name: {text}, unit: {text}, target: 3}}]
        legal_basis: [{text}]
        evidence: [{{title: {text}, url: {text}}}]
        impact: {{ease: {{value: 3, assumed: true, note: {text}}}}}
    """
    plain = program.replace(text, '"x"').replace(json.dumps(evil + "1"), '"x1"')
    documents = [
        RENDER.parse(write(quickwin.profile(study(tmp_path / name, programs={"p": one}), "p").tables()))
        for name, one in (("evil", program), ("plain", plain))
    ]
    kinds = [[token.type for token in tokens] for tokens in documents]
    assert kinds[0] == kinds[1]
    acting = {"link_open", "image", "html_inline", "html_block", "code_inline", "strong_open", "em_open"}
    assert not acting & {token.type for token in inner(documents[0])}
    shown = "".join(token.content for token in inner(documents[0]) if token.type in {"text", "text_special"})
    assert clean(evil).split()[-1] in shown.replace("\u200b", "")


# --- what holds of any study ----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(700, 712))
def test_every_program_of_any_study_has_a_sheet_that_agrees_with_its_rank(seed: int, tmp_path: Path) -> None:
    found = quickwin.load(write_oracle(invented(seed), tmp_path, seed))
    ranking = quickwin.rank(found)
    profiles = quickwin.profile(found, [one.id for one in ranking])
    assert [sheet.explanation.program for sheet in profiles] == list(ranking)
    assert [one.id for one in quickwin.profile(found)] == [one.id for one in ranking if one.class_ == "quick win"]
    assert json.loads(json.dumps(profiles.document(), allow_nan=False))
    for table in profiles.tables():
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert all(cell != "" for row in table.rows if len(row.cells) == 2 for cell in row.cells)
    assert write(profiles.tables())


@pytest.mark.parametrize("start", [date(2022, 9, 1), date(2022, 9, 15), date(2024, 1, 31), date(2022, 12, 30)])
def test_the_day_after_some_months_is_the_day_that_they_lead_to(start: date) -> None:
    for months in range(30):
        year, month = divmod(12 * start.year + start.month + months, 12)
        first = date(year, month + 1, 1)
        assert day_after(start, months_between(start, first)) == first
    assert day_after(start, 0.0) == start
    assert day_after(date(9999, 1, 1), 12.0) is None


def test_numbers_are_written_as_in_tables() -> None:
    assert [figure(one) for one in (0, 0.5, 999.96, 9999.4, 12345.678, -3)] == [
        *("0", "0.5", "1000", "9999.4", "12\u00a0345.68", "−3"),
    ]
    assert [month_of(date(2022, month, 1)) for month in (1, 12)] == ["January 2022", "December 2022"]
    assert month_of(None) == ""
