// The charter in force, as a document that both teams signed.

import { Button, NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Refused } from "../api/client";
import { type Charter, charter, charterVersion, charterVersions, promises } from "../api/queries";
import { ChangeList } from "../proposals/ChangeList";
import { ProposalList } from "../proposals/ProposalLines";
import { useMe } from "../session/me";
import { count, share, text } from "../text";
import { Empty } from "../ui/Empty";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { person } from "../ui/person";
import css from "./charter.module.css";
import { compare } from "./compare";

export function CharterPage() {
  const { version, against, file } = useSearch({ from: "/inside/charter" });
  const navigate = useNavigate({ from: "/charter" });
  const me = useMe();
  const inForce = useQuery({ ...charter, enabled: version === undefined });
  const older = useQuery({
    ...charterVersion(version ?? 0),
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
  });
  const found = version === undefined ? inForce : older;
  const { data } = found;
  const isNone = found.error instanceof Refused && found.error.problem.code === "no_charter";
  return (
    <Page
      title={text.charter.title}
      sentence={data?.name}
      note={data && <Head document={data} />}
      actions={
        data && (
          <>
            <Button
              variant="default"
              onClick={() =>
                void navigate({
                  search: ({ file: _, ...rest }) => (file ? rest : { ...rest, file: true }),
                })
              }
            >
              {file ? text.charter.asText : text.charter.asFile}
            </Button>
            {me?.permissions.includes("proposals.write") && version === undefined && (
              <Button renderRoot={(props) => <Link to="/charter/edit" {...props} />}>
                {text.charter.edit}
              </Button>
            )}
          </>
        )
      }
    >
      {isNone && <Empty title={text.charter.none} hint={text.charter.noneHint} />}
      {found.isPending && <Waiting lines={12} />}
      {found.isError && !isNone && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && (
        <div className={css.columns}>
          <div>
            <Comparison document={data} against={against} />
            {file ? <AsFile text={data.text} /> : <Reading document={data} />}
          </div>
          <aside className={css.aside}>
            <Contents document={data} />
            <ProposalList />
            <Versions chosen={data.version.number} />
          </aside>
        </div>
      )}
    </Page>
  );
}

function Head({ document: { version } }: { document: Charter }) {
  return (
    <span className={css.head}>
      <span>
        {text.charter.inForce("")}
        <Moment at={version.in_force_from} precision="day" />
      </span>
      <span>{text.charter.version(version.number)}</span>
      <span>{text.charter.by(person(version.who))}</span>
      {version.is_trial && <span>{text.charter.trial}</span>}
    </span>
  );
}

/** What another version said differently; offered where there is another. */
function Comparison({ document, against }: { document: Charter; against: number | undefined }) {
  const navigate = useNavigate({ from: "/charter" });
  const known = useQuery(charterVersions);
  const other = useQuery({ ...charterVersion(against ?? 0), enabled: against !== undefined });
  const { number } = document.version;
  const others = known.data?.versions.filter((version) => version.number !== number) ?? [];
  if (others.length === 0) return null;
  const set = (chosen: string) =>
    void navigate({
      search: ({ against: _, ...rest }) =>
        chosen === "" ? rest : { ...rest, against: Number(chosen) },
      replace: true,
      resetScroll: false,
    });
  // Whichever is the later one, it is read forwards in time.
  const [from, to] =
    other.data && other.data.version.number > number
      ? [document, other.data]
      : [other.data, document];
  return (
    <section className={css.comparison}>
      <NativeSelect
        label={text.charter.compareWith}
        data={[
          { value: "", label: text.charter.compareNothing },
          ...others.map((version) => ({
            value: String(version.number),
            label: text.charter.version(version.number),
          })),
        ]}
        value={against === undefined ? "" : String(against)}
        onChange={(event) => set(event.currentTarget.value)}
      />
      {other.isError && <ProblemNote error={other.error} retry={() => void other.refetch()} />}
      {against !== undefined && from && (
        <>
          <h2>{text.charter.compared(from.version.number, to.version.number)}</h2>
          <ChangeList changes={compare(from.chapters, to.chapters)} />
        </>
      )}
    </section>
  );
}

function AsFile({ text: file }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key
    <pre className={css.file} role="region" aria-label={text.charter.asFile} tabIndex={0}>
      {file}
    </pre>
  );
}

function anchor(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function Reading({ document }: { document: Charter }) {
  return (
    <div className={css.reading}>
      {document.ideal_customer && (
        <section>
          <h2>{text.charter.ideal}</h2>
          <p>{document.ideal_customer}.</p>
        </section>
      )}
      {document.chapters.map((chapter) => (
        <section key={chapter.title} id={anchor(chapter.title)} data-side={chapter.side}>
          <h2>{chapter.title}</h2>
          <ul>
            {chapter.clauses.map((clause) => (
              <li key={clause.id}>
                <p>{clause.says}</p>
                <ClauseFigures id={clause.id} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What became of a promise so far, beside its clause. */
function ClauseFigures({ id }: { id: string }) {
  const { data } = useQuery(promises);
  const found = data?.promises.find((promise) => `promise.${promise.id}` === id);
  if (found === undefined || found.all === 0) return null;
  return (
    <p className={css.figures}>
      {found.share_kept != null && (
        <span>
          {text.today.kept} {share(found.share_kept)}
        </span>
      )}
      <span>
        {count(found.kept)} {text.today.kept}
      </span>
      <span>
        {count(found.broken)} {text.today.broken}
      </span>
      {found.still_open > 0 && (
        <span data-late="true">
          <span aria-hidden="true">▲ </span>
          {count(found.still_open)} {text.today.stillOpen}
        </span>
      )}
    </p>
  );
}

function Contents({ document }: { document: Charter }) {
  return (
    <nav aria-label={text.charter.chapters}>
      <h2>{text.charter.chapters}</h2>
      <ol>
        {document.chapters.map((chapter) => (
          <li key={chapter.title}>
            <a href={`#${anchor(chapter.title)}`} data-side={chapter.side}>
              {chapter.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Versions({ chosen }: { chosen: number }) {
  const { data } = useQuery(charterVersions);
  if (data === undefined) return null;
  const latest = [...data.versions].reverse();
  return (
    <section>
      <h2>{text.charter.history}</h2>
      <ol>
        {latest.map((version) => (
          <li key={version.number}>
            <Link
              to="/charter"
              search={{ version: version.number }}
              aria-current={version.number === chosen || undefined}
            >
              {text.charter.version(version.number)},{" "}
              <Moment at={version.in_force_from} precision="day" />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
