// Sends with our own library, as the page of it shows.
const { open } = require("./page.cjs");

const [host, writeKey, site] = process.argv.slice(2);

const load = async (dom, attributes) => {
  const code = await (await fetch(`${host}/t.js`)).text();
  const tag = dom.window.document.createElement("script");
  for (const [name, value] of Object.entries({ "data-key": writeKey, "data-host": host, ...attributes })) {
    tag.setAttribute(name, value);
  }
  dom.window.document.body.append(tag);
  dom.window.eval(code);
};

const sent = (dom) => {
  const bodies = [];
  const send = dom.window.fetch;
  dom.window.fetch = async (to, options) => {
    const answer = await send(to, options);
    if (answer.status !== 200) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
    bodies.push(JSON.parse(options.body));
    return answer;
  };
  return bodies;
};

const until = async (ready, what) => {
  for (let turn = 0; turn < 200; turn += 1) {
    if (ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen within ten seconds`);
};

const main = async () => {
  const dom = open("/pricing?utm_campaign=Spring", site);
  const bodies = sent(dom);
  // Called before the library is there.
  dom.window.tandem = { q: [["track", ["Plan Compared", { plan: "pro" }]]] };
  await load(dom, {});
  dom.window.tandem.identify("own-user", { email: "own@example.com", title: "CTO" });
  dom.window.tandem.group("own-group", { name: "Own Ltd", employees: 120 });
  dom.window.tandem.track("Demo Requested");
  await until(() => bodies.length > 0, "sending");
  const kinds = bodies.flatMap((body) => body.batch).map((message) => message.type);
  if (kinds.join() !== "track,page,identify,group,track") throw new Error(kinds.join());
  const id = dom.window.localStorage.getItem("tandem_anonymous");
  if (!bodies[0].batch.every((message) => message.anonymousId === id)) throw new Error("ids");

  const shy = open("/", site);
  Object.defineProperty(shy.window.navigator, "doNotTrack", { value: "1" });
  const nothing = sent(shy);
  await load(shy, {});
  shy.window.tandem.track("Demo Requested");
  shy.window.tandem.flush();
  await new Promise((resolve) => setTimeout(resolve, 700));
  if (nothing.length > 0 || shy.window.localStorage.length > 0) throw new Error("followed");
};

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
