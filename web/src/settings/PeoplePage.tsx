// Who works with Tandem: roles, invitations, ways back in.

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { changes, invitations, type User, users } from "../api/settings";
import { useMe, ways } from "../session/me";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { fieldProblems, otherProblem, useChange } from "./change";
import { FormSheet } from "./Form";
import { More } from "./More";
import { ShownOnce } from "./ShownOnce";
import css from "./settings.module.css";

const words = text.settings.people;
const ROLES = Object.entries(text.settings.roles).map(([value, label]) => ({ value, label }));

interface Link {
  title: string;
  hint: string;
  url: string;
}

export function PeoplePage() {
  const found = useInfiniteQuery(users);
  const me = useMe();
  const mayManage = me?.permissions.includes("users.manage") ?? false;
  const invited = useInfiniteQuery({ ...invitations, enabled: mayManage });
  const [isInviting, setInviting] = useState(false);
  const [link, setLink] = useState<Link>();
  const all = found.data?.pages.flatMap((page) => page.users) ?? [];
  const waiting = invited.data?.pages.flatMap((page) => page.invitations) ?? [];
  const active = all.filter((user) => !user.deactivated_at).length;
  return (
    <Page
      title={text.settings.names.people}
      sentence={found.data && words.sentence(active, waiting.length)}
      actions={mayManage && <Button onClick={() => setInviting(true)}>{words.invite}</Button>}
    >
      {found.isPending && <Waiting lines={8} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {all.length > 0 && (
        <section className={css.block}>
          <table className={css.table} data-cards aria-label={text.settings.names.people}>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.role}</th>
                <th scope="col">{words.teams}</th>
                <th scope="col">{words.state}</th>
                {mayManage && <th scope="col">{words.actions}</th>}
              </tr>
            </thead>
            <tbody>
              {all.map((user) => (
                <Person
                  key={user.id}
                  user={user}
                  isMe={user.id === me?.user.id}
                  mayManage={mayManage}
                  show={setLink}
                />
              ))}
            </tbody>
          </table>
          <More list={found} />
        </section>
      )}
      {mayManage && waiting.length > 0 && <Invited list={invited} />}
      {mayManage && <Invite isOpen={isInviting} close={() => setInviting(false)} show={setLink} />}
      <ShownOnce
        title={link?.title ?? ""}
        hint={link?.hint ?? ""}
        value={link?.url}
        close={() => setLink(undefined)}
      />
    </Page>
  );
}

interface PersonProps {
  user: User;
  isMe: boolean;
  mayManage: boolean;
  show: (link: Link) => void;
}

function Person({ user, isMe, mayManage, show }: PersonProps) {
  const hasProvider = Boolean(useQuery(ways).data?.oidc);
  const isOff = Boolean(user.deactivated_at);
  return (
    <tr data-off={isOff || undefined}>
      <th scope="row">
        <span className={css.name}>{user.name}</span> {isMe && `(${words.you})`}
        <br />
        <span className={css.quiet}>{user.email}</span>
      </th>
      <td>
        {mayManage && !isMe ? <Role user={user} /> : (text.settings.roles[user.role] ?? user.role)}
      </td>
      <td>{user.teams.join(", ")}</td>
      <td>{isOff ? words.inactive : ""}</td>
      {mayManage && (
        <td>
          <span className={css.doing}>
            {!isOff && <PasswordLink user={user} show={show} />}
            {!isMe && hasProvider && <Unbind user={user} />}
            {!isMe && <Activity user={user} isOff={isOff} />}
          </span>
        </td>
      )}
    </tr>
  );
}

function Role({ user }: { user: User }) {
  const set = useChange((role: string) => changes.user(user.id, { role }), {
    says: (changed) => ({
      words: words.roleSet(changed.name, text.settings.roles[changed.role] ?? changed.role),
      undo: () => changes.user(user.id, { role: user.role }),
    }),
  });
  return (
    <NativeSelect
      size="xs"
      aria-label={words.roleOf(user.name)}
      title={text.settings.roleMeanings[user.role]}
      data={ROLES}
      value={user.role}
      disabled={set.isPending}
      onChange={(event) => set.mutate(event.currentTarget.value)}
    />
  );
}

function PasswordLink({ user, show }: { user: User; show: (link: Link) => void }) {
  const make = useChange(() => changes.passwordLink(user.id), {
    after: ({ url }) =>
      show({ title: words.passwordTitle(user.name), hint: words.passwordHint, url }),
  });
  return (
    <button
      type="button"
      className={css.textButton}
      aria-label={`${words.passwordLink}: ${user.name}`}
      disabled={make.isPending}
      onClick={() => make.mutate(undefined)}
    >
      {words.passwordLink}
    </button>
  );
}

/** Forgets with which account of the sign-in provider somebody comes in. */
function Unbind({ user }: { user: User }) {
  const unbind = useChange(() => changes.unbind(user.id), { says: () => words.unbound(user.name) });
  return (
    <button
      type="button"
      className={css.textButton}
      aria-label={`${words.unbind}: ${user.name}`}
      title={words.unbindHint}
      disabled={unbind.isPending}
      onClick={() => unbind.mutate(undefined)}
    >
      {words.unbind}
    </button>
  );
}

function Activity({ user, isOff }: { user: User; isOff: boolean }) {
  const set = useChange((is_active: boolean) => changes.user(user.id, { is_active }), {
    says: (_, is_active) => ({
      words: is_active ? words.activated(user.name) : words.deactivated(user.name),
      undo: () => changes.user(user.id, { is_active: !is_active }),
    }),
  });
  const name = isOff ? words.activate : words.deactivate;
  return (
    <button
      type="button"
      className={css.textButton}
      aria-label={`${name}: ${user.name}`}
      disabled={set.isPending}
      onClick={() => set.mutate(isOff)}
    >
      {name}
    </button>
  );
}

function Invited({ list }: { list: ReturnType<typeof useInvited> }) {
  const withdraw = useChange(
    ({ id }: { id: string; name: string }) => changes.withdrawInvitation(id),
    { says: (_, { name }) => words.withdrawn(name) },
  );
  const waiting = list.data?.pages.flatMap((page) => page.invitations) ?? [];
  return (
    <section className={css.block}>
      <h2>{words.invited}</h2>
      <table className={css.table} data-cards>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.until}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.actions}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map((it) => (
            <tr key={it.id}>
              <th scope="row">
                <span className={css.name}>{it.name}</span>
                <br />
                <span className={css.quiet}>{it.email}</span>
              </th>
              <td>{text.settings.roles[it.role] ?? it.role}</td>
              <td>
                <Moment at={it.ends_at} precision="day" />
              </td>
              <td>{it.made_by}</td>
              <td>
                <span className={css.doing}>
                  <button
                    type="button"
                    className={css.textButton}
                    aria-label={`${words.withdraw}: ${it.name}`}
                    onClick={() => withdraw.mutate(it)}
                  >
                    {words.withdraw}
                  </button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More list={list} />
    </section>
  );
}

function useInvited() {
  return useInfiniteQuery(invitations);
}

interface InviteProps {
  isOpen: boolean;
  close: () => void;
  show: (link: Link) => void;
}

function Invite({ isOpen, close, show }: InviteProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState("sales_head");
  const invite = useChange(changes.invite, {
    isForm: true,
    after: ({ invitation, url }) => {
      close();
      setName("");
      setEmail("");
      show({ title: words.linkTitle(invitation.name), hint: words.linkHint, url });
    },
  });
  const problems = fieldProblems(invite.error);
  return (
    <FormSheet
      title={words.inviteTitle}
      submit={words.invite}
      isOpen={isOpen}
      isBusy={invite.isPending}
      problem={otherProblem(invite.error, ["name", "email", "role"])}
      close={close}
      send={() => invite.mutate({ name: name.trim(), email: email.trim(), role })}
    >
      <p className={css.quiet}>{words.inviteHint}</p>
      <TextInput
        label={words.name}
        name="invited-name"
        autoComplete="off"
        required
        data-autofocus
        value={name}
        error={problems["name"]}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.email}
        name="invited-email"
        type="email"
        autoComplete="off"
        required
        value={email}
        error={problems["email"]}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.role}
        name="invited-role"
        description={text.settings.roleMeanings[role]}
        data={ROLES}
        value={role}
        error={problems["role"]}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
