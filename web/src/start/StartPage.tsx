// The first ten minutes: from an empty server to a running trial, with the other side invited.

import { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { useMe } from "../session/me";
import { text } from "../text";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { CharterStep } from "./CharterStep";
import { CompanyStep } from "./CompanyStep";
import { DataStep } from "./DataStep";
import { FindingsStep } from "./FindingsStep";
import { InviteStep } from "./InviteStep";
import { doneCount, isDone, type Known, STEPS, type Step, stepOf } from "./progress";
import css from "./start.module.css";
import { useProgress } from "./useProgress";

const words = text.start;

const SCREENS = {
  company: CompanyStep,
  data: DataStep,
  findings: FindingsStep,
  charter: CharterStep,
  invite: InviteStep,
} as const;

export function StartPage() {
  const me = useMe();
  const known = useProgress();
  const { step: asked } = useSearch({ from: "/inside/start" });
  const navigate = useNavigate();
  if (me === undefined) return null;
  if (!me.permissions.includes("charters.adopt")) {
    return (
      <Page title={words.title}>
        <Empty title={words.notYours} hint={words.notYoursHint}>
          <Link to="/">{text.places.today}</Link>
        </Empty>
      </Page>
    );
  }
  if (known === undefined) {
    return (
      <Page title={words.title}>
        <Waiting lines={8} />
      </Page>
    );
  }
  // The step stays the same while what it brings about comes true, until one goes on.
  if (asked === undefined) {
    return <Navigate to="/start" search={{ step: stepOf(known, undefined) }} replace />;
  }
  const step = asked;
  const Screen = SCREENS[step];
  const next = STEPS[STEPS.indexOf(step) + 1];
  const goOn = () => {
    if (next === undefined) void navigate({ to: "/" });
    else void navigate({ to: "/start", search: { step: next } });
  };
  return (
    <Page title={words.title} sentence={words.says[step]} note={words.notes[step]}>
      <div className={css.guide}>
        <Steps known={known} step={step} />
        <div className={css.screen}>
          <Screen goOn={goOn} />
        </div>
      </div>
    </Page>
  );
}

function Steps({ known, step }: { known: Known; step: Step }) {
  return (
    <nav aria-label={words.steps} className={css.steps}>
      <p className={css.quiet}>{words.progress(doneCount(known), STEPS.length)}</p>
      <ol>
        {STEPS.map((it) => (
          <li key={it}>
            <Link
              to="/start"
              search={{ step: it }}
              aria-current={it === step ? "step" : undefined}
              data-done={isDone(it, known) || undefined}
            >
              <span aria-hidden="true" className={css.mark}>
                {isDone(it, known) ? "✓" : STEPS.indexOf(it) + 1}
              </span>
              {words.names[it]}
              {isDone(it, known) && <span className={css.hidden}>, {words.done}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
