"""Has embedded ClickHouse and DuckDB find what a part of the fold finds, on the same facts.

    cargo build --release -p tandem-lifecycle --example fold_bench
    python3 crates/lifecycle/examples/fold_bench/beside_databases.py BENCH [LEADS] [FACTS_PER_LEAD]

BENCH is the built program, `target/release/examples/fold_bench`. chdb, duckdb and pyarrow are
installed from PyPI into a virtual environment in the temporary folder.

Asked is only when each lead's decayed score first reaches the level of the charter: no stages,
promises, windows or bounds on points. Everything runs on one core, which the script binds itself
to. Each database answers in the ways that it has, from a Parquet file and from its own memory, and
the best of them counts; the rounds of all take turns. What it finds is compared with ours, lead by
lead.
"""

import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HALF_LIFE_MICROS = 30 * 86_400 * 1_000_000
LEVEL = 35.0
ROUNDS = 3
# Scores are kept as if all points had been given at this instant, so that one running sum is
# enough; two years are 24 half-lives, which floats hold.
START = 1_725_148_800_000_000


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


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def to_parquet(folder):
    import numpy
    import pyarrow
    import pyarrow.parquet

    kinds = {"lead": "<u8", "happened": "<i8", "points": "<f8"}
    columns = {name: numpy.fromfile(folder / name, kind) for name, kind in kinds.items()}
    path = folder / "facts.parquet"
    pyarrow.parquet.write_table(pyarrow.table(columns), path, row_group_size=1 << 19)
    leads = numpy.fromfile(folder / "crossed", "<u8").tolist()
    ats = numpy.fromfile(folder / "crossed_at", "<i8").tolist()
    return path, len(columns["lead"]), dict(zip(leads, ats))


def windowed(table, power):
    """First crossings by a running sum over each lead's facts."""
    age = f"(happened - {START}) / {HALF_LIFE_MICROS}.0"
    return (
        f"SELECT lead, min(happened) AS crossed FROM (SELECT lead, happened, "
        f"sum(points * {power(age)}) OVER (PARTITION BY lead ORDER BY happened "
        f"ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS total FROM {table} "
        f"WHERE points > 0) AS scored WHERE total >= {LEVEL} * {power(age)} GROUP BY lead"
    )


def of_arrays(table):
    """The same in ClickHouse's arrays, one for each lead."""
    age = f"(happened - {START}) / {HALF_LIFE_MICROS}.0"
    return (
        "SELECT lead, arrayFirst((moment, total, level) -> total >= level, moments, "
        "arrayCumSum(worths), levels) AS crossed FROM ("
        "SELECT lead, groupArray(happened) AS moments, groupArray(points * weight) AS worths, "
        f"groupArray({LEVEL} * weight) AS levels FROM (SELECT lead, happened, points, "
        f"exp2({age}) AS weight FROM {table} WHERE points > 0) GROUP BY lead) "
        "WHERE crossed > 0"
    )


def ways_of_clickhouse(path, folder):
    from chdb import session

    opened = session.Session(str(folder / "clickhouse"))
    ask = lambda sql: opened.query(sql, "ArrowStream")
    file = f"file('{path}', Parquet)"
    opened.query("CREATE DATABASE IF NOT EXISTS bench ENGINE = Atomic")
    opened.query("SET max_threads = 1")
    opened.query(f"CREATE TABLE bench.facts ENGINE = Memory AS SELECT * FROM {file}")
    exp2 = lambda age: f"exp2({age})"
    limits = " SETTINGS max_threads = 1"

    def way(sql):
        def run():
            import pyarrow

            answer = ask(sql + limits).bytes()
            return pyarrow.ipc.open_stream(answer).read_all()

        return run

    return {
        "window, Parquet": way(windowed(file, exp2)),
        "window, memory": way(windowed("bench.facts", exp2)),
        "arrays, Parquet": way(of_arrays(file)),
        "arrays, memory": way(of_arrays("bench.facts")),
    }


def ways_of_duckdb(path, folder):
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.execute(f"CREATE TABLE facts AS SELECT * FROM read_parquet('{path}')")
    power = lambda age: f"pow(2.0, {age})"
    way = lambda table: lambda: connection.execute(windowed(table, power)).fetchnumpy()
    return {
        "window, Parquet": way(f"read_parquet('{path}')"),
        "window, memory": way("facts"),
    }


def as_dict(found):
    """What was found, from columns of pyarrow or numpy."""
    of = lambda column: column.to_pylist() if hasattr(column, "to_pylist") else column.tolist()
    return dict(zip(of(found["lead"]), of(found["crossed"])))


def measure(name, ways, rounds):
    """The best way's median seconds by the clock and of the processor, and what it found."""
    for way, run in ways.items():
        if (name, way) not in rounds:
            rounds[name, way] = ([], [], as_dict(run()))
        clock, cpu = time.monotonic(), cpu_seconds()
        run()
        rounds[name, way][0].append(time.monotonic() - clock)
        rounds[name, way][1].append(cpu_seconds() - cpu)


def compare(found, ours):
    only_ours = sum(lead not in found for lead in ours)
    only_theirs = sum(lead not in ours for lead in found)
    at_another = sum(lead in found and found[lead] != at for lead, at in ours.items())
    return only_ours + only_theirs + at_another


def ours(bench, arguments):
    said = subprocess.run([bench, *arguments], check=True, capture_output=True, text=True).stdout
    print(said.strip(), flush=True)
    rates = re.findall(r"^(.+?)\s+([\d.]+) million facts/s", said, re.MULTILINE)
    return {name: float(rate) for name, rate in rates}


def main(bench, leads="1000000", mean="20"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-databases-"))
    try:
        print("load", os.getloadavg(), flush=True)
        first = ours(bench, [leads, mean, str(folder)])
        path, facts, crossings = to_parquet(folder)
        print(f"{facts} facts, {len(crossings)} leads reach the level; by us", flush=True)
        ways = {
            "ClickHouse": ways_of_clickhouse(path, folder),
            "DuckDB": ways_of_duckdb(path, folder),
        }
        rounds = {}
        for _ in range(ROUNDS):
            for name in ways:
                measure(name, ways[name], rounds)
        second = ours(bench, [leads, mean])
        print("load", os.getloadavg(), flush=True)
        print("million facts a second on one core, by the clock and by the processor's time")
        for (name, way), (clock, cpu, found) in rounds.items():
            by_clock, by_cpu = (facts / statistics.median(of) / 1e6 for of in (clock, cpu))
            differ = compare(found, crossings)
            print(
                f"{name:11} {way:16} {by_clock:7.2f} {by_cpu:7.2f}   finds {len(found)} leads, "
                f"{differ} otherwise than we",
                flush=True,
            )
        for what in ("score and level only", "fold of the charter"):
            print(f"ours        {what:20} {first[what]:7.1f} before, {second[what]:7.1f} after")
        for name in ways:
            best = max(
                facts / statistics.median(clock) / 1e6
                for (of, _), (clock, _, _) in rounds.items()
                if of == name
            )
            for what in ("score and level only", "fold of the charter"):
                times = (first[what] + second[what]) / 2 / best
                print(f"{what} / {name}, its best way: {times:.1f}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        import chdb  # noqa: F401
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError:
        inside_environment()
    main(*sys.argv[1:])
