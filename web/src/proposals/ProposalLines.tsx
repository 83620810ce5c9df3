// Proposals in a few lines: beside the charter, and on Today where one waits for whoever looks.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { proposal, proposals } from "../api/proposals";
import { useMe } from "../session/me";
import { text } from "../text";
import { person } from "../ui/person";
import { awaits } from "./ProposalPage";
import css from "./proposals.module.css";

/** All of them, the last first. */
export function ProposalList() {
  const { data } = useQuery(proposals);
  if (data === undefined || data.proposals.length === 0) return null;
  return (
    <section>
      <h2>{text.proposals.title}</h2>
      <ol>
        {data.proposals.map((line) => (
          <li key={line.id}>
            <Link to="/proposals/$proposal" params={{ proposal: String(line.id) }}>
              {line.title}, {text.proposals.states[line.state] ?? line.state}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Those that are open, with what is asked of whoever looks. */
export function WaitingProposals() {
  const { data } = useQuery(proposals);
  const open = data?.proposals.filter((line) => line.state === "open") ?? [];
  if (open.length === 0) return null;
  return (
    <ul className={css.waiting}>
      {open.map((line) => (
        <WaitingProposal key={line.id} id={line.id} title={line.title} who={line.who} />
      ))}
    </ul>
  );
}

function WaitingProposal({ id, title, who }: { id: number; title: string; who: string }) {
  const { data } = useQuery(proposal(id));
  const known = useMe();
  const isAsked = data !== undefined && awaits(data, known?.signs_as);
  return (
    <li>
      <Link to="/proposals/$proposal" params={{ proposal: String(id) }}>
        <span>{text.proposals.proposes(person(who), title)}</span>
        <span className={css.asked}>{isAsked ? text.proposals.yours : text.proposals.read}</span>
      </Link>
    </li>
  );
}
