"""Makes Python stubs of .proto files with grpcio-tools and imports them, without leaving files in the tree."""

import importlib
import pathlib
import sys
import tempfile

import grpc_tools
from grpc_tools import protoc

ROOT = pathlib.Path(__file__).resolve().parents[3]


def load(proto, *roots):
    """The messages and the services of `proto`, found under `roots` of the source tree, as two modules."""
    folders = [ROOT / root for root in (roots or ("Protos",))]
    folders.append(pathlib.Path(grpc_tools.__file__).parent / "_proto")
    scratch = tempfile.TemporaryDirectory(prefix="stubs-")
    arguments = ["protoc", *(f"-I{folder}" for folder in folders)]
    arguments += [f"--python_out={scratch.name}", f"--grpc_python_out={scratch.name}", proto]
    if protoc.main(arguments) != 0:
        raise SystemExit(f"protoc refuses {proto}")
    sys.path.insert(0, scratch.name)
    module = proto.removesuffix(".proto").replace("/", ".")
    try:
        return (
            importlib.import_module(f"{module}_pb2"),
            importlib.import_module(f"{module}_pb2_grpc"),
        )
    finally:
        sys.path.remove(scratch.name)
        scratch.cleanup()
