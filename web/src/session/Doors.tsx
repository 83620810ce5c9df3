// The ways in: sign in, set Tandem up by its link, come in by an invitation.

import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { text } from "../text";
import { Door } from "./Door";
import { ElsewhereButton } from "./Elsewhere";
import { enterBy, join, linkOf, setPassword, setUp, setup, signIn } from "./me";

interface SignInProps {
  /** Why signing in elsewhere did not work. */
  problem?: string | undefined;
  then?: () => void;
}

export function SignIn({ problem, then }: SignInProps) {
  const state = useQuery(setup);
  return (
    <Door
      title={text.signIn.title}
      submit={text.signIn.submit}
      asks={["email", "password"]}
      isNew={false}
      hint={state.data?.is_needed ? text.signIn.setupNeeded : undefined}
      enter={({ email, password }) => signIn(email, password)}
      problem={problem}
      {...(then && { then })}
    >
      <ElsewhereButton />
    </Door>
  );
}

/** The link is read once; then it is taken out of the address. */
function useLink(): string {
  const [link] = useState(() => linkOf(window.location.hash));
  return link;
}

export function SetUpPage() {
  const navigate = useNavigate();
  const link = useLink();
  return (
    <Door
      title={text.signIn.setup}
      submit={text.signIn.setupSubmit}
      asks={["name", "email", "password"]}
      isNew
      hint={text.signIn.setupHint}
      enter={(newcomer) => setUp(link, newcomer)}
      then={() => void navigate({ to: "/", replace: true })}
    />
  );
}

export function InvitationPage() {
  const navigate = useNavigate();
  const link = useLink();
  return (
    <Door
      title={text.signIn.join}
      submit={text.signIn.joinSubmit}
      asks={["name", "password"]}
      isNew
      hint={text.signIn.joinHint}
      enter={(newcomer) => join(link, newcomer)}
      then={() => void navigate({ to: "/", replace: true })}
    />
  );
}

/** Sets a new password by a link, and signs in with it. */
export function PasswordPage() {
  const navigate = useNavigate();
  const link = useLink();
  return (
    <Door
      title={text.signIn.newPassword}
      submit={text.signIn.newPasswordSubmit}
      asks={["email", "password"]}
      isNew
      hint={text.signIn.newPasswordHint}
      enter={({ email, password }) => setPassword(link, email, password)}
      then={() => void navigate({ to: "/", replace: true })}
    />
  );
}

/** Comes in by a link; opening the page does nothing yet, because scanners open links. */
export function EnterPage() {
  const navigate = useNavigate();
  const link = useLink();
  return (
    <Door
      title={text.signIn.enter}
      submit={text.signIn.enterSubmit}
      asks={[]}
      isNew={false}
      hint={text.signIn.enterHint}
      enter={() => enterBy(link)}
      then={() => void navigate({ to: "/", replace: true })}
    />
  );
}
