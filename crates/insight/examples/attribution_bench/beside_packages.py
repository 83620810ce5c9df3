#!/usr/bin/env python3
"""Attribution of the same paths by Tandem and by two packages, one after the other.

    cargo build --release -p tandem-insight --example attribution_bench
    python3 crates/insight/examples/attribution_bench/beside_packages.py \
        target/release/examples/attribution_bench [PATHS]

Installs marketing-attribution-models 2.1.0 (on Polars) and ChannelAttribution 2.2.5 into a temporary
folder. All read the same paths, and times are seconds of processor time, without reading the file.
Fails unless first, last, linear and U-shaped credits agree, and the removal effects of the Markov
chain with those of marketing-attribution-models, which solves it too. ChannelAttribution simulates
the chain, so its answer is only told. Shapley values are not compared: marketing-attribution-models
means another game by them.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PACKAGES = ["marketing-attribution-models==2.1.0", "ChannelAttribution==2.2.5", "matplotlib"]
# How far sums of five million floating-point numbers may be apart, as a share.
NEAR = 1e-6


def timed(what, run):
    """What a call gives; prints what it took."""
    begun, began = time.process_time(), time.perf_counter()
    result = run()
    took, elapsed = time.process_time() - begun, time.perf_counter() - began
    print(f"{what:52} {took:8.2f} s, {elapsed:8.2f} s elapsed", flush=True)
    return result


def ours(program, paths, file):
    """Credits by model, and removal effects, as the benchmark prints them."""
    said = subprocess.run([program, paths, file], check=True, capture_output=True, text=True).stdout
    credits, removals = {}, []
    for line in said.splitlines():
        words = line.split()
        if words[0] == "credits":
            credits[words[1]] = [float(it) for it in words[2:]]
        elif words[0] == "removals":
            removals = [float(it) for it in words[1:]]
        else:
            print(f"tandem: {line}")
    return credits, removals


def hold(what, one, other):
    """Fails unless two lists of figures are the same."""
    far = max(abs(a - b) / max(abs(a), 1e-12) for a, b in zip(one, other, strict=True))
    print(f"{what:52} {far:8.1e} apart at most")
    if far > NEAR:
        sys.exit(f"{what}: {one} and {other}")


def beside(program, paths, folder):
    """Runs everybody; inside the environment that has the packages."""
    import ChannelAttribution
    import polars
    from mam import MAM
    from mam.models import MarkovModel, PositionBasedModel

    file = str(Path(folder) / "paths.csv")
    credits, removals = ours(program, paths, file)
    channels = [f"c{value:02}" for value in range(len(removals))]

    # All paths that are alike are one row with a count, which is less work for the packages.
    table = polars.read_csv(file).group_by("path", "results").len("count")
    print(f"{len(table)} different paths, of which the packages are told how often each came")
    told = {
        "format_type": "grouped_journey",
        "channels_colname": "path",
        "journey_with_conv_colname": "results",
        "occurrences_colname": "count",
        "path_separator": ">",
    }
    mam = timed("marketing-attribution-models: reading", lambda: MAM(table, **told))

    def figures(result):
        rows = dict(result.iter_rows())
        return [rows[channel] for channel in channels]

    runs = {"first": mam.run_first_click, "last": mam.run_last_click, "linear": mam.run_linear}
    for model, run in runs.items():
        answer = timed(f"marketing-attribution-models: {model}", run)
        hold(model, credits[model], figures(answer.to_polars()))
    by_position = PositionBasedModel()
    answer = timed(
        "marketing-attribution-models: by position",
        lambda: by_position.get_aggregated_results(mam.unified_df),
    )
    hold("u_shaped", credits["u_shaped"], figures(answer))
    chain = MarkovModel(transition_to_same_state=True)
    timed(
        "marketing-attribution-models: Markov, the effects", lambda: chain._compute_markov(mam.unified_df)
    )
    effects = chain.removal_effect_df["removal_effect"]
    hold("markov, removal effects", removals, [effects[channel] for channel in channels])

    wide = (
        table.with_columns(
            conversions=polars.col("count") * polars.col("results"),
            nulls=polars.col("count") * (1 - polars.col("results")),
        )
        .group_by("path")
        .agg(polars.col("conversions").sum(), polars.col("nulls").sum())
        .to_pandas()
    )
    names = {"var_path": "path", "var_conv": "conversions"}
    answer = timed(
        "ChannelAttribution: first, last, linear",
        lambda: ChannelAttribution.heuristic_models(wide, **names, flg_pro=False),
    )
    answer = answer.set_index("channel_name")
    columns = {"first": "first_touch", "last": "last_touch", "linear": "linear_touch"}
    for model, column in columns.items():
        rows = answer[[it for it in answer.columns if it.startswith(column)][0]]
        hold(f"{model}, ChannelAttribution", credits[model], [rows[it] for it in channels])
    answer = timed(
        "ChannelAttribution: Markov, simulated",
        lambda: ChannelAttribution.markov_model(
            wide, **names, var_null="nulls", verbose=False, flg_pro=False
        ),
    )
    answer = (answer["result"] if isinstance(answer, dict) else answer).set_index("channel_name")
    rows = answer[answer.columns[0]]
    far = max(abs(rows[it] - mine) / mine for it, mine in zip(channels, credits["markov"], strict=True))
    print(f"{'ChannelAttribution, simulated, from the exact chain':52} {far:8.1e} apart at most")


def main():
    program, paths = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "5000000"
    with tempfile.TemporaryDirectory() as folder:
        inside = os.environ.get("TANDEM_BENCH_INSIDE")
        if inside:
            return beside(program, paths, folder)
        python = Path(folder) / "venv" / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        environment = {**os.environ, "TANDEM_BENCH_INSIDE": "1"}
        command = [python, __file__, program, paths]
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
