// A charter's file as a form, and changes to it that keep its comments and order.

import { answer, api, type Schemas } from "./client";

export type FormClause = Schemas["FormClauseDocument"];
export type FormField = Schemas["FormFieldDocument"];
export type Rule = Schemas["RuleDocument"];
export type Question = Schemas["RuleQuestionDocument"];
export type Literal = Schemas["RuleLiteralDocument"];
export type Edit = Schemas["EditSent"];
export type Formed = Schemas["Formed"];

/** The file with these changes made, and its form. */
export function form(text: string, edits: Edit[], signal?: AbortSignal): Promise<Formed> {
  const body = { text, edits };
  return answer(api.POST("/api/v1/charters/forms", { body, ...(signal ? { signal } : {}) }));
}
