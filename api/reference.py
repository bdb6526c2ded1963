"""The API's reference at /docs: the OpenAPI document as one page, rendered here and without a script."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, render_template
from flask_smorest import Api

Json = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a body, or one parameter."""

    name: str
    kind: str
    is_required: bool
    says: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path."""

    anchor: str
    method: str
    path: str
    summary: str
    says: str
    parameters: list[Field]
    body: str | None
    answers: list[tuple[str, str, str | None]]


def install(app: Flask, api: Api) -> None:
    """Give an app the page and its one style sheet."""
    folder = Path(__file__).parent / "reference_page"
    pages = Blueprint(
        "reference", __name__, template_folder=folder, static_folder=folder, static_url_path="/docs/static"
    )

    @pages.get("/docs")
    def reference() -> str:
        spec = api.spec.to_dict()
        return render_template(
            "reference.html",
            info=spec["info"],
            tags=[(tag, _operations(spec, tag["name"])) for tag in spec["tags"]],
            shapes=[(name, _says(shape), _fields(shape)) for name, shape in sorted(_shapes(spec).items())],
        )

    app.register_blueprint(pages)


def _shapes(spec: Json) -> Json:
    found: Json = spec["components"]["schemas"]
    return found


def _operations(spec: Json, tag: str) -> list[Operation]:
    return [
        _operation(spec, method, path, operations[method])
        for path, operations in spec["paths"].items()
        for method in METHODS
        if method in operations and tag in operations[method]["tags"]
    ]


def _operation(spec: Json, method: str, path: str, operation: Json) -> Operation:
    parameters = [
        Field(one["name"], _kind(one["schema"]), one.get("required", False), one.get("description", ""))
        for one in [*spec["paths"][path].get("parameters", []), *operation.get("parameters", [])]
    ]
    answers = []
    for status, answer in sorted(operation["responses"].items()):
        if "$ref" in answer:
            answer = spec["components"]["responses"][answer["$ref"].rpartition("/")[2]]
        answers.append((status, answer["description"], _shape_of(answer)))
    return Operation(
        anchor=f"{method}-{path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}",
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        says=operation.get("description", ""),
        parameters=parameters,
        body=_shape_of(operation.get("requestBody", {})),
        answers=answers,
    )


def _shape_of(part: Json) -> str | None:
    """Return the name of the shape that a body has."""
    for content in part.get("content", {}).values():
        reference: str = content.get("schema", {}).get("$ref", "")
        return reference.rpartition("/")[2] or None
    return None


def _says(shape: Json) -> str:
    return str(shape.get("description", ""))


def _fields(shape: Json) -> list[Field]:
    required = set(shape.get("required", []))
    return [
        Field(name, _kind(part), name in required, _says(part))
        for name, part in shape.get("properties", {}).items()
    ]


def _kind(part: Json) -> str:
    """Say in a few words what a value may be."""
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    for joined in ("anyOf", "oneOf", "allOf"):
        if joined in part:
            return " or ".join(_kind(one) for one in part[joined])
    if "enum" in part:
        return " · ".join("null" if word is None else str(word) for word in part["enum"])
    kinds = part.get("type", "any")
    if kinds == "array":
        return f"list of {_kind(part.get('items', {}))}"
    named = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    return f"{named} ({part['format']})" if "format" in part else named
