"""Runs our duplicates beside splink (PyPI) on the same inputs, one after the other.

    python3 beside_splink.py people BENCH [RECORDS] [SEED]
    python3 beside_splink.py companies BENCH [FOLDER OF THE DATA]

BENCH is the built program `duplicates_bench`. splink is installed into a virtual environment in
the temporary folder. Each side gives pairs with probabilities; precision and recall are counted
here, the same way for both: over pairs, and over the pairs that groups of them make.
"""

import collections
import csv
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]


def inside_environment():
    """Starts this script again in an environment that has splink."""
    folder = pathlib.Path(tempfile.gettempdir()) / "tandem-splink"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "splink"], check=True)
        (folder / "ready").touch()
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def cpu_seconds():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def of_groups(pairs):
    """All pairs within the groups that pairs make."""
    parents = {}

    def root(of):
        parents.setdefault(of, of)
        while parents[of] != of:
            parents[of] = parents[parents[of]]
            of = parents[of]
        return of

    for a, b in pairs:
        a, b = root(a), root(b)
        parents[max(a, b)] = min(a, b)
    groups = collections.defaultdict(list)
    for member in list(parents):
        groups[root(member)].append(member)
    return groups.values()


def report(name, scored, entities):
    sizes = collections.Counter(entities)
    truth = sum(size * (size - 1) // 2 for size in sizes.values())
    for least in THRESHOLDS:
        taken = [(a, b) for a, b, probability in scored if probability >= least]
        right = sum(entities[a] == entities[b] for a, b in taken)
        grouped = grouped_right = 0
        for group in of_groups(taken):
            grouped += len(group) * (len(group) - 1) // 2
            inside = collections.Counter(entities[member] for member in group)
            grouped_right += sum(size * (size - 1) // 2 for size in inside.values())
        print(
            f"{name:8} p>={least:<4}  pairs: precision {right / max(len(taken), 1):.4f} "
            f"recall {right / truth:.4f}   groups: precision {grouped_right / max(grouped, 1):.4f} "
            f"recall {grouped_right / truth:.4f}",
            flush=True,
        )


def ours(bench, arguments, pairs_file):
    said = subprocess.run(
        [bench, *arguments], check=True, capture_output=True, text=True
    ).stdout
    print(said.strip(), flush=True)
    with open(pairs_file, newline="") as file:
        return [(int(a), int(b), float(p)) for a, b, p in csv.reader(file)]


def people(bench, records="1000000", seed="1"):
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-duplicates-"))
    people_file, pairs_file = folder / "people.csv", folder / "pairs.csv"
    print("load", os.getloadavg())
    scored = ours(
        bench, ["people", records, seed, "2", str(people_file), str(pairs_file)], pairs_file
    )
    with open(people_file, newline="") as file:
        entities = [int(row["entity"]) for row in csv.DictReader(file)]
    report("ours", scored, entities)
    del scored

    def name(column):
        return cl.JaroWinklerAtThresholds(column, [0.92, 0.8]).configure(
            term_frequency_adjustments=True
        )

    keys = [
        block_on("mail"),
        block_on("phone"),
        block_on("given", "family"),
        block_on("family", "substr(company, 1, 4)"),
        block_on("given", "company"),
        block_on("split_part(mail, '@', 1)"),
        block_on("substr(family, 1, 4)", "company"),
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            name("given"),
            name("family"),
            cl.DamerauLevenshteinAtThresholds("mail", [1, 2]).configure(
                term_frequency_adjustments=True
            ),
            cl.DamerauLevenshteinAtThresholds("phone", [1]).configure(
                term_frequency_adjustments=True
            ),
            name("company"),
        ],
        blocking_rules_to_generate_predictions=keys,
    )
    database = DuckDBAPI()
    connection = database._con
    connection.execute("SET threads = 2")
    blank = lambda column: f"nullif({column}, '') AS {column}"
    fields = ", ".join(blank(c) for c in ["given", "family", "mail", "phone", "company"])
    connection.execute(
        f"CREATE TABLE people AS SELECT unique_id, {fields} "
        f"FROM read_csv('{people_file}', all_varchar = true)"
    )
    print("load", os.getloadavg())
    started, cpu = time.monotonic(), cpu_seconds()
    linker = Linker(database.register("people"), settings, log_level=None)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("mail"), block_on("given", "family", "company")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for key in (block_on("mail"), block_on("given", "family"), block_on("phone")):
        linker.training.estimate_parameters_using_expectation_maximisation(key)
    predicted = linker.inference.predict(threshold_match_probability=0.5)
    rows = connection.sql(
        f"SELECT unique_id_l, unique_id_r, match_probability FROM {predicted.physical_name}"
    ).fetchall()
    seconds = time.monotonic() - started
    print(f"splink   seconds {seconds:.2f} cpu {cpu_seconds() - cpu:.2f} pairs {len(rows)}")
    scored = [(int(a), int(b), p) for a, b, p in rows]
    report("splink", scored, entities)


def companies(bench, data=None):
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    data = pathlib.Path(data or os.environ["TANDEM_DATA"])
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-duplicates-"))
    names_file, pairs_file = folder / "names.csv", folder / "pairs.csv"
    lists = data / "whirl_business" / "business.txt"
    subprocess.run([bench, "companies", lists, names_file, pairs_file], check=True)
    with open(names_file, newline="") as file:
        names = list(csv.DictReader(file))
    with open(pairs_file, newline="") as file:
        scored = [(int(a), int(b), float(p)) for a, b, p in csv.reader(file)]
    truth = keyed(names, "address")
    print(f"{len(names)} names, {len(truth)} pairs with one web address, ", end="")
    print(f"{len(keyed(names, 'domain'))} with one registered domain")
    print("same after normalising:", end=" ")
    judge({pair for pair in keyed(names, "name")}, truth)
    for least in [0.3, *THRESHOLDS]:
        print(f"ours     p>={least:<4}", end=" ")
        judge({(a, b) for a, b, p in scored if p >= least}, truth)

    def name(column):
        return cl.JaroWinklerAtThresholds(column, [0.93, 0.85]).configure(
            term_frequency_adjustments=True
        )

    keys = [
        block_on("first"),
        block_on("rest", "substr(first, 1, 1)"),
        block_on("substr(first, 1, 3)", "substr(rest, 1, 3)"),
    ]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[name("first"), name("rest")],
        blocking_rules_to_generate_predictions=keys,
    )
    database = DuckDBAPI()
    connection = database._con
    tables = []
    for side in sorted({row["list"] for row in names}):
        connection.execute(
            f"CREATE TABLE {side} AS SELECT unique_id, first, rest "
            f"FROM read_csv('{names_file}', all_varchar = true) WHERE list = '{side}'"
        )
        tables.append(database.register(side))
    linker = Linker(tables, settings, log_level=None)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("first", "rest")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for key in (block_on("first"), block_on("rest")):
        linker.training.estimate_parameters_using_expectation_maximisation(key)
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    rows = connection.sql(
        f"SELECT unique_id_l, unique_id_r, match_probability FROM {predicted.physical_name}"
    ).fetchall()
    for least in [0.3, *THRESHOLDS]:
        print(f"splink   p>={least:<4}", end=" ")
        judge({tuple(sorted((int(a), int(b)))) for a, b, p in rows if p >= least}, truth)


def keyed(names, column):
    """Pairs across the lists that have the same value."""
    by_value = collections.defaultdict(list)
    for row in names:
        by_value[row[column]].append((int(row["unique_id"]), row["list"]))
    pairs = set()
    for rows in by_value.values():
        pairs |= {(a, b) for a, x in rows for b, y in rows if a < b and x != y}
    return pairs


def judge(taken, truth):
    right = len(taken & truth)
    print(
        f"pairs {len(taken)} precision {right / max(len(taken), 1):.4f} "
        f"recall {right / len(truth):.4f}",
        flush=True,
    )


if __name__ == "__main__":
    try:
        import splink  # noqa: F401
    except ImportError:
        inside_environment()
    commands = {"people": people, "companies": companies}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
