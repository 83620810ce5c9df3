//! How the page looks: as the app does, light and dark, on paper and on a phone.

/// Everything before the title.
pub(super) const HEAD_BEFORE_TITLE: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n\
<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
<meta name=\"referrer\" content=\"no-referrer\">\n<title>";

/// From the title to the page.
pub(super) const HEAD_AFTER_TITLE: &str = "</title>\n<style>
:root { color-scheme: light dark; --paper: #fff; --ink: #17181c; --ink-2: #565b66; --line: #e3e4e9;
  --mark: #8b909c; --marketing: #5b21b6; --sales: #047a91; }
@media (prefers-color-scheme: dark) { :root { --paper: #15171b; --ink: #ececf0; --ink-2: #a3a8b4;
  --line: #2c3038; --mark: #737987; --marketing: #9775fa; --sales: #66d9e8; } }
@media print { :root { --paper: #fff; --ink: #000; --ink-2: #444; --line: #ccc; --mark: #888;
  --marketing: #5b21b6; --sales: #047a91; } section { break-inside: avoid; }
  rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 14px/1.55 \"Inter Variable\", Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 760px; margin: 0 auto; padding: 32px 16px 48px; }
h1 { font-size: 28px; line-height: 1.25; letter-spacing: -.02em; margin: 0 0 8px; }
h2 { font-size: 16px; line-height: 1.4; font-weight: 600; margin: 0 0 12px; }
section { margin: 0 0 32px; padding-top: 16px; border-top: 1px solid var(--line); }
.kicker, .quiet, caption, footer, td.note { font-size: 12px; color: var(--ink-2); }
.kicker { font-weight: 500; margin: 0 0 4px; }
table { width: 100%; border-collapse: collapse; margin: 0 0 12px; }
caption { text-align: left; padding: 0 0 4px; }
th, td { padding: 4px 12px 4px 0; font-weight: 400; text-align: left; vertical-align: middle;
  overflow-wrap: anywhere; }
th { width: 26%; }
td.bar { width: 34%; }
td.share { text-align: right; white-space: nowrap; }
svg { display: block; width: 100%; }
rect { fill: var(--mark); }
rect.marketing { fill: var(--marketing); }
rect.sales { fill: var(--sales); }
.closing ul { margin: 0; padding: 0; list-style: none; }
.closing li { padding: 4px 0; border-bottom: 1px solid var(--line); }
details { font-size: 12px; }
@media (max-width: 520px) { th { width: 34%; } td.bar { width: 26%; } }
</style>\n</head>\n<body><main>\n";
