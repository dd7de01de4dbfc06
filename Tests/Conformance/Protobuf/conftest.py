"""The protobuf conformance cases of our own: every case goes to `protobuf-conformance-testee` over its pipe."""

import pathlib
import sys
import tempfile

import pytest
from grpc_tools import protoc

HERE = pathlib.Path(__file__).parent
PROTOS = HERE.parent.parent / "Support/Protos"
generated = tempfile.TemporaryDirectory()


def compile_protos():
    """Makes Python modules of the suite's messages, for the reference implementation (upb)."""
    import grpc_tools

    include = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    files = [
        "conformance/conformance.proto", "google/protobuf/test_messages_proto2.proto",
        "google/protobuf/test_messages_proto3.proto"
    ]
    # The messages are declared under google/protobuf, a package that exists already: they get a home of their own.
    home = pathlib.Path(generated.name)
    for file in files:
        copy = home / "protos" / pathlib.Path(file).name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text((PROTOS / file).read_text())
    names = [pathlib.Path(file).name for file in files]
    code = protoc.main(["protoc", f"-I{home / 'protos'}", f"-I{include}", f"--python_out={home}", *names])
    assert code == 0, "protoc refuses the conformance messages"
    sys.path.insert(0, str(home))


compile_protos()

from testee import Testee  # noqa: E402


@pytest.fixture(scope="session")
def testee():
    with Testee() as process:
        yield process
