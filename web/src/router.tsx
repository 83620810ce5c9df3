// Which address shows which screen. Filters are part of the address.

import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Link,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { readLeadFilter } from "./leads/filter";
import { LeadsPage } from "./leads/LeadsPage";
import { EnterPage, InvitationPage, SetUpPage } from "./session/Doors";
import { Guard } from "./session/Guard";
import { text } from "./text";
import { Empty } from "./ui/Empty";
import { ProblemNote } from "./ui/Problem";

function Broken({ error, reset }: ErrorComponentProps) {
  return <ProblemNote error={error} retry={reset} />;
}

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

const funnel = createRoute({
  getParentRoute: () => inside,
  path: "/funnel",
  validateSearch: readFunnelSearch,
  component: lazyRouteComponent(() => import("./funnel/FunnelPage"), "FunnelPage"),
});

const mirror = createRoute({
  getParentRoute: () => inside,
  path: "/mirror",
  component: lazyRouteComponent(() => import("./mirror/MirrorPage"), "MirrorPage"),
});

const charter = createRoute({
  getParentRoute: () => inside,
  path: "/charter",
  validateSearch: (search: Record<string, unknown>): { version?: number; file?: boolean } => ({
    ...(typeof search["version"] === "number" ? { version: search["version"] } : {}),
    ...(search["file"] === true ? { file: true } : {}),
  }),
  component: lazyRouteComponent(() => import("./charter/CharterPage"), "CharterPage"),
});

export interface FunnelSearch {
  by?: string;
  days?: number;
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
  };
}

const proposal = createRoute({
  getParentRoute: () => inside,
  path: "/proposals/$proposal",
  component: lazyRouteComponent(() => import("./proposals/ProposalPage"), "ProposalPage"),
});

const tree = root.addChildren([
  setup,
  invitation,
  enter,
  inside.addChildren([today, inbox, leads, lead, funnel, mirror, charter, proposal]),
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
