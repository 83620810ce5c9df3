"""A mail server for tests: prints its port, then each mail that it takes as a line of JSON."""

import asyncio
import email
import email.policy
import json
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

REFUSED = {"gone": "550 5.1.1 no such user: {}", "later": "451 4.3.0 not now, {}"}


class Box:
    """Takes mail, and says what it took."""

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        refused = REFUSED.get(address.split("@")[0])
        if refused:
            return refused.format(address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        body = {kind: mail.get_body((kind,)) for kind in ("plain", "html")}
        said = {
            "to": envelope.rcpt_tos[0],
            "subject": mail["subject"],
            "key": mail["x-tandem-key"],
            "auto": mail["auto-submitted"],
            "id": mail["message-id"],
            "text": body["plain"].get_content(),
            "html": body["html"].get_content(),
        }
        print(json.dumps(said), flush=True)
        return "250 taken"


def known(server, session, envelope, mechanism, data):
    """Whether somebody may send."""
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"rep", b"secret")
    return AuthResult(success=right, handled=False)


async def main():
    """Listens until it is ended."""
    signs_in = "--sign-in" in sys.argv
    settings = {"authenticator": known, "auth_required": True, "auth_require_tls": False}
    make = lambda: SMTP(Box(), hostname="mail.example.com", **(settings if signs_in else {}))
    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
