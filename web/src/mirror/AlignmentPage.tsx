// How well both sides are aligned: an index that never stands without its parts, each with what is
// behind it, and its trend.

import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type Alignment, alignment, alignmentLeads } from "../api/insight";
import { Behind } from "../leads/Behind";
import { share, text } from "../text";
import { Found } from "../ui/Found";
import { Moment } from "../ui/Moment";
import { Page } from "../ui/Page";
import { Count, Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "../ui/table.module.css";
import { BAR_HEIGHT, BAR_MARK, ValueBars } from "../ui/ValueBars";
import { MIRROR_TABS } from "./tabs";

const words = text.insight.alignment;

type Period = Alignment["now"];
type Part = Period["parts"][number];

/** The leads of these parts can be listed; the others are sums of other things. */
const LISTED = ["acceptance", "kept_by_marketing", "kept_by_sales"];
const SIDES: Record<string, string> = {
  kept_by_marketing: "marketing",
  kept_by_sales: "sales",
};

export function AlignmentPage() {
  const { figure } = useSearch({ from: "/inside/alignment" });
  const navigate = useNavigate({ from: "/alignment" });
  const found = useQuery(alignment);
  const open = (next: string | undefined) =>
    void navigate({
      search: next === undefined ? {} : { figure: next },
      replace: true,
      resetScroll: false,
    });
  return (
    <Page title={words.title} sentence={found.data?.sentence}>
      <Tabs label={text.attribution.tabs} tabs={MIRROR_TABS} />
      {figure !== undefined && <Opened figure={figure} close={() => open(undefined)} />}
      <Found found={found}>
        {(data) => (
          <>
            <Bars parts={data.now.parts} />
            <Trend months={data.months} />
            <Parts period={data.now} figure={figure} open={open} />
          </>
        )}
      </Found>
    </Page>
  );
}

function Opened({ figure, close }: { figure: string; close: () => void }) {
  const found = useQuery(alignmentLeads(figure));
  const [part = "", of] = figure.split(":");
  const title = of === undefined ? nameOf(part) : `${nameOf(part)}, ${words.of}`;
  return <Behind title={title} found={found} close={close} />;
}

function nameOf(part: string): string {
  return words.names[part] ?? part.replaceAll("_", " ");
}

function Bars({ parts }: { parts: Part[] }) {
  return (
    <ValueBars
      values={parts
        .filter((it) => it.value != null)
        .map((it) => ({ ...it, value: it.part, at: it.value ?? 0 }))}
      name={(it) => nameOf(it.part)}
      said={(it) => share(it.at)}
      draw={(it) => (
        <>
          <rect
            className={css.bar}
            data-side={SIDES[it.part]}
            y="3"
            width={Math.min(100, it.at * 100)}
            height={BAR_HEIGHT - 6}
          />
          {it.low != null && it.high != null && (
            <rect
              className={css.mark}
              x={it.low * 100}
              y={BAR_HEIGHT / 2 - 1}
              width={Math.max(BAR_MARK, (it.high - it.low) * 100)}
              height="2"
            />
          )}
        </>
      )}
      caption={() => words.parts}
    />
  );
}

const WIDE = 100;
const HIGH = 40;

function Trend({ months }: { months: Period[] }) {
  const known = months.flatMap((it, at) => (it.index == null ? [] : [{ at, index: it.index }]));
  if (known.length < 2) return null;
  const place = ({ at, index }: { at: number; index: number }) =>
    `${(at / Math.max(1, months.length - 1)) * WIDE},${HIGH - index * HIGH}`;
  const said = months.map((it) => (it.index == null ? words.unknown : share(it.index))).join(", ");
  return (
    <section className={css.block}>
      <h2>{words.trend}</h2>
      <svg
        className={css.trend}
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        preserveAspectRatio="none"
        height="96"
        role="img"
        aria-label={words.trendLabel(said)}
      >
        <polyline points={known.map(place).join(" ")} />
      </svg>
      <Table label={words.trend}>
        <thead>
          <tr>
            <th scope="col">{text.funnel.from}</th>
            <th scope="col">{words.index}</th>
            {months[0]?.parts.map((it) => (
              <th scope="col" key={it.part}>
                {nameOf(it.part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.from}>
              <th scope="row">
                <Moment at={month.from} precision="day" />
              </th>
              <td>{month.index == null ? words.unknown : share(month.index)}</td>
              {month.parts.map((it) => (
                <td key={it.part}>{it.value == null ? words.unknown : share(it.value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

interface PartsProps {
  period: Period;
  figure: string | undefined;
  open: (figure: string) => void;
}

function Parts({ period, figure, open }: PartsProps) {
  return (
    <section className={css.block}>
      <h2>{words.parts}</h2>
      <Table label={words.parts}>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.between}</th>
            <th scope="col">{words.counted}</th>
            <th scope="col">{words.of}</th>
            <th scope="col" data-text>
              {words.reading}
            </th>
          </tr>
        </thead>
        <tbody>
          {period.parts.map((it) => {
            const opens = LISTED.includes(it.part);
            const of = `${it.part}:of`;
            return (
              <tr key={it.part}>
                <th scope="row">{nameOf(it.part)}</th>
                <td>{it.value == null ? words.unknown : share(it.value)}</td>
                <td>
                  {it.low == null || it.high == null
                    ? words.unknown
                    : text.insight.shareBetween(it.low, it.high)}
                </td>
                <td>
                  {opens ? (
                    <Count n={it.counted} isOpen={figure === it.part} open={() => open(it.part)} />
                  ) : (
                    words.unknown
                  )}
                </td>
                <td>
                  {opens ? (
                    <Count n={it.of} isOpen={figure === of} open={() => open(of)} />
                  ) : (
                    words.unknown
                  )}
                </td>
                <td data-text>{it.reading}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
