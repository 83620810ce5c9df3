// A page in a browser that is made of jsdom, with the network of Node.
const { JSDOM } = require("jsdom");

const ofNode = globalThis.fetch;
// Who ends before saying that all is well, because nothing was left to wait for, failed.
process.exitCode = 1;

exports.open = (address, site) => {
  const dom = new JSDOM("<!doctype html><title>Pricing</title><body></body>", {
    url: `${site}${address}`,
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
    pretendToBeVisual: true,
    runScripts: "outside-only",
  });
  // As browsers do, each request says from which site it comes.
  dom.window.fetch = (to, options = {}) =>
    ofNode(to, { ...options, headers: { ...options.headers, origin: site } });
  return dom;
};
