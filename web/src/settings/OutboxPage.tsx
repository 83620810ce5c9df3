// The outbox: what could not be delivered first, with what went wrong and the way to send it again.

import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { changes, type Message, outbox } from "../api/settings";
import { useMe } from "../session/me";
import { count, text } from "../text";
import { Empty } from "../ui/Empty";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { useChange } from "./change";
import { More } from "./More";
import { STATES } from "./search";
import css from "./settings.module.css";
import { Twice } from "./Twice";

const words = text.settings.outbox;

export function OutboxPage() {
  const { state = "dead" } = useSearch({ from: "/inside/settings/outbox" });
  const navigate = useNavigate({ from: "/settings/outbox" });
  const found = useInfiniteQuery(outbox(state));
  const me = useMe();
  const mayResend = me?.permissions.includes("notices.resend") ?? false;
  const messages = found.data?.pages.flatMap((page) => page.messages) ?? [];
  const counts = new Map(
    found.data?.pages.at(-1)?.counts.map((it) => [it.state, it.messages] as const) ?? [],
  );
  return (
    <Page
      title={text.settings.names.outbox}
      sentence={found.data && words.sentence(counts.get("dead") ?? 0)}
    >
      <div className={css.tabs} role="group" aria-label={words.state}>
        {STATES.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === state}
            onClick={() =>
              void navigate({ search: each === "dead" ? {} : { state: each }, replace: true })
            }
          >
            {words.states[each]} {count(counts.get(each) ?? 0)}
          </button>
        ))}
      </div>
      {found.isPending && <Waiting lines={5} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data && messages.length === 0 && <Empty title={words.none[state]} />}
      {messages.length > 0 && (
        <table className={css.table} data-cards aria-label={words.states[state]}>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.whom}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.tries}</th>
              <th scope="col">{words.error}</th>
              {mayResend && <th scope="col">{text.settings.people.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {messages.map((message) => (
              <Row key={message.id} message={message} mayResend={mayResend} />
            ))}
          </tbody>
        </table>
      )}
      <More list={found} />
    </Page>
  );
}

function Row({ message, mayResend }: { message: Message; mayResend: boolean }) {
  const resend = useChange(() => changes.resend(message.id), { says: () => words.resent });
  const discard = useChange(() => changes.discard(message.id), { says: () => words.discarded });
  const name = text.settings.mine.kinds[message.kind] ?? message.kind;
  const at = message.ended_at ?? message.acts_at ?? message.created_at;
  return (
    <tr>
      <th scope="row">
        {message.lead ? (
          <Link to="/leads/$lead" params={{ lead: message.lead }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td className={css.mono}>{message.recipient}</td>
      <td>{message.channel}</td>
      <td>{at && <Moment at={at} />}</td>
      <td>{count(message.attempts)}</td>
      <td className={css.mono}>{message.last_error}</td>
      {mayResend && (
        <td>
          <span className={css.doing}>
            {message.state === "dead" && (
              <button
                type="button"
                className={css.textButton}
                disabled={resend.isPending}
                aria-label={`${words.resend}: ${name}`}
                onClick={() => resend.mutate(undefined)}
              >
                {words.resend}
              </button>
            )}
            {(message.state === "dead" || message.state === "waiting") && (
              <Twice name={words.discard} of={name} act={() => discard.mutate(undefined)} />
            )}
          </span>
        </td>
      )}
    </tr>
  );
}
