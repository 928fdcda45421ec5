"""What the API offers, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0)."""

from __future__ import annotations

import json

from generator.surfaces.surroundings import Surroundings

from . import narratives, products, records
from .lists import LISTS, RecordList
from .products import PRODUCT
from .run import ROOT

PATH = f"{ROOT}openapi.json"
_JSON = "application/json"


def openapi(around: Surroundings) -> bytes:
    """Return the description of all files below ``/api/v1/``."""
    return (json.dumps(description(around), ensure_ascii=False, indent=1) + "\n").encode()


def description(around: Surroundings) -> dict[str, object]:
    """Return the description as an object; its schemas are those by which the files are written."""
    config = around.config
    paths: dict[str, object] = {}
    for each in LISTS:
        paths |= _paths_of(each)
    paths[f"/{ROOT}products/{{id}}.json"] = _get(
        "getProduct", PRODUCT.about, PRODUCT.reference, ("id", "Key of the product.", {"type": "string"})
    )
    shapes = (*products.SHAPES, *records.SHAPES, *narratives.SHAPES)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": config.title,
            "version": "1",
            "description": (
                "The catalogue as files. Fields may be added within version 1; none is taken away or changes its "
                "meaning. Amounts and numbers are text, so that no reader rounds them; `not-disclosed` stands where "
                "a value exists and is withheld, `null` where there is none."
            ),
        },
        "servers": [{"url": config.base_url.removesuffix("/")}],
        "paths": paths,
        "components": {
            "schemas": {
                **{shape.name: shape.schema() for shape in shapes},
                **{_list_name(each): each.schema() for each in LISTS},
            }
        },
    }


def _paths_of(each: RecordList) -> dict[str, object]:
    name = _list_name(each)
    reference = {"$ref": f"#/components/schemas/{name}"}
    number = ("number", "Which file of the list, from 2 on.", {"type": "integer", "minimum": 2})
    return {
        f"/{each.path()}": _get(f"list{name.removesuffix('List')}", each.about, reference),
        f"/{ROOT}{each.name}-{{number}}.json": _get(
            f"list{name.removesuffix('List')}Further", f"{each.about} Further files.", reference, number
        ),
    }


def _list_name(each: RecordList) -> str:
    return f"{each.name.capitalize()}List"


def _get(
    operation: str, about: str, schema: dict[str, str], parameter: tuple[str, str, dict[str, object]] | None = None
) -> dict[str, object]:
    answers = {
        "200": {"description": about, "content": {_JSON: {"schema": schema}}},
        "404": {"description": "There is no such file."},
    }
    get: dict[str, object] = {"operationId": operation, "summary": about, "responses": answers}
    if parameter is not None:
        name, meaning, kind = parameter
        get["parameters"] = [{"name": name, "in": "path", "required": True, "description": meaning, "schema": kind}]
    return {"get": get}
