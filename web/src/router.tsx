// Which address shows which screen. Filters are part of the address.

import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
} from "@tanstack/react-router";
import type { FeedbackFigure } from "./api/feedback";
import type { CohortFigure, PlanAsked, RestatementFigure, TwoFigures } from "./api/insight";
import { readLeadFilter } from "./leads/filter";
import { LeadsPage } from "./leads/LeadsPage";
import { readDays } from "./metrics/value";
import { EnterPage, InvitationPage, PasswordPage, SetUpPage } from "./session/Doors";
import { Guard } from "./session/Guard";
import { ReturnedPage } from "./session/Returned";
import { readAuditSearch, readOutboxSearch } from "./settings/search";
import { readStep, type Step } from "./start/progress";
import { text } from "./text";
import { Broken } from "./ui/Broken";
import { Empty } from "./ui/Empty";

function NotFound() {
  return (
    <Empty title={text.shell.notFound}>
      <Link to="/leads">{text.shell.toLeads}</Link>
    </Empty>
  );
}

const root = createRootRoute({ notFoundComponent: NotFound });

/** Everything for which one is signed in. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Guard });

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: SetUpPage,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: InvitationPage,
});

const enter = createRoute({
  getParentRoute: () => root,
  path: "/enter",
  component: EnterPage,
});

const returned = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: ReturnedPage,
});

const password = createRoute({
  getParentRoute: () => root,
  path: "/password",
  component: PasswordPage,
});

const today = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("./today/TodayPage"), "TodayPage"),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: "/inbox",
  validateSearch: (search: Record<string, unknown>): { all?: boolean } =>
    search["all"] === true ? { all: true } : {},
  component: lazyRouteComponent(() => import("./inbox/InboxPage"), "InboxPage"),
});

const leads = createRoute({
  getParentRoute: () => inside,
  path: "/leads",
  validateSearch: readLeadFilter,
  component: LeadsPage,
});

const lead = createRoute({
  getParentRoute: () => inside,
  path: "/leads/$lead",
  component: lazyRouteComponent(() => import("./lead/LeadPage"), "LeadPage"),
});

const accounts = createRoute({
  getParentRoute: () => inside,
  path: "/accounts",
  validateSearch: (search: Record<string, unknown>): { text?: string } => {
    const { text } = search;
    const said = typeof text === "number" ? String(text) : text;
    return typeof said === "string" && said.trim() !== "" ? { text: said } : {};
  },
  component: lazyRouteComponent(() => import("./accounts/AccountsPage"), "AccountsPage"),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: "/accounts/$account",
  component: lazyRouteComponent(() => import("./accounts/AccountPage"), "AccountPage"),
});

const funnel = createRoute({
  getParentRoute: () => inside,
  path: "/funnel",
  validateSearch: readFunnelSearch,
  component: lazyRouteComponent(() => import("./funnel/FunnelPage"), "FunnelPage"),
});

const metrics = createRoute({
  getParentRoute: () => inside,
  path: "/figures",
  validateSearch: (search: Record<string, unknown>): { days?: number } => {
    const days = readDays(search["days"]);
    return days === undefined ? {} : { days };
  },
  component: lazyRouteComponent(() => import("./metrics/MetricsPage"), "MetricsPage"),
});

const mirror = createRoute({
  getParentRoute: () => inside,
  path: "/mirror",
  component: lazyRouteComponent(() => import("./mirror/MirrorPage"), "MirrorPage"),
});

const charter = createRoute({
  getParentRoute: () => inside,
  path: "/charter",
  validateSearch: readCharterSearch,
  component: lazyRouteComponent(() => import("./charter/CharterPage"), "CharterPage"),
});

const charterEdit = createRoute({
  getParentRoute: () => inside,
  path: "/charter/edit",
  validateSearch: (search: Record<string, unknown>): { proposal?: number } =>
    typeof search["proposal"] === "number" ? { proposal: search["proposal"] } : {},
  component: lazyRouteComponent(() => import("./charter/EditPage"), "EditPage"),
});

export interface CharterSearch {
  version?: number;
  /** The version that it is compared with. */
  against?: number;
  file?: boolean;
}

function readCharterSearch(search: Record<string, unknown>): CharterSearch {
  return {
    ...(typeof search["version"] === "number" ? { version: search["version"] } : {}),
    ...(typeof search["against"] === "number" ? { against: search["against"] } : {}),
    ...(search["file"] === true ? { file: true } : {}),
  };
}

export interface FunnelSearch {
  by?: string;
  days?: number;
  /** Beside as many days before them. */
  vs?: boolean;
  /** As known at the end of this day, as 2027-03-04. */
  known?: string;
  stage?: string;
  figure?: string;
  value?: string;
}

function readFunnelSearch(search: Record<string, unknown>): FunnelSearch {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? { [name]: value } : {};
  };
  const days = search["days"];
  return {
    ...text("by"),
    ...text("stage"),
    ...text("figure"),
    ...text("value"),
    ...(typeof days === "number" ? { days } : {}),
    ...(search["vs"] === true ? { vs: true } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(String(search["known"])) ? text("known") : {}),
  };
}

const proposal = createRoute({
  getParentRoute: () => inside,
  path: "/proposals/$proposal",
  component: lazyRouteComponent(() => import("./proposals/ProposalPage"), "ProposalPage"),
});

const feedback = createRoute({
  getParentRoute: () => inside,
  path: "/feedback",
  validateSearch: (search: Record<string, unknown>): FeedbackFigure => ({
    ...(typeof search["by"] === "string" ? { by: search["by"] } : {}),
    ...(typeof search["figure"] === "string" ? { figure: search["figure"] } : {}),
    ...(typeof search["value"] === "string" ? { value: search["value"] } : {}),
  }),
  component: lazyRouteComponent(() => import("./feedback/FeedbackPage"), "FeedbackPage"),
});

const attribution = createRoute({
  getParentRoute: () => inside,
  path: "/attribution",
  validateSearch: (search: Record<string, unknown>): { by?: string; model?: string } => ({
    ...(typeof search["by"] === "string" ? { by: search["by"] } : {}),
    ...(typeof search["model"] === "string" ? { model: search["model"] } : {}),
  }),
  component: lazyRouteComponent(() => import("./attribution/AttributionPage"), "AttributionPage"),
});

/** Texts and numbers of an address, of those names that a page knows. */
function only<T>(
  search: Record<string, unknown>,
  { texts, numbers = [] }: { texts: string[]; numbers?: string[] },
): T {
  const found = Object.entries(search).filter(
    ([name, value]) =>
      (texts.includes(name) && typeof value === "string" && value !== "") ||
      (numbers.includes(name) && typeof value === "number"),
  );
  return Object.fromEntries(found) as T;
}

const cohorts = createRoute({
  getParentRoute: () => inside,
  path: "/cohorts",
  validateSearch: (search: Record<string, unknown>): CohortFigure =>
    only(search, { texts: ["stage", "every", "began", "figure"], numbers: ["age_days"] }),
  component: lazyRouteComponent(() => import("./funnel/CohortsPage"), "CohortsPage"),
});

export interface PlannerSearch extends PlanAsked {
  figure?: string;
  /** Whether the figure is of the plan or of the forecast. */
  of?: "plan" | "forecast";
}

const planner = createRoute({
  getParentRoute: () => inside,
  path: "/planner",
  validateSearch: (search: Record<string, unknown>): PlannerSearch =>
    only(search, { texts: ["figure", "of"], numbers: ["goal", "days"] }),
  component: lazyRouteComponent(() => import("./funnel/PlannerPage"), "PlannerPage"),
});

export interface CoverageSearch {
  figure?: string;
  /** Empty for what is not known. */
  territory_value?: string;
  segment_value?: string;
}

const coverage = createRoute({
  getParentRoute: () => inside,
  path: "/coverage",
  validateSearch: (search: Record<string, unknown>): CoverageSearch => {
    const text = (name: keyof CoverageSearch) => {
      const value = search[name];
      // What looks like a number in an address is read as one.
      return value === undefined ? {} : { [name]: String(value) };
    };
    return { ...text("figure"), ...text("territory_value"), ...text("segment_value") };
  },
  component: lazyRouteComponent(() => import("./funnel/CoveragePage"), "CoveragePage"),
});

export interface PeriodsSearch extends Partial<RestatementFigure> {
  seal?: number;
}

const periods = createRoute({
  getParentRoute: () => inside,
  path: "/periods",
  validateSearch: (search: Record<string, unknown>): PeriodsSearch =>
    only(search, { texts: ["metric", "cause", "change"], numbers: ["seal"] }),
  component: lazyRouteComponent(() => import("./funnel/PeriodsPage"), "PeriodsPage"),
});

export interface TwoSearch extends TwoFigures {
  cause?: string | undefined;
  change?: string;
}

const TERMS = ["stage", "anchor", "from", "until", "as_known"];

const twoFigures = createRoute({
  getParentRoute: () => inside,
  path: "/two-figures",
  validateSearch: (search: Record<string, unknown>): TwoSearch =>
    only(search, {
      texts: [...TERMS, ...TERMS.map((name) => `other_${name}`), "cause", "change"],
    }),
  component: lazyRouteComponent(() => import("./funnel/TwoFiguresPage"), "TwoFiguresPage"),
});

const alignment = createRoute({
  getParentRoute: () => inside,
  path: "/alignment",
  validateSearch: (search: Record<string, unknown>): { figure?: string } =>
    only(search, { texts: ["figure"] }),
  component: lazyRouteComponent(() => import("./mirror/AlignmentPage"), "AlignmentPage"),
});

const learned = createRoute({
  getParentRoute: () => inside,
  path: "/learned",
  validateSearch: (search: Record<string, unknown>): { outcome?: string; figure?: string } =>
    only(search, { texts: ["outcome", "figure"] }),
  component: lazyRouteComponent(() => import("./mirror/LearnedPage"), "LearnedPage"),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: "/imports",
  component: lazyRouteComponent(() => import("./imports/ImportsPage"), "ImportsPage"),
});

const oneImport = createRoute({
  getParentRoute: () => inside,
  path: "/imports/$import",
  component: lazyRouteComponent(() => import("./imports/ImportPage"), "ImportPage"),
});

const findings = createRoute({
  getParentRoute: () => inside,
  path: "/findings",
  validateSearch: (search: Record<string, unknown>): { leads?: string } =>
    typeof search["leads"] === "string" ? { leads: search["leads"] } : {},
  component: lazyRouteComponent(() => import("./findings/FindingsPage"), "FindingsPage"),
});

const start = createRoute({
  getParentRoute: () => inside,
  path: "/start",
  validateSearch: (search: Record<string, unknown>): { step?: Step } => {
    const step = readStep(search["step"]);
    return step === undefined ? {} : { step };
  },
  component: lazyRouteComponent(() => import("./start/StartPage"), "StartPage"),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/Frame"), "SettingsFrame"),
});

const settingsPages = [
  createRoute({
    getParentRoute: () => settings,
    path: "/",
    component: lazyRouteComponent(() => import("./settings/MinePage"), "MinePage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/people",
    component: lazyRouteComponent(() => import("./settings/PeoplePage"), "PeoplePage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/teams",
    component: lazyRouteComponent(() => import("./settings/TeamsPage"), "TeamsPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/roster",
    component: lazyRouteComponent(() => import("./settings/RosterPage"), "RosterPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/tokens",
    validateSearch: (search: Record<string, unknown>): { all?: boolean } =>
      search["all"] === true ? { all: true } : {},
    component: lazyRouteComponent(() => import("./settings/TokensPage"), "TokensPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/write-keys",
    component: lazyRouteComponent(() => import("./settings/WriteKeysPage"), "WriteKeysPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/webhooks",
    component: lazyRouteComponent(() => import("./settings/WebhooksPage"), "WebhooksPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/outbox",
    validateSearch: readOutboxSearch,
    component: lazyRouteComponent(() => import("./settings/OutboxPage"), "OutboxPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/audit",
    validateSearch: readAuditSearch,
    component: lazyRouteComponent(() => import("./settings/AuditPage"), "AuditPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/workspace",
    component: lazyRouteComponent(() => import("./settings/WorkspacePage"), "WorkspacePage"),
  }),
] as const;

const tree = root.addChildren([
  setup,
  invitation,
  enter,
  returned,
  password,
  inside.addChildren([
    today,
    inbox,
    leads,
    lead,
    accounts,
    account,
    funnel,
    cohorts,
    planner,
    coverage,
    metrics,
    periods,
    twoFigures,
    mirror,
    learned,
    alignment,
    charter,
    charterEdit,
    proposal,
    feedback,
    attribution,
    imports,
    oneImport,
    findings,
    start,
    settings.addChildren(settingsPages),
  ]),
]);

export function createAppRouter() {
  return createRouter({
    routeTree: tree,
    defaultPreload: "intent",
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
