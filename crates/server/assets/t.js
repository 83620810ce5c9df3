(function (w, d, n) {
  "use strict";
  var tag = d.currentScript || d.querySelector("script[data-key]");
  if (!tag) return;
  var key = tag.getAttribute("data-key");
  var host = tag.getAttribute("data-host") || new URL(tag.src, d.baseURI).origin;
  var early = (w.tandem && w.tandem.q) || [];
  // Whoever asks not to be followed is not; data-ignore-dnt leaves that to your consent banner.
  var off = !tag.hasAttribute("data-ignore-dnt") &&
    (n.doNotTrack === "1" || w.doNotTrack === "1" || n.globalPrivacyControl === true);
  var list = [], timer = 0, mem = {};

  function kept(name, value) {
    name = "tandem_" + name;
    if (value !== undefined) mem[name] = value;
    try {
      var s = w.localStorage;
      if (value === undefined) return s.getItem(name);
      if (value === null) s.removeItem(name);
      else s.setItem(name, value);
    } catch (e) {}
    return mem[name];
  }
  function id() {
    return "xxxxxxxx-xxxx-xxxx-xxxx".replace(/x/g, function () {
      return ((Math.random() * 16) | 0).toString(16);
    });
  }
  function send(leaving) {
    clearTimeout(timer);
    timer = 0;
    while (list.length) {
      var some = list.splice(0, 20), at = new Date().toISOString();
      var body = JSON.stringify({ writeKey: key, batch: some, sentAt: at });
      if (leaving !== true || !n.sendBeacon || !n.sendBeacon(host + "/v1/b", body)) post(some, body);
    }
  }
  function post(some, body) {
    // Each is tried three times; the server knows those that it has.
    function again() {
      some = some.filter(function (m) { return (m._t = (m._t || 0) + 1) < 3; });
      list = some.concat(list).slice(0, 500);
      if (list.length && !timer) timer = setTimeout(send, 5000);
    }
    w.fetch(host + "/v1/b", { method: "POST", body: body }).then(function (a) {
      if (a.status === 429 || a.status > 499) again();
    }, again);
  }
  function say(type, m) {
    if (off) return;
    var l = w.location, campaign = new URLSearchParams(l.search).get("utm_campaign");
    m.type = type;
    m.messageId = id();
    m.timestamp = new Date().toISOString();
    m.anonymousId = kept("anonymous") || kept("anonymous", id());
    m.userId = kept("user");
    m.context = {
      userAgent: n.userAgent,
      page: { path: l.pathname, url: l.href }
    };
    if (campaign) m.context.campaign = { name: campaign };
    list.push(m);
    if (list.length > 19) send();
    else if (!timer) timer = setTimeout(send, 500);
  }
  var api = w.tandem = {
    track: function (event, more) { say("track", { event: event, properties: more }); },
    page: function (name, more) { say("page", { name: name, properties: more }); },
    identify: function (user, traits) {
      if (user && typeof user === "object") { traits = user; user = 0; }
      if (user && !off) {
        if (kept("user") && kept("user") !== "" + user) kept("anonymous", null);
        kept("user", "" + user);
      }
      say("identify", { traits: traits });
    },
    group: function (group, traits) { say("group", { groupId: group, traits: traits }); },
    reset: function () { kept("user", null); kept("anonymous", null); },
    flush: send
  };
  early.forEach(function (c) { api[c[0]].apply(api, [].slice.call(c[1])); });
  d.addEventListener("visibilitychange", function () {
    if (d.visibilityState === "hidden") send(true);
  });
  if (!tag.hasAttribute("data-manual")) api.page();
})(window, document, navigator);
