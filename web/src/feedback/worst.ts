// Of which leads sales refuses most, as far as that is sure.

import type { Feedback } from "../api/feedback";

type Figures = Feedback["whole"];

/** The value of which the most are refused at least; none where there are too few verdicts. */
export function worst(values: Figures[]): Figures | undefined {
  const sure = values.filter((it) => !it.is_small && it.value !== "" && it.share_refused != null);
  const least = (it: Figures) => it.share_refused_low ?? 0;
  return sure.reduce<Figures | undefined>(
    (most, it) => (most === undefined || least(it) > least(most) ? it : most),
    undefined,
  );
}
