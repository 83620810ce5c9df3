// The way of a lead: marketing's stages on the left, sales' on the right, the hand-off between.

import type { Charter, LeadPage } from "../api/queries";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import css from "./lead.module.css";
import { steps } from "./path";

export function Path({ charter, page }: { charter: Charter; page: LeadPage }) {
  return (
    <ol className={css.path} aria-label={text.lead.path}>
      {steps(charter, page).map((step) => (
        <li
          key={step.id}
          data-side={step.side}
          data-entered={step.at !== undefined || undefined}
          data-seam={step.isSeam || undefined}
          aria-current={step.isHere ? "step" : undefined}
        >
          <span className={css.stepName}>{step.name}</span>
          <span className={css.stepAt}>
            {step.at ? <Moment at={step.at} precision="day" /> : "\u00a0"}
          </span>
        </li>
      ))}
    </ol>
  );
}
