// The leaders of both sides, invited by a link each: marketing left, sales right.

import { Button, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { changes, invitations, users } from "../api/settings";
import { useMe } from "../session/me";
import { fieldProblems, otherProblem, useChange } from "../settings/change";
import { Copied } from "../settings/ShownOnce";
import { text } from "../text";
import { Waiting } from "../ui/Page";
import { HEADS } from "./progress";
import css from "./start.module.css";

const words = text.start.invite;

export function InviteStep({ goOn }: { goOn: () => void }) {
  const me = useMe();
  const mayManage = me?.permissions.includes("users.manage") ?? false;
  const people = useInfiniteQuery(users);
  const invited = useInfiniteQuery({ ...invitations, enabled: mayManage });
  if (people.isPending || invited.isLoading) return <Waiting lines={6} />;
  const here = people.data?.pages.flatMap((page) => page.users) ?? [];
  const waiting = invited.data?.pages.flatMap((page) => page.invitations) ?? [];
  return (
    <>
      <div className={css.heads}>
        {HEADS.map((role) => (
          <section
            key={role}
            className={css.head}
            data-side={role === "marketing_head" ? "marketing" : "sales"}
            aria-label={text.settings.roles[role] ?? role}
          >
            <h2>{text.settings.roles[role] ?? role}</h2>
            {here
              .filter((user) => user.role === role && !user.deactivated_at)
              .map((user) => (
                <p key={user.id}>{words.isHere(user.name)}</p>
              ))}
            <Head
              role={role}
              mayManage={mayManage}
              waiting={waiting.filter((it) => it.role === role).map(({ name }) => name)}
              isHere={here.some((user) => user.role === role)}
            />
          </section>
        ))}
      </div>
      <div className={css.go}>
        <Button onClick={goOn}>{words.toToday}</Button>
        <Link to="/settings/people">{words.others}</Link>
      </div>
    </>
  );
}

interface Props {
  role: string;
  mayManage: boolean;
  waiting: string[];
  isHere: boolean;
}

function Head({ role, mayManage, waiting, isHere }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [link, setLink] = useState<{ url: string; name: string }>();
  const invite = useChange(changes.invite, {
    isForm: true,
    after: ({ invitation, url }) => setLink({ url, name: invitation.name }),
  });
  const problems = fieldProblems(invite.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ name: name.trim(), email: email.trim(), role });
  };
  if (link) {
    return (
      <div className={css.link}>
        <p>{words.hand(link.name)}</p>
        <Copied value={link.url} />
        <p className={css.quiet}>{words.linkHint}</p>
      </div>
    );
  }
  if (isHere) return null;
  return (
    <>
      {waiting.map((who) => (
        <p key={who}>{words.waits(who)}</p>
      ))}
      {!mayManage && waiting.length === 0 && <p className={css.quiet}>{words.askAdmin}</p>}
      {mayManage && (
        <form onSubmit={send} className={css.form}>
          <TextInput
            label={text.settings.people.name}
            name={`${role}-name`}
            autoComplete="off"
            required
            value={name}
            error={problems["name"]}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={text.settings.people.email}
            name={`${role}-email`}
            type="email"
            autoComplete="off"
            required
            value={email}
            error={problems["email"]}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {otherProblem(invite.error, ["name", "email"]) && (
            <p role="alert" className={css.trouble}>
              {otherProblem(invite.error, ["name", "email"])}
            </p>
          )}
          <div>
            <Button type="submit" variant="default" loading={invite.isPending}>
              {waiting.length > 0 ? words.again : words.submit}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
