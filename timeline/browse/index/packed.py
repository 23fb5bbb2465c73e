"""Arrays as one run of bytes that can be used where it lies, without being taken apart."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_type_hints

import numpy as np

# Arrays begin at multiples of it; the length of the list of contents stands before them.
_ALIGNED = 64
_LENGTH = 8
Kind = TypeVar("Kind")


class NotPacked(ValueError):
    """The bytes were packed by another version of the program, or are damaged."""


def pack(value: Any) -> Iterator[bytes | memoryview]:
    """A dataclass of arrays, and of dataclasses of arrays, piece by piece; arrays as they lie."""
    arrays = dict(_flat(value))
    contents = {}
    at = 0
    for name, array in arrays.items():
        contents[name] = [array.dtype.str, list(array.shape), at]
        at += _padded(array.nbytes)
    head = json.dumps({"size": at, "arrays": contents}).encode()
    head += b" " * (_padded(_LENGTH + len(head)) - _LENGTH - len(head))
    yield len(head).to_bytes(_LENGTH, "little") + head
    for array in arrays.values():
        yield np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        yield bytes(_padded(array.nbytes) - array.nbytes)


def unpack(kind: type[Kind], packed: memoryview) -> Kind:
    """The arrays lie in `packed`, which must stay as it is. Raises NotPacked."""
    try:
        length = int.from_bytes(packed[:_LENGTH], "little")
        head = json.loads(bytes(packed[_LENGTH : _LENGTH + length]))
        data = packed[_LENGTH + length :]
        if len(data) != head["size"]:
            raise NotPacked(f"{len(data)} bytes, not {head['size']}")
        arrays = {
            name: np.frombuffer(data, dtype, _product(shape), at).reshape(shape)
            for name, (dtype, shape, at) in head["arrays"].items()
        }
        return _nested(kind, arrays, "")
    except (ValueError, KeyError, TypeError) as error:
        raise NotPacked(str(error)) from error


def _product(shape: list[int]) -> int:
    size = 1
    for length in shape:
        size *= length
    return size


def _padded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, np.ndarray]]:
    for field in fields(value):
        part = getattr(value, field.name)
        if is_dataclass(part):
            yield from _flat(part, f"{path}{field.name}.")
        else:
            yield f"{path}{field.name}", part


def _nested(kind: Any, arrays: Mapping[str, np.ndarray], path: str) -> Any:
    hints = get_type_hints(kind)
    return kind(
        **{
            field.name: _nested(hints[field.name], arrays, f"{path}{field.name}.")
            if is_dataclass(hints[field.name])
            else arrays[f"{path}{field.name}"]
            for field in fields(kind)
        }
    )
