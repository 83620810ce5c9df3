// How far setting up is. Nothing of it is stored: each step is done when what it brings about is
// there, so that it can be left, and taken up by somebody else.

export const STEPS = ["company", "data", "findings", "charter", "invite"] as const;

export type Step = (typeof STEPS)[number];

export interface Known {
  /** Somebody said which company uses Tandem. */
  hasCompany: boolean;
  /** An import is done. */
  hasData: boolean;
  /** A charter decides. */
  hasCharter: boolean;
  /** The roles of those who came in or are invited. */
  roles: string[];
}

/** The leaders of both sides, marketing first, as a lead travels. */
export const HEADS = ["marketing_head", "sales_head"] as const;

export function isDone(step: Step, known: Known): boolean {
  switch (step) {
    case "company":
      return known.hasCompany;
    case "data":
      return known.hasData || known.hasCharter;
    case "findings":
      return known.hasCharter;
    case "charter":
      return known.hasCharter;
    case "invite":
      return HEADS.every((head) => known.roles.includes(head));
  }
}

/** How many steps are done. */
export function doneCount(known: Known): number {
  return STEPS.filter((step) => isDone(step, known)).length;
}

/** The step to show: the one that was asked for, or else the first that is not done. */
export function stepOf(known: Known, asked: Step | undefined): Step {
  return asked ?? STEPS.find((step) => !isDone(step, known)) ?? "invite";
}

export function readStep(said: unknown): Step | undefined {
  return STEPS.find((step) => step === said);
}
