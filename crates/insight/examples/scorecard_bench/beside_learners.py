"""Other learners on the leads and columns from which Tandem learned its table.

    cargo run --release -p tandem-insight --example scorecard_bench -- Leads.csv > held.csv
    python3 beside_learners.py Leads.csv held.csv

Needs numpy, pandas, scikit-learn and lightgbm. held.csv names the clean columns and says which
leads were held out, with their points. Every learner sees the others, in the same columns.
"""

import sys

import lightgbm
import numpy
import pandas
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

HEADERS = {
    "lead.origin": "Lead Origin",
    "lead.source": "Lead Source",
    "lead.country": "Country",
    "lead.city": "City",
    "lead.specialization": "Specialization",
    "lead.heard_by": "How did you hear about X Education",
    "lead.profile": "Lead Profile",
    "lead.occupation": "What is your current occupation",
    "lead.visits": "TotalVisits",
    "lead.seconds_on_site": "Total Time Spent on Website",
    "lead.pages_per_visit": "Page Views Per Visit",
    "lead.activity_score": "Asymmetrique Activity Score",
    "lead.profile_score": "Asymmetrique Profile Score",
    "lead.opted_out": "Do Not Email",
    "lead.tags": "Tags",
    "lead.quality": "Lead Quality",
    "lead.last_notable_activity": "Last Notable Activity",
}


def interval(scores, outcomes):
    """DeLong's interval of 1988, by the definition: every pair."""
    one, other = scores[outcomes == 1], scores[outcomes == 0]
    beats = (one[:, None] > other[None, :]) + 0.5 * (one[:, None] == other[None, :])
    error = numpy.sqrt(
        beats.mean(axis=1).var(ddof=1) / len(one) + beats.mean(axis=0).var(ddof=1) / len(other)
    )
    area = beats.mean()
    return area, area - 1.959963984540054 * error, area + 1.959963984540054 * error


def main(leads_path, held_path):
    with open(held_path) as file:
        clean = [HEADERS[name] for name in file.readline().removeprefix("# ").split()]
    held = pandas.read_csv(held_path, skiprows=1)
    leads = pandas.read_csv(leads_path).replace("Select", numpy.nan)
    outcomes = leads["Converted"].to_numpy()
    out = held["points"].notna().to_numpy()
    columns = leads[clean].copy()
    for name in clean:
        if not pandas.api.types.is_numeric_dtype(columns[name]):
            columns[name] = columns[name].astype("category")
    dummies = pandas.get_dummies(columns, dummy_na=True)
    dummies = dummies.fillna(-1).astype(float)

    found = interval(held["points"].to_numpy()[out], outcomes[out])
    print(f"{len(leads)} leads, {out.sum()} held out, {len(clean)} clean columns")
    print(f"Tandem's points            AUC {found[0]:.4f} ({found[1]:.4f} to {found[2]:.4f})")
    learners = {
        "LightGBM 31 leaves x 100": (lightgbm.LGBMClassifier(verbose=-1, random_state=0), columns),
        "LightGBM 15 leaves x 150": (
            lightgbm.LGBMClassifier(
                n_estimators=150, learning_rate=0.05, num_leaves=15, verbose=-1, random_state=0
            ),
            columns,
        ),
        "scikit-learn boosting": (GradientBoostingClassifier(random_state=0), dummies),
        "logistic regression": (LogisticRegression(max_iter=5000), (dummies - dummies.mean()) / (dummies.std() + 1e-9)),
    }
    for name, (learner, data) in learners.items():
        learner.fit(data[~out], outcomes[~out])
        area = roc_auc_score(outcomes[out], learner.predict_proba(data[out])[:, 1])
        print(f"{name:26} AUC {area:.4f}; the points reach {found[0] / area:.4f} of it")


if __name__ == "__main__":
    main(*sys.argv[1:])
