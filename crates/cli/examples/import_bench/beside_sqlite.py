#!/usr/bin/env python3
"""A million leads in 13 columns, imported by Tandem and by `sqlite3 .import`, turn by turn.

    cargo build --release -p tandem
    python3 crates/cli/examples/import_bench/beside_sqlite.py target/release/tandem [LEADS] [ROUNDS]

Tandem maps the rows, finds out who is who, decides and keeps all of it in a fresh ledger. The peer
puts the same rows as they are into a table with a key and one index. Then the second half of as
many rows again goes into a ledger, and a table, that is filled with the first half. Both write to the
same disk. `funnel --by lead.source` is asked of what came of it.

Needs the `sqlite3` shell. Everything is made up, and removed in the end.
"""

import os
import subprocess
import sys
import tempfile
import time

COLUMNS = (
    "id,email,name,phone,company_size,industry,country,created,source,seniority,function,"
    "email_class,form"
)
MAPPING = """
[mapping]
name = "bench"
timezone = "UTC"

[[file]]
path = "leads.csv"
times = { created = "rfc3339" }
dated = "created"

[[file.subject]]
kind = "person"
id = { namespace = "bench.lead", column = "id" }
identifiers = [{ namespace = "email", column = "email" }]
personal = { name = "name", email = "email", phone = "phone" }

[file.subject.traits]
"account.employees" = { column = "company_size", type = "number" }
"account.industry" = { column = "industry" }
"account.country" = { column = "country" }
"lead.source" = { column = "source" }
"lead.seniority" = { column = "seniority" }
"lead.function" = { column = "function" }
"lead.email_class" = { column = "email_class" }

[[file.subject.fact]]
kind = "touch"
name = { column = "form" }
"""
TABLE = """
CREATE TABLE lead (id TEXT PRIMARY KEY, email TEXT, name TEXT, phone TEXT, company_size TEXT,
  industry TEXT, country TEXT, created TEXT, source TEXT, seniority TEXT, function TEXT,
  email_class TEXT, form TEXT);
CREATE INDEX lead_email ON lead (email);
"""
FIRST = "Ada Ben Cleo Dan Eve Finn Gina Hugo Ines Jan Kira Leo Mia Noa Otto Pia".split()
LAST = "Abel Berg Cole Dorn Ekman Falk Graf Holm Ivers Jung Kern Lund Moss Nord Olsen Park".split()
INDUSTRIES = "software finance retail health energy logistics".split()
COUNTRIES = "DE AT CH NL FR GB US SE".split()
SOURCES = "website webinar fair partner ads referral content events".split()
SENIORITIES = "c_level vp director manager individual".split()
FUNCTIONS = "sales marketing it finance operations".split()
FORMS = "form.contact form.demo_request content.downloaded webinar.attended page.pricing".split()


def mixed(number):
    """A number that looks random and is the same every time."""
    number = (number + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    number = ((number ^ number >> 30) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    number = ((number ^ number >> 27) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return number ^ number >> 31


def write(path, first, count):
    with open(path, "w") as file:
        file.write(COLUMNS + "\n")
        for number in range(first, first + count):
            r = mixed(number)
            given, family = FIRST[r & 15], LAST[r >> 4 & 15]
            day, second = r >> 8 & 511, (r >> 17) % 86400
            month, day = 1 + day // 28 % 12, 1 + day % 28
            at = f"2025-{month:02}-{day:02}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"
            file.write(
                f"L{number:07},{given.lower()}.{r >> 24:010x}@mail{r % 997}.example.com,"
                f"{given} {family},+49 30 {r % 10**8:08},{1 + (r >> 13) % 5000},"
                f"{INDUSTRIES[(r >> 20) % 6]},{COUNTRIES[r >> 23 & 7]},{at},{SOURCES[r >> 26 & 7]},"
                f"{SENIORITIES[(r >> 29) % 5]},{FUNCTIONS[(r >> 32) % 5]},"
                f"{'business' if r >> 35 & 3 else 'free'},{FORMS[(r >> 37) % 5]}\n"
            )


def run(*command, script=None):
    """Runs a command; seconds, seconds of processor time, and MiB of memory at most."""
    since = time.monotonic()
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE if script else None, stdout=subprocess.PIPE, text=True
    )
    if script:
        child.stdin.write(script)
        child.stdin.close()
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    return time.monotonic() - since, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def remove(database):
    for end in ("", "-wal", "-shm", "-journal", "-erased"):
        if os.path.exists(database + end):
            os.remove(database + end)


def median(values):
    return sorted(values)[len(values) // 2]


def show(name, ours, peers):
    for who, runs in (("tandem", ours), ("sqlite3", peers)):
        wall, cpu, memory = (median(values) for values in zip(*runs))
        print(f"{name}: {who}: {wall:.2f} s, {cpu:.2f} s of processor, {memory:.0f} MiB")
    wall, cpu = (median([a[i] / b[i] for a, b in zip(ours, peers)]) for i in (0, 1))
    print(f"{name}: ratio {wall:.2f}, of processor time {cpu:.2f}", flush=True)


def main():
    tandem = os.path.abspath(sys.argv[1])
    leads = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    charter = os.path.join(os.path.dirname(__file__), "../../../../charters/b2b-saas.toml")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for part, first, count in (("all", 0, leads), ("first", 0, leads // 2), ("second", leads // 2, leads // 2)):
            os.mkdir(part)
            write(f"{part}/leads.csv", first, count)
        with open("mapping.toml", "w") as file:
            file.write(MAPPING)

        def adopt(database):
            remove(database)
            run(tandem, "--db", database, "charter", "adopt", charter, "--at", "2025-01-01")

        def ours(part):
            return run(tandem, "--db", "ours.db", "import", part, "--map", "mapping.toml")

        def peer(part):
            return run("sqlite3", "peer.db", f".import --csv --skip 1 {part}/leads.csv lead")

        fresh = ([], [])
        for _ in range(rounds):
            adopt("ours.db")
            fresh[0].append(ours("all"))
            remove("peer.db")
            run("sqlite3", "peer.db", script=TABLE)
            fresh[1].append(peer("all"))
        show(f"{leads} leads, fresh", *fresh)
        print(f"sizes: {os.path.getsize('ours.db') >> 20} MiB and {os.path.getsize('peer.db') >> 20} MiB")
        funnel = [run(tandem, "--db", "ours.db", "funnel", "--by", "lead.source") for _ in range(rounds)]
        wall, cpu, memory = (median(values) for values in zip(*funnel))
        print(f"funnel by source: {wall * 1000:.0f} ms, {cpu * 1000:.0f} ms of processor, {memory:.0f} MiB")
        again = ours("all")
        print(f"the same once more: {again[0]:.2f} s, {again[1]:.2f} s of processor, {again[2]:.0f} MiB")
        run(tandem, "--db", "ours.db", "rebuild", "--check")
        filled = ([], [])
        for _ in range(rounds):
            adopt("ours.db")
            ours("first")
            filled[0].append(ours("second"))
            remove("peer.db")
            run("sqlite3", "peer.db", script=TABLE)
            peer("first")
            filled[1].append(peer("second"))
        show(f"{leads // 2} leads into as many", *filled)
        os.chdir("/")


if __name__ == "__main__":
    main()
