"""Keeps secrets out of the log: the inbox address, signatures, tokens, passwords in query strings."""

import logging
import re

SECRETS = (
    # The subscription URL of the inbox, which allows adding messages.
    (re.compile(r"(/_inbox/)[0-9a-f]{16,}"), r"\1[redacted]"),
    (re.compile(r"((?:X-Amz-Signature|X-Amz-Security-Token|X-Amz-Credential|Signature|code|token|Token|password|"
                r"refresh_token|access_token|id_token|client_secret)=)[^&\s\"'<>,]+"), r"\1[redacted]"),
    (re.compile(r"(/_ministack/cfn-(?:response|signal)/)[^\s\"'<>&?]+"), r"\1[redacted]"),
    (re.compile(r"\b(Bearer )[A-Za-z0-9._~+/-]+=*"), r"\1[redacted]"),
)


def redact(text: str) -> str:
    for secret, replacement in SECRETS:
        text = secret.sub(replacement, text)
    return text


class RedactedRecord(logging.LogRecord):
    """A record whose message contains no secrets."""

    def getMessage(self):
        return redact(super().getMessage())


def install():
    logging.setLogRecordFactory(RedactedRecord)
    format_exception = logging.Formatter.formatException
    logging.Formatter.formatException = lambda self, info: redact(format_exception(self, info))
