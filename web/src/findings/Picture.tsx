// The picture of a finding: bars, or those sent above those won.

import type { Finding, Part } from "../api/start";
import { count, share, text } from "../text";
import css from "./findings.module.css";
import { type Bars, barsOf, type Pair, pairsOf } from "./parts";

const words = text.findings;
const HEIGHT = 14;

export function Picture({ finding }: { finding: Finding }) {
  const pairs = pairsOf(finding.id, finding.parts);
  if (pairs) return <Pairs by={pairs.by} pairs={pairs.pairs} />;
  return (
    <>
      {barsOf(finding.id, finding.parts).map((list) => (
        <List key={list.name} list={list} />
      ))}
    </>
  );
}

function List({ list }: { list: Bars }) {
  const most = Math.max(...list.bars.map((part) => part.share ?? 0), Number.MIN_VALUE);
  if (list.bars.length === 0) return null;
  return (
    <figure className={css.bars}>
      {list.name !== "all" && <figcaption>{words.list(list.name)}</figcaption>}
      <ul>
        {list.bars.map((part) => (
          <li key={part.label}>
            <span>{part.label || words.unknown}</span>
            <Bar part={(part.share ?? 0) / most} side={list.side} />
            <b>{part.share == null ? "–" : share(part.share)}</b>
            <span className={css.of}>
              {words.of(part.n, part.of)}
              {part.is_small_sample && `, ${words.few}`}
              {part.note && `, ${part.note}`}
            </span>
          </li>
        ))}
      </ul>
      {list.more > 0 && <p className={css.quiet}>{words.more(list.more)}</p>}
    </figure>
  );
}

function Pairs({ by, pairs }: { by: string; pairs: Pair[] }) {
  const shares = pairs.flatMap(({ sent, won }) => [sent.share ?? 0, won.share ?? 0]);
  const most = Math.max(...shares, Number.MIN_VALUE);
  return (
    <figure className={css.bars}>
      <figcaption>{words.pairs(by)}</figcaption>
      <ul>
        {pairs.map(({ label, sent, won }) => (
          <li key={label} className={css.pair}>
            <span>{label || words.unknown}</span>
            <Half part={sent} most={most} side="marketing" said={words.sent} />
            <Half part={won} most={most} side="sales" said={words.won} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

interface HalfProps {
  part: Part;
  most: number;
  side: "marketing" | "sales";
  said: string;
}

function Half({ part, most, side, said }: HalfProps) {
  return (
    <>
      <Bar part={(part.share ?? 0) / most} side={side} />
      <b>{part.share == null ? "–" : share(part.share)}</b>
      <span className={css.of}>
        {said} (n = {count(part.n)})
      </span>
    </>
  );
}

function Bar({ part, side }: { part: number; side: Bars["side"] }) {
  return (
    <svg
      aria-hidden="true"
      data-side={side}
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      height={HEIGHT}
    >
      <rect width={Math.max(part > 0 ? 0.6 : 0, part * 100)} height={HEIGHT} />
    </svg>
  );
}
