// The few pictures of the navigation, drawn as lines.

const PATHS = {
  today: "M4 6h16M4 12h10M4 18h13",
  inbox: "M4 13l2.5-7h11L20 13v5H4v-5zm0 0h5l1 2h4l1-2h5",
  leads:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5.5 8c.6-3 2.700-4.500 5.500-4.500s4.900 1.500 5.500 4.500M16 5.500a3 3 0 0 1 0 5.500m1.500 3.800c1.700.6 2.700 2 3 4.200",
  funnel: "M4 5h16M6.500 10h11M9 15h6M11 20h2",
  mirror: "M12 4v16M4 8h5v8H4zM15 8h5v8h-5z",
  charter: "M6 4h9l4 4v12H6zM9 12h7M9 16h7",
  imports: "M12 4v11m0 0l-4-4m4 4l4-4M4 19h16",
  findings: "M5 4h14v16H5zM9 16v-4M12 16V8M15 16v-6",
  settings: "M4 7h9m5 0h2M4 17h3m5 0h8M15.500 4.500v5M9.500 14.500v5",
  start: "M5 12l4 4L19 6",
  search: "M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zm4.500-1.500L20 20",
  more: "M5 12h.01M12 12h.01M19 12h.01",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.5 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
