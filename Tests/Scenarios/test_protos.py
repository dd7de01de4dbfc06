"""What code generators of other languages need to find in the protos, and what our own refuses."""

import re
import subprocess
import sys
from pathlib import Path

import grpc_tools
import pytest
from google.protobuf import descriptor_pb2
from google.protobuf.compiler import plugin_pb2
from grpc_tools import protoc

from programs import BIN

PROTOS = Path(__file__).parents[2] / "Protos"


def files(scratch):
    """The descriptors of all protos that clients use, and of what these import."""
    target = scratch / "set.binpb"
    names = [
        str(path.relative_to(PROTOS))
        for folder in ["matiane", "google/rpc", "grpc"]
        for path in sorted((PROTOS / folder).rglob("*.proto"))
    ]
    own = Path(grpc_tools.__file__).parent / "_proto"
    assert protoc.main(["protoc", f"-I{PROTOS}", f"-I{own}", f"--descriptor_set_out={target}", *names]) == 0
    found = descriptor_pb2.FileDescriptorSet.FromString(target.read_bytes()).file
    assert len(found) == len(names) > 0
    return found


def test_every_reason_of_a_failure_is_documented_and_no_other():
    sources = PROTOS.parent / "Sources"
    told = set()
    for name in ("ArticleService/Support/Failure.swift", "Access/Refusal.swift", "GRPC/Status/StackRefusal.swift"):
        found = re.findall(r'case [.\w, ]+(?:=|:) "([A-Z]+(?:_[A-Z]+)*)"', (sources / name).read_text())
        assert len(found) > 2, name
        told.update(found)
    rows = [line.split("|")[1] for line in (PROTOS / "ERRORS.md").read_text().splitlines() if line.startswith("| ")]
    documented = {reason.strip() for row in rows[1:] for reason in row.split(",")}
    assert documented == told


def test_go_finds_an_import_path_and_each_package_has_one(tmp_path):
    paths = {}
    for file in files(tmp_path):
        path = file.options.go_package.split(";")[0]
        assert "/" in path, file.name
        folder = file.name.rsplit("/", 1)[0]
        if folder != "google/rpc":  # Which Google splits in three.
            assert paths.setdefault(folder, path) == path, file.name


def test_java_finds_a_package_and_an_outer_class_of_its_own(tmp_path):
    for file in files(tmp_path):
        options = file.options
        assert options.java_package and options.java_multiple_files, file.name
        names = {each.name for each in [*file.message_type, *file.enum_type, *file.service]}
        assert options.java_outer_classname not in {"", *names}, file.name


def test_our_plugin_names_types_of_two_packages_that_swift_could_not_tell_apart(tmp_path):
    for package in "ab":
        (tmp_path / f"{package}.proto").write_text(f'syntax = "proto3"; package {package}; message Twice {{ int32 x = 1; }}')

    def generate(*names):
        return subprocess.run(
            [sys.executable, "-m", "grpc_tools.protoc", f"--plugin=protoc-gen-swift={BIN / 'protoc-gen-matiane-swift'}",
             f"--swift_out={tmp_path}", f"-I{tmp_path}", *names], capture_output=True, text=True)

    both = generate("a.proto", "b.proto")
    assert both.returncode != 0 and "a.Twice and b.Twice" in both.stderr, both.stderr
    assert generate("b.proto").returncode == 0


def test_a_service_named_service_does_not_hide_what_its_client_stands_on(tmp_path):
    (tmp_path / "plain.proto").write_text(
        'syntax = "proto3"; package p; message M {} message Other { message M {} p.M outer = 1; }'
        "service Service { rpc Get(M) returns (M); } service Further { rpc Get(M) returns (M); }")
    done = subprocess.run(
        [sys.executable, "-m", "grpc_tools.protoc", f"--plugin=protoc-gen-swift={BIN / 'protoc-gen-matiane-swift'}",
         f"--swift_out={tmp_path}", f"-I{tmp_path}", "plain.proto"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    services = (tmp_path / "Plain.grpc.swift").read_text()
    assert "struct ServiceClient: GRPC.ServiceClient {" in services
    assert "struct FurtherClient: GRPC.ServiceClient {" in services
    messages = (tmp_path / "Plain.pb.swift").read_text()
    assert "public typealias PlainM = M\n" in messages and "public var outer: PlainM?" in messages


@pytest.mark.parametrize("oneof", [1, -1, 2**31 - 1])
def test_our_plugin_refuses_descriptors_that_no_protoc_makes(oneof):
    def answer(message):
        file = descriptor_pb2.FileDescriptorProto(name="odd.proto", syntax="proto3", message_type=[message])
        request = plugin_pb2.CodeGeneratorRequest(file_to_generate=["odd.proto"], proto_file=[file])
        done = subprocess.run([BIN / "protoc-gen-matiane-swift"], input=request.SerializeToString(), capture_output=True)
        assert done.returncode == 0, done.stderr
        return plugin_pb2.CodeGeneratorResponse.FromString(done.stdout).error

    Field = descriptor_pb2.FieldDescriptorProto
    odd = descriptor_pb2.DescriptorProto(name="Odd")
    odd.field.add(name="x", number=1, type=Field.TYPE_INT32, oneof_index=oneof)
    assert f"oneof {oneof}" in answer(odd)
    odd = descriptor_pb2.DescriptorProto(name="Odd")
    odd.field.add(name="m", number=1, type=Field.TYPE_MESSAGE, label=Field.LABEL_REPEATED, type_name=".Odd.MEntry")
    odd.nested_type.add(name="MEntry").options.map_entry = True
    assert "found 0 fields" in answer(odd)
