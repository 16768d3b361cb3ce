"""Guards the ports of the Lambda Runtime API: one per running function, on 127.0.0.1, without credentials.

Only the handlers use them, and they are not browsers. MiniStack opens all of them with `http.server`, so the check is
added there and covers every such listener.
"""

from http.server import BaseHTTPRequestHandler

from .admission import is_loopback


def refuses(headers) -> bool:
    """Whether a request is from a browser or for another host."""
    hosts = headers.get_all("Host") or []
    from_browser = any(name in headers for name in ("Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode"))
    return from_browser or len(hosts) != 1 or not is_loopback(hosts[0].lower())


def guard():
    parse = BaseHTTPRequestHandler.parse_request

    def parse_and_check(self):
        if not parse(self):
            return False
        if refuses(self.headers):
            self.close_connection = True
            self.send_error(403, "only handlers may use this port")
            return False
        return True

    BaseHTTPRequestHandler.parse_request = parse_and_check
