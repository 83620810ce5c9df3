// What became of the rows of an import, or would: what is new, what was known, what must be corrected.

import { type Report, rejectsAddress } from "../api/imports";
import { count, text } from "../text";
import css from "./imports.module.css";

const words = text.imports;

interface Props {
  report: Report;
  /** The import whose rejected rows can be had; absent for a preview. */
  of: number | undefined;
}

export function ReportView({ report, of }: Props) {
  const said: [number, string][] = [
    [report.leads_new, words.new.leads],
    [report.accounts_new, words.new.accounts],
    [report.opportunities_new, words.new.opportunities],
    [report.leads_linked, words.new.linked],
  ];
  return (
    <>
      <dl className={css.figures}>
        {said.map(([n, name]) => (
          <div key={name}>
            <dd>{count(n)}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      {report.absent.length > 0 && <p>{words.absent(report.absent.join(", "))}</p>}
      {report.notes.map((note) => (
        <p key={`${note.code} ${note.file ?? ""} ${note.text}`} className={css.quiet}>
          {note.text}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
      <div className={css.scroll} role="region" aria-label={words.files} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{words.files}</th>
              <th scope="col">{words.rowsRead}</th>
              <th scope="col">{words.rowsRejected}</th>
              <th scope="col">{words.factsNew}</th>
              <th scope="col">{words.factsKnown}</th>
            </tr>
          </thead>
          <tbody>
            {report.files.map((file) => (
              <tr key={file.name}>
                <th scope="row">
                  {file.name}
                  {file.stopped && <p className={css.trouble}>{file.stopped}</p>}
                </th>
                <td>{count(file.rows_read)}</td>
                <td data-trouble={file.rows_rejected > 0 || undefined}>
                  {count(file.rows_rejected)}
                </td>
                <td>{count(file.facts_new)}</td>
                <td>{count(file.facts_known)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {report.files
        .filter((file) => file.rejects.length > 0)
        .map((file) => (
          <Rejects key={file.name} file={file} of={of} />
        ))}
    </>
  );
}

function Rejects({ file, of }: { file: Report["files"][number]; of: number | undefined }) {
  return (
    <details className={css.understood}>
      <summary>
        {words.rejects}: {file.name}, {count(file.rows_rejected)}
      </summary>
      {of !== undefined && file.rejects_file && (
        <p>
          <a href={rejectsAddress(of, file.rejects_file)} download>
            {words.download}
          </a>
        </p>
      )}
      {file.rejects.length < file.rows_rejected && (
        <p className={css.quiet}>{words.rejectsFirst(file.rejects.length)}</p>
      )}
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.help}</th>
          </tr>
        </thead>
        <tbody>
          {file.rejects.map((reject) => (
            <tr key={`${reject.line} ${reject.column ?? ""} ${reject.reason}`}>
              <td>{count(reject.line)}</td>
              <td>{reject.column ?? "–"}</td>
              <td>{reject.reason}</td>
              <td>{reject.help}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
