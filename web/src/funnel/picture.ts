// The funnel as an image: its sentence and its bars, in the colours of the page.

import type { Funnel } from "../api/queries";
import { count, share, text } from "../text";
import { whole } from "../time/words";
import { drawing, lookOf, type Picture } from "./image";

export function imageOf(data: Funnel, sentence: string): Picture {
  const { stages, leads } = data.whole;
  const reached = new Map(stages.map((stage) => [stage.id, stage.reached]));
  const bars = stages.map((stage, at) => {
    const rate =
      at > 0 && stage.share_of_previous != null ? `, ${share(stage.share_of_previous)}` : "";
    const { target } = stage;
    return {
      name: stage.name,
      side: stage.side,
      reached: stage.reached,
      agreed: target ? target.rate * (reached.get(target.from) ?? 0) : undefined,
      said: `${count(stage.reached)}${rate}`,
    };
  });
  const note = text.funnel.imageNote(leads, whole(data.as_known ?? data.as_of.now));
  return drawing(sentence, note, bars, lookOf(document.documentElement));
}
