"""Who may talk to the desk: the page that it serves itself, in the browser of this machine, and nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "x-gouji-token"
API = "/api/"
ENTER = "/api/enter"

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer carries."""

WRONG_HOST, NO_TOKEN, FOREIGN = 421, 401, 403


def hosts(port: int) -> frozenset[str]:
    """The names by which a browser on this machine may call the desk. A page elsewhere that has its own name lead here
    still sends that name.
    """
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def refusal(headers: Mapping[str, str], path: str, port: int, token: str) -> int | None:
    """The status with which a request is turned away, or None for one that is answered. `headers` have lower names.

    A browser says with every request which page it comes from; older ones leave out some of these headers, so where
    they are absent the token alone decides. The page itself holds nothing, and is opened without one.
    """
    host = headers.get("host", "")
    if host not in hosts(port):
        return WRONG_HOST
    if headers.get("origin", f"http://{host}") != f"http://{host}":
        return FOREIGN
    within = path.startswith(API)
    if headers.get("sec-fetch-site", "same-origin") not in (("same-origin",) if within else ("same-origin", "none")):
        return FOREIGN
    given = headers.get(TOKEN_HEADER, "")
    if within and not compare_digest(given.encode("utf-8", "replace"), token.encode("ascii")):
        return NO_TOKEN
    return None


class Guard:
    """Lets requests through to `app` that may be answered, and gives every answer its headers.

    A browser is started with `ticket` in its address, since all users of a machine may see with what programs were
    started; the page that comes first with it gets the token in exchange, and nobody does a second time.
    """

    def __init__(self, app: ASGIApp, port: int, token: str, ticket: str) -> None:
        self._app, self._port, self._token = app, port, token
        self._ticket: str | None = ticket

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return  # a web socket is closed unanswered

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._answer(scope)(scope, receive, with_headers)

    def _answer(self, scope: Scope) -> ASGIApp:
        headers, entering = dict(Headers(scope=scope)), scope["path"] == ENTER
        if entering and self._ticket is None:
            return Response(status_code=NO_TOKEN)
        status = refusal(headers, scope["path"], self._port, self._ticket if entering and self._ticket else self._token)
        if status is not None:
            return Response(status_code=status)
        if not entering:
            return self._app
        self._ticket = None
        return JSONResponse({"token": self._token})
