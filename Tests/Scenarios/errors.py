"""Reads the details that the server attaches to an error."""

import contextlib

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2


class Failure:
    """What a failed call said: code, message, and typed details."""

    def __init__(self, error):
        self.code = error.code()
        self.message = error.details()
        raw = dict(error.trailing_metadata() or ()).get("grpc-status-details-bin")
        self.details = []
        if raw:
            status = status_pb2.Status.FromString(raw)
            assert status.code == self.code.value[0]
            for packed in status.details:
                name = packed.type_url.rsplit(".", 1)[-1]
                message = getattr(error_details_pb2, name)()
                assert packed.Unpack(message)
                self.details.append(message)

    def detail(self, kind):
        return next((d for d in self.details if type(d).__name__ == kind), None)

    @property
    def reason(self):
        info = self.detail("ErrorInfo")
        assert info is not None, f"no ErrorInfo with {self.code}: {self.message}"
        assert info.domain == "matiane"
        return info.reason

    @property
    def retry_delay(self):
        info = self.detail("RetryInfo")
        return None if info is None else info.retry_delay.ToTimedelta()

    @property
    def quota(self):
        info = self.detail("QuotaFailure")
        return [] if info is None else list(info.violations)

    @property
    def field(self):
        return self.detail("BadRequest").field_violations[0].field


@contextlib.contextmanager
def refused(code, reason=None):
    """Expects a call to fail with a code and, if given, a reason; yields a holder of the failure."""
    holder = []
    with pytest.raises(grpc.RpcError) as caught:
        yield holder
    failure = Failure(caught.value)
    assert failure.code == code, f"{failure.code}: {failure.message}"
    if reason is not None:
        assert failure.reason == reason
    holder.append(failure)
