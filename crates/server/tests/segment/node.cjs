// Sends with Segment's library for Node, as its documentation shows it.
const { Analytics } = require("@segment/analytics-node");

const [host, writeKey] = process.argv.slice(2);
const analytics = new Analytics({ host, writeKey, flushAt: 4, maxRetries: 1 });
const failures = [];
analytics.on("error", (error) => failures.push(String(error.reason || error.code)));

analytics.page({ anonymousId: "node-browser", properties: { path: "/pricing" } });
analytics.identify({
  anonymousId: "node-browser",
  userId: "node-user",
  traits: { email: "node@example.com", name: "Ann Node", title: "CTO" },
});
analytics.track({
  userId: "node-user",
  event: "Demo Requested",
  properties: { plan: "pro", seats: 12 },
  timestamp: new Date(Date.now() - 3600_000),
});
analytics.group({ userId: "node-user", groupId: "node-group", traits: { name: "Node Ltd", employees: 120 } });
analytics.screen({ userId: "node-user", name: "Home" });
analytics.alias({ userId: "node-user", previousId: "node-before" });
analytics.track({ userId: "node-before", event: "Webinar Attended" });
analytics.closeAndFlush({ timeout: 20_000 }).then(() => {
  if (failures.length > 0) {
    console.error(failures.join("\n"));
    process.exit(1);
  }
});
