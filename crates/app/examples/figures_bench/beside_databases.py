#!/usr/bin/env python3
"""Has embedded ClickHouse and DuckDB count what figures count, of the same facts and decisions.

    cargo build --release -p tandem-app --example figures_bench
    python3 crates/app/examples/figures_bench/beside_databases.py \
        target/release/examples/figures_bench [LEADS] [FACTS_PER_LEAD]

chdb, duckdb, numpy and pyarrow are installed from PyPI into a virtual environment in the temporary
folder. The benchmark fills a ledger, tells what figures take, and writes all facts and decisions,
which become two Parquet files. Each database is asked of these files and of tables in its own memory,
with all processors, and the middle of five runs counts. Fails unless every number is ours.

They are asked for the counts alone. A figure of ours has the leads behind each count, how long leads
took from stage to stage, and which of it is assumed.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
STAGE_ENTERED, CLOCK_KEPT, CLOCK_BROKEN = 2, 5, 6
COLUMNS = {"facts": ["lead", "happened", "code", "value"], "decisions": ["lead", "happened", "what", "target"]}


def inside_environment():
    """Starts this script again in an environment that has the databases."""
    folder = pathlib.Path(tempfile.gettempdir()) / "tandem-databases"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        packages = ["chdb", "duckdb", "numpy", "pyarrow"]
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *packages], check=True)
        (folder / "ready").touch()
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def to_parquet(folder):
    import numpy
    import pyarrow
    import pyarrow.parquet

    for table, names in COLUMNS.items():
        columns = {name: numpy.fromfile(folder / f"{table}.{name}", "<i8") for name in names}
        # Of two facts of one instant, the later row is the later fact.
        columns["nth"] = numpy.arange(len(columns["lead"]))
        rows = pyarrow.table(columns)
        print(f"{len(rows)} {table}")
        pyarrow.parquet.write_table(rows, folder / f"{table}.parquet", row_group_size=1 << 19)
        for name in names:
            (folder / f"{table}.{name}").unlink()


def ours(folder):
    """What we count, by question, and what the questions need to know."""
    answers, known = {"funnel": set(), "source": set(), "promise": set()}, {"path": []}
    for line in (folder / "answers").read_text().splitlines():
        what, *rest = line.split("\t")
        if what == "path":
            known["path"] += rest
        elif what in answers:
            words = rest if what == "source" else [it for it in rest if it != ""]
            answers[what].add((*words[:-2], int(words[-2]), int(words[-1])))
        else:
            known[what] = int(rest[0])
    # Of a promise that never ended, a database has no row.
    answers["promise"] = {it for it in answers["promise"] if it[1:] != (0, 0)}
    lines = (folder / "words").read_text().splitlines()
    known["words"] = dict(line.split("\t") for line in lines)
    return answers, known


def questions(known, latest):
    """The SQL of each question; `latest` is the aggregate that takes the value of the last row."""
    number = {word: number for number, word in known["words"].items()}
    place = " ".join(
        f"WHEN {number[stage]} THEN {at}" for at, stage in enumerate(known["path"])
    )
    entered = (
        f"SELECT lead, CASE target {place} ELSE -1 END AS place, target FROM decisions "
        f"WHERE what = {STAGE_ENTERED} AND happened <= {known['now']}"
    )
    # How many came to each stage or beyond follows from the furthest place of each lead.
    funnel = (
        f"WITH entered AS ({entered}), furthest AS "
        "(SELECT lead, max(place) AS place FROM entered GROUP BY lead) "
        "SELECT 'entered' AS what, target AS stage, count(DISTINCT lead) AS leads FROM entered "
        "WHERE place >= 0 GROUP BY target UNION ALL "
        "SELECT 'furthest', place, count(*) FROM furthest GROUP BY place"
    )
    by_source = (
        f"WITH entered AS ({entered}), source AS (SELECT lead, {latest} AS value FROM facts "
        f"WHERE code = {known['source_code']} AND happened <= {known['now']} GROUP BY lead), "
        "furthest AS (SELECT lead, max(place) AS place FROM entered GROUP BY lead) "
        "SELECT 'entered' AS what, coalesce(value, 0) AS source, target AS stage, "
        "count(DISTINCT entered.lead) AS leads FROM entered LEFT JOIN source "
        "ON entered.lead = source.lead WHERE place >= 0 GROUP BY 2, 3 UNION ALL "
        "SELECT 'furthest', coalesce(value, 0), place, count(*) FROM furthest LEFT JOIN source "
        "ON furthest.lead = source.lead GROUP BY 2, 3"
    )
    promises = (
        f"SELECT target, sum(CASE WHEN what = {CLOCK_KEPT} THEN 1 ELSE 0 END) AS kept, "
        f"sum(CASE WHEN what = {CLOCK_BROKEN} THEN 1 ELSE 0 END) AS broken FROM decisions "
        f"WHERE what IN ({CLOCK_KEPT}, {CLOCK_BROKEN}) GROUP BY target"
    )
    return {"funnel": funnel, "source": by_source, "promise": promises}


def in_our_words(question, rows, known):
    """Rows of an answer as we tell ours."""
    words, path = known["words"], known["path"]
    if question == "promise":
        return {(words[str(int(it))], int(kept), int(broken)) for it, kept, broken in rows}
    of = {}
    for what, *source, stage, leads in rows:
        source = words.get(str(int(source[0])), "") if source else None
        entered, furthest = of.setdefault(source, ({}, [0] * len(path)))
        if what == "entered":
            entered[words[str(int(stage))]] = int(leads)
        elif stage >= 0:
            furthest[int(stage)] += int(leads)
    told = set()
    for source, (entered, furthest) in of.items():
        for at, stage in enumerate(path):
            figures = (stage, entered.get(stage, 0), sum(furthest[at:]))
            told.add(figures if source is None else (source, *figures))
    return told


def duckdb_asks(folder):
    import duckdb

    for where in ("Parquet", "memory"):
        connection = duckdb.connect()
        for table in COLUMNS:
            made = "VIEW" if where == "Parquet" else "TABLE"
            file = folder / f"{table}.parquet"
            connection.execute(f"CREATE {made} {table} AS SELECT * FROM read_parquet('{file}')")
        ask = lambda sql, connection=connection: connection.execute(sql).fetchall()
        yield f"DuckDB, {where}", ask, "arg_max(value, row(happened, nth))"


def clickhouse_asks(folder):
    from chdb import session

    opened = session.Session(str(folder / "clickhouse"))
    for where in ("Parquet", "memory"):
        opened.query(f"CREATE DATABASE {where} ENGINE = Atomic")
        for table in COLUMNS:
            file = f"file('{folder / table}.parquet', Parquet)"
            made = (
                f"VIEW {where}.{table} AS SELECT * FROM {file}"
                if where == "Parquet"
                else f"TABLE {where}.{table} ENGINE = Memory AS SELECT * FROM {file}"
            )
            opened.query(f"CREATE {made}")

        def ask(sql, where=where):
            import pyarrow

            for table in COLUMNS:
                sql = sql.replace(f"FROM {table} ", f"FROM {where}.{table} ")
            answer = opened.query(sql, "ArrowStream").bytes()
            rows = pyarrow.ipc.open_stream(answer).read_all().to_pylist()
            text = lambda it: it.decode() if isinstance(it, bytes) else it
            return [tuple(map(text, row.values())) for row in rows]

        yield f"ClickHouse, {where}", ask, "argMax(value, (happened, nth))"


def main(bench, leads="300000", mean="20"):
    with tempfile.TemporaryDirectory(prefix="tandem-databases-") as made:
        folder = pathlib.Path(made)
        print("load", os.getloadavg(), flush=True)
        subprocess.run([bench, leads, mean, str(folder)], check=True)
        to_parquet(folder)
        answers, known = ours(folder)
        print(f"{'milliseconds':22} {'funnel':>10} {'by source':>10} {'promises':>10}", flush=True)
        for asks in (duckdb_asks, clickhouse_asks):
            for name, ask, latest in asks(folder):
                taken = []
                for question, sql in questions(known, latest).items():
                    found = in_our_words(question, ask(sql), known)
                    if found != answers[question]:
                        differ = sorted(map(str, found ^ answers[question]))
                        sys.exit(f"{name} says otherwise than we of {question}: {differ[:6]}\n{sql}")
                    times = []
                    for _ in range(ROUNDS):
                        begun = time.perf_counter()
                        ask(sql)
                        times.append(time.perf_counter() - begun)
                    taken.append(f"{1e3 * statistics.median(times):10.1f}")
                print(f"{name:22} {' '.join(taken)}", flush=True)
        for question, sql in questions(known, "arg_max(value, row(happened, nth))").items():
            print(f"\n-- {question}\n{sql};")
        print("load", os.getloadavg(), flush=True)


if __name__ == "__main__":
    try:
        import chdb  # noqa: F401
        import duckdb  # noqa: F401
    except ImportError:
        inside_environment()
    main(*sys.argv[1:])
