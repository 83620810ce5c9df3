#!/usr/bin/env python3
"""How long the API takes to answer reads, beside an answer that reads nothing.

    cargo build --release -p tandem
    python3 crates/cli/examples/reads_bench/reads.py target/release/tandem LEDGER [ASKS] [SECONDS]

LEDGER is one that nobody has set up yet, such as an import leaves; it is copied first. A server of
its own is asked over one connection, ASKS times (200) for each read and for SECONDS (20) at most,
after it was asked once. `/healthz` reads nothing: what the others take beyond it is
theirs. Prints milliseconds.
"""

import http.client
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path


def serve(program, ledger):
    """A server, and the link by which its first administrator comes in."""
    config = Path(ledger).with_suffix(".toml")
    config.write_text("figures_memory_mb = 4096\n[rates]\nper_user = 0\nper_address = 0\n")
    command = [program, "--db", ledger, "serve", "--listen", "127.0.0.1:0", "--config", config]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = []
    for line in server.stdout:
        said.append(line)
        found = re.search(r"(http://[0-9.:]+)/setup#(\S+)", line)
        if found:
            # Nobody reads the rest, and the server must not wait for that.
            threading.Thread(target=server.stdout.read, daemon=True).start()
            return server, *found.groups()
    sys.exit("the server gave no link to set it up:\n" + "".join(said))


def token_of(url, secret):
    """A token that may do all that the first administrator may."""

    def post(path, body, **headers):
        headers |= {"Content-Type": "application/json"}
        asked = urllib.request.Request(url + path, json.dumps(body).encode(), headers)
        answer = urllib.request.urlopen(asked, timeout=60)
        return answer.headers, json.load(answer)

    ann = {"email": "ann@example.com", "name": "Ann Example", "password": "correct horse battery"}
    headers, _ = post("/api/v1/setup", {"link": secret, **ann})
    cookie = headers["Set-Cookie"].split(";")[0]
    me = urllib.request.Request(url + "/api/v1/me", headers={"Cookie": cookie})
    scope = json.load(urllib.request.urlopen(me, timeout=60))["permissions"]
    return post("/api/v1/tokens", {"name": "bench", "scope": scope}, Cookie=cookie)[1]["secret"]


class Asking:
    """One connection that is kept open."""

    def __init__(self, url, token):
        self.connection = http.client.HTTPConnection(url.split("//")[1], timeout=600)
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path):
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status not in (200, 204):
            sys.exit(f"GET {path}: {answer.status} {body[:300]}")
        return body


def reads(asking, draw):
    """What is asked, by name."""
    leads = json.loads(asking.get("/api/v1/leads?limit=1000"))["leads"]
    words = {lead["name"].split()[-1] for lead in leads if lead["name"]} or {"example"}
    some = [lead["id"] for lead in leads]
    lists = {
        "leads": "",
        "leads that wait": "&open=true",
        "leads in a stage": f"&stage={leads[0]['stage']['id']}",
        "leads that are late": "&due=late",
        "leads in queues": "&place=queue",
    }
    asked = {
        "nothing (health)": lambda: "/healthz",
        "one lead": lambda: f"/api/v1/leads/{draw.choice(some)}",
        "leads by text": lambda: f"/api/v1/leads?limit=50&text={draw.choice(sorted(words))}",
    }
    for name, what in lists.items():
        asked[name] = lambda what=what: f"/api/v1/leads?limit=50{what}"
    for figure in [
        "funnel",
        "funnel?by=lead.source",
        "promises",
        "mirror",
        "metrics",
        "feedback",
        "attribution",
        "goals",
        "cohorts",
    ]:
        asked[figure] = lambda figure=figure: f"/api/v1/{figure}"
    return asked


def main():
    program, ledger = sys.argv[1:3]
    asks = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 20
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(ledger, Path(folder) / "ledger.db")
        server, url, secret = serve(program, str(copy))
        try:
            asking = Asking(url, token_of(url, secret))
            print(f"{'milliseconds':24} {'asks':>6} {'first':>9} {'p50':>9} {'p99':>9} {'most':>9}")
            for name, address in reads(asking, random.Random(1)).items():
                times = []
                while len(times) <= asks and sum(times) < seconds:
                    path, begun = address(), time.perf_counter()
                    asking.get(path)
                    times.append(time.perf_counter() - begun)
                first, times = times[0], sorted(times[1:]) or times
                p99 = times[min(len(times) - 1, len(times) * 99 // 100)]
                told = [first, times[len(times) // 2], p99, times[-1]]
                told = " ".join(f"{1e3 * it:9.1f}" for it in told)
                print(f"{name:24} {len(times):6} {told}", flush=True)
        finally:
            server.terminate()
            server.wait(timeout=60)


if __name__ == "__main__":
    main()
