// The funnel in a sentence: its largest loss against what was agreed.

import { share, text } from "../text";
import { hasTargets, type Loss, largestLoss, type Slice, steepest } from "./loss";

export function sentence(slice: Slice): string {
  const words = (loss: Loss) =>
    loss.agreed === undefined
      ? text.funnel.noTarget(loss.from, loss.to, share(loss.actual))
      : text.funnel.sentence(loss.from, loss.to, share(loss.actual), share(loss.agreed));
  const loss = largestLoss(slice);
  if (loss) return words(loss);
  if (hasTargets(slice)) return text.funnel.allKept;
  const steep = steepest(slice);
  return steep ? words(steep) : text.funnel.title;
}
