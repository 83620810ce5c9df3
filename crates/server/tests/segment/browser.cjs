// Sends with Segment's library for browsers, as its documentation shows it.
const { open } = require("./page.cjs");

const [host, writeKey, site] = process.argv.slice(2);
const dom = open("/pricing?utm_campaign=Spring", site);
for (const name of ["window", "document", "location", "localStorage", "fetch"]) {
  Object.defineProperty(globalThis, name, { value: name === "window" ? dom.window : dom.window[name], configurable: true, writable: true });
}
Object.defineProperty(globalThis, "navigator", { value: dom.window.navigator, configurable: true });

const { AnalyticsBrowser } = require("@segment/analytics-next");

const main = async () => {
  const analytics = AnalyticsBrowser.load({ writeKey, cdnURL: host }, { retryQueue: false });
  const failures = [];
  analytics.on("error", (error) => failures.push(String(error.reason || error.code)));
  await analytics.page();
  await analytics.track("Plan Compared", { plan: "pro" });
  await analytics.identify("browser-user", { email: "browser@example.com", title: "CTO" });
  await analytics.group("browser-group", { name: "Browser Ltd", employees: 120 });
  await analytics.track("Demo Requested");
  if (failures.length > 0) throw new Error(failures.join("\n"));
};

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
